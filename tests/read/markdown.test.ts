import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/read/markdown.ts';
import { partsOf } from '../../src/read/shield.ts';
import { expectLinesInPlace } from './suite.ts';

const one = (number: number) => ({ first: number, last: number });
const texts = (markdown: string) => blocksOf(markdown).map((block) => block.text);

describe('blocksOf', () => {
  it('reads headings, paragraphs, rules and quotes with their lines', () => {
    expect(blocksOf('# One #\n\ntwo\nthree\n\n---\n\n> four\n> five\n\nSix\n===\n')).toEqual([
      { kind: 'heading', depth: 1, text: 'One', lines: one(1) },
      { kind: 'paragraph', text: 'two\nthree', lines: { first: 3, last: 4 } },
      { kind: 'rule', text: '', lines: one(6) },
      { kind: 'quote', text: 'four\nfive', lines: { first: 8, last: 9 } },
      { kind: 'heading', depth: 1, text: 'Six', lines: one(11) },
    ]);
  });

  it('counts from the line that it is given', () => {
    expect(blocksOf('a\n\nb', 40).map((block) => block.lines)).toEqual([one(40), one(42)]);
  });

  it('makes a block of each item, nested or not, with depth and the number as printed', () => {
    expect(blocksOf('- a\n  - b\n    c\n- d\n\ntext\n\n7. e\n7. f\n   1) g\n')).toEqual([
      { kind: 'item', depth: 1, text: 'a', lines: one(1) },
      { kind: 'item', depth: 2, text: 'b\nc', lines: { first: 2, last: 3 } },
      { kind: 'item', depth: 1, text: 'd', lines: one(4) },
      { kind: 'paragraph', text: 'text', lines: one(6) },
      { kind: 'item', depth: 1, number: 7, text: 'e', lines: one(8) },
      { kind: 'item', depth: 1, number: 7, text: 'f', lines: one(9) },
      { kind: 'item', depth: 2, number: 1, text: 'g', lines: one(10) },
    ]);
  });

  it('takes the first paragraph of an item for the item, and the next ones for paragraphs', () => {
    expect(blocksOf('1. a\n\n   b\n').map(({ kind, text }) => [kind, text])).toEqual([
      ['item', 'a'],
      ['paragraph', 'b'],
    ]);
  });

  it('takes markup off and keeps line breaks where the file has them', () => {
    expect(texts('*a* **b** `c` ~~d~~ \\*e\\*  \nf\\\ng &amp; &eacute;')).toEqual(['a b c d *e*\nf\ng & é']);
    expect(texts('`code over\ntwo lines` end')).toEqual(['code over\ntwo lines end']);
    expect(texts('> `code over\n> two lines` end')).toEqual(['code over\ntwo lines end']);
    expect(texts('a&#10;b\nc')).toEqual(['a&#10;b\nc']);
  });

  it('keeps a bracket that is no link', () => {
    expect(texts('[9h30] Café\n[10h]: Pause')).toEqual(['[9h30] Café\n[10h]: Pause']);
    expect(texts('[10h]: Pause')).toEqual(['[10h]: Pause']);
  });

  it('says whether the whole block is emphasised', () => {
    const emphasis = (text: string) => blocksOf(text)[0]?.emphasis;
    expect(emphasis('*a b*')).toBe('em');
    expect(emphasis('**a** **b**\n__c__')).toBe('strong');
    expect(emphasis('## **a**')).toBe('strong');
    expect(emphasis('***a***')).toBe('strong');
    expect(emphasis('<b>a</b>')).toBe('strong');
    expect(emphasis('*a* b')).toBeUndefined();
    expect(emphasis('**a** :')).toBeUndefined();
  });
});

