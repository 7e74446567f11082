import { Temporal } from 'temporal-polyfill';
import type { Context } from '../context.ts';
import type { Thing } from '../things.ts';
import { readProgramme } from './read-programme.ts';

/**
 * An event's programme as iCalendar (RFC 5545): an entry for each session that has a date. DTSTAMP, which must be there, is
 * the session's own start, so that the same graph gives the same bytes.
 */
export async function programmeCalendar(context: Context, event: Thing): Promise<string | undefined> {
  const slots = await readProgramme(context, event);
  if (slots.length === 0) return undefined;
  const entries = slots.flatMap(({ thing, people, organizations }) => {
    const start = stamp(thing.start);
    if (start === undefined) return [];
    const end = stamp(thing.end);
    const who = [...people, ...organizations].map(({ name }) => name).join(', ');
    return [
      'BEGIN:VEVENT',
      `UID:${text(thing.iri)}`,
      `DTSTAMP:${start.value.length === 8 ? `${start.value}T000000Z` : start.value}`,
      `DTSTART${start.parameter}:${start.value}`,
      ...(end === undefined || end.value <= start.value ? [] : [`DTEND${end.parameter}:${end.value}`]),
      `SUMMARY:${text(thing.name)}`,
      ...(who === '' ? [] : [`DESCRIPTION:${text(who)}`]),
      `URL:${context.site.base}${context.doc(thing)}`,
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Programme//EN',
    `NAME:${text(event.name)}`,
    `X-WR-CALNAME:${text(event.name)}`,
    ...entries,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

// --- internal ---

/** Times in UTC, days as days. */
function stamp(moment: string | undefined): { value: string; parameter: string } | undefined {
  if (moment === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(moment)) return { value: moment.replaceAll('-', ''), parameter: ';VALUE=DATE' };
  try {
    const utc = Temporal.Instant.from(moment).toString({ smallestUnit: 'second' });
    return { value: utc.replace(/[-:]/g, ''), parameter: '' };
  } catch {
    // A local time without offset: a floating time.
    const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(moment);
    if (local === null) return undefined;
    const [, year, month, day, hour, minute, second = '00'] = local;
    return { value: `${year}${month}${day}T${hour}${minute}${second}`, parameter: '' };
  }
}

/** Section 3.3.11: backslash, semicolon, comma and line feed are escaped; other controls have no place. */
function text(value: string): string {
  return value
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Section 3.1: no line is longer than 75 octets; a character is never split. */
function folded(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += size;
  }
  return out;
}
