import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What runs in the browser, as one folder of assets with plain names: pages know them without a manifest. */
export default defineConfig({
  root: at('./src/web'),
  base: './',
  publicDir: at('./src/web/public'),
  logLevel: 'warn',
  build: {
    outDir: at('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: true,
    // The engine's WebAssembly stays a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // The editor's grammar for JSON evaluates text, in a branch that nothing here takes.
      checks: { eval: false },
      input: {
        site: at('./src/web/site.ts'),
        theme: at('./src/web/theme.ts'),
        answers: at('./src/web/answers.ts'),
        sparql: at('./src/web/sparql.ts'),
        style: at('./src/web/style/site.css'),
      },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name === 'style.css') ? 'assets/site.css' : 'assets/[name][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' } },
  },
});
