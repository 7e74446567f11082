import { defineConfig } from 'vitest/config';

// Tests run from the root of the project; `vite.config.ts` is for what runs in the browser.
// Most of the time goes by waiting for processes, threads and a browser: as many files at once as there are cores.
export default defineConfig({ test: { maxWorkers: '100%' } });
