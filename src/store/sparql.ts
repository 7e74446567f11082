import { DataFactory } from 'n3';
import type { Query, SparqlQuery } from 'sparqljs';
import { Generator, Parser } from 'sparqljs';
import { checkText, checkTree } from './guards.ts';
import { insertValues } from './insert.ts';
import type { ResultKind } from './store.ts';
import { QueryRefused } from './store.ts';

/** The one module that parses and writes SPARQL. Nothing else imports sparqljs, but for types. */

export interface ParsedQuery {
  readonly text: string;
  readonly kind: ResultKind;
  readonly form: Query['queryType'];
  /** Names of the columns of a SELECT, without `?`; undefined for `*` and for other forms. */
  readonly columns?: readonly string[];
  /** Names of all variables, without `?`, in order of appearance. */
  readonly variables: readonly string[];
  /** Prefixes that the query declares. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Parsed when it is first asked for, where the shape tells all that was asked before. */
  readonly tree: Query;
  /** A tree that differs from the query's own at most in the IRIs (but rdf:type) and strings inside its braces. */
  readonly shape: Query;
}

/** A value for a variable. `datatype` is an IRI; neither datatype nor language: a plain string. */
export type QueryTerm =
  | { readonly type: 'iri'; readonly value: string }
  | { readonly type: 'literal'; readonly value: string; readonly datatype?: string; readonly language?: string };

/**
 * Parses a read-only query and holds it to the limits of `guards.ts`.
 * Throws QueryRefused (syntax, update, service, limit), its message naming the line where there is one.
 */
export function parseQuery(text: string): ParsedQuery {
  // Whoever looks at a query before it runs it hands its text on; meanwhile others may come.
  const [recent, most] = text.length > SHORT ? [long, MOST_LONG] : [short, MOST_SHORT];
  const known = recent.get(text);
  if (known !== undefined) return known;
  const query = parsedQuery(text);
  keep(recent, text, query, most);
  return query;
}

/** The query with a base for its relative IRIs, where it has some and gives none itself. */
export function withBase(text: string, base: string): string {
  try {
    parseQuery(text);
  } catch (error) {
    // As sparqljs says it.
    if (error instanceof QueryRefused && error.message.startsWith('Cannot resolve relative IRI'))
      return `BASE <${base}> ${text}`;
    throw error;
  }
  return text;
}

/**
 * The text of the query with values given to variables: each group that speaks of the variable starts with
 * `VALUES ?name { value }`. Values are terms, never text, so that nothing in them can become syntax.
 * IRIs must have been validated.
 */
export function withValues(query: ParsedQuery, values: ReadonlyMap<string, QueryTerm>): string {
  if (values.size === 0) return query.text;
  const terms = new Map([...values].map(([name, term]) => [name, toTerm(term)]));
  return write(insertValues(query.tree, terms));
}

/** True when the query, written from its tree and parsed again, is the same: only then may `withValues` be trusted with it. */
export function survivesWriting(query: ParsedQuery): boolean {
  try {
    return canonical(parse(write(query.tree))) === canonical(query.tree);
  } catch {
    return false;
  }
}

/** The query with at most `rows` solutions asked of the engine, where that can be said without changing its meaning. */
export function withLimit(query: ParsedQuery, rows: number): string {
  const { shape } = query;
  if (shape.queryType !== 'SELECT' || (shape.limit !== undefined && shape.limit <= rows)) return query.text;
  // The solution modifiers end the query, unless a VALUES clause follows them; the newline ends a last comment.
  if (shape.limit === undefined && shape.values === undefined) return `${query.text}\nLIMIT ${rows}`;
  return survivesWriting(query) ? write({ ...query.tree, limit: rows } as Query) : query.text;
}

// --- internal ---

/** Queries of late by their texts. Look-ups are short and asked again; of long ones few are held. */
const short = new Map<string, ParsedQuery>();
const long = new Map<string, ParsedQuery>();
/** Characters. */
const SHORT = 512;
const MOST_SHORT = 512;
const MOST_LONG = 32;

/** Queries by their skeletons (`outline.ts`): parsing costs more than all else that is done for a look-up, and programs ask alike. */
const shapes = new Map<string, ParsedQuery>();
const MOST_SHAPES = 256;

function keep(map: Map<string, ParsedQuery>, key: string, query: ParsedQuery, most: number): void {
  map.delete(key);
  map.set(key, query);
  if (map.size > most) map.delete(map.keys().next().value as string);
}

function parsedQuery(text: string): ParsedQuery {
  const skeleton = checkText(text);
  const alike = skeleton === undefined ? undefined : shapes.get(skeleton);
  const query = alike === undefined ? fullyParsed(text) : reshaped(alike, text);
  if (skeleton !== undefined) keep(shapes, skeleton, alike ?? query, MOST_SHAPES);
  return query;
}

/** What is known of a query, said of another of its shape. */
function reshaped({ kind, form, columns, variables, prefixes, shape }: ParsedQuery, text: string): ParsedQuery {
  let own: Query | undefined;
  return {
    ...{ text, kind, form, variables, prefixes, shape },
    ...(columns === undefined ? {} : { columns }),
    get tree() {
      own ??= fullyParsed(text).tree;
      return own;
    },
  };
}

