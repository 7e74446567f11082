import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Checker, createChecker } from '../../src/store/checker.ts';

// Threads take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let dir = '';
let checker: Checker;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-checker-'));
  checker = createChecker();
});
afterEach(async () => {
  await checker.close();
  rmSync(dir, { recursive: true });
});

const statement = (n: number, text = 'café'): string =>
  `<https://x.example/${n}> <https://x.example/p> "${text}" <https://x.example/g> .\n`;

/** A file of ours: with its SHA-256. */
function ours(name: string, content: string | Uint8Array) {
  const path = join(dir, name);
  writeFileSync(path, content);
  return { path, sha256: createHash('sha256').update(content).digest('hex') };
}

describe('the checker', () => {
  it('counts the statements of a file, each once', async () => {
    expect(await checker.check(ours('a.nq', statement(1) + statement(2) + statement(1)))).toBe(2);
    expect(await checker.check(ours('empty.nq', ''))).toBe(0);
  });

  it('keeps nothing of one file for the next', async () => {
    expect(await checker.check(ours('a.nq', statement(1)))).toBe(1);
    expect(await checker.check(ours('b.nq', statement(2)))).toBe(1);
  });

  it('loads Turtle into the graph that it is given', async () => {
    const { path } = ours('a.ttl', '<https://x.example/a> a <https://x.example/Été> .');
    expect(await checker.check({ path, graph: 'https://x.example/g' })).toBe(1);
  });

  it.each([
    ['a statement that is cut off', statement(1).slice(0, 40)],
    ['a line that is no statement', `${statement(1)}nonsense\n`],
    ['bytes that are not UTF-8', Buffer.from(statement(1), 'latin1')],
    ['a byte order mark', `\uFEFF${statement(1)}`],
  ])('refuses %s, and names the file', async (_, content) => {
    const file = ours('bad.nq', content);
    await expect(checker.check(file)).rejects.toThrow(file.path);
    expect(await checker.check(ours('good.nq', statement(1)))).toBe(1);
  });

  it('refuses a file that is not the one that was hashed', async () => {
    const file = ours('a.nq', statement(1));
    writeFileSync(file.path, statement(2));
    await expect(checker.check(file)).rejects.toThrow(/damaged: its SHA-256/);
  });
});
