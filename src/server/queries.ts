import { type Context, Hono } from 'hono';
import { prefixesOf } from '../map/iri.ts';
import { executable } from '../publish/executable.ts';
import type { SavedQuery } from '../query/catalogue.ts';
import { bindParameters } from '../query/parameters.ts';
import { formats, formatsOf } from '../store/formats.ts';
import { rowsAs } from '../store/rows-format.ts';
import type { Format, QueryResult } from '../store/store.ts';
import { clientOf } from './client.ts';
import type { ServerContext } from './context.ts';
import { failure } from './failures.ts';
import { languageOf } from './language.ts';
import { mediaTypeOf } from './negotiate.ts';
import { openapi } from './openapi.ts';
import { problem } from './problem.ts';
import { FORMAT_NAMES, formatWanted, resultResponse } from './results.ts';

/**
 * The saved queries as an API: `/queries` lists them; `/queries/NAME?parameter=…` answers one, as a page or in a format of
 * results, by negotiation, by `format=`, or by the address's ending; `page=` and `pageSize=` give parts of the rows, told in
 * `Link`. `/openapi.json` describes all of it. To be mounted at `/`; pages (`queries/….fr.html`) it leaves to `site.ts`.
 */
export function createQueriesRoutes(context: ServerContext): Hono {
  const app = new Hono();
  const named = new Map(context.queries.map((query) => [query.name, query]));
  app.onError((error, c) => failure(c, error));

  app.get('/openapi.json', (c) => c.json(openapi(context)));

  app.get('/queries', async (c) => {
    c.header('vary', 'Accept, Accept-Language', { append: true });
    c.header('link', `<${context.address}openapi.json>; rel="service-desc"; type="application/json"`);
    const type = mediaTypeOf(c.req.header('accept'), ['application/json', 'text/html']);
    if (type === 'application/json') return c.json({ queries: context.queries.map(listed) });
    if (type === undefined) return problem(c, 406, NOT_ACCEPTABLE);
    return html(c, 'queries');
  });

  app.get('/queries/:file', async (c, next) => {
    const file = c.req.param('file');
    const [, name = '', ending] = /^([a-z0-9-]+)(?:\.(rq|ttl|csv|tsv|json|xml|srj|srx))?$/.exec(file) ?? [];
    const saved = named.get(name);
    if (saved === undefined) return next();
    if (ending === 'rq') {
      c.header('content-type', 'application/sparql-query; charset=utf-8');
      return c.body(saved.text);
    }
    if (ending === 'ttl') {
      c.header('content-type', 'text/turtle; charset=utf-8');
      const iri = `${context.base}queries/${name}`;
      return c.body(executable(saved, iri, prefixesOf(context.base), `${context.address}sparql`));
    }
    return answer(c, saved, ending);
  });

  async function answer(c: Context, saved: SavedQuery, ending: string | undefined): Promise<Response> {
    const given = new URL(c.req.url).searchParams;
    const name = ending ?? given.get('format') ?? undefined;
    if (name === undefined) {
      c.header('vary', 'Accept, Accept-Language', { append: true });
      // Programs that do not say what they want (`*/*`) get data, browsers the page.
      const types = [...formatsOf(saved.kind).map((format) => formats[format].mediaType), 'text/html'];
      if (mediaTypeOf(c.req.header('accept'), types) === 'text/html') return html(c, `queries/${saved.name}`);
    }
    const format = name === undefined ? formatWanted(c.req.header('accept'), saved.kind) : FORMAT_NAMES[name];
    if (format === undefined)
      return name === undefined ? problem(c, 406, NOT_ACCEPTABLE) : problem(c, 400, unknownFormat(saved));
    if (!formatsOf(saved.kind).includes(format)) return problem(c, 400, unknownFormat(saved));
    const part = partOf(given);
    if (part === 'wrong') return problem(c, 400, WRONG_PART);
    const values = new Map([...given].filter(([key]) => !OWN.has(key)));
    // Unknown names and wrong values are told by name.
    const text = bindParameters(saved, values);
    const client = clientOf(c, context.trustedProxy);
    const result = await context.current().store.query(text, {
      accept: part === undefined ? format : 'json',
      quick: true,
      signal: c.req.raw.signal,
      ...(client === undefined ? {} : { client }),
    });
    if (part === undefined || saved.kind !== 'bindings') return resultResponse(c, result, format);
    return resultResponse(c, cutOut(c, result, part, format), format);
  }

  /** One page of the rows, and where the others are. */
  function cutOut(c: Context, result: QueryResult, { page, size }: Part, format: Format): QueryResult {
    const parsed = JSON.parse(result.body) as { head: object; results: { bindings: unknown[] } };
    const all = parsed.results.bindings;
    const last = Math.max(1, Math.ceil(all.length / size));
    const place = (to: number): string => {
      const url = new URL(c.req.path.slice(1), context.address);
      for (const [key, value] of new URL(c.req.url).searchParams) url.searchParams.append(key, value);
      url.searchParams.set('page', String(to));
      url.searchParams.set('pageSize', String(size));
      return url.href;
    };
    const others = [
      ['first', 1],
      ...(page > 1 ? [['prev', page - 1] as const] : []),
      ...(page < last ? [['next', page + 1] as const] : []),
      ['last', last],
    ] as const;
    c.header('link', others.map(([relation, to]) => `<${place(to)}>; rel="${relation}"`).join(', '));
    c.header('x-total-count', String(all.length));
    const bindings = all.slice((page - 1) * size, page * size);
    const body = JSON.stringify({ head: parsed.head, results: { bindings } });
    const within = rowsAs(body, format, { rows: size, bytes: 256 * 1024 * 1024 });
    return { ...result, mediaType: formats[format].mediaType, ...within };
  }

  async function html(c: Context, name: string): Promise<Response> {
    const language = languageOf(c.req.header('accept-language'), context.language);
    const place = `${name}.${language}.html`;
    const page = await context.current().pages.page(place, new URL(c.req.url).searchParams);
    if (page === undefined) return c.notFound();
    c.header('content-location', context.address + place);
    return c.html(page);
  }

  function listed({ name, summary, summaryFr, description, tags, kind, columns, parameters }: SavedQuery) {
    return {
      name,
      url: `${context.address}queries/${name}`,
      summary: { en: summary, ...(summaryFr === undefined ? {} : { fr: summaryFr }) },
      ...(description === undefined ? {} : { description }),
      ...{ tags, kind, columns },
      parameters: parameters.map(({ name: of, type, required, default: preset, values }) => ({
        name: of,
        ...{ type, required },
        ...(preset === undefined ? {} : { default: preset }),
        ...(values === undefined ? {} : { values }),
      })),
    };
  }

  return app;
}

