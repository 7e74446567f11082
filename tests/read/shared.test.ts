import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findFiles, loadFile } from '../../src/read/files.ts';
import { frontMatter } from '../../src/read/front-matter.ts';
import { programme } from '../../src/read/programme.ts';
import { expectLinesInPlace } from './suite.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const absent = !existsSync(`${project}../shared/seeds`);
const all = (pattern: string) => {
  const found = findFiles(project, pattern);
  expect(found.problems).toEqual([]);
  return found.files.map((file) => loadFile(file, 'shared'));
};

describe.skipIf(absent)('the seeds (in ../shared, which is not part of the project)', () => {
  it('read as front matter, each value on its line', () => {
    const documents = all('../shared/seeds/00[0124]*.txt').map((file) => frontMatter.read(file));
    expect(documents).toHaveLength(4);
    for (const { file, rows, blocks } of documents) {
      const lines = file.text.split('\n');
      const [row] = rows;
      const title = row?.linesOf(['title']) ?? { first: 0, last: 0 };
      expect(title.first).toBe(2);
      expect(lines[(row?.linesOf(['date']).first ?? 0) - 1]).toBe(`date: ${row?.values.date}`);
      expect(blocks.length).toBeGreaterThan(3);
      expectLinesInPlace(blocks, file.text);
    }
    expect(documents[0]?.rows[0]?.linesOf(['title'])).toEqual({ first: 2, last: 3 });
    expect(documents[0]?.rows[0]?.linesOf(['champs_informations', 1, 'contenu'])).toEqual({ first: 29, last: 29 });
    expect(documents[0]?.blocks[0]).toMatchObject({ kind: 'heading', depth: 3, lines: { first: 34, last: 34 } });
    expect(documents[3]?.blocks.filter((block) => block.kind === 'caption')).toMatchObject([{ lines: { first: 43 } }]);
  });

  it('read as a programme, each block on its lines', () => {
    const [file] = all('../shared/seeds/003*.txt');
    if (file === undefined) throw new Error('the programme is missing');
    const { rows, blocks } = programme.read(file);
    expect(rows).toEqual([]);
    expectLinesInPlace(blocks, file.text);
    const at = (line: number) => blocks.filter((block) => block.lines.first <= line && line <= block.lines.last);
    expect(at(46)).toMatchObject([{ kind: 'heading', depth: 1, lines: { first: 46, last: 46 } }]);
    expect(at(1043)).toMatchObject([{ kind: 'item', depth: 1, number: 14 }]);
    expect(at(173)).toMatchObject([{ kind: 'paragraph', emphasis: 'strong' }]);
    expect(at(147)).toMatchObject([{ kind: 'heading', depth: 2, emphasis: 'strong' }]);
    expect(at(59)).toMatchObject([{ kind: 'paragraph', lines: { first: 58, last: 59 } }]);
    expect(at(1500)).toMatchObject([{ emphasis: 'strong', lines: { first: 1500, last: 1500 } }]);
    // Nothing that is printed is lost: each line with a letter stands in a block, and no markup is left.
    const printed = file.text.split('\n').flatMap((line, i) => (/\p{L}/u.test(line) ? [i + 1] : []));
    expect(printed.filter((line) => at(line).length !== 1)).toEqual([]);
    expect(blocks.filter((block) => /\*\*|^#/.test(block.text))).toEqual([]);
  });
});

describe.skipIf(absent)('the corpora (in ../shared, which is not part of the project)', () => {
  it('read as front matter', () => {
    const files = all('../shared/corpora/aic/**/*.md');
    expect(files.length).toBeGreaterThan(40);
    for (const file of files) {
      const { rows, blocks } = frontMatter.read(file);
      const title = rows[0]?.linesOf(['title']).first ?? 0;
      expect(readFileSync(`${project}${file.path}`, 'utf8').split('\n')[title - 1]).toMatch(/^title: /);
      expectLinesInPlace(blocks, file.text);
    }
  });
});
