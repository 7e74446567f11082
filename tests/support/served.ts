import type { Store as Engine } from 'oxigraph';
import pino from 'pino';
import { listen } from '../../src/server/listen.ts';
import { atEnd } from './end.ts';
import { serverOf } from './server.ts';
import { serveFolder, siteOf, writeSite } from './site.ts';

/** Serves the hand-written graph, or what `change` makes of it, until the tests of the file have ended. @returns where, with a `/` */
type Serve = (change?: (engine: Engine) => Engine) => Promise<string>;

/** The two ways in which a site is served: what holds of its pages holds in both. */
export const WAYS: readonly { readonly way: 'folder' | 'server'; readonly serve: Serve }[] = [
  { way: 'folder', serve: async (change) => serveFolder(await writeSite(await siteOf({}, change))) },
  {
    way: 'server',
    serve: async (change) => {
      const { app } = await serverOf(change);
      const server = await listen({
        fetch: app.fetch,
        host: '127.0.0.1',
        port: 0,
        log: pino({ level: 'silent' }),
        track: (request) => request,
      });
      atEnd(() => server.close());
      return `http://127.0.0.1:${server.port}/`;
    },
  },
];
