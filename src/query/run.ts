import { UsageError } from '../errors.ts';
import { parseQuery } from '../store/sparql.ts';
import type { Format, QueryResult, ResultKind, Store } from '../store/store.ts';
import type { SavedQuery } from './catalogue.ts';
import { bindParameters } from './parameters.ts';
import { table } from './table.ts';

/** Formats by the names that people type. */
export const outputFormats = ['table', 'csv', 'tsv', 'json', 'xml', 'ttl', 'nt', 'rdf', 'jsonld'] as const;
export type OutputFormat = (typeof outputFormats)[number];

export interface RunOptions {
  /** Default: a table for SELECT and ASK, Turtle for graphs. */
  readonly format?: OutputFormat;
  /** Columns of the terminal, for tables. Default: as wide as the cells are. */
  readonly width?: number;
  /** Prefixes that shorten IRIs in tables, beside those of the query. */
  readonly prefixes?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Runs a saved query with values for its parameters. Throws what `bindParameters` and the store throw. */
export function runQuery(
  store: Store,
  saved: SavedQuery,
  parameters: ReadonlyMap<string, string> = new Map(),
  options: RunOptions = {},
): Promise<QueryResult> {
  return runSparql(store, bindParameters(saved, parameters), options);
}

/** Runs any read-only query. Throws UsageError for a format that its kind of result does not have. */
export async function runSparql(store: Store, sparql: string, options: RunOptions = {}): Promise<QueryResult> {
  const { kind, prefixes } = parseQuery(sparql);
  const format = options.format ?? (kind === 'graph' ? 'ttl' : 'table');
  const accept = accepts[kind][format];
  if (accept === undefined) {
    const known = outputFormats.filter((name) => accepts[kind][name] !== undefined).join(', ');
    throw new UsageError(`this query has no result in the format ${format}; it has ${known}`);
  }
  const { timeoutMs, signal } = options;
  const result = await store.query(sparql, {
    accept,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (format !== 'table') return result;
  const body = table(result.body, {
    prefixes: { ...options.prefixes, ...prefixes },
    ...(options.width === undefined ? {} : { width: options.width }),
  });
  return { ...result, mediaType: 'text/plain', body };
}

// --- internal ---

const rows: Partial<Record<OutputFormat, Format>> = { table: 'json', csv: 'csv', tsv: 'tsv', json: 'json', xml: 'xml' };
const accepts: Readonly<Record<ResultKind, Partial<Record<OutputFormat, Format>>>> = {
  bindings: rows,
  boolean: rows,
  graph: { ttl: 'turtle', nt: 'ntriples', rdf: 'rdfxml', jsonld: 'jsonld' },
};
