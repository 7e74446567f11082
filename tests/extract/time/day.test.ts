import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHalfDay, isoDay, type PrintedDay, printedDays, weekdayOf, wholeDay } from '../../../src/extract/time/day.ts';
import { localDateTime } from '../../../src/extract/time/zone.ts';
import { MONTHS, WEEKDAYS } from '../../../src/extract/words/calendar.ts';

const plain = ({ start: _start, end: _end, ...day }: PrintedDay) => day;

describe('days', () => {
  it.each([
    ['Mercredi 28 septembre', [{ weekday: 3, day: 28, month: 9 }]],
    ['jeudi 1er juin 2023', [{ weekday: 4, day: 1, month: 6, year: 2023 }]],
    ['le 3 février', [{ day: 3, month: 2 }]],
    ['MARDI 4 AOÛT', [{ weekday: 2, day: 4, month: 8 }]],
    ['19/10/23', [{ day: 19, month: 10, year: 2023 }]],
    ['lundi 19/10/2023', [{ weekday: 1, day: 19, month: 10, year: 2023 }]],
    [
      'les 3 mai et 4 mai',
      [
        { day: 3, month: 5 },
        { day: 4, month: 5 },
      ],
    ],
    ['32 mai', []],
    ['128 mars', []],
    ['19/13/23', []],
    ['28 septembristes', []],
    ['10 participants', []],
  ])('%j', (text, expected) => expect(printedDays(text).map(plain)).toEqual(expected));

  it('stand where they are printed, with their weekday and no other word', () => {
    const at = (text: string) => printedDays(text).map(({ start, end }) => text.slice(start, end));
    expect(at('Venez mardi 4 août 2026, salle 2')).toEqual(['mardi 4 août 2026']);
    expect(at('dès 4 août')).toEqual(['4 août']);
    expect(at('Version 04/08/26')).toEqual(['04/08/26']);
  });

  it.each([
    ['Mercredi 28 septembre', true],
    ['MERCREDI 28 SEPTEMBRE - MATIN', true],
    ['Le 28 septembre', true],
    ['28 septembre, salle 2', false],
    ['3 mai et 4 mai', false],
    ['Version 04/08/26', false],
    ['Matin', false],
  ])('%j is a day and no more: %s', (text, expected) => expect(wholeDay(text) !== undefined).toBe(expected));

  it.each([
    ['MATIN', true],
    ['Après-midi', true],
    ["L'après-midi", true],
    ["L'après-midi en bref", false],
    ['Le midi de Brumance', false],
    ['', false],
  ])('%j is half a day: %s', (text, expected) => expect(isHalfDay(text)).toBe(expected));

  it('take the year from the text, else from the event', () => {
    expect(isoDay({ day: 3, month: 2, year: 2021, start: 0, end: 0 }, '2024-01-01')).toBe('2021-02-03');
    expect(isoDay({ day: 3, month: 2, start: 0, end: 0 }, '2024-01-01')).toBe('2024-02-03');
    expect(isoDay({ day: 3, month: 2, start: 0, end: 0 }, undefined)).toBeUndefined();
    expect(isoDay({ day: 30, month: 2, year: 2024, start: 0, end: 0 }, undefined)).toBeUndefined();
  });

  it('read any real date back, in words and in figures', () => {
    const name = (names: ReadonlyMap<string, number>, number: number): string =>
      [...names].find(([, n]) => n === number)?.[0] ?? '';
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          const words = `${name(WEEKDAYS, weekdayOf(iso))} ${Number(day)} ${name(MONTHS, Number(month))} ${year}`;
          for (const text of [words, words.toUpperCase(), `${day}/${month}/${year}`]) {
            const found = wholeDay(text);
            expect(found && isoDay(found, undefined)).toBe(iso);
          }
        },
      ),
    );
  });
});

describe('local times', () => {
  it.each([
    ['2024-07-01', '10:00:00', '2024-07-01T10:00:00+02:00'],
    ['2024-01-01', '10:00:00', '2024-01-01T10:00:00+01:00'],
    ['2024-12-31', '24:00:00', '2025-01-01T00:00:00+01:00'],
    ['2024-03-31', '02:30:00', '2024-03-31T03:30:00+02:00'],
  ])('%s %s in Paris is %s', (date, time, expected) =>
    expect(localDateTime(date, time, 'Europe/Paris')).toBe(expected),
  );
});
