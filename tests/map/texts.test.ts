import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateToken } from '../../src/map/date.ts';
import { LONGEST_QUOTE, quote } from '../../src/map/quote.ts';

const same = (text: string): string => text;

describe('quote', () => {
  it('trims each line and keeps the breaks', () => {
    expect(quote('  a  \n\t b\n', same)).toBe('a\nb');
  });

  it('cuts at the limit with an ellipsis, never inside a character', () => {
    const exact = 'a'.repeat(LONGEST_QUOTE);
    expect(quote(exact, same)).toBe(exact);
    expect(quote(`${exact}b`, same)).toBe(`${'a'.repeat(LONGEST_QUOTE - 1)}…`);
    const emoji = `${'a'.repeat(LONGEST_QUOTE - 2)}😀b`;
    expect(quote(emoji, same)).toBe(`${'a'.repeat(LONGEST_QUOTE - 2)}…`);
    fc.assert(
      fc.property(fc.nat(40), (n) => quote(`${'x'.repeat(n)}${'😀'.repeat(1_000)}`, same).length <= LONGEST_QUOTE),
    );
  });

  it('cleans before it cuts', () => {
    const address = 'ada@example.test';
    const text = 'a'.repeat(LONGEST_QUOTE - 8) + address;
    expect(quote(text, (whole) => whole.replaceAll(address, '[…]'))).not.toContain('ada');
  });
});

describe('dateToken', () => {
  const xsd = 'http://www.w3.org/2001/XMLSchema#';
  it('tells dates from date-times', () => {
    expect(dateToken('2024-02-29')).toBe(`"2024-02-29"^^<${xsd}date>`);
    expect(dateToken('2022-09-28T10:00:00+02:00')).toBe(`"2022-09-28T10:00:00+02:00"^^<${xsd}dateTime>`);
    expect(dateToken('2022-09-28T10:00:00.5Z')).toBe(`"2022-09-28T10:00:00.5Z"^^<${xsd}dateTime>`);
  });

  it('refuses what is neither, and days that do not exist', () => {
    for (const text of [
      ...['', '2022', '2023-02-29', '2022-04-31', '2022-13-01', '2022-00-10', '2022-01-00', '0000-01-01', '28/09/2022'],
      ...['2022-09-28T10:00:00', '2022-09-28T10:00+02:00', '2022-09-28T24:00:00Z', '2022-09-28T10:60:00Z'],
      ...['2022-09-28T10:00:00+15:00', '2022-09-28T10:00:00+02:75', '2022-09-28\n', '2022-09-28 10:00:00Z'],
    ])
      expect(dateToken(text), text).toBeUndefined();
  });
});