describe('blocksOf and links', () => {
  it('gives text, address and line of links to the web', () => {
    const [block] = blocksOf('see [the *site*](https://a.example/x "t")\nand <https://b.example>, www.c.example.\n');
    expect(block?.text).toBe('see the site\nand https://b.example, www.c.example.');
    expect(block?.links).toEqual([
      { text: 'the site', url: 'https://a.example/x', lines: one(1) },
      { text: 'https://b.example', url: 'https://b.example', lines: one(2) },
      { text: 'www.c.example', url: 'http://www.c.example', lines: one(2) },
    ]);
  });

  it('finds links by reference, and links over two lines', () => {
    expect(blocksOf('x\n[a\nb][r]\n\n[r]: https://r.example\n')).toEqual([
      {
        kind: 'paragraph',
        text: 'x\na\nb',
        lines: { first: 1, last: 3 },
        links: [{ text: 'a b', url: 'https://r.example', lines: { first: 2, last: 3 } }],
      },
    ]);
  });

  it.each(['mailto:a@b.example', 'javascript:alert(1)', 'data:text/html,x', '/local', '#part', 'ftp://a.example'])(
    'drops the address %s and keeps the text',
    (url) => {
      expect(blocksOf(`[a](${url})`)).toEqual([{ kind: 'paragraph', text: 'a', lines: one(1) }]);
      expect(blocksOf(`<a href="${url}">a</a>`)).toEqual([{ kind: 'paragraph', text: 'a', lines: one(1) }]);
    },
  );

  it('drops pictures', () => {
    expect(blocksOf('![alt](https://a.example/i.png)\n\n<img src="x" alt="alt">\n')).toEqual([]);
    expect(texts('a ![alt](i.png) b')).toEqual(['a b']);
  });
});

describe('blocksOf and HTML', () => {
  it('reads headings, paragraphs, items, captions and rules', () => {
    const html = [
      '<div class="x"><h3 style="y">Title',
      'goes on</h3>',
      '<p>First <b>bold</b>',
      'second <a href="https://a.example">link</a></p><p>third</p>',
      '<ul><li>one<ol start="3"><li>two</li><li><p>three</p><p>more</p></li></ol></li></ul>',
      '<figure><img alt="no"><figcaption>Caption</figcaption></figure>After<hr>',
      '<blockquote>Quoted</blockquote></div>',
    ].join('\n');
    expect(blocksOf(html)).toEqual([
      { kind: 'heading', depth: 3, text: 'Title\ngoes on', lines: { first: 1, last: 2 } },
      {
        kind: 'paragraph',
        text: 'First bold\nsecond link',
        lines: { first: 3, last: 4 },
        links: [{ text: 'link', url: 'https://a.example', lines: one(4) }],
      },
      { kind: 'paragraph', text: 'third', lines: one(4) },
      { kind: 'item', depth: 1, text: 'one', lines: one(5) },
      { kind: 'item', depth: 2, number: 3, text: 'two', lines: one(5) },
      { kind: 'item', depth: 2, number: 4, text: 'three', lines: one(5) },
      { kind: 'paragraph', text: 'more', lines: one(5) },
      { kind: 'caption', text: 'Caption', lines: one(6) },
      { kind: 'paragraph', text: 'After', lines: one(6) },
      { kind: 'rule', text: '', lines: one(6) },
      { kind: 'quote', text: 'Quoted', lines: one(7) },
    ]);
  });

  it('takes tags off inside Markdown', () => {
    expect(blocksOf('a <b>b</b><br>c <a href="https://a.example">d</a>\n<br>e')).toEqual([
      {
        kind: 'paragraph',
        text: 'a b c d\ne',
        lines: { first: 1, last: 2 },
        links: [{ text: 'd', url: 'https://a.example', lines: one(1) }],
      },
    ]);
  });

  it.each([
    '<script>\nalert(1)\n\nalert(2)\n</script>\n\ntext',
    '<style>b { c: d }</style>\n\ntext',
    '<!-- a\n\nb -->\n\ntext',
    '<div><script>x</script><style>y</style></div>\n\ntext',
    '<b></b><script>x</script>text',
  ])('drops scripts, styles and comments: %j', (html) => {
    expect(texts(html)).toEqual(['text']);
  });

  it('is not led astray by unclosed and stray tags', () => {
    expect(texts('</div></p><p>a\n\nb <i>c\n\n</b>d\n\n<ul><li>e\n\nf')).toEqual(['a', 'b c', 'd', 'e', 'f']);
    expect(blocksOf('b <i>c\n\nd')[1]?.emphasis).toBeUndefined();
  });

  it('reads a table row by row', () => {
    expect(texts('| a | b |\n|---|---|\n| c | d |\n')).toEqual(['a | b', 'c | d']);
    expect(texts('<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>')).toEqual(['a | b', 'c']);
  });
});

