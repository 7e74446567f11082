import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UsageError } from '../errors.ts';
import { NAMESPACES } from '../map/vocab.ts';
import type { SearchDocument } from '../search/document.ts';
import type { Search } from '../search/search.ts';
import type { Store } from '../store/store.ts';
import { anyOrigin } from './any-origin.ts';
import { failure } from './failures.ts';
import { type Detail, problem } from './problem.ts';
import { extend, propose } from './reconcile-extend.ts';
import { preview } from './reconcile-preview.ts';
import { answerQueries, type Candidate, idOf, parseQueries } from './reconcile-queries.ts';
import { KINDS, type Language, PROPERTIES, TYPES, typeOf, typeOfId } from './reconcile-schema.ts';

export interface ReconcileOptions {
  /** Base of the graph's IRIs. */
  readonly base: string;
  /** Where this app is reached from outside, such as `https://data.example.org/reconcile`; never taken from a request. */
  readonly address: string;
  readonly title: string;
  readonly language: Language;
  /** What is served now: a new build may take its place between two requests. */
  readonly current: () => { readonly search: Search; readonly store: Store };
}

/**
 * The Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/):
 * service manifest, reconciliation queries by GET or POST form, suggest, preview and data extension over people,
 * organisations, projects, places and events. Ids are the ends of IRIs, such as `person/ada-lovelace`. To be mounted at
 * `/reconcile`. There is no JSONP: OpenRefine and browsers use CORS.
 */
export function createReconcile(options: ReconcileOptions): Hono {
  const { language, base } = options;
  const app = new Hono();
  app.use(anyOrigin());
  app.use(bodyLimit({ maxSize: 512 * 1024, onError: (c) => problem(c, 413, TOO_LARGE) }));
  app.onError((error, c) => failure(c, error));

  const answer = async (c: Context, given: Readonly<Record<string, string>>) => {
    const { queries, extend: extension } = given;
    if (queries !== undefined) {
      const answers = await answerQueries(parseQueries(queries), { base, ...options.current() });
      return c.json(Object.fromEntries([...answers].map(([key, found]) => [key, { result: found.map(candidate) }])));
    }
    if (extension !== undefined) return c.json(await extend(extension, { base, language, ...options.current() }));
    if (given.query !== undefined)
      throw new UsageError('"query" was of version 0.1: send {"q0": {"query": …}} as "queries"');
    return c.json(manifest(options));
  };

  app.get('/', (c) => answer(c, c.req.query()));
  app.post('/', async (c) => answer(c, fields(await c.req.parseBody())));

  app.get('/suggest/entity', (c) => {
    const { type } = c.req.query();
    const kinds =
      type === undefined || type === '' ? KINDS : [typeOfId(type)?.kind].filter((kind) => kind !== undefined);
    const { from, limit } = pageOf(c);
    const found = options.current().search.find(c.req.query('prefix') ?? '', { kinds, limit: from + limit });
    return c.json({ result: found.slice(from).map(suggestion) });
  });
  app.get('/suggest/type', (c) => c.json({ result: named(TYPES, c) }));
  app.get('/suggest/property', (c) => c.json({ result: named(PROPERTIES, c) }));
  app.get('/extend/propose', (c) => {
    const { type } = c.req.query();
    return c.json(propose(type, Math.max(1, Number(c.req.query('limit')) || PROPERTIES.length), language));
  });
  app.get('/preview', (c) => {
    const document = documentOf(c);
    if (document === undefined) return problem(c, 404, NO_SUCH_THING);
    c.header('content-security-policy', "default-src 'none'");
    c.header('x-content-type-options', 'nosniff');
    return c.html(preview(document, language));
  });
  app.get('/view', (c) => {
    const document = documentOf(c);
    // Relative, so that it is right under any address.
    return document === undefined ? problem(c, 404, NO_SUCH_THING) : c.redirect(`../id/${idOf(document)}`, 303);
  });

  // --- of this service's options ---

  function documentOf(c: Context): SearchDocument | undefined {
    return options.current().search.at(`doc/${c.req.query('id') ?? ''}`);
  }
  function typesOf({ kind }: SearchDocument) {
    const type = typeOf(kind);
    return type === undefined ? [] : [{ id: type.id, name: type.name[language] }];
  }
  function candidate({ document, score, match, name }: Candidate) {
    const features = [{ id: 'name', value: name }];
    return { ...described(document), type: typesOf(document), score, match, features };
  }
  function suggestion(document: SearchDocument) {
    return { ...described(document), notable: typesOf(document) };
  }
  function named(
    list: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[],
    c: Context,
  ) {
    const prefix = (c.req.query('prefix') ?? '').toLowerCase();
    const { from, limit } = pageOf(c);
    return list
      .filter(({ id, name }) => [id, name.fr, name.en].some((text) => text.toLowerCase().startsWith(prefix)))
      .slice(from, from + limit)
      .map(({ id, name }) => ({ id, name: name[language] }));
  }

  return app;
}

// --- internal ---

const TOO_LARGE: Detail = {
  fr: 'Au plus 512 ko par requête : envoyez-en plusieurs.',
  en: 'A request holds at most 512 kB: send several.',
};
const NO_SUCH_THING: Detail = { fr: 'Cet identifiant ne désigne rien.', en: 'There is no such thing.' };

function described(document: SearchDocument) {
  const { name, start, facts = [] } = document;
  const description = [...(start === undefined ? [] : [start.slice(0, 10)]), ...facts].join(' · ');
  return { id: idOf(document), name, ...(description === '' ? {} : { description }) };
}

function manifest({ base, address, title, language }: ReconcileOptions) {
  const at = (path: string) => ({ service_url: address, service_path: path });
  return {
    versions: ['0.2'],
    name: title,
    identifierSpace: `${base}id/`,
    schemaSpace: NAMESPACES.schema,
    defaultTypes: TYPES.map(({ id, name }) => ({ id, name: name[language] })),
    view: { url: `${address}/view?id={{id}}` },
    preview: { url: `${address}/preview?id={{id}}`, width: 400, height: 160 },
    suggest: { entity: at('/suggest/entity'), type: at('/suggest/type'), property: at('/suggest/property') },
    extend: { propose_properties: at('/extend/propose'), property_settings: [] },
    batchSize: 50,
  };
}

/** A page of suggestions: `cursor` counts from 0. */
function pageOf(c: Context): { readonly from: number; readonly limit: number } {
  const number = (name: string, otherwise: number) => Math.trunc(Number(c.req.query(name))) || otherwise;
  return {
    from: Math.min(1000, Math.max(0, number('cursor', 0))),
    limit: Math.min(50, Math.max(1, number('limit', 10))),
  };
}

/** Fields of a form; files are none. */
function fields(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}
