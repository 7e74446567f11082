import { defineConfig } from 'vitest/config';

// Tests run from the root of the project; `vite.config.ts` is for what runs in the browser.
export default defineConfig({});
