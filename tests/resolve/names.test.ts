import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestName } from '../../src/resolve/names.ts';

/** The best of names, each as often as it is given. */
function best(...names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return bestName(counts);
}

describe('the name to show', () => {
  it('is the one that is used most', () => {
    expect(best('Rouages Ouest', 'Les Rouages Ouest', 'Rouages Ouest')).toBe('Rouages Ouest');
  });

  it('is a full one where there is one, however rare: not an acronym, not initials', () => {
    expect(best('ADM', 'ADM', 'Agence de la mer')).toBe('Agence de la mer');
    expect(best('J. Le Goff', 'J. Le Goff', 'Jeanne Le Goff')).toBe('Jeanne Le Goff');
    expect(best('JB Roy', 'JB Roy', 'Jean-Baptiste Roy')).toBe('Jean-Baptiste Roy');
    expect(best('ADM')).toBe('ADM');
  });

  it('is not in capitals where there is another, however rare', () => {
    expect(best('LES ROUAGES', 'LES ROUAGES', 'Les Rouages')).toBe('Les Rouages');
    expect(best('LES ROUAGES')).toBe('LES ROUAGES');
    expect(best('CNRS', 'CNRS', 'Cnrs')).toBe('CNRS');
  });

  it('is the longer one, then the first by code unit, where names are used as often', () => {
    expect(best('Rouages Ouest', 'Les Rouages Ouest')).toBe('Les Rouages Ouest');
    expect(best('Réemploi', 'Reemploi')).toBe('Reemploi');
  });

  it('is not an alias that a text only introduces', () => {
    const counts = new Map([
      ['Orse Numérique', 1],
      ['Orse Numérique de France', 0],
    ]);
    expect(bestName(counts)).toBe('Orse Numérique');
  });

  it('does not depend on the order in which names come', () => {
    const names = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('Rouages', 'ROUAGES SA', 'Les Rouages', 'les rouages', 'É', 'é', 'R. S', 'RSA'),
        fc.nat(2),
      ),
      { minLength: 1, selector: ([name]) => name },
    );
    fc.assert(
      fc.property(
        names.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(bestName(shuffled)).toBe(bestName(all));
        },
      ),
    );
  });
});
