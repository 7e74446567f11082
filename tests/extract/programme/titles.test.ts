import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexEntries } from '../../../src/extract/programme/index-page.ts';
import {
  casedWords,
  likeness,
  pairInSections,
  pairTitles,
  SAME_TITLE,
  sentenceCase,
} from '../../../src/extract/programme/titles.ts';

describe('index lines', () => {
  const read = (text: string) =>
    indexEntries({ kind: 'paragraph', text, lines: { first: 5, last: 5 + text.split('\n').length - 1 } }).map(
      ({ title, page, lines }) => [title, page, lines.first, lines.last],
    );
  it.each([
    ['p.06 — Coudre ensemble', [['Coudre ensemble', 6, 5, 5]]],
    ['p. 12 – Coudre ensemble', [['Coudre ensemble', 12, 5, 5]]],
    ['Coudre ensemble ........ 12', [['Coudre ensemble', 12, 5, 5]]],
    ['Coudre ensemble . . . . . 12', [['Coudre ensemble', 12, 5, 5]]],
    ['Coudre ensemble (p. 12)', [['Coudre ensemble', 12, 5, 5]]],
    ['Coudre ensemble — p. 12', [['Coudre ensemble', 12, 5, 5]]],
    [
      'Coudre ........ 3\nSemer ........ 4',
      [
        ['Coudre', 3, 5, 5],
        ['Semer', 4, 6, 6],
      ],
    ],
    ['Coudre ensemble et\ndehors ........ 12', [['Coudre ensemble et dehors', 12, 5, 6]]],
    ['Mardi 5 mars ........ 3', []],
    ['Coudre ensemble', []],
    ['Rendez-vous au 12', []],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('titles', () => {
  it('are alike by their folded words', () => {
    expect(likeness('Coudre Ensemble', 'COUDRE, ENSEMBLE !')).toBe(1);
    expect(likeness('Coudre', 'Semer')).toBe(0);
    expect(likeness('coudre coudre', 'coudre')).toBeCloseTo(2 / 3);
    expect(likeness('', '')).toBe(0);
  });

  const title = fc
    .array(fc.constantFrom('coudre', 'semer', 'ensemble', 'dehors', 'les', 'voiles', 'au', 'port'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(' '));
  const titles = fc.array(title, { maxLength: 8 });

  it('are paired one to one, never below the limit, and leave no two alike apart', () => {
    fc.assert(
      fc.property(titles, titles, (left, right) => {
        const pairs = pairTitles(left, right);
        expect(new Set(pairs.values()).size).toBe(pairs.size);
        for (const [a, b] of pairs) expect(likeness(left[a] ?? '', right[b] ?? '')).toBeGreaterThanOrEqual(SAME_TITLE);
        const taken = new Set(pairs.values());
        left.forEach((one, a) => {
          if (pairs.has(a)) return;
          right.forEach((other, b) => {
            if (!taken.has(b)) expect(likeness(one, other)).toBeLessThan(SAME_TITLE);
          });
        });
      }),
    );
  });

  it('find themselves again in any order', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(title, { maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          for (const [a, b] of pairTitles(all, shuffled)) expect(likeness(all[a] ?? '', shuffled[b] ?? '')).toBe(1);
        },
      ),
    );
  });

  it('prefer the line of their own half-day, then any that is left', () => {
    const slots = [
      { heading: 'Coudre', section: 1 },
      { heading: 'Coudre', section: 2 },
      { heading: 'Semer', section: 1 },
    ];
    const index = [
      { title: 'Coudre', section: 2 },
      { title: 'Coudre', section: 1 },
      { title: 'Semer', section: 2 },
    ];
    expect([...pairInSections(slots, index)].sort()).toEqual([
      [0, 1],
      [1, 0],
      [2, 2],
    ]);
  });

  it('set in capitals become sentences; names keep their capitals', () => {
    const cased = casedWords(['On coud avec Passerelle à Brumance.', 'La Ville et la ville.']);
    expect(sentenceCase('COUDRE À BRUMANCE : LES VOILES DE LA VILLE', cased)).toBe(
      'Coudre à Brumance : les voiles de la ville',
    );
    expect(sentenceCase('Coudre à Brumance', cased)).toBe('Coudre à Brumance');
  });
});
