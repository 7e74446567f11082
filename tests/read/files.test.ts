import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SourceError, UsageError } from '../../src/errors.ts';
import { findFiles, loadFile } from '../../src/read/files.ts';

let top: string;
let root: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'maillage-files-'));
  root = join(top, 'project');
  mkdirSync(root);
});
afterEach(() => rmSync(top, { recursive: true }));

const put = (path: string, text = 'text') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const paths = (...patterns: string[]) => findFiles(root, patterns).files.map((file) => file.path);
const problems = (...patterns: string[]) => findFiles(root, patterns, { sourceId: 'agenda' }).problems;

describe('findFiles', () => {
  it('gives path, name, place and marks of change', () => {
    put('sources/agenda/a.md', 'twelve bytes');
    const stat = statSync(join(root, 'sources/agenda/a.md'), { bigint: true });
    expect(findFiles(root, 'sources/agenda/*.md')).toEqual({
      files: [
        {
          path: 'sources/agenda/a.md',
          name: 'a.md',
          absolute: join(root, 'sources/agenda/a.md'),
          size: 12,
          mtimeNs: String(stat.mtimeNs),
          ctimeNs: String(stat.ctimeNs),
          ino: String(stat.ino),
        },
      ],
      problems: [],
    });
  });

  it('names a file relative to the static folder of its pattern', () => {
    put('sources/x/deep/a.md');
    put('one.md');
    expect(findFiles(root, 'sources/**/*.md').files[0]?.name).toBe('x/deep/a.md');
    expect(findFiles(root, './sources/x/deep/a.md').files[0]).toMatchObject({
      path: 'sources/x/deep/a.md',
      name: 'a.md',
    });
    expect(findFiles(root, 'one.md').files[0]).toMatchObject({ path: 'one.md', name: 'one.md' });
    expect(findFiles(root, '{one,two}.md').files[0]).toMatchObject({ path: 'one.md', name: 'one.md' });
  });

  it('lets a pattern go up, since the author of the config wrote it', () => {
    mkdirSync(join(top, 'shared/seeds'), { recursive: true });
    writeFileSync(join(top, 'shared/seeds/1.txt'), 'x');
    expect(findFiles(root, '../shared/seeds/*.txt')).toMatchObject({
      files: [{ path: '../shared/seeds/1.txt', name: '1.txt', absolute: join(top, 'shared/seeds/1.txt') }],
      problems: [],
    });
  });

  it('sorts by code unit and takes each file once', () => {
    for (const name of ['é', 'z', 'Z', 'a', '10', '9']) put(`s/${name}.md`);
    expect(paths('s/*.md', 's/a.*', 's/**/*.md')).toEqual(['10', '9', 'Z', 'a', 'z', 'é'].map((n) => `s/${n}.md`));
  });

  it('leaves out what a pattern with ! names', () => {
    for (const name of ['a', 'b', 'draft']) put(`s/${name}.md`);
    expect(paths('s/*.md', '!s/draft.md', '!**/b.*')).toEqual(['s/a.md']);
    expect(paths('s/*.md', '!*/draft.md')).toEqual(['s/a.md', 's/b.md']);
    mkdirSync(join(root, 'conf'));
    expect(findFiles(join(root, 'conf'), ['../s/*.md', '!../s/d*']).files.map((file) => file.name)).toEqual([
      'a.md',
      'b.md',
    ]);
  });

  it('gives names in NFC, whatever the disk has', () => {
    put('s/e\u0301.md');
    expect(findFiles(root, 's/*.md').files[0]).toMatchObject({ path: 's/é.md', name: 'é.md' });
    expect(findFiles(root, 's/*.md').files.map((file) => loadFile(file, 's').text)).toEqual(['text']);
  });

  it.each(['s/*.md', 's/none.md', 'none/*.md', 'none.md', 's'])('reports that %s matches nothing', (pattern) => {
    put('s/a.txt');
    const [problem, ...more] = problems(pattern);
    expect(more).toEqual([]);
    expect(problem).toBeInstanceOf(UsageError);
    expect(problem?.message).toContain(`files = ${JSON.stringify(pattern)}: matches no`);
    expect(problem?.where).toMatchObject({ source: 'agenda', value: pattern });
  });

  it('reports two files that would be one document', () => {
    put('a/x.md');
    put('b/x.md');
    const found = findFiles(root, ['a/*.md', 'b/*.md']);
    expect(found.files.map((file) => file.path)).toEqual(['a/x.md']);
    expect(found.problems[0]).toBeInstanceOf(UsageError);
    expect(found.problems[0]?.message).toMatch(/^b\/x\.md: .*"a\/x\.md"/);
  });
});

