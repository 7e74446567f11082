import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { SourceError } from '../../src/errors.ts';
import { frontMatter } from '../../src/read/front-matter.ts';
import type { SourceFile } from '../../src/read/reader.ts';
import { testReader } from './suite.ts';

const page = `---
title: 'Une rencontre,
  sur deux lignes'
date: 2024-03-14 19:02:00 +01:00
day: 2024-02-30
time: 10:30
postcode: 06000
price: 1.50
count: 12
open: true
empty:
tags:
- un
- deux

# a comment
places:
  - name: Salle A
    address: |-
      1 rue Haute

      44000 Nantes
  - {name: Salle B, floor: 2}
summary: >
  Plié en
  une ligne.

last: "\\u00e9te\\u0301"
---

# Programme

Un texte de [Zoë](https://zoe.example).
`;

testReader(frontMatter, {
  good: [
    {
      name: 'a page with a head and a body',
      text: page,
      values: [
        { path: ['title'], value: 'Une rencontre, sur deux lignes', lines: [2, 3] },
        { path: ['date'], value: '2024-03-14 19:02:00 +01:00', lines: [4, 4] },
        { path: ['day'], value: '2024-02-30', lines: [5, 5] },
        { path: ['time'], value: '10:30', lines: [6, 6] },
        { path: ['postcode'], value: '06000', lines: [7, 7] },
        { path: ['price'], value: '1.50', lines: [8, 8] },
        { path: ['count'], value: 12, lines: [9, 9] },
        { path: ['open'], value: true, lines: [10, 10] },
        { path: ['empty'], value: null, lines: [11, 11] },
        { path: ['tags'], value: ['un', 'deux'], lines: [13, 14] },
        { path: ['tags', 1], value: 'deux', lines: [14, 14] },
        { path: ['places', 0, 'address'], value: '1 rue Haute\n\n44000 Nantes', lines: [19, 22] },
        { path: ['places', 0], value: { name: 'Salle A', address: '1 rue Haute\n\n44000 Nantes' }, lines: [18, 22] },
        { path: ['places', 1, 'floor'], value: 2, lines: [23, 23] },
        { path: ['summary'], value: 'Plié en une ligne.\n', lines: [24, 26] },
        { path: ['last'], value: 'été', lines: [28, 28] },
        // Of the nearest known ancestor where there is no such value.
        { path: ['tags', 7], value: undefined, lines: [13, 14] },
        { path: ['title', 'more'], value: undefined, lines: [2, 3] },
      ],
      blocks: [
        { kind: 'heading', text: 'Programme', lines: { first: 31, last: 31 } },
        {
          kind: 'paragraph',
          text: 'Un texte de Zoë.',
          lines: { first: 33, last: 33 },
          links: [{ text: 'Zoë', url: 'https://zoe.example', lines: { first: 33, last: 33 } }],
        },
      ],
    },
    {
      name: 'a head without a body',
      text: '---\na: 1\n---',
      values: [{ path: ['a'], value: 1, lines: [2, 2] }],
      blocks: [],
    },
  ],
  hostile: [
    { around: (line) => `---\na: 1\nb: ${line}\n---\n`, line: 3 },
    { around: (line) => `---\na: 1\n---\n\n${line}\n`, line: 5 },
  ],
});

const file = (text: string): SourceFile => ({ sourceId: 's', path: 'in/page.md', name: 'page.md', text, sha256: '' });
const read = (text: string) => frontMatter.read(file(text));
const refusal = (text: string): SourceError => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error('it was not refused');
};

