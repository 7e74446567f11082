import { type ClockRange, clockAt, clockRanges } from '../time/clock.ts';

/** A time that a line of an agenda gives, and the offsets of the words that are not the time. */
export interface TimedLine {
  readonly range: ClockRange;
  /** Offsets of what the time stands before or after. */
  readonly start: number;
  readonly end: number;
}

/** A line that opens with its time: `[10h15 - 12h] …`, `9h30 : …`, `De 14h à 15h – …`. */
export function leadingTime(line: string): TimedLine | undefined {
  const lead = /^[^\p{L}\p{N}]{0,8}(?:(?:de|d[eè]s|à partir de|entre|à|vers)\s+)?/iu.exec(line)?.[0].length ?? 0;
  const range =
    clockAt(line, lead) === undefined ? shortRange(line, lead) : clockRanges(line.slice(lead, lead + 60))[0];
  if (range === undefined || range.start.start > 0 || !isOwnWord(line, lead)) return undefined;
  const after = lead + (range.end ?? range.start).end;
  const gap = /^\s*(?:[)\]]\s*)?(?:heures?\b\s*)?(?:[:–—|•·>→,.;-]+\s*)*/u.exec(line.slice(after))?.[0] ?? '';
  // `10h30 de formation`, `2h pour …` are lengths of time.
  if (gap.trim() === '' && /^(?:de|d['’]|pour|chacune?|par|environ)(?=[\s\p{L}])/u.test(line.slice(after + gap.length)))
    return undefined;
  return { range: shifted(range, lead), start: after + gap.length, end: line.length };
}

/** A line that closes with its time: `Accueil (9h30)`, `Table ronde – 10h à 11h`. */
export function trailingTime(line: string): TimedLine | undefined {
  const from = Math.max(0, line.length - 60);
  const range = clockRanges(line.slice(from)).at(-1);
  if (range === undefined) return undefined;
  const moved = shifted(range, from);
  const tail = line.slice((moved.end ?? moved.start).end);
  if (!/^\s*[)\]]?\s*[.;]?\s*$/u.test(tail)) return undefined;
  const head = line.slice(0, moved.start.start);
  const tie = /\s*(?:[([–—|:,-]\s*(?:de|à|entre|d[eè]s)?|\b(?:de|à))\s*$/iu.exec(head);
  return tie === null || tie.index === 0 ? undefined : { range: moved, start: 0, end: tie.index };
}

/**
 * A line with its time in brackets right after its title in bold: `**Accueil** (9h30) – X, maire`.
 * @param opening length of the bold words @returns the title's offsets, and where what follows the time begins
 */
export function timeAfterTitle(line: string, opening: number): (TimedLine & { readonly after: number }) | undefined {
  const gap = opening === 0 ? null : /^\s*[([]\s*/u.exec(line.slice(opening));
  if (gap === null) return undefined;
  const from = opening + gap[0].length;
  const close = line.slice(from, from + 40).search(/[)\]]/u);
  const range = close < 0 ? undefined : wholeTime(line.slice(from, from + close));
  if (range === undefined) return undefined;
  const rest = /^[)\]]\s*[:–—|•·,.;-]*\s*/u.exec(line.slice(from + close))?.[0].length ?? 0;
  return { range: shifted(range, from), start: 0, end: opening, after: from + close + rest };
}

/** A cell that is a time and nothing else. */
export function wholeTime(cell: string): ClockRange | undefined {
  const timed = leadingTime(cell);
  return timed !== undefined && timed.start >= cell.trimEnd().length ? timed.range : undefined;
}

// --- internal ---

/** `9-10h`: the first hour borrows its `h` from the second. */
function shortRange(line: string, at: number): ClockRange | undefined {
  const digits = /(\d{1,2})\s?[-–—]\s?(?=\d{1,2}\s?h)/uy;
  digits.lastIndex = at;
  const found = digits.exec(line);
  if (found === null || Number(found[1]) > 24) return undefined;
  const end = clockAt(line, digits.lastIndex);
  if (end === undefined) return undefined;
  return shifted({ start: { minutes: Number(found[1]) * 60, start: at, end: at + 1 }, end }, -at);
}

/** `midi` opens a line as a time only when a separator follows it. */
const isOwnWord = (line: string, at: number): boolean =>
  /\d/.test(line[at] ?? '') || /^\p{L}+\s*[\])]?\s*[:–—|-]/u.test(line.slice(at, at + 20));

function shifted(range: ClockRange, by: number): ClockRange {
  const move = (clock: ClockRange['start']) => ({ ...clock, start: clock.start + by, end: clock.end + by });
  return { start: move(range.start), ...(range.end === undefined ? {} : { end: move(range.end) }) };
}