// --- internal ---

/** What is not a parameter of the query itself. */
const OWN: ReadonlySet<string> = new Set(['format', 'page', 'pageSize']);

const MOST_ROWS = 10_000;

interface Part {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

function partOf(given: URLSearchParams): Part | undefined | 'wrong' {
  if (!given.has('page') && !given.has('pageSize')) return undefined;
  const [page, size] = [given.get('page') ?? '1', given.get('pageSize') ?? '100'].map((text) =>
    /^[1-9]\d{0,6}$/.test(text) ? Number(text) : Number.NaN,
  ) as [number, number];
  return Number.isNaN(page) || Number.isNaN(size) || size > MOST_ROWS ? 'wrong' : { page, size };
}

const WRONG_PART = {
  fr: `« page » compte à partir de 1, « pageSize » va de 1 à ${MOST_ROWS}.`,
  en: `"page" counts from 1, "pageSize" goes from 1 to ${MOST_ROWS}.`,
};
const NOT_ACCEPTABLE = {
  fr: 'Aucun des formats demandés n’existe pour cette requête.',
  en: 'This query has none of the formats asked for.',
};

function unknownFormat({ kind }: SavedQuery) {
  const known = Object.entries(FORMAT_NAMES).flatMap(([name, format]) =>
    formatsOf(kind).includes(format) ? [name] : [],
  );
  return {
    fr: `« format » doit être un de ${known.join(', ')}.`,
    en: `"format" must be one of ${known.join(', ')}.`,
  };
}
