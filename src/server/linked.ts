import { type Context, Hono } from 'hono';
import { prefixesOf } from '../map/iri.ts';
import { iriToken, isIri } from '../map/nquads.ts';
import { dcterms, mlg, ONTOLOGY_GRAPH, prov } from '../map/vocab.ts';
import { about } from '../publish/about.ts';
import { documentPages } from '../publish/documents.ts';
import type { Statement } from '../publish/statement.ts';
import { withdrawnDigits } from '../resolve/withdrawn.ts';
import { formats } from '../store/formats.ts';
import { graphAs } from '../store/graph-format.ts';
import type { Format, Store } from '../store/store.ts';
import type { ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { languageOf } from './language.ts';
import { mediaTypeOf } from './negotiate.ts';
import { problem } from './problem.ts';
import { endingOf, FORMAT_NAMES, resultResponse } from './results.ts';
import { createStatements, triples } from './statements.ts';

/**
 * The IRIs of the graph, answered: `/id/…` leads to what is known of a thing (303), to the id that replaces it (301), or is
 * gone (410); `/doc/…` is what is known, as a page or as data, by negotiation or by the address's ending; `/source/…` a
 * document that was read, with its passages; `/ontology` the vocabulary. To be mounted at `/`; pages themselves
 * (`doc/….fr.html`) it leaves to `site.ts`.
 */
export function createLinkedRoutes(context: ServerContext): Hono {
  const { base, address } = context;
  const app = new Hono();
  app.onError((error, c) => failure(c, error));

  app.get('/id/*', async (c) => {
    const id = c.req.path.slice('/id/'.length);
    const now = await stateOf(`${base}id/${id}`, id);
    return now === 'alive' ? c.redirect(`${address}doc/${id}`, 303) : elsewhere(c, now, 'id');
  });

  app.get('/doc/*', async (c, next) => {
    const path = c.req.path.slice('/doc/'.length);
    if (/\.(?:html|ics)$/.test(path)) return next();
    const ending = /^(.+)\.(ttl|nt|rdf|jsonld)$/.exec(path);
    const id = ending?.[1] ?? path;
    const now = await stateOf(`${base}id/${id}`, id);
    if (now !== 'alive') return elsewhere(c, now, 'doc');
    const language = languageOf(c.req.header('accept-language'), context.language);
    const format = ending === null ? wanted(c) : FORMAT_NAMES[ending[2] as string];
    if (ending === null) c.header('vary', 'Accept, Accept-Language', { append: true });
    links(c, id);
    if (format === undefined) return notAcceptable(c);
    if (format !== 'html') {
      c.header('content-location', `${address}doc/${id}.${endingOf(format)}`);
      const statements = createStatements(context.current().store);
      const topic = { ...context, thing: `${base}id/${id}`, document: `${base}doc/${id}` };
      return graph(c, await about(statements, topic), format);
    }
    const place = `doc/${id}.${language}.html`;
    const page = await context.current().pages.page(place);
    // Participations and the like have data, and no page of their own.
    if (page === undefined) return c.redirect(`${address}doc/${id}.ttl`, 303);
    c.header('content-location', address + place);
    return c.html(page);
  });

  app.get('/source/*', async (c) => {
    const iri = base + c.req.path.slice(1);
    if (!isIri(iri)) return c.notFound();
    const format = wanted(c);
    c.header('vary', 'Accept, Accept-Language', { append: true });
    if (format === undefined) return notAcceptable(c);
    const said = await passagesOf(context.current().store, iri);
    if (said.length === 0) return c.notFound();
    if (format !== 'html') return graph(c, triples(said), format);
    const language = languageOf(c.req.header('accept-language'), context.language);
    const [page] = documentPages(said.map(lineOf), base, language, 'document');
    return page === undefined ? c.notFound() : c.html(page[1]);
  });

  app.get('/ontology', async (c) => {
    c.header('vary', 'Accept, Accept-Language', { append: true });
    const format = wanted(c);
    if (format === undefined) return notAcceptable(c);
    if (format === 'html') {
      const language = languageOf(c.req.header('accept-language'), context.language);
      return c.redirect(`${address}ontology.${language}.html`, 303);
    }
    const sparql = `CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <${ONTOLOGY_GRAPH}> { ?s ?p ?o } }`;
    const result = await context.current().store.query(sparql, { accept: format, quick: true });
    return resultResponse(c, result, format);
  });

  app.get('/dataset', (c) => {
    c.header('vary', 'Accept, Accept-Language', { append: true });
    const language = languageOf(c.req.header('accept-language'), context.language);
    return c.redirect(address + (wanted(c) === 'html' ? `data.${language}.html` : '.well-known/void'), 303);
  });

  /** Whether something is said of an id; if not, the path of the id that replaces it, or whether it was withdrawn. */
  async function stateOf(iri: string, id: string): Promise<State> {
    if (!isIri(iri)) return 'unknown';
    const { store } = context.current();
    const [kind = '', slug = ''] = id.split('/');
    const digits = withdrawnDigits(kind, slug);
    const { body } = await store.query(
      `SELECT ?by ?gone ?type WHERE {
        { ${iriToken(iri)} <${dcterms.isReplacedBy}> ?by } UNION
        { VALUES ?gone { <${base}id/withdrawn/${digits}> } ?gone a <${mlg.Withdrawn}> } UNION
        { ${iriToken(iri)} a ?type } }`,
      { accept: 'json', quick: true },
    );
    const { results } = JSON.parse(body) as { results: { bindings: Partial<Record<'by' | 'gone' | 'type', Value>>[] } };
    const by = results.bindings.find((row) => row.by !== undefined)?.by?.value;
    if (by?.startsWith(`${base}id/`)) return { replacedBy: by.slice(`${base}id/`.length) };
    if (results.bindings.some(({ type }) => type !== undefined)) return 'alive';
    return results.bindings.length > 0 ? 'gone' : 'unknown';
  }

  function elsewhere(c: Context, state: Exclude<State, 'alive'>, place: 'id' | 'doc'): Response | Promise<Response> {
    if (state === 'unknown') return c.notFound();
    if (state === 'gone')
      return problem(c, 410, {
        fr: 'Cet identifiant a été retiré, et ne sera pas donné à nouveau.',
        en: 'This id was withdrawn, and will not be given again.',
      });
    return c.redirect(`${address}${place}/${state.replacedBy}`, 301);
  }

  function links(c: Context, id: string): void {
    const data = (['turtle', 'jsonld', 'ntriples', 'rdfxml'] as const).map(
      (format) => `<${address}doc/${id}.${endingOf(format)}>; rel="alternate"; type="${formats[format].mediaType}"`,
    );
    const pages = ['fr', 'en'].map(
      (language) => `<${address}doc/${id}.${language}.html>; rel="alternate"; type="text/html"; hreflang="${language}"`,
    );
    const about = [`<${base}id/${id}>; rel="about"`, `<${address}.well-known/void>; rel="describedby"`];
    const license = context.license === undefined ? [] : [`<${context.license}>; rel="license"`];
    c.header('link', [...about, ...license, ...data, ...pages].join(', '));
  }

  function graph(c: Context, lines: readonly string[], format: Format): Response {
    const ntriples = lines.map((line) => `${line}\n`).join('');
    const result = graphAs(ntriples, format, { rows: 100_000, bytes: 64 * 1024 * 1024 }, prefixesOf(base));
    return resultResponse(c, { kind: 'graph', mediaType: formats[format].mediaType, ...result }, format);
  }

  return app;
}

// --- internal ---

type State = 'alive' | 'gone' | 'unknown' | { readonly replacedBy: string };

interface Value {
  readonly value: string;
}

const DATA = ['turtle', 'jsonld', 'ntriples', 'rdfxml'] as const;

/** A page, or a format of data; undefined where neither is wanted. Who does not say gets a page. */
function wanted(c: Context): 'html' | (typeof DATA)[number] | undefined {
  const known = [
    'text/html',
    'application/xhtml+xml',
    ...DATA.map((format) => formats[format].mediaType),
    'application/json',
  ];
  const type = mediaTypeOf(c.req.header('accept'), known);
  if (type === undefined) return undefined;
  if (type === 'application/json') return 'jsonld';
  return DATA.find((format) => formats[format].mediaType === type) ?? 'html';
}

const notAcceptable = (c: Context): Response =>
  problem(c, 406, {
    fr: 'Il y a une page (text/html) et des données (text/turtle, application/ld+json, application/n-triples, application/rdf+xml).',
    en: 'There are a page (text/html) and data (text/turtle, application/ld+json, application/n-triples, application/rdf+xml).',
  });

/** What is said of a document, and of the passages of it. */
async function passagesOf(store: Store, document: string): Promise<readonly Statement[]> {
  const statements = createStatements(store);
  const own = await statements.of([document]);
  if (own.length === 0) return [];
  const passages = (await statements.to(document)).filter(({ predicate }) => predicate === prov.wasDerivedFrom);
  return [...own, ...(await statements.of([...new Set(passages.map(({ subject }) => subject))]))];
}

const lineOf = ({ subject, predicate, token, graph }: Statement): string =>
  `<${subject}> <${predicate}> ${token} <${graph}> .`;