describe('findFiles and links', () => {
  it('follows a link to a file below the folder, and reads the file once', () => {
    put('s/real.md');
    symlinkSync('real.md', join(root, 's/alias.md'));
    expect(findFiles(root, 's/*.md')).toMatchObject({ files: [{ path: 's/real.md' }], problems: [] });
    expect(findFiles(root, 's/alias.md')).toMatchObject({
      files: [{ path: 's/alias.md', absolute: join(root, 's/real.md') }],
      problems: [],
    });
  });

  it('reports a link that leaves the folder of the pattern', () => {
    put('secret.md');
    put('s/a.md');
    symlinkSync('../secret.md', join(root, 's/out.md'));
    symlinkSync('/etc/passwd', join(root, 's/passwd.md'));
    const found = findFiles(root, 's/*.md');
    expect(found.files.map((file) => file.path)).toEqual(['s/a.md']);
    expect(found.problems.map((problem) => problem.where.path)).toEqual(['s/out.md', 's/passwd.md']);
    for (const problem of found.problems) expect(problem).toBeInstanceOf(SourceError);
  });

  it('is not fooled by a sibling folder whose name begins alike', () => {
    put('s2/a.md');
    put('s/b.md');
    symlinkSync('../s2/a.md', join(root, 's/a.md'));
    expect(problems('s/*.md').map((problem) => problem.where.path)).toEqual(['s/a.md']);
  });

  it('does not enter linked folders, and says so where the pattern would', () => {
    put('s/sub/a.md');
    symlinkSync('/', join(root, 's/world'));
    symlinkSync('..', join(root, 's/sub/loop'));
    expect(paths('s/**/*.md')).toEqual(['s/sub/a.md']);
    expect(problems('s/**/*.md').map((problem) => problem.where.path)).toEqual(['s/sub/loop', 's/world']);
    expect(problems('s/sub/*.md')).toEqual([]);
  });

  it('reports links that lead nowhere', () => {
    put('s/a.md');
    symlinkSync('gone.md', join(root, 's/b.md'));
    symlinkSync('c.md', join(root, 's/c.md'));
    const found = problems('s/*.md');
    expect(found.map((problem) => problem.where.path)).toEqual(['s/b.md', 's/c.md']);
    expect(found[0]?.message).toMatch(/ENOENT/);
    expect(found[1]?.message).toMatch(/ELOOP/);
  });

  it('may itself be reached by a linked folder', () => {
    put('real/a.md');
    symlinkSync('real', join(root, 'linked'));
    expect(findFiles(root, 'linked/*.md')).toMatchObject({ files: [{ path: 'linked/a.md' }], problems: [] });
  });
});

