import { fold } from '../../domain/fold.ts';
import { HALF_DAYS, MONTHS, WEEKDAYS } from '../words/calendar.ts';

/** A calendar day as a text prints it. */
export interface PrintedDay {
  /** ISO number of the printed weekday: Monday 1. */
  readonly weekday?: number;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** The days that a text prints: `Mercredi 28 septembre`, `jeudi 1er juin 2023`, `19/10/23`. */
export function printedDays(text: string): PrintedDay[] {
  const days: PrintedDay[] = [];
  for (const found of text.matchAll(IN_WORDS)) {
    const month = MONTHS.get(fold(found[3] ?? ''));
    if (month === undefined) continue;
    days.push({
      day: Number(found[2]),
      month,
      ...(found[4] === undefined ? {} : { year: Number(found[4]) }),
      ...placeOf(found),
    });
  }
  for (const found of text.matchAll(IN_FIGURES)) {
    const month = Number(found[3]);
    if (month < 1 || month > 12) continue;
    const year = Number(found[4]);
    days.push({ day: Number(found[2]), month, year: year < 100 ? 2000 + year : year, ...placeOf(found) });
  }
  return days.filter(({ day }) => day >= 1 && day <= 31).sort((a, b) => a.start - b.start);
}

/** A text that is a day and at most a half-day word: a section heading or a page footer. */
export function wholeDay(text: string): PrintedDay | undefined {
  const days = printedDays(text);
  const day = days[0];
  if (day === undefined || days.length > 1) return undefined;
  const rest = fold(text.slice(0, day.start) + text.slice(day.end))
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => /[^-]/.test(word));
  return rest.every((word) => HALF_DAYS.has(word) || word === 'le' || word === 'l') ? day : undefined;
}

/** A text that is a half-day word alone: `MATIN`, `Après-midi`, `L'après-midi en bref` is not. */
export const isHalfDay = (text: string): boolean => {
  const words = fold(text)
    .split(/[^\p{L}-]+/u)
    .filter((word) => word !== '');
  return (
    words.length > 0 &&
    words.length <= 3 &&
    words.some((word) => HALF_DAYS.has(word)) &&
    words.every((word) => HALF_DAYS.has(word) || ['le', 'la', "l'", 'l'].includes(word))
  );
};

/**
 * The ISO date of a printed day. The year comes from the text, else from the event's dates: the date that falls within
 * or nearest after the event's start.
 */
export function isoDay(printed: PrintedDay, eventStart: string | undefined): string | undefined {
  const year = printed.year ?? (eventStart === undefined ? undefined : Number(eventStart.slice(0, 4)));
  if (year === undefined || !isRealDay(year, printed.month, printed.day)) return undefined;
  return `${year}-${String(printed.month).padStart(2, '0')}-${String(printed.day).padStart(2, '0')}`;
}

/** ISO weekday (Monday 1) of an ISO date. */
export function weekdayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

// --- internal ---

/** Bounded word and space, so that a long run of letters is not read again from each of its letters. */
const WORD_BEFORE = '(?:(?<!\\p{L})(\\p{L}{1,12})\\s{1,12})?';
/** `28 septembre 2022`, the word before it in the first group. */
const IN_WORDS = new RegExp(
  `${WORD_BEFORE}(?<!\\d)(\\d{1,2})(?:er)?\\s+(\\p{L}{1,12})(?!\\p{L})(?:\\s+(\\d{4}))?`,
  'gu',
);
/** `28/09/22` */
const IN_FIGURES = new RegExp(`${WORD_BEFORE}(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?!\\d)`, 'gu');

/** Where a day stands; the word before it belongs to it only when it is a weekday. */
function placeOf(found: RegExpExecArray): Pick<PrintedDay, 'weekday' | 'start' | 'end'> {
  const weekday = WEEKDAYS.get(fold(found[1] ?? ''));
  const end = found.index + found[0].length;
  return weekday === undefined
    ? { start: found.index + (found[1] === undefined ? 0 : found[0].indexOf(found[2] as string)), end }
    : { weekday, start: found.index, end };
}

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
