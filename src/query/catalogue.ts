import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { beyondValues } from '../store/insert.ts';
import type { ParsedQuery } from '../store/sparql.ts';
import { parseQuery, survivesWriting } from '../store/sparql.ts';
import type { ResultKind } from '../store/store.ts';
import { QueryRefused } from '../store/store.ts';
import { type Decorators, readDecorators } from './decorators.ts';
import type { Parameter } from './parameter.ts';
import { parameterOf, termOf } from './parameter.ts';

/** A question with a name: one file of `queries/`. */
export interface SavedQuery {
  /** Name of the file without `.rq`. */
  readonly name: string;
  readonly path: string;
  readonly summary: string;
  readonly summaryFr?: string;
  readonly description?: string;
  readonly descriptionFr?: string;
  readonly tags: readonly string[];
  readonly kind: ResultKind;
  /** Columns of a SELECT, in order; empty for other forms. */
  readonly columns: readonly string[];
  /** In the order in which they appear. */
  readonly parameters: readonly Parameter[];
  /** The file as it is, decorators included: it is SPARQL. */
  readonly text: string;
  readonly query: ParsedQuery;
}

/** The saved queries of a folder, by name in code unit order. Throws UsageError, naming file and line, for the first that is not sound. */
export async function readCatalogue(folder: string): Promise<SavedQuery[]> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith('.rq')).sort();
  } catch (cause) {
    throw new UsageError('cannot read the folder of saved queries', { path: folder }, cause);
  }
  const queries: SavedQuery[] = [];
  for (const name of names) {
    const path = join(folder, name);
    queries.push(readSavedQuery(await readFile(path, 'utf8'), path));
  }
  return queries;
}

/** One saved query from the text of its file. Throws UsageError naming path and line. */
export function readSavedQuery(fileText: string, path: string): SavedQuery {
  const text = fileText.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const name = basename(path, '.rq');
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) {
    throw new UsageError('the name of a saved query is made of a-z, 0-9 and single "-"', { path });
  }
  const decorators = readDecorators(text, path);
  const query = parse(text, path);
  const at = (part: string) => ({ path, line: lineOf(text, part) });
  if (query.form === 'SELECT' && query.columns === undefined) {
    throw new UsageError('name the columns instead of SELECT *: they are the contract of a saved query', at('*'));
  }
  const parameters = parametersOf(query, decorators, path, text);
  if (parameters.length > 0 && !survivesWriting(query)) {
    throw new UsageError(
      'parameters cannot be put into this query faithfully; avoid several HAVING conditions and "||" or "&&" before IN',
      { path },
    );
  }
  const beyond = new Set(beyondValues(query.tree));
  for (const { variable } of parameters) {
    if (beyond.has(variable)) {
      throw new UsageError(
        `?${variable} is used beside aggregates, where it has no value; use it in WHERE`,
        at(`?${variable}`),
      );
    }
  }
  const { summary, summaryFr, description, descriptionFr, tags } = decorators;
  return {
    name,
    path,
    summary,
    ...(summaryFr === undefined ? {} : { summaryFr }),
    ...(description === undefined ? {} : { description }),
    ...(descriptionFr === undefined ? {} : { descriptionFr }),
    tags,
    kind: query.kind,
    columns: query.columns ?? [],
    parameters,
    text,
    query,
  };
}

/** The query of that name. Throws UsageError listing the names there are. */
export function findQuery(catalogue: readonly SavedQuery[], name: string): SavedQuery {
  const found = catalogue.find((query) => query.name === name);
  if (found !== undefined) return found;
  const names = catalogue.map((query) => query.name);
  const near = names.filter((known) => known.includes(name) || name.includes(known));
  const known = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `known: ${names.join(', ')}`;
  throw new UsageError(`there is no saved query "${name}"; ${known}`);
}

// --- internal ---

function parse(text: string, path: string): ParsedQuery {
  try {
    return parseQuery(text);
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    throw new UsageError(error.message, error.line === undefined ? { path } : { path, line: error.line }, error);
  }
}

function parametersOf(query: ParsedQuery, decorators: Decorators, path: string, text: string): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const variable of query.variables) {
    const where = { path, line: lineOf(text, `?${variable}`) };
    const parameter = located(where, () => parameterOf(variable));
    if (parameter === undefined) continue;
    const other = parameters.get(parameter.name);
    if (other !== undefined) {
      throw new UsageError(
        `?${other.variable} and ?${variable} are two variables for one parameter; use one of them`,
        where,
      );
    }
    const preset = decorators.defaults.get(parameter.name);
    const values = decorators.enumerate.get(parameter.name);
    parameters.set(parameter.name, {
      ...parameter,
      required: parameter.required && preset === undefined,
      ...(preset === undefined ? {} : { default: preset }),
      ...(values === undefined ? {} : { values }),
    });
  }
  for (const decorator of ['defaults', 'enumerate'] as const) {
    const where = { path, line: decorators.lineOf(decorator) };
    for (const name of decorators[decorator].keys()) {
      if (parameters.has(name)) continue;
      throw new UsageError(`#+ ${decorator}: the query has no parameter "${name}" (no variable ?_${name})`, where);
    }
    // A default or a choice that the parameter itself would refuse.
    for (const parameter of parameters.values()) {
      const values = decorator === 'defaults' ? [parameter.default ?? []].flat() : (parameter.values ?? []);
      for (const value of values) located(where, () => termOf(parameter, value));
    }
  }
  return [...parameters.values()];
}

/** Runs work, and says of its UsageError where in the file it comes from. */
function located<T>(where: { path: string; line: number }, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(error.message, where, error);
  }
}

/** Line of the first appearance outside the decorators and comments. */
function lineOf(text: string, part: string): number {
  const line = text.split('\n').findIndex((candidate) => !candidate.startsWith('#') && candidate.includes(part));
  return line === -1 ? 1 : line + 1;
}
