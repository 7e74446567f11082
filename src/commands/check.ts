import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixesOf } from '../map/iri.ts';
import { isIri } from '../map/nquads.ts';
import { readCatalogue } from '../query/catalogue.ts';
import { shorten } from '../query/table.ts';
import { type CheckReport, checkGraph, type Rulebook } from '../validate/check.ts';
import type { Violation } from '../validate/violation.ts';
import { baseOf, type CommonOptions, EXIT, ontologyFolder, progressOf, type Terminal, withStore } from './context.ts';

export interface CheckOptions extends CommonOptions {
  readonly json?: boolean;
}

/** The shapes and rules that come with the package. */
export async function rulebook(): Promise<Rulebook> {
  return {
    shapes: readFileSync(join(ontologyFolder, 'shapes.ttl'), 'utf8'),
    rules: await readCatalogue(join(ontologyFolder, 'rules')),
  };
}

/** Holds the built graph, or that of the config's store, to shapes and rules. @returns the exit code */
export async function check(options: CheckOptions, terminal: Terminal): Promise<number> {
  const say = progressOf(options, terminal);
  const book = await rulebook();
  const report = await withStore(options, terminal, (store) =>
    checkGraph(store, book, (things) => say(`check: ${things} things`)),
  );
  if (options.json === true) terminal.out(`${JSON.stringify({ conforms: report.found === 0, ...report }, null, 2)}\n`);
  else terminal.out(checkText(report, prefixesOf(baseOf(options.config))));
  return report.found === 0 ? EXIT.done : EXIT.failed;
}

/** A report for people: what, where, and how to mend it. */
export function checkText(report: CheckReport, prefixes: Readonly<Record<string, string>>): string {
  const { things, violations, found } = report;
  if (found === 0) return `conforms: ${things} things checked\n`;
  const more = found - violations.length;
  return [
    ...violations.map((violation) => violationText(violation, prefixes)),
    ...(more > 0 ? [`and ${more} more\n`] : []),
    `${found} violation(s) among ${things} things\n`,
  ].join('');
}

/** One line that says what and where, as a build names it. */
export function violationLine(violation: Violation, prefixes: Readonly<Record<string, string>>): string {
  const [reading] = violation.readings;
  const where = reading === undefined ? shorten(violation.focus, prefixes) : `${reading.path}:${reading.firstLine}`;
  return `${where}: ${statement(violation, prefixes)}: ${violation.message.en} (${ruleOf(violation)})`;
}

// --- internal ---

/** Readings of one violation that are shown. */
const SHOWN = 5;

function violationText(violation: Violation, prefixes: Readonly<Record<string, string>>): string {
  const { readings, graph, message, mend } = violation;
  const lines = [`${statement(violation, prefixes)}`, `  ${message.en} (${ruleOf(violation)})`];
  for (const { path, firstLine, lastLine, quote } of readings.slice(0, SHOWN)) {
    const span = firstLine === lastLine ? `${firstLine}` : `${firstLine}-${lastLine}`;
    lines.push(`  at ${path}:${span}  « ${cut(quote.replace(/\s+/g, ' '))} »`);
  }
  if (readings.length > SHOWN) lines.push(`  and ${readings.length - SHOWN} more passages`);
  if (readings.length === 0 && graph !== undefined) lines.push(`  in ${shorten(graph, prefixes)}`);
  lines.push(`  ${mend.en}`, '');
  return `${lines.join('\n')}\n`;
}

const ruleOf = ({ rule, constraint }: Violation): string =>
  constraint === undefined ? rule : `${rule}, ${constraint}`;

function statement({ focus, path, value }: Violation, prefixes: Readonly<Record<string, string>>): string {
  const parts = [shorten(focus, prefixes)];
  if (path !== undefined) parts.push(shorten(path, prefixes));
  if (value !== undefined) parts.push(isIri(value) ? shorten(value, prefixes) : cut(JSON.stringify(value)));
  return parts.join('  ');
}

const cut = (value: string): string => (value.length > 160 ? `${value.slice(0, 159)}…` : value);
