import type { Attested } from '../../domain/evidence.ts';
import { span } from '../../domain/evidence.ts';
import type { Format, Presented, Session } from '../../domain/session.ts';
import { timeOfDay } from '../time/clock.ts';
import { localDateTime } from '../time/zone.ts';
import type { IndexEntry } from './index-page.ts';
import type { Slot } from './slot.ts';

/** What is known of a session beside its slot. */
export interface SessionParts {
  readonly key: string;
  readonly event: { readonly key: string; readonly timezone: string };
  readonly title: Attested;
  readonly heading: Attested;
  /** ISO date. */
  readonly date: string | undefined;
  readonly format: Attested<Format> | undefined;
  readonly presents: readonly Presented[];
  readonly entry: IndexEntry | undefined;
}

/** The record of a slot: times with the offset of the event's zone, format, page, abstract. */
export function sessionRecord(slot: Slot, parts: SessionParts): Session {
  const { key, event, title, heading, date, format, presents, entry } = parts;
  const time = slot.times[0];
  const clock = (minutes: number | undefined): Attested | undefined => {
    if (minutes === undefined || date === undefined || time === undefined) return undefined;
    const value = localDateTime(date, timeOfDay(minutes), event.timezone);
    return { value, lines: time.lines, rule: 'time-line', grade: 'stated' };
  };
  const start = clock(time?.range.start.minutes) ?? dayAlone(slot, date, heading);
  const end = clock(time?.range.end?.minutes);
  const abstract = abstractOf(slot);
  return {
    type: 'session',
    key,
    event: event.key,
    title,
    ...(heading.value === title.value ? {} : { heading }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(format === undefined ? {} : { format }),
    ...(entry?.page === undefined
      ? {}
      : { page: { value: entry.page, lines: entry.lines, rule: 'index-page', grade: 'stated' } }),
    ...(abstract === undefined ? {} : { abstract }),
    presents,
    lines: heading.lines,
    rule: 'heading',
    grade: 'stated',
  };
}

/** The heading as the body prints it, its levels joined. */
export function headingOf(slot: Slot): Attested {
  const lines = span(...slot.headings.map((block) => block.lines));
  return { value: slot.heading, lines, rule: 'heading', grade: 'stated' };
}

// --- internal ---

/** The start of a session without a time: its day, as printed or as the event's only one. */
function dayAlone(slot: Slot, date: string | undefined, heading: Attested): Attested | undefined {
  if (date === undefined) return undefined;
  return slot.day === undefined
    ? { value: date, lines: heading.lines, rule: 'event-day', grade: 'inferred' }
    : { value: date, lines: slot.day.lines, rule: 'day', grade: 'stated' };
}

/** Characters. Shorter paragraphs are practical lines, not the abstract. */
const PROSE = 60;

function abstractOf(slot: Slot): Attested | undefined {
  const prose = slot.texts.filter((block) => block.text.length > PROSE);
  if (prose.length === 0) return undefined;
  const value = prose.map((block) => block.text.replace(/\s+/g, ' ')).join('\n');
  return { value, lines: span(...prose.map((block) => block.lines)), rule: 'abstract', grade: 'stated' };
}