describe('blocksOf keeps text lines on file lines', () => {
  const word = fc.constantFrom('été', 'Mot', 'l’eau', '10h30', 'p.04', 'Zoë', 'n°7');
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const inline = fc.oneof(
    words,
    words.map((text) => `*${text}*`),
    words.map((text) => `**${text}**`),
    words.map((text) => `\`${text}\``),
    words.map((text) => `[${text}](https://a.example)`),
    words.map((text) => `<b>${text}</b>`),
    words.map((text) => `<a href="https://a.example">${text}</a>`),
  );
  const line = fc.tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '# ',
      '### ',
      '- ',
      '  - ',
      '1. ',
      '12) ',
      '> ',
      '> - ',
      '    ',
      '<p>',
      '<li>',
      '| ',
      '* * ',
    ),
    fc.array(inline, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '  ', '\\', ' #', '</p>', ' |'),
  );
  const lines = fc.oneof(
    { weight: 6, arbitrary: line.map(([start, parts, end]) => `${start}${parts.join(' ')}${end}`) },
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('---', '===', '```', '<div>', '</div>', '|---|', '***', '<ul>', '*', '**', '`'),
    },
  );

  it.each([false, true])('for any mixture of markup (loose: %s)', (loose) => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 25 }), fc.integer({ min: 1, max: 99 }), (list, first) => {
        const text = list.join('\n');
        expectLinesInPlace(blocksOf(text, first, { loose }), text, first);
      }),
      { numRuns: 500 },
    );
  });

  it('for any text at all, without throwing', () => {
    const sign = fc.constantFrom(...'[]()*_`<>#-+.!|&;:/\\"\'=~^ \n\t1aé'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        for (const { text, lines: at } of blocksOf(signs.join(''))) {
          expect(text.split('\n').length).toBe(at.last - at.first + 1);
          expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('alike when a long text is cut at its headings', () => {
    const part = fc.array(lines, { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(part, (list) => {
        const once = `${list.join('\n').replaceAll('```', '')}\n\n${'mot '.repeat(1_000)}`;
        const text = new Array(6).fill(once).join('\n\n## Titre\n');
        // A fence forbids cutting.
        const fenced = `${text}\n\n\`\`\`\nfence\n\`\`\``;
        expect(partsOf(text).length).toBeGreaterThan(1);
        expect(partsOf(text).join('\n')).toBe(text);
        expect(partsOf(fenced)).toEqual([fenced]);
        expect(blocksOf(text)).toEqual(blocksOf(fenced).slice(0, -1));
      }),
      { numRuns: 6 },
    );
  }, 30_000);
});

describe('blocksOf and what would hang it', () => {
  it('reads a line that is too long as a plain paragraph, and the rest as ever', () => {
    const long = '*a* '.repeat(5_001).trim();
    expect(blocksOf(`# One\n\n- ${long}\n- two\n`)).toEqual([
      { kind: 'heading', depth: 1, text: 'One', lines: one(1) },
      { kind: 'paragraph', text: `- ${long}`, lines: one(3) },
      { kind: 'item', depth: 1, text: 'two', lines: one(4) },
    ]);
  });

  it('does the same with absurd depth', () => {
    expect(blocksOf(`${'> '.repeat(30)}deep\n\n> quoted`).map(({ kind }) => kind)).toEqual(['paragraph', 'quote']);
    expect(blocksOf(`${'- '.repeat(40)}\n`).map(({ kind }) => kind)).toEqual(['rule']);
  });

  it.each([
    ['brackets', ']'.repeat(90)],
    ['links', '[a]('.repeat(25)],
    ['emphasis', 'a* '.repeat(30)],
    ['quoted lists', '> - > - a'],
    ['lists of quotes', '- > a'],
    ['quotes', '>\n'],
    ['footnotes', '[^a]'],
    ['definitions', '[a]: b "\n'],
  ])('5,000 lines of %s', (_, line) => {
    const start = performance.now();
    blocksOf(`${line}\n`.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('nesting by indentation', () => {
    const start = performance.now();
    const text = Array.from({ length: 1_000 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n');
    expect(blocksOf(text)).toHaveLength(1_000);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
