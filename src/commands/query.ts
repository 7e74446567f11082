import { UsageError } from '../errors.ts';
import { prefixesOf } from '../map/iri.ts';
import type { SavedQuery } from '../query/catalogue.ts';
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
  const saved = queries.find((one) => one.name === name);
  if (saved === undefined) {
    throw new UsageError(`there is no saved query "${name}"; there are ${queries.map((one) => one.name).join(', ')}`);
  }
  const parameters = parametersOf(options.param ?? []);
  return withStore(options, terminal, async (store) =>
    show(await runQuery(store, saved, parameters, runOptions(options, terminal)), terminal),
  );
}

/** Runs a SPARQL query given as text. @returns the exit code */
export async function sparql(text: string, options: QueryOptions, terminal: Terminal): Promise<number> {
  return withStore(options, terminal, async (store) =>
    show(await runSparql(store, text, runOptions(options, terminal)), terminal),
  );
}

// --- internal ---

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
