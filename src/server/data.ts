import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { type Context, Hono } from 'hono';
import { prefixesOf } from '../map/iri.ts';
import { ONTOLOGY_FILES } from '../map/vocab.ts';
import { contextIn } from '../publish/context.ts';
import type { DataOptions } from '../publish/data.ts';
import { DUMPS } from '../publish/dump.ts';
import { robots, sitemaps } from '../publish/sitemap.ts';
import { tablesOf } from '../publish/tables.ts';
import { readCatalogue } from '../query/catalogue.ts';
import { compiledBeside } from '../store/compiled.ts';
import type { Edition, ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { perEdition } from './per-edition.ts';
import { problem } from './problem.ts';

/** What the thread is given. */
export interface DataTask extends Omit<DataOptions, 'tableQueries'> {
  readonly out: string;
  readonly segments: readonly string[];
  readonly tablesFolder: string;
}

/**
 * Everything to take away: dumps, tables, catalogue, VoID, the vocabulary, sitemap. The dumps of an edition are written when
 * they are first asked for, in a thread, to a temporary folder; files come in ranges where a client asks for one. To be
 * mounted at `/`.
 */
export function createDataRoutes(
  context: ServerContext,
  { ontology, tables }: { readonly ontology: string; readonly tables: string },
): Hono {
  const app = new Hono();
  app.onError((error, c) => failure(c, error));

  const folder = perEdition(context, (edition) => make(edition, context, ontology, tables));
  for (const path of [
    '/dumps/:name{[\\w.]+}',
    '/tables/:name{[\\w.-]+}',
    '/datapackage.json',
    '/catalog.ttl',
    '/.well-known/void',
  ])
    app.get(path, async (c) => file(c, join(await folder(), c.req.path.slice(1))));
  app.get('/ontology.ttl', (c) => {
    c.header('content-type', 'text/turtle; charset=utf-8');
    return c.body(ONTOLOGY_FILES.map((name) => readFileSync(join(ontology, name), 'utf8')).join('\n'));
  });
  for (const [path, type] of [
    ['shapes.ttl', 'text/turtle; charset=utf-8'],
    ['alignments.ttl', 'text/turtle; charset=utf-8'],
    ['context.jsonld', 'application/ld+json'],
  ] as const) {
    if (!existsSync(join(ontology, path))) continue;
    app.get(`/${path}`, (c) => {
      c.header('content-type', type);
      return c.body(readFileSync(join(ontology, path), 'utf8'));
    });
  }
  app.get('/rules/:name{[a-z-]+\\.rq}', (c) => {
    const path = join(ontology, 'rules', c.req.param('name'));
    if (!existsSync(path)) return c.notFound();
    c.header('content-type', 'application/sparql-query; charset=utf-8');
    return c.body(readFileSync(path, 'utf8'));
  });
  app.get('/robots.txt', (c) => c.text(robots(context.address)));
  app.get('/:name{sitemap(?:-\\d+)?\\.xml}', async (c) => {
    const paths = await context.current().pages.paths();
    const all = sitemaps(
      paths.filter((path) => path.endsWith('.html')),
      context.address,
    );
    const text = all.get(c.req.param('name'));
    if (text === undefined) return c.notFound();
    c.header('content-type', 'application/xml');
    return c.body(text);
  });
  return app;
}

// --- internal ---

async function make(edition: Edition, context: ServerContext, ontology: string, tablesFolder: string): Promise<string> {
  const home = temporaryFolder(edition.ended);
  const { base, title, language, license, publisher } = context;
  const task: DataTask = {
    out: join(home, 'data'),
    segments: edition.segments,
    tablesFolder,
    dataset: {
      base,
      title,
      description: context.description ?? title,
      language,
      ...(license === undefined ? {} : { license }),
      ...(publisher === undefined ? {} : { publisher }),
    },
    tables: await tablesOf(await readCatalogue(tablesFolder), edition.store),
    prefixes: prefixesOf(base),
    context: contextIn(JSON.parse(readFileSync(join(ontology, 'context.jsonld'), 'utf8'))),
  };
  await new Promise<void>((resolve, reject) => {
    const worker = new Worker(compiledBeside(import.meta.url, 'data-worker.js'), { workerData: task });
    worker.once('message', () => resolve());
    worker.once('error', reject);
    edition.ended.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.once('exit', (code) => reject(new Error(`the thread that writes dumps ended with ${code}`)));
  });
  return task.out;
}

/** A folder that goes when its edition ends, or the process. */
function temporaryFolder(ended: AbortSignal): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-data-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  ended.addEventListener('abort', remove, { once: true });
  return folder;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.gz': 'application/gzip',
  '.json': 'application/json',
  '.ttl': 'text/turtle; charset=utf-8',
};

const typeOf = (path: string): string =>
  Object.entries(DUMPS).find(([name]) => path.endsWith(`/${name}`))?.[1] ??
  TYPES[extname(path)] ??
  'text/turtle; charset=utf-8';

/** A file, or the one range of it that is asked for (RFC 9110, section 14). Several ranges are answered with all of it. */
function file(c: Context, path: string): Response | Promise<Response> {
  if (!existsSync(path)) return c.notFound();
  const { size } = statSync(path);
  c.header('accept-ranges', 'bytes');
  c.header('content-type', typeOf(path));
  const asked = c.req.header('range');
  const range = asked === undefined ? undefined : rangeOf(asked, size);
  if (range === 'outside') {
    c.header('content-range', `bytes */${size}`);
    return problem(c, 416, { fr: `Le fichier a ${size} octets.`, en: `The file has ${size} bytes.` });
  }
  const [first, last] = range ?? [0, size - 1];
  c.header('content-length', String(last - first + 1));
  if (range !== undefined) {
    c.header('content-range', `bytes ${first}-${last}/${size}`);
    // A part is sent as it is.
    c.header('content-encoding', 'identity');
    c.status(206);
  }
  if (c.req.method === 'HEAD' || size === 0) return c.body(null);
  return c.body(Readable.toWeb(createReadStream(path, { start: first, end: last })) as ReadableStream);
}

/** First and last byte; undefined where the header is to be ignored. */
function rangeOf(header: string, size: number): readonly [number, number] | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null || (match[1] === '' && match[2] === '')) return undefined;
  const [from, to] = [match[1] as string, match[2] as string];
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to));
  if (from !== '' && to !== '' && Number(to) < first) return undefined;
  return first >= size || last < first ? 'outside' : [first, last];
}
