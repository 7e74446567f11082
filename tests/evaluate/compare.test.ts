import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyOrder,
  bareName,
  dayOf,
  isDocument,
  likeness,
  printedTimeOf,
  timeOf,
  words,
} from '../../src/evaluate/compare.ts';
import { oneEach, pairUp } from '../../src/evaluate/pairing.ts';

describe('texts to compare', () => {
  it('have no accents, case or punctuation', () => {
    expect(words('L’Œuvre — été, 2ᵉ')).toBe('l oeuvre ete 2e');
    expect(words(undefined)).toBe('');
  });

  it('are names without the article that they begin with, and one after a preposition', () => {
    expect(bareName('La Mairie')).toBe('mairie');
    expect(bareName('de la Mairie')).toBe('mairie');
    expect(bareName('L’Usine')).toBe('usine');
    expect(bareName('Ladiguière')).toBe('ladiguiere');
    expect(bareName('La')).toBe('la');
  });

  it('are names of people in any order', () => {
    expect(anyOrder('NOOR Ada-Lina')).toBe(anyOrder('Ada Lina Noor'));
    expect(anyOrder('Ada Noor')).not.toBe(anyOrder('Ada Lina Noor'));
  });
});

describe('likeness', () => {
  it('is twice the shared words over all words, each counted as often as it stands', () => {
    // shared: "la" once and "foire" once; 3 and 2 words
    expect(likeness('la foire la', 'La Foire')).toBeCloseTo(4 / 5, 12);
    expect(likeness('a b', 'c d')).toBe(0);
    expect(likeness('a', '')).toBe(0);
    expect(likeness(undefined, undefined)).toBe(0);
  });

  it('is symmetric, within 0 and 1, and 1 for the same words', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'C', 'é'), { minLength: 1, maxLength: 6 }).map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect(likeness(a, a.toUpperCase())).toBe(1);
      }),
    );
  });
});

describe('days, times and documents', () => {
  it('are read of dates, date-times and printed times', () => {
    expect(dayOf('2031-05-12T09:30:00+02:00')).toBe('2031-05-12');
    expect(dayOf(undefined)).toBe('');
    expect(timeOf('2031-05-12T09:30:00+02:00')).toBe('09:30');
    expect(timeOf('9h30')).toBe('09:30');
    expect(timeOf('2031-05-12')).toBe('');
    expect(printedTimeOf('9h')).toBe('09:00');
    expect(printedTimeOf('14 h 05')).toBe('14:05');
    expect(printedTimeOf('09:30')).toBe('09:30');
    expect(printedTimeOf('demain')).toBe('');
  });

  it('mean a file by its path, its name, or the beginning of its name', () => {
    expect(isDocument('003', 'sources/003_89af.txt')).toBe(true);
    expect(isDocument('003', 'sources/003-foire.md')).toBe(true);
    expect(isDocument('003', 'sources/0031_89af.txt')).toBe(false);
    expect(isDocument('foire.md', 'sources/foire.md')).toBe(true);
    expect(isDocument('sources/foire.md', 'sources/foire.md')).toBe(true);
    expect(isDocument('003', 'sources/003/foire.md')).toBe(false);
    expect(isDocument('003', undefined)).toBe(false);
  });
});

describe('pairs', () => {
  it('are made one to one, the likest first, of equals the first in order', () => {
    const like = (a: string, b: string) => (a === b ? 2 : a[0] === b[0] ? 1 : 0);
    expect(pairUp(['ax', 'ay', 'b'], ['ay', 'az', 'c'], like, 1)).toEqual({
      pairs: [
        ['ax', 'az'],
        ['ay', 'ay'],
      ],
      missed: ['b'],
      extra: ['c'],
    });
  });

  it('never use a label or a row twice, and lose none', () => {
    const numbers = fc.array(fc.nat(5), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, numbers, (labels, rows) => {
        const { pairs, missed, extra } = pairUp(
          labels,
          rows,
          (a, b) => (Math.abs(a - b) <= 1 ? 2 - Math.abs(a - b) : 0),
          1,
        );
        expect([...pairs.map(([label]) => label), ...missed].sort()).toEqual([...labels].sort());
        expect([...pairs.map(([, row]) => row), ...extra].sort()).toEqual([...rows].sort());
        for (const [a, b] of pairs) expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
        // what is left over could not have been paired
        for (const a of missed) for (const b of extra) expect(Math.abs(a - b)).toBeGreaterThan(1);
      }),
    );
  });

  it('take the last of equal rows, where the first stood', () => {
    expect(oneEach(['a1', 'b1', 'a2'], (row) => row[0] as string)).toEqual(['a2', 'b1']);
  });
});
