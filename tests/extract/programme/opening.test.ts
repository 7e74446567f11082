import { describe, expect, it } from 'vitest';
import { indexEntries, withoutNumbers } from '../../../src/extract/programme/index-page.ts';
import { openingOf } from '../../../src/extract/programme/opening.ts';
import { programme } from '../../../src/read/programme.ts';
import { file } from './support.ts';

const opening = (text: string): string[] => openingOf(programme.read(file(text)).blocks).map((block) => block.text);

describe('what a programme says before its first day', () => {
  const organised = "Rencontres organisées par l'Agence des brumes (ADB) et la Ville de Brume.";

  it('is its paragraphs, up to the first rule or day', () => {
    expect(
      opening(`# Brumes\n\n${organised}\n\n3\n\n---\n\nCe qui suit est un sommaire, et dit autre chose.\n`),
    ).toEqual([organised]);
    expect(opening(`# Brumes\n\n${organised}\n\n# Mardi 5 mars\n\n${organised}\n`)).toEqual([organised]);
  });

  it('is nothing where no day begins', () => expect(opening(`# Brumes\n\n${organised}\n`)).toEqual([]));
});

describe('numbers of index lines', () => {
  const titles = (...lines: string[]): string[] =>
    withoutNumbers(
      lines.flatMap((text) => indexEntries({ kind: 'paragraph', text, lines: { first: 1, last: 1 } })),
    ).map(({ title }) => title);

  it('are those of the sessions where nearly all have one', () =>
    expect(titles('01 Coudre ..... 4', '02 Semer ..... 5', '03 Lire ..... 6')).toEqual(['Coudre', 'Semer', 'Lire']));

  it('are words of the title elsewhere', () =>
    expect(titles('12 outils ..... 4', 'Semer ..... 5', 'Lire ..... 6')).toEqual(['12 outils', 'Semer', 'Lire']));
});
