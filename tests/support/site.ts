import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { type Store as Engine, literal, namedNode, type Quad, quad } from 'oxigraph';
import { ONTOLOGY_GRAPH } from '../../src/map/vocab.ts';
import { networkFiles } from '../../src/network/published.ts';
import { createPages } from '../../src/pages/pages.ts';
import type { Pages, SiteOptions } from '../../src/pages/site.ts';
import { readCatalogue } from '../../src/query/catalogue.ts';
import { encodeDocuments } from '../../src/search/document.ts';
import { readDocuments } from '../../src/search/read-documents.ts';
import { createOxigraph } from '../../src/store/oxigraph.ts';
import type { Store } from '../../src/store/store.ts';
import { fixture, QUERIES } from '../queries/fixture.ts';
import { atEnd } from './end.ts';
import { sharedFolderOf, writeTree } from './files.ts';
import { ROOT } from './imports.ts';

/** The base of the graph that sites in tests are made of. */
export const SITE_BASE = 'https://maillage.example/';

export interface TestSite {
  readonly pages: Pages;
  readonly store: Store;
}

/** The pages of the hand-written graph, or of what `change` makes of it, for all tests of a file. */
export async function siteOf(
  options: Partial<SiteOptions> = {},
  change = (engine: Engine) => engine,
): Promise<TestSite> {
  const folder = sharedFolderOf({ 'graph.nq': change(fixture()).dump({ format: 'application/n-quads' }) });
  const store = createOxigraph();
  atEnd(() => store.close());
  await store.load([join(folder, 'graph.nq')]);
  const pages = createPages({
    base: SITE_BASE,
    title: 'Maillage du Lac',
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    publisher: { name: 'La Coopérative', url: 'https://cooperative.example/' },
    language: 'fr',
    store,
    queries: await readCatalogue(QUERIES),
    mode: 'static',
    ...options,
  });
  return { pages, store };
}

/** What every text of a hostile source says. It must stay text. */
export const PAYLOAD = `"'><img src=x onerror="pwned=1"><script>pwned=1</script></script><!-- \${pwned=1} &lt;b&gt; </title></textarea>`;

/** The graph with the payload before every text that sources give, and with addresses that must never be links. */
export function hostile(engine: Engine): Engine {
  const quads: Quad[] = engine.match(null, null, null, null);
  for (const one of quads) {
    const { subject, predicate, object, graph } = one;
    if (
      graph.value === ONTOLOGY_GRAPH ||
      object.termType !== 'Literal' ||
      !/#(?:string|langString)$/.test(object.datatype.value)
    )
      continue;
    engine.delete(one);
    const text = `${PAYLOAD} ${object.value}`;
    engine.add(
      quad(subject, predicate, object.language === '' ? literal(text) : literal(text, object.language), graph),
    );
    if (!predicate.value.endsWith('/name')) continue;
    for (const address of ['javascript:pwned=1', 'data:text/html,<script>pwned=1</script>'].map((each) =>
      each.replace(/[<>]/g, ''),
    ))
      engine.add(quad(subject, namedNode(predicate.value.replace(/name$/, 'url')), namedNode(address), graph));
  }
  return engine;
}

/** Writes all pages, the networks, the search index, the dump and the assets (`npm run compile`) to a folder, as a published site has them. */
export async function writeSite({ pages, store }: TestSite): Promise<string> {
  const tree: Record<string, string> = {};
  for (const path of await pages.paths()) tree[path] = (await pages.page(path)) ?? '';
  for (const [path, text] of await networkFiles(store, await readCatalogue(QUERIES))) tree[path] = text;
  tree['search.json'] = encodeDocuments(await readDocuments(store, SITE_BASE));
  const folder = sharedFolderOf({});
  const quads = JSON.parse((await store.query(DUMP)).body) as { results: { bindings: Record<string, Term>[] } };
  tree['dumps/graph.nq'] = quads.results.bindings
    .map(({ s, p, o, g }) => `${token(s)} ${token(p)} ${token(o)} ${token(g)} .\n`)
    .join('');
  writeTree(folder, tree);
  cpSync(join(ROOT, 'dist/web'), folder, { recursive: true });
  return folder;
}

/** A plain file server over a folder, with the strict content policy that a site must live under. */
export async function serveFolder(folder: string): Promise<string> {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES.get(extname(path)) ?? 'text/plain',
      'content-security-policy': POLICY,
    });
    response.end(readFileSync(path));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  atEnd(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
}

// --- internal ---

interface Term {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

const DUMP = 'SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }';

function token(term: Term | undefined): string {
  if (term === undefined) throw new Error('a statement without one of its terms');
  if (term.type === 'uri') return namedNode(term.value).toString();
  const { datatype, 'xml:lang': language } = term;
  return (
    language === undefined
      ? literal(term.value, datatype === undefined ? undefined : namedNode(datatype))
      : literal(term.value, language)
  ).toString();
}

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.svg', 'image/svg+xml'],
  ['.json', 'application/json'],
  ['.wasm', 'application/wasm'],
]);

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'";
