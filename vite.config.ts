import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Scripts and styles that pages name, by the name of the asset: `site` is `assets/site.js`. */
const ENTRIES: Readonly<Record<string, string>> = {
  theme: 'theme.ts',
  site: 'site.ts',
  answers: 'answers.ts',
  sparql: 'sparql.ts',
  network: 'network.ts',
  style: 'style/site.css',
  'sparql-style': 'style/sparql.css',
  'network-style': 'style/network.css',
};

const present = Object.entries(ENTRIES).filter(([, path]) => existsSync(at(`./src/web/${path}`)));

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
    // The first that know light-dark().
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    // The engine's WebAssembly stays a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // The editor's grammar for JSON evaluates text, in a branch that nothing here takes.
      checks: { eval: false },
      input: Object.fromEntries(present.map(([name, path]) => [name, at(`./src/web/${path}`)])),
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' } },
  },
});
