import { UsageError } from '../errors.ts';
import type { Row } from '../evaluate/rows.ts';
import { createIris, prefixesOf } from '../map/iri.ts';
import { type ExplainedStatement, explainIri, explainStatements, type Reading } from '../query/explain.ts';
import { shorten } from '../query/table.ts';
import type { Store } from '../store/store.ts';
import { type CommonOptions, configOf, EXIT, type Terminal, withStore } from './context.ts';
import { rowsOf } from './rows.ts';

export interface ExplainOptions extends CommonOptions {
  /** Only statements with this property: its IRI, or its name with a prefix of the graph, `schema:performer`. */
  readonly property?: string | undefined;
  /** Only the one with this value: an IRI, its end such as `person/ada-lovelace`, or the text of a literal. */
  readonly value?: string | undefined;
  readonly json?: boolean;
}

/**
 * Prints statements with where each was read: all about something, those with a property, or one.
 * @param given an IRI, or its end such as `person/ada-lovelace`
 * @returns the exit code
 * @throws UsageError where the graph says nothing of the kind
 */
export async function explain(given: string, options: ExplainOptions, terminal: Terminal): Promise<number> {
  const { base } = configOf(options);
  const prefixes = prefixesOf(base);
  const iri = idOf(given, base);
  const { statements, reasons } = await withStore(options, terminal, async (store) =>
    options.property === undefined
      ? { statements: await explainIri(store, iri), reasons: await identityOf(store, iri) }
      : { statements: await stated(store, iri, options, base), reasons: [] },
  );
  if (options.json === true) terminal.out(`${JSON.stringify(statements, null, 2)}\n`);
  else terminal.out(reasons.join('') + statements.map((statement) => text(statement, prefixes)).join(''));
  return EXIT.done;
}

// --- internal ---

const idOf = (given: string, base: string): string =>
  given.includes('://') ? given : `${createIris(base).base}id/${given.replace(/^id\//, '')}`;

/** The statements of a thing with a property, and with a value where one is given. */
async function stated(
  store: Store,
  subject: string,
  { property = '', value }: ExplainOptions,
  base: string,
): Promise<ExplainedStatement[]> {
  const prefixes = prefixesOf(base);
  const predicate = expanded(property, prefixes);
  const all = await explainStatements(store, { subject, predicate });
  const wanted = value === undefined ? [] : [value, idOf(value, base), expandedOr(value, prefixes)];
  const found = value === undefined ? all : all.filter(({ object }) => wanted.includes(object));
  if (found.length > 0) return found;
  const others = all.slice(0, 5).map(({ object }) => cut(shorten(object, prefixes)));
  const says = others.length === 0 ? 'nothing' : others.join(', ');
  throw new UsageError(
    `the graph does not say so: with ${shorten(predicate, prefixes)} it says ${says} of <${subject}>; \`maillage explain ${shorten(subject, prefixes).replace(':', '/')}\` gives all`,
  );
}

/** The IRI of a property. @throws UsageError for a prefix that the graph does not use */
function expanded(name: string, prefixes: Readonly<Record<string, string>>): string {
  const iri = expandedOr(name, prefixes);
  if (iri.includes('://')) return iri;
  throw new UsageError(
    `"${name}" is no property; give its IRI, or its name with a prefix of ${Object.keys(prefixes).join(', ')}`,
  );
}

function expandedOr(name: string, prefixes: Readonly<Record<string, string>>): string {
  const colon = name.indexOf(':');
  const namespace = prefixes[name.slice(0, Math.max(0, colon))];
  return namespace === undefined || name.startsWith('//', colon + 1) ? name : namespace + name.slice(colon + 1);
}

/** Why the names of an entity are one, and what is open or judged about it. */
async function identityOf(store: Store, iri: string): Promise<string[]> {
  const rows = await rowsOf(store, ['redirects', 'identity-matches', 'judgements', 'identity-candidates']);
  const of = (name: string): readonly Row[] => rows.get(name) ?? [];
  const because = (row: Row): string => (row.because === undefined ? '' : `: ${row.because}`);
  return [
    ...of('redirects')
      .filter(({ id }) => id === iri)
      .map(({ replacedBy }) => `replaced by ${replacedBy}\n`),
    ...of('identity-matches')
      .filter(({ entity }) => entity === iri)
      .map(({ nameA, nameB, comparators, score }) => `one: ${nameA} / ${nameB}  (${comparators}; ${score})\n`),
    ...of('judgements')
      .filter(({ a, b }) => a === iri || b === iri)
      .map((row) => `judged ${row.decision}${row.a === row.b ? '' : `: ${row.a} / ${row.b}`}${because(row)}\n`),
    ...of('identity-candidates')
      .filter(({ a, b }) => a === iri || b === iri)
      .map(({ nameA, nameB, score }) => `open: ${nameA} / ${nameB}  (${score}; maillage review)\n`),
  ].map((line) => `${cut(line.trimEnd())}\n`);
}

function text(statement: ExplainedStatement, prefixes: Readonly<Record<string, string>>): string {
  const { subject, predicate, object, objectIsIri, readings, graph } = statement;
  const term = objectIsIri ? shorten(object, prefixes) : JSON.stringify(object);
  const head = `${shorten(subject, prefixes)}  ${shorten(predicate, prefixes)}  ${cut(term)}\n`;
  if (readings.length === 0) return `${head}    in ${shorten(graph ?? '', prefixes)}\n`;
  return head + readings.map(reading).join('');
}

function reading({ path, firstLine, lastLine, quote, rules }: Reading): string {
  const lines = firstLine === lastLine ? `${firstLine}` : `${firstLine}-${lastLine}`;
  return `    ${path}:${lines}  « ${cut(quote.replace(/\s+/g, ' '))} »${rules.length === 0 ? '' : `  ${rules.join(', ')}`}\n`;
}

const cut = (value: string): string => (value.length > 160 ? `${value.slice(0, 159)}…` : value);
