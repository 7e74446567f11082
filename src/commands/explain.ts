import { createIris, prefixesOf } from '../map/iri.ts';
import { type ExplainedStatement, explainIri, type Reading } from '../query/explain.ts';
import { shorten } from '../query/table.ts';
import { type CommonOptions, configOf, EXIT, type Terminal, withStore } from './context.ts';

export interface ExplainOptions extends CommonOptions {
  readonly json?: boolean;
}

/** Prints every statement about something with where it was read. @returns the exit code */
export async function explain(given: string, options: ExplainOptions, terminal: Terminal): Promise<number> {
  const { base } = configOf(options);
  const iri = given.includes('://') ? given : `${createIris(base).base}id/${given.replace(/^id\//, '')}`;
  const statements = await withStore(options, terminal, (store) => explainIri(store, iri));
  if (options.json === true) terminal.out(`${JSON.stringify(statements, null, 2)}\n`);
  else terminal.out(statements.map((statement) => text(statement, prefixesOf(base))).join(''));
  return EXIT.done;
}

// --- internal ---

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
