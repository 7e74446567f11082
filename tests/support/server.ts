import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { type Store as Engine, namedNode, quad } from 'oxigraph';
import { mlg, rdf } from '../../src/map/vocab.ts';
import { readCatalogue } from '../../src/query/catalogue.ts';
import { withdrawnDigits } from '../../src/resolve/withdrawn.ts';
import { readDocuments } from '../../src/search/read-documents.ts';
import { createSearch } from '../../src/search/search.ts';
import { createApp } from '../../src/server/app.ts';
import type { Edition, ServerContext } from '../../src/server/context.ts';
import { QUERIES } from '../queries/fixture.ts';
import { atEnd } from './end.ts';
import { sharedFolderOf } from './files.ts';
import { ROOT } from './imports.ts';
import { SITE_BASE, siteOf } from './site.ts';

export const ADDRESS = 'https://data.example.org/';

export interface TestServer {
  readonly app: Hono;
  readonly context: ServerContext;
  /** The statements that are served, as N-Quads. */
  readonly nquads: string;
  /** Serves another edition from now on. */
  serve(edition: Partial<Edition>): void;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** Everything that is served, over the hand-written graph, or what `change` makes of it. */
export async function serverOf(change = (engine: Engine) => engine): Promise<TestServer> {
  let nquads = '';
  const site = await siteOf({ mode: 'server' }, (engine) => {
    engine.add(withdrawn('person', 'who-is-gone'));
    const changed = change(engine);
    nquads = changed.dump({ format: 'application/n-quads' });
    return changed;
  });
  const folder = sharedFolderOf({ 'segment.nq': nquads });
  const documents = await readDocuments(site.store, SITE_BASE);
  const end = new AbortController();
  atEnd(() => end.abort());
  let edition: Edition = {
    tag: createHash('sha256').update(nquads).digest('hex').slice(0, 16),
    folder,
    segments: [join(folder, 'segment.nq')],
    statements: nquads.split('\n').length - 1,
    ...site,
    ended: end.signal,
    documents,
    search: createSearch(documents),
  };
  const context: ServerContext = {
    base: SITE_BASE,
    address: ADDRESS,
    title: 'Maillage du Lac',
    language: 'fr',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    queries: await readCatalogue(QUERIES),
    current: () => edition,
  };
  const web = join(ROOT, 'dist/web');
  const app = createApp({ context, web, ontology: join(ROOT, 'ontology'), tables: join(ROOT, 'tables') });
  return {
    app,
    context,
    nquads,
    serve: (next) => {
      edition = { ...edition, ...next };
    },
    get: async (path, headers = {}) => app.request(path, { headers }),
  };
}

/** The text of a file of the project. */
export const projectFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

// --- internal ---

function withdrawn(kind: string, slug: string) {
  const id = namedNode(`${SITE_BASE}id/withdrawn/${withdrawnDigits(kind, slug)}`);
  return quad(id, namedNode(rdf.type), namedNode(mlg.Withdrawn), namedNode(`${SITE_BASE}graph/identity`));
}
