import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import { prefixesOf } from '../map/iri.ts';
import { findQuery, type SavedQuery } from '../query/catalogue.ts';
import { withPrefixes } from '../query/prefixes.ts';
import { type OutputFormat, runQuery, runSparql } from '../query/run.ts';
import type { QueryResult } from '../store/store.ts';
import { baseOf, type CommonOptions, catalogue, EXIT, type Terminal, withStore } from './context.ts';

export interface QueryOptions extends CommonOptions {
  readonly format?: OutputFormat;
  /** `name=value` */
  readonly param?: readonly string[];
  readonly json?: boolean;
}

/** Runs a saved query, or lists them all where none is named. @returns the exit code */
export async function query(name: string | undefined, options: QueryOptions, terminal: Terminal): Promise<number> {
  const queries = await catalogue();
  if (name === undefined) {
    terminal.out(
      options.json === true ? `${JSON.stringify(queries.map(listed), null, 2)}\n` : queries.map(line).join(''),
    );
    return EXIT.done;
  }
  const saved = findQuery(queries, name);
  const parameters = parametersOf(options.param ?? []);
  return withStore(options, terminal, async (store) =>
    show(await runQuery(store, saved, parameters, runOptions(options, terminal)), terminal),
  );
}

export interface SparqlOptions extends QueryOptions {
  /** Path of a file with the query. */
  readonly file?: string;
}

/**
 * Runs a SPARQL query: the text given, that of a file, or that of stdin. Prefixes of the graph need no declaration.
 * @returns the exit code
 */
export async function sparql(given: string | undefined, options: SparqlOptions, terminal: Terminal): Promise<number> {
  const text = await sparqlText(given, options.file, terminal);
  if (text.trim() === '') throw new UsageError('the query is empty: give it as an argument, with --file, or on stdin');
  const asked = runOptions(options, terminal);
  return withStore(options, terminal, async (store) =>
    show(await runSparql(store, withPrefixes(text, asked.prefixes), asked), terminal),
  );
}

// --- internal ---

async function sparqlText(given: string | undefined, file: string | undefined, terminal: Terminal): Promise<string> {
  if (file === undefined) return given ?? (await terminal.in());
  if (given !== undefined) throw new UsageError('give the query as an argument or with --file, not both');
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new UsageError(`cannot be read (${why}): check the path given with --file`, { path: file }, cause);
  }
}

function runOptions({ config, format, json }: QueryOptions, { width }: Terminal) {
  const prefixes = prefixesOf(baseOf(config));
  const chosen = json === true ? 'json' : format;
  return { prefixes, ...(chosen === undefined ? {} : { format: chosen }), ...(width === undefined ? {} : { width }) };
}

function show(result: QueryResult, terminal: Terminal): number {
  terminal.out(result.body.endsWith('\n') ? result.body : `${result.body}\n`);
  if (result.truncated !== undefined) terminal.err(`warning: ${result.truncated.message}\n`);
  return EXIT.done;
}

function parametersOf(given: readonly string[]): Map<string, string> {
  return new Map(
    given.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw new UsageError(`a parameter is given as NAME=VALUE, not as "${text}"`);
      return [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}

const line = ({ name, summary, parameters }: SavedQuery): string =>
  `${name.padEnd(34)} ${summary}${parameters.length === 0 ? '' : ` (${parameters.map((parameter) => `-p ${parameter.name}=…`).join(' ')})`}\n`;

const listed = ({ name, summary, summaryFr, description, tags, columns, parameters }: SavedQuery) => ({
  name,
  summary,
  summaryFr,
  description,
  tags,
  columns,
  parameters,
});
