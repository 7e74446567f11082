import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import { type Finding, finding, type Said } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import { isoDay, type PrintedDay, printedDays, weekdayOf } from '../time/day.ts';
import type { Scanned } from './context.ts';
import { days, hours } from './date-findings.ts';
import { COUNTS, minutesOf, type PageToCheck } from './finding.ts';
import { linesOf } from './text.ts';

/** What is odd about a page within its own document: days, hours and an agenda that do not agree. */
export function pageFindings(page: PageToCheck): Finding[] {
  const weekdays = page.texts.flatMap((text) => weekdayFindings(text, page));
  if (page.own.type !== 'event') return weekdays;
  const event = page.own;
  return [...order(event), ...weekdays, ...hours(page, event), ...days(page, event), ...agenda(page, event)];
}

// --- internal ---

function weekdayFindings(text: Scanned, { own, texts }: PageToCheck): Finding[] {
  return printedDays(text.flat).flatMap((day): Finding[] => {
    const printed = day.weekday;
    if (printed === undefined) return [];
    const date = isoDay(day, day.year === undefined ? yearOf(day, own, texts) : undefined);
    if (date === undefined || weekdayOf(date) === printed) return [];
    const said: Said = { code: 'weekday-mismatch', printed, date, weekday: weekdayOf(date) };
    return [finding('warning', said, linesOf(text, day.start, day.end), own.key)];
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
  const said: Said = { code: 'end-before-start', in: 'front-matter', start: startDate.value, end: endDate.value };
  return [finding('error', said, endDate.lines, key)];
}

/** The agenda in itself, and against the event's end. */
function agenda({ items }: PageToCheck, event: EventRecord): Finding[] {
  const end = minutesOf(event.endDate);
  const last = (event.endDate ?? event.startDate)?.value.slice(0, 10);
  return items.flatMap(({ item, minutes, date, draft, tentative }): Finding[] => {
    const found: Finding[] = [];
    const lines = item.start?.lines ?? item.lines;
    const title = item.title.value;
    if (tentative) found.push(finding('info', { code: 'agenda-incomplete', title }, item.title.lines, item.key));
    if (minutes === undefined) return found;
    if (minutes.end !== undefined && minutes.end < minutes.start) {
      const said: Said = { code: 'end-before-start', in: 'agenda', title, start: minutes.start, end: minutes.end };
      found.push(finding('error', said, lines, item.key));
    }
    const late =
      minutes.start >= (end ?? Number.POSITIVE_INFINITY)
        ? minutes.start
        : (minutes.end ?? 0) > (end ?? Number.POSITIVE_INFINITY)
          ? minutes.end
          : undefined;
    if (late !== undefined && end !== undefined && date === last) {
      const edge = late === minutes.start ? 'start' : 'end';
      found.push(finding('warning', { code: 'agenda-after-end', title, edge, at: late, end }, lines, item.key));
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
        found.push(finding('info', { code: 'time-mismatch', in: 'agenda', title, room, count, each }, lines, item.key));
    }
    return found;
  });
}
