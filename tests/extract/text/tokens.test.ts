import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameButOneLetter } from '../../../src/extract/text/one-letter.ts';
import { closing, phraseAt, startsWith } from '../../../src/extract/text/scan.ts';
import { mendBreaks, textOf, tokenize } from '../../../src/extract/text/tokens.ts';

const pieces = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokens', () => {
  it.each([
    ["l'association d'Aubrac", ["l'", 'association', "d'", 'Aubrac']],
    ['aujourd’hui', ['aujourd’hui']],
    ["N'Diaye n'est", ["N'Diaye", "n'", 'est']],
    ['Jean-Baptiste', ['Jean-Baptiste']],
    ['beta.brumance.fr.', ['beta.brumance.fr', '.']],
    ['chargé·e(s)', ['chargé·e(s)']],
    ['chargé(e) (77)', ['chargé(e)', '(', '77', ')']],
    ['coordina-\ntrice', ['coordinatrice']],
    ['Marie-\nLou', ['Marie-Lou']],
    ['10h–11h', ['10h', '–', '11h']],
    ['« Fil »', ['«', 'Fil', '»']],
    ['', []],
  ])('%j', (text, expected) => expect(pieces(text)).toEqual(expected));

  it('say where they stand, and what stands before them', () => {
    const [first, second, third] = tokenize("d'Ys\nici");
    expect([first?.start, first?.end, second?.start, second?.end]).toEqual([0, 2, 2, 4]);
    expect([second?.spaced, second?.newline, third?.spaced, third?.newline]).toEqual([false, false, true, true]);
  });

  it('cover all but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = tokenize(text);
        tokens.forEach((token, at) => {
          expect(token.end).toBeGreaterThan(token.start);
          const before = tokens[at - 1]?.end ?? 0;
          expect(text.slice(before, token.start).trim()).toBe('');
        });
        expect(text.slice(tokens.at(-1)?.end ?? 0).trim()).toBe('');
      }),
    );
  });

  it('give their text back on one line', () => {
    const text = 'la  Ville\nde Brumance';
    expect(textOf(text, tokenize(text), 1, 4)).toBe('Ville de Brumance');
    expect(textOf(text, tokenize(text), 2, 2)).toBe('');
  });

  it('mend words broken at line ends, but not compound names', () => {
    expect(mendBreaks('numé-\nrique et Marie-\nLou, 10-\n20')).toBe('numérique et Marie-Lou, 10-\n20');
  });
});

describe('scanning', () => {
  it('finds the bracket that closes another', () => {
    expect(closing(tokenize('(a (b) c) d'), 0)).toBe(6);
    expect(closing(tokenize('« a » b'), 0)).toBe(2);
    expect(closing(tokenize('"a" b'), 0)).toBe(2);
    expect(closing(tokenize('(a b'), 0)).toBe(3);
  });

  it('compares folded words', () => {
    const tokens = tokenize('Sous RÉSERVE de');
    expect(startsWith(tokens, 0, ['sous', 'reserve'])).toBe(true);
    expect(startsWith(tokens, 2, ['de', 'la'])).toBe(false);
    expect(phraseAt(tokens, 0, [['avec'], ['sous', 'reserve']])).toBe(2);
    expect(phraseAt(tokens, 1, [['avec']])).toBe(0);
  });
});

describe('one letter apart', () => {
  it.each([
    ['kerbrat', 'kerbras', true],
    ['kerbrat', 'kerbrt', true],
    ['kerbrat', 'kerbratt', true],
    ['kerbrat', 'kerbrat', false],
    ['kerbrat', 'krebrat', false],
    ['kerbrat', 'kerb', false],
    ['', 'k', true],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(sameButOneLetter(a, b)).toBe(expected);
    expect(sameButOneLetter(b, a)).toBe(expected);
  });
});
