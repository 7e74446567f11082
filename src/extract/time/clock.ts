/** A time of day, in minutes from midnight, with the offsets of its words in the text. */
export interface Clock {
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
}

export interface ClockRange {
  readonly start: Clock;
  readonly end?: Clock;
}

/**
 * Reads a time of day at an offset: `10h`, `10h45`, `9 h 30`, `10:45`, `14 heures`, `midi`.
 * A bare number is no time.
 */
export function clockAt(text: string, offset: number): Clock | undefined {
  const word = /(midi|minuit)(?!\p{L})/iuy;
  word.lastIndex = offset;
  const named = word.exec(text);
  if (named !== null && !/(?:\p{L}|apr[eè]s[-‐ ]?)$/iu.test(text.slice(Math.max(0, offset - 6), offset))) {
    return { minutes: named[1]?.toLowerCase() === 'midi' ? 720 : 0, start: offset, end: word.lastIndex };
  }
  const digits = /(\d{1,2})(?:\s?(?:h|H|heures?)\s?(\d{2})?|:(\d{2}))(?![\p{L}\d])/uy;
  digits.lastIndex = offset;
  const found = digits.exec(text);
  if (found === null || /[\p{L}\d,.]/u.test(text[offset - 1] ?? '')) return undefined;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? found[3] ?? 0);
  if (hours > 24 || minutes > 59) return undefined;
  return { minutes: hours * 60 + minutes, start: offset, end: digits.lastIndex };
}

/**
 * The time ranges and single times of a text, in order: `10h à 10h45`, `9 h 30 – 11 h`, `de 14h à 15h30`,
 * `entre 9h et 10h`, also over line ends. `à partir de 9h` is a start alone.
 */
export function clockRanges(text: string): ClockRange[] {
  const ranges: ClockRange[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const start = clockAt(text, at);
    if (start === undefined) continue;
    const link = linkAt(text, start.end);
    const end = link === undefined ? undefined : clockAt(text, link);
    ranges.push(end === undefined ? { start } : { start, end });
    at = (end ?? start).end - 1;
  }
  return ranges;
}

/** `HH:MM:00` of minutes from midnight. */
export const timeOfDay = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;

// --- internal ---

/** Offset after the words that tie two times; undefined where they are not tied. */
function linkAt(text: string, offset: number): number | undefined {
  const link = /\s*(?:-{1,2}|–|—|>|→|à|a|au|et|jusqu['’]à|\/)\s*/uy;
  link.lastIndex = offset;
  return link.exec(text) === null ? undefined : link.lastIndex;
}
