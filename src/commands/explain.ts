import type { Row } from '../evaluate/rows.ts';
import { createIris, prefixesOf } from '../map/iri.ts';
import { type ExplainedStatement, explainIri, type Reading } from '../query/explain.ts';
import { shorten } from '../query/table.ts';
import type { Store } from '../store/store.ts';
import { type CommonOptions, configOf, EXIT, type Terminal, withStore } from './context.ts';
import { rowsOf } from './rows.ts';

export interface ExplainOptions extends CommonOptions {
  readonly json?: boolean;
}

/** Prints every statement about something with where it was read. @returns the exit code */
export async function explain(given: string, options: ExplainOptions, terminal: Terminal): Promise<number> {
  const { base } = configOf(options);
  const iri = given.includes('://') ? given : `${createIris(base).base}id/${given.replace(/^id\//, '')}`;
  const { statements, reasons } = await withStore(options, terminal, async (store) => ({
    statements: await explainIri(store, iri),
    reasons: await identityOf(store, iri),
  }));
  if (options.json === true) terminal.out(`${JSON.stringify(statements, null, 2)}\n`);
  else terminal.out(reasons.join('') + statements.map((statement) => text(statement, prefixesOf(base))).join(''));
  return EXIT.done;
}

// --- internal ---

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
