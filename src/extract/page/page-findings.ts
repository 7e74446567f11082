import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Finding } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import { isoDay, type PrintedDay, printedDays, weekdayOf } from '../time/day.ts';
import type { Scanned } from './context.ts';
import { days, hours } from './date-findings.ts';
import { COUNTS, clock, finding, minutesOf, type PageToCheck } from './finding.ts';
import { linesOf } from './text.ts';

/** What is odd about a page within its own document: days, hours and an agenda that do not agree. */
export function pageFindings(page: PageToCheck): Finding[] {
  const weekdays = page.texts.flatMap((text) => weekdayFindings(text, page));
  if (page.own.type !== 'event') return weekdays;
  const event = page.own;
  return [...order(event), ...weekdays, ...hours(page, event), ...days(page, event), ...agenda(page, event)];
}

// --- internal ---

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

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