describe('front-matter refuses', () => {
  it.each([
    ['no fence', 'title: a\n', 1, /first line must be exactly "---"/],
    ['a fence after a blank line', '\n---\na: 1\n---\n', 1, /first line/],
    ['a fence with more dashes', '----\na: 1\n----\n', 1, /first line/],
    ['a fence with a space', '--- \na: 1\n---\n', 1, /first line/],
    ['a fence that is never closed', '---\na: 1\nb: 2\n', 1, /never closed/],
    ['a closing fence with more', '---\na: 1\n---- \nb: 1\n---\n', 3, /exactly "---" to close/],
    ['a second document', '---\na: 1\n...\nb: 2\n---\n', 4, /multiple documents/],
    ['an empty head', '---\n---\ntext', 1, /empty/],
    ['comments alone', '---\n# a: 1\n---\ntext', 1, /empty/],
    ['a list', '---\n- a\n---\n', 2, /not a mapping/],
    ['a word', '---\na\n---\n', 2, /not a mapping/],
    ['a missing quote', '---\na: 1\nb: "x\n---\n', 3, /bad YAML: Missing closing/],
    ['bad indentation', '---\na: 1\nb: 2\n c: 3\n---\n', 3, /bad YAML/],
    ['a tab', '---\na: 1\n\tb: 2\n---\n', 3, /bad YAML/],
    ['a key twice', '---\na: 1\nb: 2\na: 3\n---\n', 4, /stands twice/],
    ['an inner key twice', '---\na:\n  b: 1\n  b: 2\n---\n', 4, /stands twice/],
    ['a key twice in braces', '---\na: {b: 1, "b": 2}\n---\n', 2, /stands twice/],
    ['a number and its text as keys', '---\n1: a\n"1": b\n---\n', 3, /stands twice/],
    ['an alias', '---\na: &x [1]\nb: *x\n---\n', 3, /aliases are not read/],
    ['a merge of an alias', '---\na: &x {b: 1}\nc:\n  <<: *x\n---\n', 4, /aliases are not read/],
    ['an unknown tag', '---\na: 1\nb: !js/function x\n---\n', 3, /Unresolved tag/],
    ['__proto__', '---\na: 1\n__proto__: {polluted: true}\n---\n', 3, /not allowed/],
    ['an inner constructor', '---\na:\n  - constructor: 1\n---\n', 3, /not allowed/],
    ['an escaped prototype', '---\na: {"proto\\u0074ype": 1}\n---\n', 2, /not allowed/],
    ['a key that is a list', '---\n? [a]\n: 1\n---\n', 2, /key that is not plain text/],
    ['an empty key', '---\na: 1\n: 2\n---\n', 3, /empty key/],
    ['an escaped NUL', '---\na: 1\nb: "x\\0"\n---\n', 3, /U\+0000/],
    ['an escaped surrogate', '---\na: 1\nb: "\\ud800"\n---\n', 3, /surrogate/],
    ['a line too long', `---\na: 1\nb: ${'x'.repeat(20_000)}\n---\n`, 3, /expected at most 20000/],
    ['a heap of blank lines', `---\na: 1${'\n'.repeat(300)}b: 2\n---\n`, 203, /blank lines/],
  ])('%s', (_, text, line, message) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error.where).toMatchObject({ source: 's', path: 'in/page.md', line });
  });

  it('depth over 50, however it is nested', () => {
    const nested = (depth: number) => `---\na: ${'['.repeat(depth)}${']'.repeat(depth)}\n---\n`;
    expect(read(nested(49)).rows).toHaveLength(1);
    for (const depth of [50, 500, 9_000]) {
      expect(refusal(nested(depth)).message).toMatch(/nested more than 50 deep/);
      expect(refusal(nested(depth)).where.line).toBe(2);
    }
    const lines = Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    expect(refusal(`---\n${lines}\n---\n`).where.line).toBe(52);
  });

  it('a bomb of aliases, at once', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`);
    const start = performance.now();
    expect(refusal(`---\na0: &a0 [x]\n${lines.join('\n')}\n---\n`).where.line).toBe(3);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('many keys in linear time', () => {
    const keys = Array.from({ length: 15_000 }, (_, i) => `k${i}: ${i}`).join('\n');
    const start = performance.now();
    expect(Object.keys(read(`---\n${keys}\n---\n`).rows[0]?.values ?? {})).toHaveLength(15_000);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it.each(['---js', '---javascript', '---json', '---coffee', '---constructor', '--- js', '---\u00a0'])(
    'the language %s, unread',
    (fence) => {
      const payload = `${fence}\n{ title: (globalThis.payload = 'ran') }\n---\ntext`;
      expect(refusal(payload).message).toMatch(/first line/);
      expect((globalThis as Record<string, unknown>).payload).toBeUndefined();
    },
  );

  it('bad YAML the second time as well', () => {
    const bad = '---\na: [1\n---\n';
    expect(refusal(bad).message).toBe(refusal(bad).message);
  });
});

describe('front-matter', () => {
  it('gives values without a prototype', () => {
    const values = read('---\na: {b: 1}\n---\n').rows[0]?.values ?? {};
    expect(Object.getPrototypeOf(values)).toBeNull();
    expect(Object.getPrototypeOf(values.a)).toBeNull();
    expect('toString' in values).toBe(false);
  });

  it('does not obey keys of the file', () => {
    const document = read('---\nexcerpt_separator: "x"\nlanguage: js\n---\nbody x body');
    expect(document.blocks.map((block) => block.text)).toEqual(['body x body']);
  });

  it('closes at the first fence, and may close with spaces after it', () => {
    const document = read('---\na: 1\n---  \nx\n\n---\n\ny');
    expect(document.blocks.map(({ kind, lines }) => [kind, lines.first])).toEqual([
      ['paragraph', 4],
      ['rule', 6],
      ['paragraph', 8],
    ]);
  });

  it('reads the body when it is asked for, once', () => {
    const document = read(page);
    expect(document.blocks).toBe(document.blocks);
    expect(Object.getOwnPropertyDescriptor(document, 'blocks')?.get).toBeDefined();
  });

  it('gives back what YAML was written from, each value on lines that hold it', () => {
    const key = fc.stringMatching(/^[a-z]{1,6}$/);
    const text = fc.stringMatching(/^[a-zé]{1,12}( [a-zé:,']{1,30}){0,8}$/);
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { minLength: 1, maxLength: 4 }));
    const record = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, text, { minKeys: 1, maxKeys: 3 })), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(record, fc.constantFrom(20, 40, 80), (data, lineWidth) => {
        const source = `---\n${stringify(data, { lineWidth })}---\n`;
        const row = read(source).rows[0];
        expect(JSON.parse(JSON.stringify(row?.values))).toEqual(data);
        const lines = source.split('\n');
        for (const [name, held] of Object.entries(data)) {
          const span = row?.linesOf([name]) ?? { first: 0, last: 0 };
          const within = lines.slice(span.first - 1, span.last).join(' ');
          for (const word of JSON.stringify(held).match(/[a-zé\d]+/g) ?? []) expect(within).toContain(word);
        }
      }),
      { numRuns: 200 },
    );
  });
});
