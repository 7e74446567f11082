import type { Context } from 'hono';
import { formats, formatsOf } from '../store/formats.ts';
import type { Format, QueryResult, ResultKind } from '../store/store.ts';
import { mediaTypeOf } from './negotiate.ts';

/** Formats by the names that addresses end in, or that `format=` gives. */
export const FORMAT_NAMES: Readonly<Record<string, Format>> = {
  json: 'json',
  srj: 'json',
  xml: 'xml',
  srx: 'xml',
  csv: 'csv',
  tsv: 'tsv',
  ttl: 'turtle',
  nt: 'ntriples',
  rdf: 'rdfxml',
  jsonld: 'jsonld',
};

/**
 * The format that `format=` names for a kind of result: as an address ends, as libraries of clients say it, or by a media
 * type; undefined for what is no name.
 */
export function formatNamed(name: string, kind: ResultKind): Format | undefined {
  const known = name.toLowerCase();
  if (known.includes('/')) return formatWanted(known, kind);
  const named = Object.hasOwn(FORMAT_NAMES, known) ? FORMAT_NAMES[known] : OTHER_NAMES.get(known);
  return (kind === 'graph' && GRAPHS_AS.get(named)) || named;
}

/** What an address in that format ends in. */
export const endingOf = (format: Format): string =>
  Object.entries(FORMAT_NAMES).find(([, named]) => named === format)?.[0] ?? format;

/**
 * The format that an Accept header wants of a kind of result, under its own media type or a general one; undefined where
 * it wants none.
 */
export function formatWanted(accept: string | undefined, kind: ResultKind): Format | undefined {
  const known = OFFERED[kind];
  const type = mediaTypeOf(accept, known.types);
  return type === undefined ? undefined : known.formats.get(type);
}

/** A result as an answer. Where it was cut, a header says so, and the body, in the formats that have a place for it. */
export function resultResponse(c: Context, result: QueryResult, format: Format): Response {
  const type = TEXTS.has(format) ? `${result.mediaType}; charset=utf-8` : result.mediaType;
  c.header('content-type', type);
  if (result.truncated === undefined) return c.body(result.body);
  const { message } = result.truncated;
  c.header('x-truncated', message);
  return c.body(withNote(result.body, format, message));
}

// --- internal ---

const GENERAL: Readonly<Record<ResultKind, readonly (readonly [string, Format])[]>> = {
  bindings: [
    ['application/json', 'json'],
    ['application/xml', 'xml'],
    ['text/xml', 'xml'],
  ],
  boolean: [
    ['application/json', 'json'],
    ['application/xml', 'xml'],
    ['text/xml', 'xml'],
  ],
  graph: [
    ['application/json', 'jsonld'],
    ['application/xml', 'rdfxml'],
    ['text/plain', 'ntriples'],
  ],
};

/** Media types of each kind of result, in order of preference, with their formats. */
const offered = (kind: ResultKind) => {
  const own = formatsOf(kind).map((format) => [formats[format].mediaType, format] as const);
  const known: ReadonlyMap<string, Format> = new Map([...own, ...GENERAL[kind]]);
  return { types: [...known.keys()], formats: known };
};
const OFFERED = { bindings: offered('bindings'), boolean: offered('boolean'), graph: offered('graph') };

const OTHER_NAMES: ReadonlyMap<string, Format> = new Map([
  ['turtle', 'turtle'],
  ['n3', 'turtle'],
  ['ntriples', 'ntriples'],
  ['n-triples', 'ntriples'],
  ['rdf+xml', 'rdfxml'],
  ['rdfxml', 'rdfxml'],
  ['json-ld', 'jsonld'],
]);

/** Who wants a graph as JSON or XML can only mean these. */
const GRAPHS_AS: ReadonlyMap<Format | undefined, Format> = new Map([
  ['json', 'jsonld'],
  ['xml', 'rdfxml'],
]);

const TEXTS: ReadonlySet<Format> = new Set(['csv', 'tsv', 'turtle', 'ntriples']);

function withNote(body: string, format: Format, message: string): string {
  if (format === 'turtle' || format === 'ntriples') return `${body.trimEnd()}\n# ${message}\n`;
  if (format === 'xml' || format === 'rdfxml')
    return `${body.trimEnd()}\n<!-- ${message.replaceAll('--', '- -')} -->\n`;
  if (format === 'json') return body.replace(/\}\s*$/, `,"truncated":${JSON.stringify(message)}}`);
  return body;
}
