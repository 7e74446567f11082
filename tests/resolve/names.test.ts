import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line } from '../../src/domain/evidence.ts';
import type { Mention } from '../../src/domain/mention.ts';
import { addCounts, countNames, type NameCounts, namedEntities } from '../../src/resolve/names.ts';

const mention = (name: string, aliases?: readonly string[]): Mention => ({
  ...{ kind: 'organization', name, surface: name, lines: line(1), rule: 'test', grade: 'stated' },
  ...(aliases === undefined ? {} : { aliases }),
});

/** The entity `x` as so many names call it. */
function named(...names: readonly (string | Mention)[]) {
  const counts: NameCounts = new Map();
  for (const name of names) countNames(counts, typeof name === 'string' ? mention(name) : name, 'x');
  const [entity] = namedEntities(counts);
  return { label: entity?.label, others: entity?.others };
}

describe('the name to show', () => {
  it('is the one that is used most', () => {
    expect(named('Rouages', 'Les Rouages', 'Rouages')).toEqual({ label: 'Rouages', others: ['Les Rouages'] });
  });

  it('is not in capitals where there is another, however rare; but acronyms are names', () => {
    expect(named('LES ROUAGES', 'LES ROUAGES', 'Les Rouages').label).toBe('Les Rouages');
    expect(named('LES ROUAGES').label).toBe('LES ROUAGES');
    expect(named('CNRS', 'CNRS', 'Cnrs').label).toBe('CNRS');
  });

  it('is the longer one, then the first by code unit, where names are used as often', () => {
    expect(named('Rouages', 'Les Rouages').label).toBe('Les Rouages');
    expect(named('Réemploi', 'Reemploi').label).toBe('Reemploi');
  });

  it('is not an alias that a text only introduces', () => {
    expect(named(mention('Orse Numérique', ['ON', 'Orse Num.']))).toEqual({
      label: 'Orse Numérique',
      others: ['ON', 'Orse Num.'],
    });
    expect(named(mention('Orse Numérique', ['ON']), 'ON', 'ON').label).toBe('ON');
  });

  it('does not depend on the order in which names come, nor on which source gave them', () => {
    const names = fc.array(fc.constantFrom('Rouages', 'ROUAGES SA', 'Les Rouages', 'les rouages', 'É', 'é'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(
        names.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(9)),
        ),
        ([all, shuffled, cut]) => {
          const parts = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part) => {
            const counts: NameCounts = new Map();
            for (const name of part) countNames(counts, mention(name), 'x');
            return counts;
          });
          const total: NameCounts = new Map();
          for (const part of parts) addCounts(total, part);
          expect(namedEntities(total)).toEqual([{ kind: 'organization', slug: 'x', ...named(...all) }]);
          // Adding must not have changed what was added.
          expect([...(parts[0]?.values() ?? [])].flatMap((m) => [...m.values()]).reduce((a, b) => a + b, 0)).toBe(
            Math.min(cut, shuffled.length),
          );
        },
      ),
    );
  });

  it('comes sorted by kind and slug', () => {
    const counts: NameCounts = new Map();
    for (const slug of ['b', 'a-b', 'a']) countNames(counts, mention('X'), slug);
    countNames(counts, { ...mention('X'), kind: 'event' }, 'z');
    expect(namedEntities(counts).map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'event z',
      'organization a',
      'organization a-b',
      'organization b',
    ]);
  });
});
