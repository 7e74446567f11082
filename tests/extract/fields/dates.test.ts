import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../src/extract/fields/dates.ts';

const PARIS = 'Europe/Paris';
const read = (text: string, zone = PARIS) => readDate(text, zone).value;

describe('readDate', () => {
  it.each([
    ['2024-04-10', '2024-04-10'],
    ['10/04/2024', '2024-04-10'],
    ['1/2/2024', '2024-02-01'],
    ['2024-02-29', '2024-02-29'],
    ['2024-04-10 09:00:00 +02:00', '2024-04-10T09:00:00+02:00'],
    ['2024-04-10 09:00:00 -05:30', '2024-04-10T09:00:00-05:30'],
    ['2024-04-10T09:00:00+0200', '2024-04-10T09:00:00+02:00'],
    ['2024-04-10T09:00+02', '2024-04-10T09:00:00+02:00'],
    ['2023-02-21T08:49:17.216Z', '2023-02-21T08:49:17Z'],
    ['2024-04-10 9:05', '2024-04-10T09:05:00+02:00'],
    ['2024-01-10 09:00', '2024-01-10T09:00:00+01:00'],
    ['10/04/2024 9h30', '2024-04-10T09:30:00+02:00'],
    ['10/04/2024 à 9h', '2024-04-10T09:00:00+02:00'],
  ])('reads %s as %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('keeps an offset that is not that of the zone', () => {
    expect(read('2024-07-10 09:00:00 +01:00')).toBe('2024-07-10T09:00:00+01:00');
  });

  it('knows summer time in other zones, and on the day it begins and ends', () => {
    expect(read('2024-07-10 09:00', 'America/Cayenne')).toBe('2024-07-10T09:00:00-03:00');
    expect(read('2024-03-31 01:59')).toBe('2024-03-31T01:59:00+01:00');
    expect(read('2024-03-31 03:00')).toBe('2024-03-31T03:00:00+02:00');
    expect(read('2024-10-27 01:59')).toBe('2024-10-27T01:59:00+02:00');
    expect(read('2024-10-27 03:00')).toBe('2024-10-27T03:00:00+01:00');
  });

  it('keeps only the date of a time that the clock shows twice', () => {
    expect(readDate('2024-10-27 02:30', PARIS)).toEqual({ value: '2024-10-27', ambiguous: true });
    expect(readDate('2024-10-27 02:30 +02:00', PARIS)).toEqual({ value: '2024-10-27T02:30:00+02:00' });
  });

  it('refuses a time that the clock skips', () => {
    expect(() => read('2024-03-31 02:30')).toThrow('there is no such time in Europe/Paris: the clock skips it');
  });

  it.each([
    ['2024-02-30', 'no such day'],
    ['2023-02-29', 'no such day'],
    ['1900-02-29', 'no such day'],
    ['2024-13-01', 'no such day'],
    ['2024-00-10', 'no such day'],
    ['31/04/2024', 'no such day'],
    ['2024-04-10 24:00', 'no such time'],
    ['2024-04-10 23:60', 'no such time'],
    ['2024-04-10 09:00 +15:00', 'no such offset'],
    ['2024-04-10 09:00 +02:75', 'no such offset'],
    ['2024', 'a date is expected'],
    ['10/04/24', 'a date is expected'],
    ['10 avril 2024', 'a date is expected'],
    ['2024-04-10T09:00:00+02:00[Europe/Paris]', 'a date is expected'],
    ['2024-04-10 09:', 'a date is expected'],
    ['', 'a date is expected'],
  ])('refuses %s: %s', (text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });

  const two = (n: number) => String(n).padStart(2, '0');
  const parts = fc.record({
    at: fc.date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true }),
    zone: fc.constantFrom(PARIS, 'UTC', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea'),
  });

  it('gives back what it gave', () => {
    fc.assert(
      fc.property(parts, ({ at, zone }) => {
        const date = at.toISOString().slice(0, 10);
        expect(read(date, zone)).toBe(date);
        const [y, m, d] = date.split('-');
        expect(read(`${d}/${m}/${y}`, zone)).toBe(date);
        const written = `${date} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
        let local: ReturnType<typeof readDate>;
        try {
          local = readDate(written, zone);
        } catch (error) {
          expect((error as Error).message).toContain('the clock skips it');
          return;
        }
        if (local.ambiguous === undefined) expect(local.value.slice(0, 19)).toBe(written.replace(' ', 'T'));
        expect(read(local.value, zone)).toBe(local.value);
      }),
    );
  });

  it('gives local times the offset of the moment they name', () => {
    fc.assert(
      fc.property(parts, ({ at, zone }) => {
        const shown = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(at);
        const { value, ambiguous } = readDate(shown, zone);
        if (ambiguous === undefined) expect(Date.parse(value)).toBe(Math.floor(at.getTime() / 1000) * 1000);
      }),
    );
  });

  it('refuses anything else quickly', () => {
    for (const unit of ['1', '2024-', '0/', ' ', '2024-04-10 ']) {
      const start = performance.now();
      expect(() => read(unit.repeat(20_000))).toThrow(RangeError);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
