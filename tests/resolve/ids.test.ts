import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { line } from '../../src/domain/evidence.ts';
import { ENTITY_KINDS, type EntityKind, type Mention } from '../../src/domain/mention.ts';
import { createIds } from '../../src/resolve/ids.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const mention = (name: string, kind: EntityKind = 'organization'): Mention => ({
  ...{ kind, name, surface: name },
  ...{ lines: line(1), rule: 'test', grade: 'stated' },
});
const kinds = fc.constantFrom(...ENTITY_KINDS);
/** Few names, so that they meet; and any text at all. */
const name = fc.oneof(
  fc.constantFrom('Les Rouages', 'rouages', 'Rouages 2', 'Rouages-2', 'C', 'C++', 'C#', 'É', 'e', '北京', '!!!', '-'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);
const mentions = fc.array(
  fc.tuple(kinds, name).map(([kind, text]) => mention(text, kind)),
  { maxLength: 20 },
);

describe('ids', () => {
  it('are readable slugs, one for each entity of a kind', () => {
    const ids = createIds([]);
    expect(ids.slugOf(mention("L'Atelier des Possibles & Cie"))).toBe('l-atelier-des-possibles-et-cie');
    expect(ids.slugOf(mention('l’atelier des possibles et CIE'))).toBe('l-atelier-des-possibles-et-cie');
    expect(ids.slugOf(mention('Œuvre-Haute'))).toBe('oeuvre-haute');
    expect(ids.slugOf(mention('Zoé Le Goff', 'person'))).toBe('zoe-le-goff');
    expect(ids.minted).toBe(3);
  });

  it('are numbered where two entities ask for the same slug', () => {
    const ids = createIds([]);
    const slugs = ['C', 'C++', 'C#', 'c', 'C++', 'C 2'].map((text) => ids.slugOf(mention(text, 'project')));
    expect(slugs).toEqual(['c', 'c-2', 'c-3', 'c', 'c-2', 'c-2-2']);
    // Another kind has names of its own.
    expect(ids.slugOf(mention('C', 'organization'))).toBe('c');
  });

  it('are the kind and a number where a name has no letter that a slug can hold', () => {
    const ids = createIds([]);
    expect(ids.slugOf(mention('!!!'))).toBe('organization');
    expect(ids.slugOf(mention('???'))).toBe('organization-2');
  });

  it('are cut at a word where a name is long', () => {
    const ids = createIds([]);
    const slug = ids.slugOf(mention(`association ${'numerique '.repeat(20)}`));
    expect(slug).toBe('association-numerique-numerique-numerique-numerique-numerique-numerique');
    expect(ids.slugOf(mention(`association ${'numerique '.repeat(21)}`))).toBe(`${slug}-2`);
    expect(ids.slugOf(mention('x'.repeat(500)))).toBe('x'.repeat(80));
  });

  it('are given to records by their own key: an equal name is another session', () => {
    const ids = createIds([]);
    expect(ids.slugOfKey('session', 'a', 'Ouverture')).toBe('ouverture');
    expect(ids.slugOfKey('session', 'b', 'Ouverture')).toBe('ouverture-2');
    expect(ids.slugOfKey('session', 'a', 'Clôture')).toBe('ouverture');
  });

  it('are always fit for an address, and never shared within a kind', () => {
    fc.assert(
      fc.property(mentions, (all) => {
        const ids = createIds([]);
        for (const one of all) expect(ids.slugOf(one)).toMatch(SLUG);
        const identities = [...ids.identities()];
        expect(new Set(identities.map(({ kind, slug }) => `${kind} ${slug}`)).size).toBe(identities.length);
        expect(identities).toHaveLength(ids.minted);
      }),
    );
  });

  it('stay what the ledger says, in whatever order names come later, and with whatever others', () => {
    const cases = mentions.chain((first) =>
      fc.record({
        first: fc.constant(first),
        later: fc.tuple(mentions, fc.shuffledSubarray(first)).map(([more, again]) => [...more, ...again]),
      }),
    );
    fc.assert(
      fc.property(cases, ({ first, later }) => {
        const before = createIds([]);
        const slugs = new Map(first.map((one) => [one, before.slugOf(one)]));
        const after = createIds(before.identities());
        for (const one of later) after.slugOf(one);
        for (const one of first) expect(after.slugOf(one)).toBe(slugs.get(one));
      }),
    );
  });

  it('never take over a slug that the ledger gave to something that is no longer named', () => {
    const ids = createIds([{ kind: 'organization', key: 'ancienne maison', slug: 'maison' }]);
    expect(ids.slugOf(mention('Maison'))).toBe('maison-2');
    expect(ids.slugOf(mention('Ancienne Maison'))).toBe('maison');
    expect(ids.minted).toBe(1);
  });

  it('take the first number that no other has', () => {
    const ids = createIds([
      { kind: 'session', key: 'old', slug: 'ouverture-3' },
      { kind: 'session', key: 'other', slug: 'ouverture-5' },
    ]);
    const slugs = ['a', 'b', 'c', 'd'].map((key) => ids.slugOfKey('session', key, 'Ouverture'));
    expect(slugs).toEqual(['ouverture', 'ouverture-2', 'ouverture-4', 'ouverture-6']);
  });

  it('number thousands of equal titles in a moment', () => {
    const ids = createIds([]);
    const before = performance.now();
    for (let at = 0; at < 5000; at += 1) ids.slugOfKey('session', `k${at}`, 'Ouverture');
    expect(performance.now() - before).toBeLessThan(2000);
    expect(ids.slugOfKey('session', 'k4999', '')).toBe('ouverture-5000');
  });
});
