import { monthText } from '../dates.ts';
import { type Html, html } from '../html.ts';
import { heading } from './heads.ts';
import type { Known, Results } from './results.ts';

/**
 * How many things each hour, day, month or year has, by what the dates span; none is left out between the first and the
 * last. Undefined where all of it falls into one.
 */
export function times({ columns, rows }: Results, known: Known, thing: number, date: number): Html | undefined {
  const dates = rows.flatMap((row) => (ISO.test(row[date]?.value ?? '') ? [row[date]?.value as string] : [])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const step = STEPS.find(({ periods }) => {
    const all = periods(first, last);
    return all.length > 1 && all.length <= MOST;
  });
  if (step === undefined) return undefined;
  const counted = new Map<string, Set<string>>(step.periods(first, last).map((period) => [period, new Set()]));
  for (const row of rows) counted.get((row[date]?.value ?? '').slice(0, step.length))?.add(row[thing]?.value ?? '');
  const most = Math.max(1, ...[...counted.values()].map(({ size }) => size));
  const french = known.language === 'fr';
  const caption = `${heading(columns[thing] ?? '', known.language)} : ${french ? 'nombre par' : 'number by'} ${step.name[french ? 0 : 1]} (${heading(columns[date] ?? '', known.language)})`;
  return html`<figure class="chart times"><figcaption>${french ? caption : caption.replace(' :', ':')}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><ol${counted.size <= FEW && html` class="few"`}>${[
    ...counted,
  ].map(
    ([period, { size }]) =>
      html`<li${size === 0 && html` class="none"`}><span class="n">${size}</span><svg aria-hidden="true" viewBox="0 0 10 100" preserveAspectRatio="none"><rect y="${(100 - (size / most) * 100).toFixed(1)}" width="10" height="100" /></svg><time datetime="${period}">${step.text(period, known.language)}</time></li>`,
  )}</ol></div></figure>`;
}

// --- internal ---

const ISO = /^\d{4}-\d{2}-\d{2}/;
const MOST = 40;
/** Periods whose names fit beside each other on a phone. */
const FEW = 4;

interface Step {
  /** Characters of a date that name the period. */
  readonly length: number;
  readonly name: readonly [fr: string, en: string];
  periods(first: string, last: string): string[];
  text(period: string, language: Known['language']): string;
}

const two = (value: number): string => String(value).padStart(2, '0');

function between<T>(first: number, last: number, made: (at: number) => T): T[] {
  return last - first > MOST ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => made(first + i));
}

const dayNumber = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;
const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** The finest first. */
const STEPS: readonly Step[] = [
  {
    length: 13,
    name: ['heure', 'hour'],
    periods: (first, last) =>
      first.slice(0, 10) === last.slice(0, 10) && first.length > 13
        ? between(
            Number(first.slice(11, 13)),
            Number(last.slice(11, 13)),
            (hour) => `${first.slice(0, 11)}${two(hour)}`,
          )
        : [],
    text: (period, language) => (language === 'fr' ? `${Number(period.slice(11))}\u00a0h` : `${period.slice(11)}:00`),
  },
  {
    length: 10,
    name: ['jour', 'day'],
    periods: (first, last) =>
      between(dayNumber(first), dayNumber(last), (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
    text: (period, language) => `${Number(period.slice(8))} ${monthText(Number(period.slice(5, 7)), language)}`,
  },
  {
    length: 7,
    name: ['mois', 'month'],
    periods: (first, last) =>
      between(monthNumber(first), monthNumber(last), (at) => `${Math.floor(at / 12)}-${two((at % 12) + 1)}`),
    text: (period, language) => `${monthText(Number(period.slice(5)), language)} ${period.slice(0, 4)}`,
  },
  {
    length: 4,
    name: ['année', 'year'],
    periods: (first, last) => between(Number(first.slice(0, 4)), Number(last.slice(0, 4)), String),
    text: (period) => period,
  },
];
