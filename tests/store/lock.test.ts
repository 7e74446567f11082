import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FolderTaken, lockFolder } from '../../src/store/lock.ts';

// Threads, processes and disks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'maillage-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the lock of a build folder', () => {
  it('is held by one at a time, and named in the message', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderTaken);
    await expect(lockFolder(folder)).rejects.toThrow(`${folder}: another build is running in this folder`);
    await lock.release();
    await (await lockFolder(folder)).release();
  });
  it('may be released twice', async () => {
    const lock = await lockFolder(folder);
    await lock.release();
    await lock.release();
    await (await lockFolder(folder)).release();
  });
  it('makes a missing folder, and leaves other folders free', async () => {
    const inner = await lockFolder(join(folder, 'a', 'b'));
    const other = await lockFolder(folder);
    await Promise.all([inner.release(), other.release()]);
  });
  it('is the same by every path to the folder', async () => {
    symlinkSync(folder, join(folder, 'link'));
    const lock = await lockFolder(folder);
    await expect(lockFolder(join(folder, 'link'))).rejects.toBeInstanceOf(FolderTaken);
    await expect(lockFolder(join(folder, '..', folder.split('/').at(-1) ?? ''))).rejects.toBeInstanceOf(FolderTaken);
    await lock.release();
  });
  it('refuses to go on where no safe lock is known', async () => {
    await expect(lockFolder(folder, 'aix')).rejects.toThrow(/no safe lock/);
  });
});

describe('builds at the same time', () => {
  it('lets exactly 1 of 20 run, and frees the folder when that one is killed', async () => {
    const builds = Array.from({ length: 20 }, () => start());
    const said = await Promise.all(builds.map(firstLine));
    expect(said.filter((line) => line === 'held')).toHaveLength(1);
    expect(said.filter((line) => line.startsWith(`taken ${folder}: another build`))).toHaveLength(19);

    const holder = builds[said.indexOf('held')] as ChildProcess;
    const gone = new Promise((resolve) => holder.once('close', resolve));
    holder.kill('SIGKILL');
    await gone;
    for (const build of builds) build.stdin?.end();

    const next = start();
    expect(await firstLine(next)).toBe('held');
    const done = new Promise((resolve) => next.once('close', resolve));
    next.stdin?.end();
    expect(await done).toBe(0);
  }, 60_000);
});

// --- internal ---

const script = fileURLToPath(new URL('./fixtures/build-once.mjs', import.meta.url));

function start(): ChildProcess {
  return spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('close', () => resolve(text.trim()));
  });
}
