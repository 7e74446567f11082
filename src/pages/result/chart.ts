import type { Html } from '../html.ts';
import { bars } from './bars.ts';
import { matrix } from './matrix.ts';
import { isNumeric, type Known, type Results, unread } from './results.ts';
import { ties } from './ties.ts';
import { times } from './times.ts';

/**
 * Results as a chart, where they have the shape of one: one count for each thing is bars; one for each pair is ties
 * between things of one kind, else a matrix; things with a date are a timeline. Undefined for anything else. The table
 * beside it says the same.
 */
export function resultChart(results: Results, known: Known): Html | undefined {
  const { columns, rows } = results;
  if (rows.length < 2) return undefined;
  const hidden = unread(results, known);
  const shown = columns.map((_, i) => i).filter((i) => !hidden.has(i));
  const [count] = shown.filter((i) => isNumeric(results, i) && !NOT_A_COUNT.has(columns[i] ?? ''));
  if (count === undefined) {
    const date = columns.findIndex((column) => DATES.has(column));
    const thing = dated(results, known, date);
    return thing === undefined ? undefined : times(results, known, thing, date);
  }
  // A column that says the same in all rows tells nothing apart.
  const varies = (i: number) => new Set(rows.map((row) => row[i]?.value)).size > 1;
  const [first, second, ...more] = shown.filter((i) => !isNumeric(results, i) && varies(i));
  if (first === undefined || more.length > 0) return undefined;
  if (second === undefined) return bars(results, known, first, count);
  return ties(results, known, first, second, count) ?? matrix(results, known, first, second, count);
}

// --- internal ---

/** What has the dates: of the things before them, those of which there are most. */
function dated({ rows }: Results, known: Known, date: number): number | undefined {
  const different = (i: number) =>
    new Set(rows.flatMap((row) => (known.thing(row[i]?.value ?? '') === undefined ? [] : [row[i]?.value]))).size;
  const [most] = Array.from({ length: Math.max(0, date) }, (_, i) => ({ i, size: different(i) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size);
  return most?.i;
}

const NOT_A_COUNT = new Set(['line', 'page', 'score', 'value', 'labelled']);
const DATES = new Set(['start', 'startDate', 'datePublished', 'when']);
