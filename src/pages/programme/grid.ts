import type { Slot } from './read-programme.ts';

/** A cell of a day: a slot that spans rows, or nothing for as many rows. */
export interface Cell {
  readonly slot?: Slot;
  readonly rows: number;
}

export interface Row {
  /** `10:00`, the time at which it begins. */
  readonly time: string;
  /** Cells that begin in this row, from left to right; those from above reach into it. */
  readonly cells: readonly Cell[];
}

export interface Day {
  /** `2022-09-28` */
  readonly date: string;
  readonly tracks: number;
  readonly rows: readonly Row[];
}

/**
 * Days with their hours: a row begins where something begins or ends, and what happens at the same time stands in
 * parallel tracks. A slot takes the first track that is free. What has no time of day is not in it.
 */
export function gridOf(slots: readonly Slot[]): Day[] {
  const days = new Map<string, Slot[]>();
  for (const slot of slots) {
    if (!hasTime(slot)) continue;
    const date = (slot.thing.start ?? '').slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), slot]);
  }
  return [...days].map(([date, list]) => dayOf(date, list)).sort((a, b) => (a.date < b.date ? -1 : 1));
}

export const hasTime = ({ thing }: Slot): boolean => /T\d{2}:\d{2}/.test(thing.start ?? '');

// --- internal ---

const LAST = '24:00';
const timeOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : /T(\d{2}:\d{2})/.exec(text)?.[1];

function dayOf(date: string, slots: readonly Slot[]): Day {
  const spans = slots.map((slot) => {
    const from = timeOf(slot.thing.start) as string;
    const sameDay = slot.thing.end?.startsWith(date) === true;
    const to = sameDay ? timeOf(slot.thing.end) : undefined;
    return { slot, from, to: to !== undefined && to > from ? to : undefined };
  });
  // Without an end, a slot lasts until the next thing begins.
  const marks = new Set(spans.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])));
  const times = [...marks].sort();
  const next = (time: string) => times.find((candidate) => candidate > time) ?? LAST;
  const placed: { slot: Slot; first: number; last: number; track: number }[] = [];
  const free: string[] = [];
  for (const { slot, from, to = next(from) } of spans) {
    const at = free.findIndex((until) => until <= from);
    const track = at === -1 ? free.length : at;
    free[track] = to;
    const end = times.indexOf(to);
    placed.push({ slot, first: times.indexOf(from), last: end === -1 ? times.length : end, track });
  }
  // The last mark only ends things, unless something begins there.
  const begins = placed.some(({ first }) => first === times.length - 1);
  const shown = begins ? times : times.slice(0, -1);
  return { date, tracks: free.length, rows: rowsOf(shown, placed, free.length) };
}

function rowsOf(
  times: readonly string[],
  placed: readonly { slot: Slot; first: number; last: number; track: number }[],
  tracks: number,
): Row[] {
  const rows = times.map((time): { time: string; cells: { cell: Cell; track: number }[] } => ({ time, cells: [] }));
  for (let track = 0; track < tracks; track++) {
    const mine = placed.filter((one) => one.track === track).sort((a, b) => a.first - b.first);
    let at = 0;
    for (const { slot, first, last } of mine) {
      if (first > at) rows[at]?.cells.push({ cell: { rows: first - at }, track });
      rows[first]?.cells.push({ cell: { slot, rows: Math.max(1, last - first) }, track });
      at = Math.max(first + 1, last);
    }
    if (at < times.length) rows[at]?.cells.push({ cell: { rows: times.length - at }, track });
  }
  return rows.map(({ time, cells }) => ({
    time,
    cells: cells.sort((a, b) => a.track - b.track).map(({ cell }) => cell),
  }));
}
