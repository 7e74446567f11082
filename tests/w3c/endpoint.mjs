import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../dist/server/app.js';
import { createLog, listen } from '../../dist/server/listen.js';
import { createOxigraph } from '../../dist/store/oxigraph.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The server as it is, on a free port of this machine, over a store that `serve` replaces: a store of Maillage cannot be
 * written to.
 */
export async function startEndpoint() {
  const home = mkdtempSync(join(tmpdir(), 'maillage-w3c-'));
  let store = createOxigraph();
  // The next store's thread starts while the one before is asked.
  let next = createOxigraph();
  await store.size();
  const context = {
    base: 'https://maillage.example/',
    address: '',
    title: 'W3C tests',
    language: 'en',
    queries: [],
    current: () => ({ tag: 'w3c', folder: home, segments: [], statements: 0, store }),
  };
  const folders = { web: join(ROOT, 'dist/web'), ontology: join(ROOT, 'ontology'), tables: join(ROOT, 'tables') };
  // The app takes its address from its options alone, and the port is known when the server listens.
  let app;
  const server = await listen({
    fetch: (request, env) => app.fetch(request, env),
    host: '127.0.0.1',
    port: 0,
    log: createLog('warn'),
    track: (request) => request,
  });
  context.address = `http://127.0.0.1:${server.port}/`;
  app = createApp({ context, ...folders });
  return {
    address: `${context.address}sparql`,
    /** What went wrong beside the tests' own verdicts. */
    faults: [],
    /** Serves these N-Quads, and nothing else, from now on. */
    async serve(nquads) {
      const before = store;
      store = next;
      next = createOxigraph();
      void next.size();
      const path = join(home, 'data.nq');
      writeFileSync(path, nquads);
      await Promise.all([store.load([path]), before.close()]);
    },
    async close() {
      await server.close();
      await Promise.all([store.close(), next.close()]);
      rmSync(home, { recursive: true });
    },
  };
}
