import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isIri } from '../map/nquads.ts';
import { SERVICE_PREFIXES, serviceDescription } from '../map/service.ts';
import { formats, formatsOf } from '../store/formats.ts';
import { graphAs } from '../store/graph-format.ts';
import { looksQuick } from '../store/quick.ts';
import { parseQuery, withBase } from '../store/sparql.ts';
import type { Dataset, Format } from '../store/store.ts';
import { anyOrigin } from './any-origin.ts';
import { clientOf } from './client.ts';
import type { ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { languageOf } from './language.ts';
import { mediaTypeOf } from './negotiate.ts';
import { type Detail, problem } from './problem.ts';
import { FORMAT_NAMES, formatNamed, formatWanted, resultResponse } from './results.ts';

/**
 * The SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/), read only: queries by GET, by POST of a form, and by
 * POST of the query itself; without a query, the service description. Updates are answered with 403 before any engine sees
 * them. `format=csv` and the like stand for an Accept header. To be mounted at `/sparql`.
 */
export function createSparqlRoutes(context: ServerContext): Hono {
  const app = new Hono();
  const endpoint = `${context.address}sparql`;
  app.use(anyOrigin(['x-truncated']));
  app.onError((error, c) => failure(c, error));

  app.get('/', async (c) => {
    const given = new URL(c.req.url).searchParams;
    if (given.has('update')) return problem(c, 403, READ_ONLY);
    return given.has('query') ? answer(c, given, given) : describe(c);
  });
  app.post('/', bodyLimit({ maxSize: MOST_BODY, onError: tooLarge }), async (c) => {
    const address = new URL(c.req.url).searchParams;
    const [type = '', ...parameters] = (c.req.header('content-type') ?? '').toLowerCase().split(';');
    const charset = parameters.map((one) => /^\s*charset="?([^"\s]+)/.exec(one)?.[1]).find((found) => found);
    if (charset !== undefined && charset !== 'utf-8') return problem(c, 415, NOT_UTF8);
    const body = utf8(new Uint8Array(await c.req.arrayBuffer()));
    switch (type.trim()) {
      case 'application/x-www-form-urlencoded': {
        const form = new URLSearchParams(body ?? '');
        if (form.has('update') && !form.has('query')) return problem(c, 403, READ_ONLY);
        if (form.has('update')) return problem(c, 400, BOTH);
        // The address takes part: some clients leave the graphs and the format there.
        return body === undefined ? problem(c, 400, NOT_UTF8) : answer(c, form, merged(form, address));
      }
      case 'application/sparql-query': {
        if (address.has('query') || address.has('update')) return problem(c, 400, TWICE);
        if (body === undefined) return problem(c, 400, NOT_UTF8);
        return answer(c, new URLSearchParams({ query: body }), address);
      }
      case 'application/sparql-update':
        return problem(c, 403, READ_ONLY);
      default:
        return problem(c, 415, WRONG_TYPE);
    }
  });
  app.options('/', (c) => c.body(null, 204, { allow: ALLOW }));
  app.all('/', (c) => {
    c.header('allow', ALLOW);
    return problem(c, 405, { fr: `Seules ${ALLOW} sont permises.`, en: `Only ${ALLOW} are allowed.` });
  });

  async function answer(c: Context, given: URLSearchParams, options: URLSearchParams): Promise<Response> {
    const [asked, more] = given.getAll('query');
    if (asked === undefined) return problem(c, 400, NO_QUERY);
    if (more !== undefined) return problem(c, 400, TWICE);
    const text = withBase(asked, endpoint);
    const query = parseQuery(text);
    const format = formatOf(c, options, query.kind);
    if (format instanceof Response) return format;
    const dataset = datasetOf(options);
    if (dataset === 'wrong') return problem(c, 400, NO_GRAPH);
    const client = clientOf(c, context.trustedProxy);
    const result = await context.current().store.query(text, {
      accept: format,
      signal: c.req.raw.signal,
      quick: looksQuick(query),
      ...(client === undefined ? {} : { client }),
      ...(dataset === undefined ? {} : { dataset }),
    });
    c.header('vary', 'Accept', { append: true });
    return resultResponse(c, result, format);
  }

  function formatOf(c: Context, options: URLSearchParams, kind: Parameters<typeof formatWanted>[1]): Format | Response {
    const name = options.get('format') ?? options.get('output');
    const format = name === null ? formatWanted(c.req.header('accept'), kind) : formatNamed(name, kind);
    if (format !== undefined) return format;
    const known = Object.keys(FORMAT_NAMES).join(', ');
    return name === null
      ? problem(c, 406, NOT_ACCEPTABLE)
      : problem(c, 400, { fr: `« format » doit être un de ${known}.`, en: `"format" must be one of ${known}.` });
  }

  /** The description of the service; for people, the page with the editor. */
  function describe(c: Context): Response {
    c.header('vary', 'Accept, Accept-Language', { append: true });
    const known = [...DESCRIPTIONS.map((format) => formats[format].mediaType), 'text/html'];
    const type = mediaTypeOf(c.req.header('accept'), known);
    if (type === undefined) return problem(c, 406, NOT_ACCEPTABLE);
    if (type === 'text/html') {
      const language = languageOf(c.req.header('accept-language'), context.language);
      return c.redirect(`${context.address}sparql.${language}.html`, 303);
    }
    const format = DESCRIPTIONS.find((one) => formats[one].mediaType === type) as Format;
    const ntriples = serviceDescription({
      endpoint,
      base: context.base,
      statements: context.current().statements,
      ...(context.license === undefined ? {} : { license: context.license }),
    });
    const { body } = graphAs(ntriples, format, { rows: 10_000, bytes: 1 << 20 }, SERVICE_PREFIXES);
    return resultResponse(c, { kind: 'graph', mediaType: type, body }, format);
  }

  return app;
}

