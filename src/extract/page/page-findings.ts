import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Attested, Lines } from '../../domain/evidence.ts';
import type { Finding, Severity } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import type { ReadDocument } from '../../read/reader.ts';
import { isoDay, type PrintedDay, printedDays, weekdayOf } from '../time/day.ts';
import type { ReadItem } from './agenda.ts';
import type { Scanned } from './context.ts';
import { declaredHours } from './declared.ts';
import { printedSpans } from './printed-dates.ts';
import { linesOf } from './text.ts';

/** What a page says in two ways that do not agree, within its own document. */
export interface PageToCheck {
  readonly document: ReadDocument;
  readonly texts: readonly Scanned[];
  readonly own: EventRecord | Article;
  readonly items: readonly ReadItem[];
}

export function pageFindings(page: PageToCheck): Finding[] {
  const weekdays = page.texts.flatMap((text) => weekdayFindings(text, page));
  if (page.own.type !== 'event') return weekdays;
  const event = page.own;
  return [...order(event), ...weekdays, ...hours(page, event), ...days(page, event), ...agenda(page, event)];
}

// --- internal ---

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const finding = (severity: Severity, code: string, message: string, lines: Lines, about: string): Finding => ({
  severity,
  code,
  message,
  lines,
  about,
});

function weekdayFindings(text: Scanned, { own, texts }: PageToCheck): Finding[] {
  return printedDays(text.flat).flatMap((day): Finding[] => {
    const iso =
      day.weekday === undefined ? undefined : isoDay(day, day.year === undefined ? yearOf(day, own, texts) : undefined);
    if (iso === undefined || weekdayOf(iso) === day.weekday) return [];
    const message = `The text prints ${WEEKDAYS[(day.weekday as number) - 1]} with ${iso}, which is a ${WEEKDAYS[weekdayOf(iso) - 1]}.`;
    return [finding('warning', 'weekday-mismatch', message, linesOf(text, day.start, day.end), own.key)];
  });
}

/** A day printed without its year: the year printed with the same day elsewhere, else that of the event or the article. */
function yearOf(day: PrintedDay, own: EventRecord | Article, texts: readonly Scanned[]): string | undefined {
  for (const text of texts)
    for (const other of printedDays(text.flat))
      if (other.year !== undefined && other.day === day.day && other.month === day.month) return String(other.year);
  return own.type === 'event' ? own.startDate?.value : own.datePublished?.value;
}

function order({ startDate, endDate, key }: EventRecord): Finding[] {
  if (startDate === undefined || endDate === undefined) return [];
  const [start, end] = [Date.parse(startDate.value), Date.parse(endDate.value)];
  const sameForm = startDate.value.length === endDate.value.length;
  if (!(end < start) || (!sameForm && startDate.value.slice(0, 10) === endDate.value.slice(0, 10))) return [];
  return [
    finding(
      'error',
      'end-before-start',
      `The front matter ends the event at ${endDate.value}, before its start at ${startDate.value}.`,
      endDate.lines,
      key,
    ),
  ];
}

