import { fold } from '../../domain/fold.ts';
import type { ClockRange } from '../time/clock.ts';
import type { Draft, Stretch } from './agenda-draft.ts';
import { wholeTime } from './agenda-time.ts';
import type { Scanned } from './context.ts';

/** What a column of a table holds. */
export type Column = 'time' | 'title' | 'people' | 'place';

/** A row of a table: one cell is a time, the others are the title and those who take part. */
export function row(line: Stretch, words: string, heads: readonly Column[]): Draft | undefined {
  if (!words.includes(' |')) return undefined;
  const cells = cellsOf(line, words);
  const timeAt = cells.findIndex((cell) => wholeTime(cell.text.flat.slice(cell.start, cell.end)) !== undefined);
  const time = cells[timeAt];
  if (time === undefined) return undefined;
  const range = wholeTime(time.text.flat.slice(time.start, time.end)) as ClockRange;
  const columns = heads.length === cells.length ? heads : [];
  const others = cells.filter(
    (cell, at) =>
      at !== timeAt && columns[at] !== 'place' && /\p{L}{2}/u.test(cell.text.flat.slice(cell.start, cell.end)),
  );
  const kept = cells.map((cell, at) => ({ cell, role: columns[at] })).filter(({ cell }) => others.includes(cell));
  const title =
    kept.find(({ role }) => role === 'title')?.cell ?? kept.find(({ role }) => role === undefined)?.cell ?? others[0];
  if (title === undefined) return undefined;
  return {
    head: title,
    people: others.filter((cell) => cell !== title),
    more: [],
    time: { range, at: time },
    how: 'timed',
  };
}

/** What the columns of a table hold, as its head says; undefined for a row that is no head of an agenda. */
export function columnsOf(text: Scanned): readonly Column[] | undefined {
  const cells = text.flat.split('|').map((cell) => fold(cell));
  if (!cells.some((cell) => /^(?:horaires?|heures?|quand|creneaux?|debut)$/.test(cell))) return undefined;
  return cells.map((cell) => COLUMNS.find(([, words]) => words.test(cell))?.[0] ?? 'title');
}

// --- internal ---

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['time', /horaire|heure|quand|creneau|debut|fin/],
  ['people', /avec|intervenant|qui|orateur|anim|par$|invite|participant/],
  ['place', /lieu|salle|ou$|espace/],
];

function cellsOf(line: Stretch, words: string): Stretch[] {
  const cells: Stretch[] = [];
  let start = 0;
  for (const part of words.split('|')) {
    const lead = part.length - part.trimStart().length;
    cells.push({ text: line.text, start: line.start + start + lead, end: line.start + start + part.trimEnd().length });
    start += part.length + 1;
  }
  return cells.map((cell) => ({ ...cell, end: Math.max(cell.start, cell.end) }));
}
