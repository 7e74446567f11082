import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mendMarkup } from '../../src/read/mend.ts';
import { programme } from '../../src/read/programme.ts';
import type { SourceFile } from '../../src/read/reader.ts';
import { testReader } from './suite.ts';

const booklet = `
# JOUR UN

---

- p.04 — Un titre
- p.05 — Un autre

**OUVRIR****LES PORTES****DU SAVOIR**

Le texte.

**ANIMÉ PAR**\u0020\u0020
Zoë Martin, de la Ligue

## **AVEC**

9. Neuf
10. Dix
11. Onze
`;

testReader(programme, {
  good: [
    {
      name: 'a booklet',
      text: booklet,
      blocks: [
        { kind: 'heading', depth: 1, text: 'JOUR UN', lines: { first: 2, last: 2 } },
        { kind: 'rule', lines: { first: 4, last: 4 } },
        { kind: 'item', depth: 1, text: 'p.04 — Un titre', lines: { first: 6, last: 6 } },
        { kind: 'item', depth: 1, text: 'p.05 — Un autre', lines: { first: 7, last: 7 } },
        { kind: 'paragraph', emphasis: 'strong', text: 'OUVRIR LES PORTES DU SAVOIR', lines: { first: 9, last: 9 } },
        { kind: 'paragraph', text: 'Le texte.', lines: { first: 11, last: 11 } },
        { kind: 'paragraph', emphasis: 'strong', text: 'ANIMÉ PAR', lines: { first: 13, last: 13 } },
        { kind: 'paragraph', text: 'Zoë Martin, de la Ligue', lines: { first: 14, last: 14 } },
        { kind: 'heading', depth: 2, emphasis: 'strong', text: 'AVEC', lines: { first: 16, last: 16 } },
        { kind: 'item', number: 9, text: 'Neuf', lines: { first: 18, last: 18 } },
        { kind: 'item', number: 10, text: 'Dix', lines: { first: 19, last: 19 } },
        { kind: 'item', number: 11, text: 'Onze', lines: { first: 20, last: 20 } },
      ],
    },
    {
      name: 'a booklet with front matter',
      text: '---\ntitle: Livret\n---\n\n# UN\ntexte\n',
      values: [{ path: ['title'], value: 'Livret', lines: [2, 2] }],
      blocks: [
        { kind: 'heading', text: 'UN', lines: { first: 5, last: 5 } },
        { kind: 'paragraph', text: 'texte', lines: { first: 6, last: 6 } },
      ],
    },
    {
      name: 'a booklet that begins with a rule',
      text: '---\n\n# UN\n\n---\n\nLieu : ici\n',
      blocks: [
        { kind: 'rule', lines: { first: 1, last: 1 } },
        { kind: 'heading', text: 'UN', lines: { first: 3, last: 3 } },
        { kind: 'rule', lines: { first: 5, last: 5 } },
        { kind: 'paragraph', text: 'Lieu : ici', lines: { first: 7, last: 7 } },
      ],
    },
  ],
  hostile: [
    { around: (line) => `# UN\n\n${line}\n\ntexte\n`, line: 3 },
    { around: (line) => `# UN\n\ntexte\n${line}\ntexte\n`, line: 4 },
  ],
});

const read = (text: string) => {
  const file: SourceFile = { sourceId: 's', path: 'in/livret.md', name: 'livret.md', text, sha256: '' };
  return programme.read(file);
};
const brief = (text: string) =>
  read(text).blocks.map(({ kind, text: content, depth, number, emphasis }) =>
    [kind, depth, number, emphasis, content].filter((part) => part !== undefined).join(' '),
  );