// --- internal ---

/** Bytes. A query has at most 16 KiB, which a form may write three times as long. */
const MOST_BODY = 64 * 1024;
const ALLOW = 'GET, HEAD, POST, OPTIONS';
const DESCRIPTIONS = formatsOf('graph');

const READ_ONLY: Detail = {
  fr: 'Ce point d’accès ne fait que lire : les mises à jour sont refusées.',
  en: 'This endpoint is read only: updates are refused.',
};
const BOTH: Detail = { fr: 'Une requête ou une mise à jour, pas les deux.', en: 'A query or an update, not both.' };
const TWICE: Detail = { fr: 'Donnez une seule requête (« query »).', en: 'Give one query ("query") only.' };
const NO_QUERY: Detail = { fr: 'Il manque la requête (« query »).', en: 'The query ("query") is missing.' };
const NOT_UTF8: Detail = { fr: 'La requête doit être en UTF-8.', en: 'The query must be in UTF-8.' };
const TOO_LARGE: Detail = { fr: 'Au plus 64 Kio par requête.', en: 'A request holds at most 64 KiB.' };
const WRONG_TYPE: Detail = {
  fr: 'Envoyez un formulaire (application/x-www-form-urlencoded) ou la requête même (application/sparql-query).',
  en: 'Send a form (application/x-www-form-urlencoded) or the query itself (application/sparql-query).',
};
const NOT_ACCEPTABLE: Detail = {
  fr: 'Aucun des formats demandés n’existe pour ce résultat.',
  en: 'This result has none of the formats asked for.',
};
const NO_GRAPH: Detail = {
  fr: 'default-graph-uri et named-graph-uri doivent être des IRI absolues.',
  en: 'default-graph-uri and named-graph-uri must be absolute IRIs.',
};

/** The rest of the body is not read: the connection cannot serve for another request. */
function tooLarge(c: Context): Response {
  c.header('connection', 'close');
  return problem(c, 413, TOO_LARGE);
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const merged = (a: URLSearchParams, b: URLSearchParams): URLSearchParams => new URLSearchParams([...a, ...b]);

function datasetOf(options: URLSearchParams): Dataset | undefined | 'wrong' {
  const [defaultGraphs, namedGraphs] = [options.getAll('default-graph-uri'), options.getAll('named-graph-uri')];
  if (defaultGraphs.length + namedGraphs.length === 0) return undefined;
  return [...defaultGraphs, ...namedGraphs].every(isIri) ? { defaultGraphs, namedGraphs } : 'wrong';
}
