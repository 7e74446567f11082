import { SPARQL_RESULTS, xsd } from '../map/vocab.ts';
import { type Caps, cut } from './cut.ts';
import type { Answer } from './protocol.ts';
import { type Format, QueryFailed } from './store.ts';

/**
 * Rows or a truth, given as SPARQL 1.1 Query Results JSON of any server, within the caps and in the format asked for; the
 * same bytes whatever the server's layout is.
 */
export function rowsAs(json: string, format: Format, caps: Caps): Answer {
  const results = parse(json);
  if (results.boolean !== undefined) return { body: truthAs(results.boolean, format) };
  const vars = results.head?.vars ?? [];
  const rows = results.results?.bindings ?? [];
  switch (format) {
    case 'csv':
      return cut(table([vars, ...rows.map((row) => vars.map((name) => csv(row[name])))], ',', '\r\n'), 'csv', caps);
    case 'tsv': {
      const head = vars.map((name) => `?${name}`);
      return cut(table([head, ...rows.map((row) => vars.map((name) => tsv(row[name])))], '\t', '\n'), 'tsv', caps);
    }
    case 'xml':
      return cut(xml(vars, rows), 'xml', caps);
    default: {
      const bindings = rows.map((row) => JSON.stringify(plain(row, vars)));
      const body = `{"head":{"vars":${JSON.stringify(vars)}},"results":{"bindings":[${bindings.join(',')}]}}`;
      return cut(body, 'json', caps);
    }
  }
}

// --- internal ---

interface Term {
  readonly type: 'uri' | 'literal' | 'typed-literal' | 'bnode';
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}
type Row = Readonly<Record<string, Term | undefined>>;
interface Results {
  readonly head?: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings?: readonly Row[] };
  readonly boolean?: boolean;
}

function parse(json: string): Results {
  try {
    return JSON.parse(json) as Results;
  } catch (cause) {
    throw new QueryFailed('engine', `the server's answer is no JSON of SPARQL results (${String(cause)})`, cause);
  }
}

function truthAs(value: boolean, format: Format): string {
  if (format === 'csv' || format === 'tsv') return String(value);
  if (format === 'xml')
    return `<?xml version="1.0"?><sparql xmlns="${SPARQL_RESULTS}"><head></head><boolean>${value}</boolean></sparql>`;
  return `{"head":{},"boolean":${value}}`;
}

/** A term without what says nothing (xsd:string) and with the one name that the standard has for its type. */
function plainTerm({ type, value, datatype, 'xml:lang': language }: Term): Term {
  return {
    type: type === 'typed-literal' ? 'literal' : type,
    value,
    ...(language === undefined ? {} : { 'xml:lang': language }),
    ...(language !== undefined || datatype === undefined || datatype === xsd.string ? {} : { datatype }),
  };
}

function plain(row: Row, vars: readonly string[]): Row {
  const bound = vars.flatMap((name) => (row[name] === undefined ? [] : [[name, plainTerm(row[name])] as const]));
  return Object.fromEntries(bound);
}

const table = (rows: readonly (readonly string[])[], between: string, end: string): string =>
  rows.map((row) => row.join(between) + end).join('');

const csv = (term: Term | undefined): string => {
  const text = term === undefined ? '' : term.type === 'bnode' ? `_:${term.value}` : term.value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** As in Turtle: numbers and truths in short where their text allows it. */
function tsv(term: Term | undefined): string {
  if (term === undefined) return '';
  const { type, value, datatype, 'xml:lang': language } = plainTerm(term);
  if (type === 'uri') return `<${value}>`;
  if (type === 'bnode') return `_:${value}`;
  if (datatype === xsd.integer && /^[+-]?[0-9]+$/.test(value)) return value;
  if (datatype === xsd.decimal && /^[+-]?[0-9]*\.[0-9]+$/.test(value)) return value;
  if (datatype === xsd.boolean && /^(?:true|false)$/.test(value)) return value;
  const quoted = `"${value.replace(/["\\\t\n\r\b\f]/g, (found) => ESCAPES[found] ?? found)}"`;
  return language === undefined
    ? datatype === undefined
      ? quoted
      : `${quoted}^^<${datatype}>`
    : `${quoted}@${language}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\b': '\\b',
  '\f': '\\f',
};

function xml(vars: readonly string[], rows: readonly Row[]): string {
  const head = vars.map((name) => `<variable name="${escaped(name)}"/>`).join('');
  const results = rows.map((row) => `<result>${vars.map((name) => binding(name, row[name])).join('')}</result>`);
  return `<?xml version="1.0"?><sparql xmlns="${SPARQL_RESULTS}"><head>${head}</head><results>${results.join('')}</results></sparql>`;
}

function binding(name: string, term: Term | undefined): string {
  if (term === undefined) return '';
  const { type, value, datatype, 'xml:lang': language } = plainTerm(term);
  const kind =
    language === undefined
      ? datatype === undefined
        ? ''
        : ` datatype="${escaped(datatype)}"`
      : ` xml:lang="${escaped(language)}"`;
  const tag = type === 'uri' || type === 'bnode' ? type : 'literal';
  return `<binding name="${escaped(name)}"><${tag}${kind}>${escaped(value)}</${tag}></binding>`;
}

/** What no XML document can hold becomes U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#xD;');
}