function fullyParsed(text: string): ParsedQuery {
  const parsed = parse(text);
  if (!('type' in parsed)) throw new QueryRefused('syntax', 'the query is empty');
  if (parsed.type === 'update') {
    throw new QueryRefused(
      'update',
      'this store is read only: SELECT, ASK, CONSTRUCT and DESCRIBE run, updates and LOAD do not',
    );
  }
  const { variables } = checkTree(parsed);
  const columns = columnsOf(parsed);
  return {
    text,
    kind: kinds[parsed.queryType],
    form: parsed.queryType,
    ...(columns === undefined ? {} : { columns }),
    variables,
    prefixes: { ...parsed.prefixes },
    tree: parsed,
    shape: parsed,
  };
}

const kinds: Readonly<Record<Query['queryType'], ResultKind>> = {
  SELECT: 'bindings',
  ASK: 'boolean',
  CONSTRUCT: 'graph',
  DESCRIBE: 'graph',
};

/** sparqljs leaves the escapes of local names (`ex:a\?b`) in its IRIs. No IRI holds a backslash of its own. */
const factory = {
  ...DataFactory,
  namedNode: <Iri extends string>(iri: Iri) =>
    DataFactory.namedNode(iri.replace(/\\([_~.\-!$&'()*+,;=/?#@%])/g, '$1') as Iri),
};

const parser = new Parser({ factory });

function parse(text: string): SparqlQuery {
  try {
    return parser.parse(text);
  } catch (cause) {
    const { message, line } = explain(cause, text);
    throw new QueryRefused('syntax', message, cause, line);
  }
}

/**
 * sparqljs builds prefixed names by a regular expression over the prefixes: give it only those that cannot upset one. It
 * indents after U+2028 inside strings too, which changes them: no indentation.
 */
function write(tree: Query): string {
  const prefixes = Object.entries(tree.prefixes).filter(([, iri]) => /^[A-Za-z0-9:/#._-]+$/.test(iri));
  return new Generator({ indent: '' }).stringify({ ...tree, prefixes: Object.fromEntries(prefixes) });
}

function toTerm(term: QueryTerm) {
  if (term.type === 'iri') return DataFactory.namedNode(term.value);
  if (term.language !== undefined) return DataFactory.literal(term.value, term.language);
  return term.datatype === undefined
    ? DataFactory.literal(term.value)
    : DataFactory.literal(term.value, DataFactory.namedNode(term.datatype));
}

function columnsOf(tree: Query): string[] | undefined {
  if (tree.queryType !== 'SELECT') return undefined;
  const columns = tree.variables.map((column) => ('expression' in column ? column.variable.value : column.value));
  return columns.length === 1 && columns[0] === '*' ? undefined : columns;
}

/** A text that is equal for equal queries: blank nodes numbered by appearance, prefixes left out (names are expanded). */
function canonical(tree: unknown): string {
  const blanks = new Map<string, number>();
  const plain = (node: unknown): unknown => {
    if (node === null || typeof node !== 'object') return node;
    if (Array.isArray(node)) return node.map(plain);
    if ('termType' in node && 'value' in node) {
      if (node.termType === 'BlankNode') {
        const label = String(node.value);
        if (!blanks.has(label)) blanks.set(label, blanks.size);
        return ['blank', blanks.get(label)];
      }
      const { datatype, language } = node as { datatype?: { value: string }; language?: string };
      return [node.termType, node.value, language, datatype?.value];
    }
    const keys = Object.keys(node).filter((key) => key !== 'prefixes' && key !== 'base');
    return keys.sort().map((key) => [key, plain((node as Record<string, unknown>)[key])]);
  };
  return JSON.stringify(plain(tree));
}

/** What is wrong, and on which line: the parser's own list of expected tokens cut to what a person can use. */
function explain(cause: unknown, text: string): { message: string; line?: number } {
  if (cause instanceof RangeError) return { message: 'the query is nested too deep to be parsed' };
  const message = cause instanceof Error ? cause.message : String(cause);
  const hash = (cause as { hash?: { line?: number; text?: string; expected?: string[] } }).hash;
  if (hash !== undefined) {
    const line = (hash.line ?? 0) + 1;
    const expected = (hash.expected ?? []).map((token) => token.replaceAll("'", ''));
    const list = expected.length > 8 ? `${expected.slice(0, 8).join(' ')} …` : expected.join(' ');
    const found = hash.text === undefined || hash.text === '' ? 'the end of the query' : JSON.stringify(hash.text);
    return {
      message: `syntax error on line ${line}, at ${found}${list === '' ? '' : `; expected one of: ${list}`}`,
      line,
    };
  }
  const prefix = /^Unknown prefix: (.*)$/s.exec(message)?.[1];
  if (prefix === undefined) return { message };
  const line = text.slice(0, Math.max(0, text.indexOf(`${prefix}:`))).split('\n').length;
  return { message: `unknown prefix ${prefix}: on line ${line}; declare it with PREFIX ${prefix}: <…>`, line };
}
