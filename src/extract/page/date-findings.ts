import type { EventRecord } from '../../domain/event.ts';
import type { Lines } from '../../domain/evidence.ts';
import { type Finding, finding, type Said } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import { isoDay } from '../time/day.ts';
import { declaredHours } from './declared.ts';
import { COUNTS, minutesOf, type PageToCheck } from './finding.ts';
import { printedSpans } from './printed-dates.ts';
import { linesOf } from './text.ts';

/** Hours in the front matter's dates against those printed beside them, in the text and in the agenda. */
export function hours({ document, texts, items }: PageToCheck, event: EventRecord): Finding[] {
  const found: Finding[] = [];
  const start = minutesOf(event.startDate);
  const end = minutesOf(event.endDate);
  const compare = (
    edge: 'start' | 'end',
    declared: number | undefined,
    printed: number | undefined,
    where: Extract<Said, { where: unknown }>['where'],
    lines: Lines,
  ): void => {
    if (declared === undefined || printed === undefined || declared === printed) return;
    const said: Said = { code: 'time-mismatch', in: 'event', edge, declared, printed, where };
    found.push(finding('warning', said, lines, event.key));
  };
  for (const { label, range, lines } of declaredHours(document.rows)) {
    compare('start', start, range.start.minutes, { label }, lines);
    compare('end', end, range.end?.minutes, { label }, lines);
  }
  const first = event.startDate?.value.slice(0, 10);
  const last = event.endDate?.value.slice(0, 10) ?? first;
  for (const text of texts) {
    for (const span of printedSpans(text.flat)) {
      if (span.hours === undefined || isoDay(span.first, event.startDate?.value) !== first) continue;
      const lines = linesOf(text, span.start, span.end);
      compare('start', start, span.hours.start.minutes, 'text', lines);
      if (first === last) compare('end', end, span.hours.end?.minutes, 'text', lines);
    }
  }
  const opening = items.find(({ minutes, date }) => minutes !== undefined && date === first);
  const opens = opening?.item.start;
  if (opening?.minutes !== undefined && opens !== undefined)
    compare('start', start, opening.minutes.start, 'agenda', opens.lines);
  return found;
}

/** Days that the text gives for the event against those of the front matter. */
export function days({ texts, items }: PageToCheck, event: EventRecord): Finding[] {
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
      const said: Said = { code: 'date-mismatch', in: 'text', declared: [first, last], printed: [from, to] };
      found.push(finding('warning', said, linesOf(text, span.start, span.end), event.key));
    }
    const counted = /\b(?:ces|durant|pendant|sur) (?:ces |les )?(deux|trois|quatre|cinq|six|sept) jours\b/.exec(
      fold(text.flat),
    );
    const count = counted === null ? undefined : COUNTS.get(counted[1] as string);
    const length = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
    if (count !== undefined && count !== length) {
      const said: Said = { code: 'count-mismatch', of: 'days', said: count, declared: [first, last], length };
      found.push(finding('info', said, text.lines, event.key));
    }
  }
  for (const day of new Map(
    items.flatMap(({ draft, date }) =>
      draft.day === undefined || date === undefined ? [] : [[date, draft.day] as const],
    ),
  )) {
    const [date, printed] = day;
    if ((date >= first && date <= last) || 'ordinal' in printed) continue;
    const said: Said = { code: 'date-mismatch', in: 'agenda', declared: [first, last], printed: [date, date] };
    found.push(finding('warning', said, linesOf(printed.at.text, printed.at.start, printed.at.end), event.key));
  }
  return found;
}

// --- internal ---

/** Verbs that say when the event is held, right before a day. */
const HELD =
  /\b(?:se (?:tient|tiendra|deroule|deroulera|deroulent|tiennent)|(?:aura|auront|a eu|ont eu) lieu|rendez-vous|vous (?:convie|invite)\S*|est organise\S*|sera organise\S*|vous donn\S* rendez-vous)\b[^.!?\d]{0,60}$/;
