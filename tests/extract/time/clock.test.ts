import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockAt, clockRanges, timeOfDay } from '../../../src/extract/time/clock.ts';

/** Ranges as `HH:MM-HH:MM`, a start alone as `HH:MM`. */
const read = (text: string): string[] =>
  clockRanges(text).map(({ start, end }) =>
    [start, ...(end === undefined ? [] : [end])].map(({ minutes }) => timeOfDay(minutes).slice(0, 5)).join('-'),
  );

describe('times of day', () => {
  it.each([
    ['10h', ['10:00']],
    ['9 h 30', ['09:30']],
    ['10:45', ['10:45']],
    ['14 heures', ['14:00']],
    ['14H15', ['14:15']],
    ['midi', ['12:00']],
    ['à partir de 9h', ['09:00']],
    ['10h à 10h45', ['10:00-10:45']],
    ['de 14h à 15h30', ['14:00-15:30']],
    ['entre 9h et 10h', ['09:00-10:00']],
    ['9 h 30 – 11 h', ['09:30-11:00']],
    ['10h-12h', ['10:00-12:00']],
    ['10h>12h', ['10:00-12:00']],
    ["10h jusqu'à 12h", ['10:00-12:00']],
    ['11h30\n- midi', ['11:30-12:00']],
    ['9h-10h puis 11h-12h', ['09:00-10:00', '11:00-12:00']],
    ['de 22h à minuit', ['22:00-00:00']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it.each([
    ['10'],
    ['25h'],
    ['10h75'],
    ['2h30min'],
    ['article 12:345'],
    ['h10'],
    ['3,5h'],
    ['page 10'],
    ['le 10 heureux'],
    ['après-midi'],
  ])('finds none in %j', (text) => expect(read(text)).toEqual([]));

  it('says where the words stand', () => {
    expect(clockAt('vers 10h45, salle 2', 5)).toEqual({ minutes: 645, start: 5, end: 10 });
    expect(clockAt('vers 10h45', 0)).toBeUndefined();
  });

  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const styles: readonly ((at: number) => string)[] = [
    (at) => `${Math.floor(at / 60)}h${String(at % 60).padStart(2, '0')}`,
    (at) => `${Math.floor(at / 60)} h ${String(at % 60).padStart(2, '0')}`,
    (at) => timeOfDay(at).slice(0, 5),
    (at) =>
      at % 60 === 0 ? `${Math.floor(at / 60)} heures` : `${Math.floor(at / 60)}H${String(at % 60).padStart(2, '0')}`,
  ];
  it('reads any range back, however it is written', () => {
    fc.assert(
      fc.property(
        minutes,
        minutes,
        fc.constantFrom(...styles),
        fc.constantFrom(' à ', '-', ' – ', ' — ', ' > ', ' → ', '\n-\n', ' et '),
        fc.constantFrom(['', ''], ['de ', ''], ['Salle 3 | ', ' | Atelier'], ['(', ')']),
        (from, to, write, tie, [before, after]) => {
          const [range, ...others] = clockRanges(`${before}${write(from)}${tie}${write(to)}${after}`);
          expect(others).toEqual([]);
          expect([range?.start.minutes, range?.end?.minutes]).toEqual([from, to]);
        },
      ),
    );
  });

  it('gives times in order, within the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('10h', '9:5', ' ', '-', 'à', 'midi', '24h', '1', 'h', '\n', '😀')),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { start, end } of clockRanges(text)) {
            expect(start.start).toBeGreaterThanOrEqual(last);
            last = (end ?? start).end;
            expect(last).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});
