import { Temporal } from 'temporal-polyfill';

/** A date (`2024-04-10`) or date-time with its offset (`2024-04-10T09:00:00+02:00`). */
export interface ReadDate {
  readonly value: string;
  /** The clock showed this time twice (summer time ended), so only the date is kept. */
  readonly ambiguous?: true;
}

/**
 * Reads a date as front matter, CSV and French texts write it: `2024-04-10`, `10/04/2024`, each with an optional time
 * (`09:00`, `T09:00:00.000`, `9h30`) and offset (`Z`, `+02:00`, `+0200`). An offset is kept as written; a time without one
 * takes that of the IANA `zone`. Fractions of a second are left out.
 * Throws RangeError that says what is wrong: no such day, no such time, a time that the zone's clock skips.
 */
export function readDate(text: string, zone: string): ReadDate {
  const match = DATE.exec(text);
  if (match === null) throw new RangeError(EXPECTED);
  const [, y1, m1, d1, d2, m2, y2, h1, n1, second, h2, n2, offset] = match;
  const [year, month, day] = y1 === undefined ? [y2, m2, d2] : [y1, m1, d1];
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month)))
    throw new RangeError('there is no such day');
  const date = `${year}-${two(month)}-${two(day)}`;
  const [hour, minute] = h1 === undefined ? [h2, n2] : [h1, n1];
  if (hour === undefined) return { value: date };
  if (Number(hour) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) {
    throw new RangeError('there is no such time: hours run from 0 to 23, minutes and seconds from 0 to 59');
  }
  const local = `${date}T${two(hour)}:${two(minute)}:${two(second)}`;
  if (offset !== undefined) return { value: `${local}${readOffset(offset)}` };
  const found = offsetOfDay(date, zone) ?? offsetAt(local, zone);
  if (found === undefined) return { value: date, ambiguous: true };
  return { value: `${local}${found}` };
}

// --- internal ---

const EXPECTED = 'a date is expected, such as 2024-04-10, 10/04/2024, 2024-04-10 09:00 or 2024-04-10T09:00:00+02:00';

/** Every part is bounded: no backtracking to speak of. */
const DAY = '(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})/(\\d{1,2})/(\\d{4}))';
const CLOCK = '(?:(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?|(\\d{1,2}) ?h(?: ?(\\d{2}))?)';
const DATE = new RegExp(`^${DAY}(?:(?:T|,? (?:à )?)${CLOCK} ?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?$`);

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

function daysIn(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `+0200` and `+02` as `+02:00`. XML Schema allows 14 hours either way. */
function readOffset(offset: string): string {
  if (offset === 'Z') return offset;
  const hours = offset.slice(1, 3);
  const minutes = offset.slice(3).replace(':', '') || '00';
  if (Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > 14 * 60)
    throw new RangeError('there is no such offset');
  return `${offset.charAt(0)}${hours}:${minutes}`;
}

/** Asking a zone costs more than all the rest, and the days of a corpus come again and again. */
const days = new Map<string, string | undefined>();
const MOST_DAYS = 20_000;

/** The offset that a zone keeps all day long; undefined on days when it changes. */
function offsetOfDay(date: string, zone: string): string | undefined {
  const key = `${date} ${zone}`;
  if (days.has(key)) return days.get(key);
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  const next = start.add({ days: 1 });
  const offset = start.offset === next.offset && start.hoursInDay === 24 ? start.offset.slice(0, 6) : undefined;
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, offset);
  return offset;
}

function offsetAt(local: string, zone: string): string | undefined {
  const time = Temporal.PlainDateTime.from(local);
  const earlier = time.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = time.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.offset === later.offset) return earlier.offset.slice(0, 6);
  if (!earlier.toPlainDateTime().equals(time)) {
    throw new RangeError(`there is no such time in ${zone}: the clock skips it. Give the right time, or an offset`);
  }
  return undefined;
}