describe('programme mends what an OCR leaves', () => {
  it.each([
    ['glued bold', '**A B****C****D**', ['paragraph strong A B C D']],
    ['glued bold and text', '**A****B** c', ['paragraph A B c']],
    ['glued bold in a heading', '## **A****B**', ['heading 2 strong A B']],
    ['loose bold', '** A **', ['paragraph strong A']],
    ['bold loose on one side', 'a **b **c', ['paragraph a b c']],
    ['a bold label glued to its text', '**AVEC :**Zoë', ['paragraph AVEC : Zoë']],
    ['bold after a letter', 'd**« A »** b', ['paragraph d « A » b']],
    ['bold inside a word', 'a**b**c', ['paragraph abc']],
    ['bold that is not closed', '**A', ['paragraph **A']],
    ['a row of stars', '****\n\na', ['rule ', 'paragraph a']],
    ['a label above its text', '**AVEC**\nZoë\nMax', ['paragraph strong AVEC', 'paragraph Zoë\nMax']],
    ['a label between texts', 'a\n**B**\nc', ['paragraph a', 'paragraph strong B', 'paragraph c']],
    ['a title in bold over two lines', '**A**\n**B**', ['paragraph strong A\nB']],
    ['a heading without a space', '#Titre', ['heading 1 Titre']],
    ['a bold heading without a space', '##**AVEC**', ['heading 2 strong AVEC']],
    ['a heading between glued signs', '##Titre##', ['heading 2 Titre']],
    ['a heading between signs', '## Titre ##', ['heading 2 Titre']],
    ['a name that ends in a sign', '# Parler C#', ['heading 1 Parler C#']],
    ['a heading after a no-break space', '#\u00a0Titre', ['heading 1 Titre']],
    ['a full-width sign and space', '\uff03\u3000Titre', ['heading 1 Titre']],
    ['seven signs', '####### a', ['paragraph ####### a']],
    ['dashes under a text', 'texte\n---\nsuite', ['paragraph texte', 'rule ', 'paragraph suite']],
    ['two dashes under a text', 'texte\n--', ['paragraph texte\n--']],
    ['equals under a title', 'Titre\n=====\n\ntexte', ['heading 1 Titre', 'paragraph texte']],
    ['equals under a paragraph', 'a\nb\n=====', ['paragraph a\nb\n=====']],
    ['indented text', '    texte *a*', ['paragraph texte a']],
    ['text indented by no-break spaces', '\u00a0\u00a0\u00a0\u00a0texte', ['paragraph texte']],
    ['a year', '2022. Une année', ['paragraph 2022. Une année']],
    ['a year in brackets', '2022) Une année', ['paragraph 2022) Une année']],
    ['the two hundredth item', '200. Un projet', ['item 1 200 Un projet']],
    ['an item after a no-break space', '14.\u00a0Un projet', ['item 1 14 Un projet']],
    ['bullets of typography', '• un\n•\u00a0deux\n▪trois', ['item 1 un', 'item 1 deux', 'item 1 trois']],
    ['an em space', 'a\u2003b', ['paragraph a b']],
    ['a no-break space in text', 'a\u00a0: b', ['paragraph a\u00a0: b']],
    ['a zero-width space', 'a\u200bb', ['paragraph ab']],
    ['an inner item indented by a tab', '- à\n\t- é', ['item 1 à', 'item 2 é']],
    ['a full-width sign and a no-break space', '\uff03\u00a0Titre', ['heading 1 Titre']],
    ['a time in brackets', '[10h]: Pause', ['paragraph [10h]: Pause']],
  ])('%s', (_, text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('refuses a booklet without text', () => {
    expect(() => read('---\n\n---\n')).toThrow(/^in\/livret\.md: no text to read/);
    expect(() => read('<!-- nothing -->')).toThrow(/no text to read/);
  });

  it('refuses front matter that is broken', () => {
    expect(() => read('---\ntitle: [a\n---\n\n# UN\n')).toThrow(/^in\/livret\.md:2: bad YAML/);
  });
});

describe('mendMarkup', () => {
  const sign = fc.constantFrom(
    '**',
    '*',
    '****',
    '#',
    ' ',
    'a',
    'É',
    '\n',
    '===',
    '---',
    '2022. ',
    ':',
    '\u00a0',
    '\u3000',
    '•',
    '\\',
    '`',
  );

  it('moves no line, and loses no letter', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        const mended = mendMarkup(text);
        const letters = (line: string) => line.replace(/[^\p{L}\p{N}]/gu, '');
        expect(mended.split('\n').map(letters)).toEqual(text.split('\n').map(letters));
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves sound Markdown as it is', () => {
    const sound = '# A\n\n- *b* **c** d\n1. e\n\n> f **g**, h\n\n[i](https://a.example)\n';
    expect(mendMarkup(sound)).toBe(sound);
  });
});