describe('findFiles and what is no file', () => {
  it('reports a pipe, and a link to one, without opening it', () => {
    put('s/a.md');
    execFileSync('mkfifo', [join(root, 's/pipe.md')]);
    symlinkSync('pipe.md', join(root, 's/link.md'));
    const found = findFiles(root, 's/*.md');
    expect(found.files.map((file) => file.path)).toEqual(['s/a.md']);
    expect(found.problems.map((problem) => problem.where.path)).toEqual(['s/link.md', 's/pipe.md']);
    expect(found.problems[1]?.message).toMatch(/not a regular file/);
  });

  it('passes over folders, which patterns of files do not mean', () => {
    put('s/folder.md/a.txt');
    put('s/b.md');
    expect(findFiles(root, 's/*.md')).toMatchObject({ files: [{ path: 's/b.md' }], problems: [] });
  });

  it('reports a name with control characters', () => {
    put('s/a\nb.md');
    expect(problems('s/*.md')[0]?.message).toMatch(/control characters/);
  });

  it.skipIf(process.getuid?.() === 0)('reports a folder that may not be listed (not as root, who may)', () => {
    put('s/closed/a.md');
    chmodSync(join(root, 's/closed'), 0);
    expect(problems('s/**/*.md')[0]?.message).toMatch(/s\/closed: .*EACCES/);
    chmodSync(join(root, 's/closed'), 0o700);
  });

  it('finds 5,000 files without delay', () => {
    for (let i = 0; i < 5_000; i += 1) put(`many/${i}.md`, 'x');
    const start = performance.now();
    expect(findFiles(root, 'many/*.md').files).toHaveLength(5_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('loadFile', () => {
  const load = (bytes: string | Uint8Array, maxBytes?: number) => {
    writeFileSync(join(root, 'x.md'), bytes);
    const found = { path: 'x.md', name: 'x.md', absolute: join(root, 'x.md') };
    return loadFile(found, 'agenda', maxBytes === undefined ? {} : { maxBytes });
  };
  const refusal = (bytes: string | Uint8Array, maxBytes?: number) => {
    try {
      load(bytes, maxBytes);
    } catch (error) {
      return error as SourceError;
    }
    throw new Error('it was not refused');
  };

  it('gives text without BOM, with LF and NFC, and the hash of the bytes on disk', () => {
    const bytes = Buffer.from('\ufeffe\u0301te\u0301\r\ndeux\rtrois\n');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(load(bytes)).toEqual({ sourceId: 'agenda', path: 'x.md', name: 'x.md', text: 'été\ndeux\ntrois\n', sha256 });
  });

  it('keeps the count of lines', () => {
    const piece = fc.oneof(fc.constantFrom('\n', '\r\n', '\r', 'e\u0301', '\u2028', 'a', '\t'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = `x${pieces.join('').replace(/(?![\t\r\n])\p{Cc}|\p{Surrogate}/gu, '')}`;
        expect(load(text).text.split('\n').length).toBe(text.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 200 },
    );
  });

  it('reads or refuses any bytes, and never anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          expect(load(bytes).text).not.toMatch(/\r|\0|\p{Surrogate}/u);
        } catch (error) {
          expect(error).toBeInstanceOf(SourceError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a\r\nb\r\n\u0007c', 3, /U\+0007/],
    ['a\u0085b', 1, /U\+0085/],
    ['a\nb\fc', 2, /U\+000C/],
    ['a\rb\n\u007f', 3, /U\+007F/],
  ])('names the line and code of a control character', (text, line, message) => {
    expect(refusal(text).where).toEqual({ source: 'agenda', path: 'x.md', line });
    expect(refusal(text).message).toMatch(message);
  });

  it('refuses a heap of combining marks, which takes quadratic time to normalise', () => {
    const start = performance.now();
    expect(refusal(`a\n${'\u0315\u0316'.repeat(200_000)}`).where.line).toBe(2);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('names the first line that is not UTF-8', () => {
    const latin = Buffer.concat([Buffer.from('été\nété\n'), Buffer.from('été\nété', 'latin1')]);
    expect(refusal(latin)).toMatchObject({ where: { line: 3 } });
    expect(refusal(latin).message).toMatch(/^x\.md:3: .*UTF-8/);
    expect(refusal(latin).cause).toBeDefined();
  });

  it('keeps to the limit of size', () => {
    expect(load('12345', 5).text).toBe('12345');
    expect(refusal('123456', 5).message).toMatch(/6 bytes, expected at most 5/);
  });

  it('refuses a file that has gone, a folder, and a pipe without waiting for a writer', () => {
    const at = (name: string) => ({ path: name, name, absolute: join(root, name) });
    execFileSync('mkfifo', [join(root, 'pipe')]);
    expect(() => loadFile(at('gone'), 's')).toThrow(/^gone: .*ENOENT/);
    expect(() => loadFile({ path: 'd', name: 'd', absolute: root }, 's')).toThrow(/not a regular file/);
    expect(() => loadFile(at('pipe'), 's')).toThrow(/not a regular file/);
  });
});
