import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/domain/fold.ts';
import { ENTITY_KINDS } from '../../src/domain/mention.ts';
import { identityKey } from '../../src/resolve/key.ts';

const kinds = fc.constantFrom(...ENTITY_KINDS);
const others = kinds.filter((kind) => kind !== 'person');
const letters = [...'abcdefghijklmnopqrstuvwxyzàâæçéèêëîïôœùûüÿ'];
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 });
const words = fc.array(word, { minLength: 1, maxLength: 5 });
/** Words that are no articles: an article before them is one more word, and the only one. */
const plain = words.filter(([first]) => !/^(?:l|la|le|les|un|une)$/.test(fold(first as string)));

describe('the identity key of a name', () => {
  it('does not depend on case, accents or how accents are encoded', () => {
    fc.assert(
      fc.property(kinds, words, (kind, parts) => {
        const name = parts.join(' ');
        const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
        for (const other of [name.toUpperCase(), name.normalize('NFD'), bare, bare.toUpperCase()])
          expect(identityKey(kind, other)).toBe(identityKey(kind, name));
      }),
    );
  });

  it('does not depend on white space, apostrophes, dashes and full stops between words', () => {
    const gap = fc.constantFrom(' ', '  ', '\t', '\u00a0', '\u202f', '-', '–', "'", '’', '. ', ' – ', ', ');
    fc.assert(
      fc.property(kinds, words, fc.array(gap, { minLength: 5, maxLength: 5 }), (kind, parts, gaps) => {
        const name = parts.map((part, at) => (at === 0 ? part : `${gaps[at]}${part}`)).join('');
        expect(identityKey(kind, ` ${name} `)).toBe(identityKey(kind, parts.join(' ')));
      }),
    );
  });

  it('does not depend on the article that a text puts before a name, but for people', () => {
    const article = fc.constantFrom('la ', 'le ', 'les ', "l'", 'l’', 'L’', 'LA ', 'un ', 'Une ');
    fc.assert(
      fc.property(others, plain, article, (kind, parts, before) => {
        expect(identityKey(kind, before + parts.join(' '))).toBe(identityKey(kind, parts.join(' ')));
      }),
    );
    expect(identityKey('person', 'Le Goff')).not.toBe(identityKey('person', 'Goff'));
    expect(identityKey('person', 'La Fontaine')).toBe(identityKey('person', 'LA FONTAINE'));
    expect(identityKey('organization', 'Lahaut')).not.toBe(identityKey('organization', 'haut'));
  });

  it('tells apart names of other words, or of the same in another order', () => {
    fc.assert(
      fc.property(kinds, plain, plain, (kind, a, b) => {
        const bare = (parts: readonly string[]) =>
          parts.join(' ').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
        expect(identityKey(kind, a.join(' ')) === identityKey(kind, b.join(' '))).toBe(bare(a) === bare(b));
      }),
    );
    expect(identityKey('project', 'C++')).not.toBe(identityKey('project', 'C#'));
    expect(identityKey('organization', 'Arts & métiers')).toBe(identityKey('organization', 'Arts et Métiers'));
  });

  it('is never empty for a name that is not, and never throws', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        kinds,
        fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), fc.constantFrom('´', '\u0301', ' ')),
        (kind, name) => {
          expect(identityKey(kind, name)).not.toBe('');
        },
      ),
    );
    expect(identityKey('organization', '!!!')).not.toBe(identityKey('organization', '???'));
    expect(identityKey('organization', 'La')).toBe('la');
  });

  it('reads a very long name in a moment', () => {
    const before = performance.now();
    identityKey('organization', `la ${"l'".repeat(50_000)}${' - '.repeat(50_000)}`);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
