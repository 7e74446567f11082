import { type ClockRange, clockAt, clockRanges } from '../time/clock.ts';
import { type PrintedDay, printedDays } from '../time/day.ts';

/** Days that a text gives as those of the event: `se tiendra du 18 au 20 octobre`, with hours where they follow. */
export interface PrintedSpan {
  readonly first: PrintedDay;
  readonly last: PrintedDay;
  readonly hours?: ClockRange;
  readonly start: number;
  readonly end: number;
}

/** The printed days of a text with the day that ties to them (`du 18 au 20 octobre`, `les 19 et 20 octobre`) and the hours beside them. */
export function printedSpans(text: string): PrintedSpan[] {
  const days = printedDays(text);
  const spans: PrintedSpan[] = [];
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as PrintedDay;
    const next = days[at + 1];
    const tied = next !== undefined && /^\s*(?:au|et(?: le)?|-|–|à)\s*$/u.test(text.slice(day.end, next.start));
    if (tied) {
      spans.push({
        first: { ...day, ...(day.year === undefined && next.year !== undefined ? { year: next.year } : {}) },
        last: next,
        start: day.start,
        end: next.end,
        ...hoursAfter(text, next.end),
      });
      at += 1;
      continue;
    }
    const before = /(\d{1,2})(?:er)?\s*(?:au|et|-|–|&)\s*(?:le\s+)?$/u.exec(
      text.slice(Math.max(0, day.start - 14), day.start),
    );
    const earlier = before === null ? undefined : Number(before[1]);
    const first =
      earlier !== undefined && earlier >= 1 && earlier < day.day ? withoutWeekday({ ...day, day: earlier }) : day;
    spans.push({
      first,
      last: day,
      start: day.start - (before?.[0].length ?? 0),
      end: day.end,
      ...hoursAfter(text, day.end),
    });
  }
  return spans;
}

// --- internal ---

function withoutWeekday({ weekday: _weekday, ...day }: PrintedDay): PrintedDay {
  return day;
}

/** `le 10 avril de 9h30 à 17h`, `le 10 avril, à 14h`. */
function hoursAfter(text: string, end: number): { hours?: ClockRange } {
  const tie = /^(?:\s+\d{4})?\s*[,(–-]?\s*(?:de|à|dès|à partir de|entre)?\s*/u.exec(text.slice(end, end + 24));
  const from = end + (tie?.[0].length ?? 0);
  if (clockAt(text, from) === undefined) return {};
  const range = clockRanges(text.slice(from, from + 40))[0];
  return range === undefined ? {} : { hours: range };
}
