// A folder of a hundred pages, ten of them broken in ten ways: ninety are built, ten are named, and nothing of the ten is in
// the graph.
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/pipeline/report.ts';
import { buildIn, maillage, quadsOf, segmentsOf } from '../support/build.ts';
import { folderOf, type Tree, writeTree } from '../support/files.ts';
import { CONFIG, DIRECTORY, DIRECTORY_CONFIG, page, pagePath, pages } from '../support/village.ts';

/** Each says `canari`, which must not come out; and where the fault stands, and in which words the message tells of it. */
const BROKEN: readonly { name: string; content: string | Uint8Array; line?: number; message: RegExp }[] = [
  {
    name: 'binary',
    content: Buffer.concat([Buffer.from('---\ntitre: canari\n'), Buffer.from([0, 1, 2])]),
    line: 3,
    message: /NUL byte/,
  },
  {
    name: 'not UTF-8',
    content: Buffer.from('---\ntitre: canari\ndebut: 2023-03-08\nlieu: Médiathèque\n---\n', 'latin1'),
    line: 4,
    message: /UTF-8/,
  },
  { name: 'empty', content: '', message: /empty/ },
  {
    name: 'never closed',
    content: '---\ntitre: canari\ndebut: 2023-03-08\n\nTexte.\n',
    line: 1,
    message: /never closed/,
  },
  {
    name: 'bad YAML',
    content: '---\ntitre: canari\nmotscles: [a, b\ndebut: 2023-03-08\n---\n',
    line: 4,
    message: /YAML/,
  },
  {
    name: 'a key twice',
    content: '---\ntitre: canari\ndebut: 2023-03-08\ntitre: autre canari\n---\n',
    line: 4,
    message: /titre|unique|twice/,
  },
  {
    name: 'an alias bomb',
    content: `---\ntitre: canari\ndebut: 2023-03-08\na: &a [x, x]\n${'bcdefgh'
      .split('')
      .map((key, at) => `${key}: &${key} [*${'abcdefg'[at]}, *${'abcdefg'[at]}]`)
      .join('\n')}\n---\n`,
    line: 5,
    message: /alias/,
  },
  {
    name: 'front matter as code',
    content: '---js\n{titre: (globalThis.canari = "canari"), debut: "2023-03-08"}\n---\n',
    line: 1,
    message: /first line = "---js"/,
  },
  {
    name: 'too large',
    content: `${page(1).replace('Veillée 001', 'canari')}${'a\n'.repeat(10_000)}`,
    message: /20000/,
  },
  {
    name: 'not a map',
    content: '---\n- titre: canari\n- debut: 2023-03-08\n---\n',
    line: 2,
    message: /map|key: value/,
  },
];

const numberOf = (at: number): number => (at + 1) * 9;
const broken: Tree = Object.fromEntries(BROKEN.map(({ content }, at) => [pagePath(numberOf(at)), content]));
const hundred: Tree = { 'maillage.config.yaml': CONFIG, ...pages(100), ...broken };