/** Local minutes of a date-time, as its offset gives them; undefined for a date without time. */
function minutesOf(date: Attested | undefined): number | undefined {
  const time = /T(\d\d):(\d\d)/.exec(date?.value ?? '');
  return time === null ? undefined : Number(time[1]) * 60 + Number(time[2]);
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Hours in the front matter's dates against those printed beside them, in the text and in the agenda. */
function hours({ document, texts, items }: PageToCheck, event: EventRecord): Finding[] {
  const found: Finding[] = [];
  const start = minutesOf(event.startDate);
  const end = minutesOf(event.endDate);
  const compare = (
    which: 'starts' | 'ends',
    declared: number | undefined,
    printed: number | undefined,
    where: string,
    lines: Lines,
  ): void => {
    if (declared === undefined || printed === undefined || declared === printed) return;
    found.push(
      finding(
        'warning',
        'time-mismatch',
        `The front matter says that the event ${which} at ${clock(declared)}, but ${where} says ${clock(printed)}.`,
        lines,
        event.key,
      ),
    );
  };
  for (const { label, range, lines } of declaredHours(document.rows)) {
    compare('starts', start, range.start.minutes, `"${label}"`, lines);
    compare('ends', end, range.end?.minutes, `"${label}"`, lines);
  }
  const first = event.startDate?.value.slice(0, 10);
  const last = event.endDate?.value.slice(0, 10) ?? first;
  for (const text of texts) {
    for (const span of printedSpans(text.flat)) {
      if (span.hours === undefined || isoDay(span.first, event.startDate?.value) !== first) continue;
      const lines = linesOf(text, span.start, span.end);
      compare('starts', start, span.hours.start.minutes, 'the text', lines);
      if (first === last) compare('ends', end, span.hours.end?.minutes, 'the text', lines);
    }
  }
  const opening = items.find(({ minutes, date }) => minutes !== undefined && date === first);
  const opens = opening?.item.start;
  if (opening?.minutes !== undefined && opens !== undefined)
    compare('starts', start, opening.minutes.start, 'the agenda', opens.lines);
  return found;
}

const HELD =
  /\b(?:se (?:tient|tiendra|deroule|deroulera|deroulent|tiennent)|(?:aura|auront|a eu|ont eu) lieu|rendez-vous|vous (?:convie|invite)\S*|est organise\S*|sera organise\S*|vous donn\S* rendez-vous)\b[^.!?\d]{0,60}$/;
const COUNTS = new Map(['deux', 'trois', 'quatre', 'cinq', 'six', 'sept'].map((word, at) => [word, at + 2]));

/** Days that the text gives for the event against those of the front matter. */
function days({ texts, items }: PageToCheck, event: EventRecord): Finding[] {
  const first = event.startDate?.value.slice(0, 10);
  if (first === undefined) return [];
  const last = event.endDate?.value.slice(0, 10) ?? first;
  const found: Finding[] = [];
  for (const text of texts) {
    for (const span of printedSpans(text.flat)) {
      if (!HELD.test(fold(text.flat.slice(Math.max(0, span.start - 90), span.start)))) continue;
      const from = isoDay(span.first, first);
      const to = isoDay(span.last, first);
      if (from === undefined || to === undefined || (from === first && (to === last || event.endDate === undefined)))
        continue;
      const printed = from === to ? from : `${from} to ${to}`;
      const declared = first === last ? first : `${first} to ${last}`;
      found.push(
        finding(
          'warning',
          'date-mismatch',
          `The front matter dates the event ${declared}, but the text says ${printed}.`,
          linesOf(text, span.start, span.end),
          event.key,
        ),
      );
    }
    const counted = /\b(?:ces|durant|pendant|sur) (?:ces |les )?(deux|trois|quatre|cinq|six|sept) jours\b/.exec(
      fold(text.flat),
    );
    const count = counted === null ? undefined : COUNTS.get(counted[1] as string);
    const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
    if (count !== undefined && count !== length)
      found.push(
        finding(
          'info',
          'count-mismatch',
          `The text speaks of ${count} days, but the front matter's dates ${first} to ${last} are ${length}.`,
          text.lines,
          event.key,
        ),
      );
  }
  for (const day of new Map(
    items.flatMap(({ draft, date }) =>
      draft.day === undefined || date === undefined ? [] : [[date, draft.day] as const],
    ),
  )) {
    const [date, printed] = day;
    if ((date >= first && date <= last) || 'ordinal' in printed) continue;
    found.push(
      finding(
        'warning',
        'date-mismatch',
        `The agenda has a day ${date}, but the front matter dates the event ${first === last ? first : `${first} to ${last}`}.`,
        linesOf(printed.at.text, printed.at.start, printed.at.end),
        event.key,
      ),
    );
  }
  return found;
}

/** The agenda in itself, and against the event's end. */
function agenda({ items }: PageToCheck, event: EventRecord): Finding[] {
  const end = minutesOf(event.endDate);
  const last = (event.endDate ?? event.startDate)?.value.slice(0, 10);
  return items.flatMap(({ item, minutes, date, draft, tentative }): Finding[] => {
    const found: Finding[] = [];
    const lines = item.start?.lines ?? item.lines;
    if (tentative)
      found.push(
        finding(
          'info',
          'agenda-incomplete',
          `The agenda leaves "${item.title.value}" open.`,
          item.title.lines,
          item.key,
        ),
      );
    if (minutes === undefined) return found;
    if (minutes.end !== undefined && minutes.end < minutes.start)
      found.push(
        finding(
          'error',
          'end-before-start',
          `"${item.title.value}" ends at ${clock(minutes.end)}, before its start at ${clock(minutes.start)}.`,
          lines,
          item.key,
        ),
      );
    const late =
      minutes.start >= (end ?? Number.POSITIVE_INFINITY)
        ? minutes.start
        : (minutes.end ?? 0) > (end ?? Number.POSITIVE_INFINITY)
          ? minutes.end
          : undefined;
    if (late !== undefined && end !== undefined && date === last) {
      const says = late === minutes.start ? `starts at ${clock(late)}` : `ends at ${clock(late)}`;
      found.push(
        finding(
          'warning',
          'agenda-after-end',
          `"${item.title.value}" ${says}, but the front matter ends the event at ${clock(end)}.`,
          lines,
          item.key,
        ),
      );
    }
    const planned =
      /(\d+|deux|trois|quatre|cinq|six) (?:ateliers?|sessions?|tables rondes|conferences?) (?:d'|de )(\d)\s?h(\d\d)?/.exec(
        fold(draft.head.text.flat.slice(draft.head.start, draft.head.end)),
      );
    if (planned !== null && minutes.end !== undefined) {
      const each = Number(planned[2]) * 60 + Number(planned[3] ?? 0);
      const count = COUNTS.get(planned[1] as string) ?? Number(planned[1]);
      const room = minutes.end - minutes.start;
      if (each * count > room)
        found.push(
          finding(
            'info',
            'time-mismatch',
            `"${item.title.value}" lasts ${clock(room)}, but ${count} of ${clock(each)} take ${clock(each * count)} one after the other.`,
            lines,
            item.key,
          ),
        );
    }
    return found;
  });
}
