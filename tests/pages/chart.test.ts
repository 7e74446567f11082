import { describe, expect, it } from 'vitest';
import { resultChart } from '../../src/pages/result/chart.ts';
import type { Cell, Known } from '../../src/pages/result/results.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const thing = (name: string): Cell => ({ type: 'uri', value: `https://maillage.example/id/x/${name}` });
const count = (value: number): Cell => ({ type: 'literal', value: String(value), datatype: `${XSD}integer` });
const at = (value: string): Cell => ({ type: 'literal', value, datatype: `${XSD}dateTime` });
const known: Known = {
  language: 'en',
  base: 'https://maillage.example/',
  thing: (iri) => ({ name: iri.slice(iri.lastIndexOf('/') + 1), kind: 'person', href: '#' }),
  label: () => undefined,
  notation: () => undefined,
};
const chart = (columns: readonly string[], ...rows: (Cell | undefined)[][]): string =>
  resultChart({ columns, rows }, known)?.text ?? '';
/** What stands in elements of that name, without markup. */
const texts = (markup: string, name: string): string[] =>
  [...markup.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(([all]) =>
    all
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

describe('a chart', () => {
  it('of a count for each thing is bars, the largest first', () => {
    const made = chart(['person', 'sessions'], [thing('a'), count(1)], [thing('b'), count(4)]);
    expect(made).toContain('class="chart bars"');
    expect(texts(made, 'li')).toEqual(['b 4', 'a 1']);
  });

  it('of a count for pairs of one kind is arcs between names', () => {
    const made = chart(
      ['person', 'other', 'sessions'],
      [thing('a'), thing('b'), count(1)],
      [thing('b'), thing('c'), count(4)],
    );
    expect(made).toContain('class="chart arcs"');
    expect(texts(made, 'li')).toEqual(['b', 'c', 'a']);
    expect(
      [...made.matchAll(/<path class="(w\d)" d="M0 (\d+)C\S+ \d+ \S+ \d+ 0 (\d+)"/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['w4', '5', '15'],
      ['w1', '5', '25'],
    ]);
  });

  it('of a count for pairs of two kinds is a matrix', () => {
    const rows = ['x', 'y'].flatMap((event) =>
      ['talk', 'visit'].map((format) => [thing(event), { type: 'literal', value: format }, count(2)]),
    );
    expect(chart(['event', 'format', 'sessions'], ...rows)).toContain('class="chart matrix"');
  });

  it('of dates counts what has them: of the things before them, those of which there are most', () => {
    const days = ['2030-05-14', '2030-05-14', '2030-05-15'];
    const rows = days.map((day, i) => [{ type: 'literal', value: '10:00' }, thing('e'), thing(`s${i}`), at(day)]);
    const made = chart(['hour', 'event', 'session', 'start'], ...rows);
    expect(made).toContain('session: number by day');
    expect(texts(made, 'li')).toEqual(['2 14 May', '1 15 May']);
  });

  it.each([
    ['hours of one day', ['2030-05-14T09:00:00+02:00', '2030-05-14T11:30:00+02:00'], ['1 09:00', '0 10:00', '1 11:00']],
    [
      'days, over the end of a month',
      ['2030-04-30T09:00:00+02:00', '2030-05-02'],
      ['1 30 April', '0 1 May', '1 2 May'],
    ],
    [
      'months, over the end of a year',
      ['2029-11-02', '2030-01-20'],
      ['1 November 2029', '0 December 2029', '1 January 2030'],
    ],
    ['years', ['2020-01-02', '2024-01-20'], ['1 2020', '0 2021', '0 2022', '0 2023', '1 2024']],
  ])('of dates counts by %s', (_, dates, periods) => {
    const made = chart(['session', 'start'], ...dates.map((date, i) => [thing(`s${i}`), at(date)]), [
      thing('none'),
      undefined,
    ]);
    expect(made).toContain('class="chart times"');
    expect(texts(made, 'li')).toEqual(periods);
  });

  it('counts a thing that stands in several rows once', () => {
    const made = chart(
      ['session', 'start'],
      ...['a', 'a', 'b'].map((s, i) => [thing(s), at(`2030-05-1${i > 1 ? 5 : 4}`)]),
    );
    expect(texts(made, 'li')).toEqual(['1 14 May', '1 15 May']);
  });

  it('is not made of one row, of one day without hours, nor of dates thousands of years apart', () => {
    expect(chart(['person', 'sessions'], [thing('a'), count(1)])).toBe('');
    expect(chart(['session', 'start'], [thing('a'), at('2030-05-14')], [thing('b'), at('2030-05-14')])).toBe('');
    expect(chart(['session', 'start'], [thing('a'), at('0001-01-01')], [thing('b'), at('9999-12-31')])).toBe('');
  });
});