describe('a hundred pages, ten of them broken', () => {
  it('builds ninety, names ten with path, line and reason, and ends with 3', async () => {
    const folder = folderOf(hundred);
    const { code, stdout, stderr } = await maillage(['build', '--json'], { cwd: folder });
    expect(code).toBe(3);
    const report = JSON.parse(stdout);
    const [source] = report.sources;
    expect(source).toMatchObject({ documents: 90, rows: 90, excluded: 0, records: { event: 90, person: 90 } });
    const problems = problemsOf(report);
    expect(problems.map(({ what, source, path }) => `${what} ${source} ${path}`)).toEqual(
      BROKEN.map((_, at) => `quarantined agenda ${pagePath(numberOf(at))}`),
    );
    for (const [at, { name, line, message }] of BROKEN.entries()) {
      expect(problems[at]?.line, name).toBe(line);
      expect(problems[at]?.message, name).toMatch(message);
      const place = line === undefined ? pagePath(numberOf(at)) : `${pagePath(numberOf(at))}:${line}`;
      expect(stderr, name).toContain(`quarantined: ${place}: `);
    }
  });

  it('accounts for every file and every row', async () => {
    const folder = folderOf({
      ...hundred,
      [pagePath(101)]: page(101).replace('2023-03', '2024-02-30 # 2023-03'),
      [pagePath(102)]: page(102).replace(/fin: .*/, 'fin: bientôt'),
    });
    const report = await buildIn(folder);
    const [source] = report.sources;
    if (source === undefined) throw new Error('no source');
    const problems = (kind: string) => source.problems.filter(({ what }) => what === kind);
    expect(source.documents + problems('quarantined').length).toBe(102);
    expect(source.rows).toBe(source.documents);
    expect(problems('quarantined')).toHaveLength(10);
    expect(problems('skipped').map(({ path, line }) => [path, line])).toEqual([
      [pagePath(101), 3],
      [pagePath(102), 4],
    ]);
    expect(source.excluded).toBe(0);
    // Pages 101 and 102 keep their person: it is a record of its own.
    expect(source.records).toEqual({ event: 90, person: 92 });
    expect(source.rows).toBe((source.records.event ?? 0) + problems('skipped').length + source.excluded);
  });

  it('counts the rows that no record is for', async () => {
    const report = await buildIn(
      folderOf({ 'maillage.config.yaml': CONFIG + DIRECTORY_CONFIG, ...pages(1), ...DIRECTORY }),
    );
    expect(report.sources[1]).toMatchObject({ documents: 2, rows: 2, excluded: 1, records: { organization: 1 } });
  });

  it('says nothing of a broken page in the graph, and runs none of it', async () => {
    const folder = folderOf(hundred);
    const report = await buildIn(folder);
    const quads = quadsOf(report);
    expect(quads.filter((quad) => quad.includes('canari'))).toEqual([]);
    const named = BROKEN.map((_, at) => `source/agenda/${pagePath(numberOf(at)).replace('pages/', '')}`);
    expect(quads.filter((quad) => named.some((name) => quad.includes(name)))).toEqual([]);
    expect(Object.hasOwn(globalThis, 'canari')).toBe(false);
  });

  it('builds the same graph as without the broken ones', async () => {
    const whole = await buildIn(folderOf(hundred));
    const others = Object.fromEntries(Object.entries(hundred).filter(([path]) => broken[path] === undefined));
    const without = await buildIn(folderOf(others));
    expect(quadsOf(without).length).toBeGreaterThan(1000);
    expect(segmentsOf(whole)).toEqual(segmentsOf(without));
  });

  it('ends with 0 again once they are mended', async () => {
    const folder = folderOf({ 'maillage.config.yaml': CONFIG, ...pages(3), [pagePath(2)]: '' });
    expect((await maillage(['build'], { cwd: folder })).code).toBe(3);
    // What is kept of the broken file must not be taken over, nor forgotten while it is broken.
    expect((await maillage(['build'], { cwd: folder })).code).toBe(3);
    writeTree(folder, pages(3));
    const { code, stdout } = await maillage(['build'], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining('3 event')]);
  });

  it('names a pattern that matches nothing, and builds the other sources', async () => {
    const folder = folderOf({
      'maillage.config.yaml': `${CONFIG}  - {id: vide, files: vide/*.md, reader: front-matter, records: [{type: event, fields: {name: titre}}]}\n`,
      ...pages(2),
    });
    const report = await buildIn(folder);
    expect(report.sources.map(({ id, documents }) => [id, documents])).toEqual([
      ['agenda', 2],
      ['vide', 0],
    ]);
    expect(problemsOf(report)).toMatchObject([{ what: 'quarantined', source: 'vide', message: /vide\/\*\.md/ }]);
  });
});
