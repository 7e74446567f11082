import { parse } from 'csv-parse/sync';
import { UsageError } from '../errors.ts';
import type { Judgement } from '../resolve/judgements.ts';
import { decisionOf } from './judge.ts';
import type { Pair, Side } from './review-text.ts';

/** The candidates as a table for a spreadsheet: the columns `decision` and `because` are to be filled in. */
export function sheet(pairs: readonly Pair[]): string {
  const rows = pairs.map((pair) => [
    ...[pair.a.id, pair.b.id, pair.unsure ? 'unsure' : '', ''],
    ...[pair.a.name, pair.b.name, pair.score, pair.speaksFor.join('\n'), pair.speaksAgainst.join('\n')],
    ...[told(pair.a), told(pair.b)],
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * The judgements of such a table; rows without a decision stay open.
 * @throws UsageError naming file and line for a table without the columns, and for a decision that is none
 */
export function readSheet(text: string, path: string): { judgements: Judgement[]; open: number } {
  let rows: { record: Record<string, string>; info: { lines: number } }[];
  try {
    rows = parse(text, {
      bom: true,
      columns: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: [',', ';'],
    });
  } catch (cause) {
    throw new UsageError(`is no CSV: ${(cause as Error).message}`, { path }, cause);
  }
  const judgements: Judgement[] = [];
  for (const { record, info } of rows) {
    const { a, b, decision = '', because = '' } = record;
    if (decision.trim() === '') continue;
    if (!a || !b)
      throw new UsageError('expected the columns a, b and decision of `maillage review --format csv`', {
        path,
        line: info.lines,
      });
    try {
      judgements.push({
        ...{ a: a.trim(), b: b.trim(), decision: decisionOf(decision.trim().toLowerCase()) },
        ...(because.trim() === '' ? {} : { because: because.trim() }),
      });
    } catch (cause) {
      throw new UsageError(
        (cause as Error).message,
        { path, line: info.lines, field: 'decision', value: decision },
        cause,
      );
    }
  }
  return { judgements, open: rows.length - judgements.length };
}

// --- internal ---

const COLUMNS = [
  'a',
  'b',
  'decision',
  'because',
  'nameA',
  'nameB',
  'score',
  'speaksFor',
  'speaksAgainst',
  'contextA',
  'contextB',
];

const told = ({ contexts }: Side): string =>
  contexts
    .slice(0, 4)
    .map(({ place, quote }) => `${place}: ${quote}`)
    .join('\n');

/** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
