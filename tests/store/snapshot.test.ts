import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GenerationFs } from '../../src/store/disk.ts';
import { createGeneration } from '../../src/store/generation.ts';
import { openFromSnapshot } from '../../src/store/open.ts';
import { NoSnapshot, openSnapshot } from '../../src/store/snapshot.ts';
import { killBuilds } from './kills.ts';

// Threads, processes and disks take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let dir = '';
let warnings: string[] = [];
const warn = (message: string) => warnings.push(message);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillage-snapshot-'));
  warnings = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

describe('a generation', () => {
  it('holds what was written, described by its manifest', async () => {
    const writer = await createGeneration(dir, { tool: 'maillage 1.2.3' });
    expect(writer.previous).toBeUndefined();
    const file = await writer.create('segments/b.nq');
    await file.write(line('b', 1));
    await file.write(new TextEncoder().encode(line('é', 2)));
    expect(await file.end()).toEqual({
      path: 'segments/b.nq',
      bytes: Buffer.byteLength(line('b', 1) + line('é', 2)),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      quads: 2,
    });
    await writer.write('segments/a.nq', [line('a', 1).trimEnd()]);
    await writer.write('ontology/terms.ttl', ['<http://e.x/T> a <http://e.x/C> .'], { graph: 'http://e.x/terms' });
    await writer.write('report.json', ['{}']);
    const { number, folder } = await writer.commit();

    expect(number).toBe(1);
    const { manifest } = await openSnapshot(dir, { warn });
    expect(manifest).toMatchObject({ format: 1, tool: 'maillage 1.2.3', quads: 3 });
    expect(manifest.files.map((entry) => [entry.path, entry.quads])).toEqual([
      ['ontology/terms.ttl', 0],
      ['report.json', 0],
      ['segments/a.nq', 1],
      ['segments/b.nq', 2],
    ]);
    // A last line without an end is given one: files are loaded one after the other.
    expect(readFileSync(join(folder, 'segments/a.nq'), 'utf8')).toBe(line('a', 1));
    expect(warnings).toEqual([]);
  });
  it('has the same manifest whenever and in whatever order it is written', async () => {
    const manifests = [];
    for (const names of [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ]) {
      await build(Object.fromEntries(names.map((name) => [`segments/${name}.nq`, line(name, 1)])));
      manifests.push(readFileSync(join((await openSnapshot(dir)).folder, 'manifest.json'), 'utf8'));
    }
    expect(manifests[0]).toBe(manifests[1]);
  });
  it('writes large files in pieces', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => line(`n${i}`, i));
    await build({ 'segments/large.nq': lines });
    const { manifest, folder } = await openSnapshot(dir);
    expect(manifest.quads).toBe(60_000);
    expect(readFileSync(join(folder, 'segments/large.nq'), 'utf8')).toBe(lines.join(''));
  });
  it('is unseen before its commit and gone after abort', async () => {
    await build({ 'segments/a.nq': line('old', 1) });
    const writer = await createGeneration(dir, { tool: 't' });
    await writer.write('segments/a.nq', [line('new', 1)]);
    expect((await openSnapshot(dir)).number).toBe(1);
    await writer.abort();
    expect((await openSnapshot(dir)).number).toBe(1);
    expect(readdirSync(join(dir, 'generations'))).toEqual(['1']);
  });
  it('keeps one older generation, and clears what killed builds left', async () => {
    for (const n of [1, 2, 3]) await build({ 'segments/a.nq': line('a', n) });
    expect(readdirSync(join(dir, 'generations')).sort()).toEqual(['2', '3']);
    mkdirSync(join(dir, 'generations', '4.partial', 'segments'), { recursive: true });
    cpSync(join(dir, 'generations', '2'), join(dir, 'generations', '4'), { recursive: true });
    writeFileSync(join(dir, 'current.partial'), 'half');
    expect((await openSnapshot(dir, { warn })).number).toBe(3);
    await build({ 'segments/a.nq': line('a', 4) });
    expect(readdirSync(join(dir, 'generations')).sort()).toEqual(['3', '4']);
    expect(readdirSync(dir).sort()).toEqual(['current', 'generations']);
    expect(warnings).toEqual([]);
  });
  it('refuses paths that lead out, a path twice, and a commit with a file open', async () => {
    const writer = await createGeneration(dir, { tool: 't' });
    for (const path of [
      '../x',
      '/x',
      'a//b',
      'a/../b',
      '',
      '.',
      'a\\b',
      'C:x',
      'é',
      'a\0b',
      '.hidden',
      'x'.repeat(600),
    ]) {
      await expect(writer.write(path, []), path).rejects.toThrow(/path is made of/);
    }
    await writer.write('a.nq', []);
    await expect(writer.write('a.nq', [])).rejects.toThrow(/a\.nq: written twice/);
    await writer.create('b.nq');
    await expect(writer.commit()).rejects.toThrow(/b\.nq: still open/);
    await writer.abort();
    await expect(openSnapshot(dir)).rejects.toThrow(/nothing is built here yet/);
  });
});

describe('reuse', () => {
  it('links a file of the current generation under its known hash', async () => {
    await build({ 'segments/a.nq': line('a', 1), 'segments/b.nq': line('b', 1) });
    const before = await openSnapshot(dir);
    const writer = await createGeneration(dir, { tool: 't' });
    expect(writer.previous?.number).toBe(1);
    expect(await writer.reuse('segments/a.nq')).toEqual(before.manifest.files[0]);
    expect(await writer.reuse('segments/none.nq')).toBeUndefined();
    const after = await writer.commit();
    expect(statSync(join(after.folder, 'segments/a.nq')).ino).toBe(statSync(join(before.folder, 'segments/a.nq')).ino);
    expect((await openSnapshot(dir, { warn })).manifest.quads).toBe(1);
    expect(warnings).toEqual([]);
  });
  it('copies where links fail', async () => {
    await build({ 'segments/a.nq': line('a', 1) });
    const link = async () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));
    const writer = await createGeneration(dir, { tool: 't', fs: { ...nodeFs, link } });
    await writer.reuse('segments/a.nq');
    const { folder } = await writer.commit();
    expect(readFileSync(join(folder, 'segments/a.nq'), 'utf8')).toBe(line('a', 1));
    expect(statSync(join(folder, 'segments/a.nq')).nlink).toBe(1);
  });
  it('does not hand damage on, says so, and keeps the generations before', async () => {
    await build({ 'segments/a.nq': line('a', 1) });
    await build({ 'segments/a.nq': line('a', 2) });
    writeFileSync(join(dir, 'generations/2/segments/a.nq'), line('a', 3));
    const writer = await createGeneration(dir, { tool: 't', warn });
    expect(await writer.reuse('segments/a.nq')).toBeUndefined();
    await writer.write('segments/a.nq', [line('a', 4)]);
    await writer.commit();
    expect(warnings).toEqual([expect.stringMatching(/2\/segments\/a\.nq: damaged: .* It is made anew/)]);
    expect(readdirSync(join(dir, 'generations')).sort()).toEqual(['1', '2', '3']);
  });
});

describe('damage', () => {
  const files = [
    'current',
    'generations/2/manifest.json',
    'generations/2/manifest.sha256',
    'generations/2/segments/a.nq',
    'generations/2/segments/b.nq',
  ];

  /** Every file of the current generation, with 40 flips and truncations. */
  const damages = files.flatMap((path) =>
    Array.from({ length: 40 }, (_, i) => ({
      path,
      at: (i * 0.618034) % 1,
      how: i % 2 === 0 ? ('flip' as const) : ('truncate' as const),
    })),
  );
  function damage({ path, at, how }: (typeof damages)[number]): void {
    const bytes = readFileSync(join(dir, path));
    const place = Math.floor(at * bytes.length);
    if (how === 'flip') {
      // Of the checksum's own file, only the checksum counts; the name after it is for sha256sum -c.
      const index = path.endsWith('.sha256') ? place % 64 : place;
      bytes[index] = (bytes[index] as number) ^ (1 << (place % 7));
      writeFileSync(join(dir, path), bytes);
    } else {
      writeFileSync(join(dir, path), bytes.subarray(0, path.endsWith('.sha256') ? place % 64 : place));
    }
  }

  it(`is never read: ${damages.length} flips and truncations fall back to the generation before, or to the undamaged files, loudly`, async () => {
    await build({ 'segments/a.nq': line('old', 1), 'segments/b.nq': line('old', 2) });
    await build({ 'segments/a.nq': line('new', 1), 'segments/b.nq': line('new', 2) });
    const pristine = `${dir}-pristine`;
    cpSync(dir, pristine, { recursive: true });
    try {
      for (const one of damages) {
        damage(one);
        warnings = [];
        const snapshot = await openSnapshot(dir, { warn });
        // A damaged pointer damages no data: the newest whole generation is used, and it is said.
        expect(snapshot.number, JSON.stringify(one)).toBe(one.path === 'current' ? 2 : 1);
        expect(warnings, JSON.stringify(one)).toHaveLength(1);
        expect(warnings[0]).toMatch(/: (damaged|missing)/);
        cpSync(join(pristine, one.path), join(dir, one.path));
      }
    } finally {
      rmSync(pristine, { recursive: true });
    }
  });
  it('is refused where there is nothing to fall back to', async () => {
    await build({ 'segments/a.nq': line('a', 1), 'segments/b.nq': line('b', 1) });
    rmSync(join(dir, 'generations/1/segments/b.nq'));
    await expect(openSnapshot(dir)).rejects.toBeInstanceOf(NoSnapshot);
    await expect(openFromSnapshot(dir)).rejects.toThrow(/no generation is whole; build again\. .*b\.nq: missing/);
  });
  it('of a manifest cannot lead out of the folder', async () => {
    await build({ 'segments/a.nq': line('a', 1) });
    const folder = join(dir, 'generations/1');
    const { createHash } = await import('node:crypto');
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8').replace('segments/a.nq', '../../../x.nq');
    const hash = createHash('sha256').update(manifest).digest('hex');
    writeFileSync(join(folder, 'manifest.json'), manifest);
    writeFileSync(join(folder, 'manifest.sha256'), hash);
    writeFileSync(join(dir, 'current'), `1 ${hash}\n`);
    await expect(openSnapshot(dir)).rejects.toThrow(/a path that stays in the folder/);
  });
  it('does not stop the next build', async () => {
    await build({ 'segments/a.nq': line('a', 1) });
    writeFileSync(join(dir, 'generations/1/manifest.json'), '{');
    const writer = await createGeneration(dir, { tool: 't', warn });
    expect(writer.previous).toBeUndefined();
    await writer.write('segments/a.nq', [line('a', 2)]);
    await writer.commit();
    expect((await openSnapshot(dir)).manifest.quads).toBe(1);
    expect(warnings[0]).toMatch(/no generation is whole/);
  });
});

describe('a disk that refuses', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    '(%s, at each call in turn) leaves the generation before as it was',
    async (code) => {
      await build({ 'segments/a.nq': line('old', 1) });
      let failedAt = 0;
      for (let call = 1; ; call++) {
        const { fs, failed } = failing(code, call);
        const outcome = await rebuild(fs).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (!failed()) break;
        failedAt = call;
        const snapshot = await openSnapshot(dir, { warn });
        const text = readFileSync(join(snapshot.folder, 'segments/a.nq'), 'utf8');
        if (outcome === undefined) {
          // Only what comes after the swap may fail without failing the build: taking away the old ones.
          expect(text).toBe(line('new', 1));
        } else {
          expect((outcome as NodeJS.ErrnoException).code).toBe(code);
          expect([line('old', 1), line('new', 1)]).toContain(text);
        }
        expect(snapshot.manifest.files).toHaveLength(text.includes('old') ? 1 : 3);
        rmSync(dir, { recursive: true });
        mkdirSync(dir);
        warnings = [];
        await build({ 'segments/a.nq': line('old', 1) });
      }
      expect(failedAt).toBeGreaterThan(20);
      expect(warnings).toEqual([]);
    },
  );
  it('at any call before the swap, the new generation leaves no trace', async () => {
    await build({ 'segments/a.nq': line('old', 1) });
    const writer = await createGeneration(dir, {
      tool: 't',
      fs: { ...nodeFs, rename: () => Promise.reject(new Error('EIO')) },
    });
    await writer.write('segments/a.nq', [line('new', 1)]);
    await expect(writer.commit()).rejects.toThrow('EIO');
    expect(readdirSync(join(dir, 'generations'))).toEqual(['1']);
    await build({ 'segments/a.nq': line('new', 1) });
    expect((await openSnapshot(dir)).number).toBe(2);
  });
});

describe('killed builds', () => {
  // MAILLAGE_KILLS=200 asks for more of them.
  const kills = Number(process.env.MAILLAGE_KILLS ?? 30);
  it(`${kills} times, leave a whole generation and nothing that the next build does not clear`, async () => {
    const { corrupt, leftovers, hits } = await killBuilds(kills);
    expect(corrupt).toEqual([]);
    expect(leftovers).toEqual([]);
    expect(hits).toBeGreaterThan(kills / 6);
  }, 600_000);
});

describe('a store from a snapshot', () => {
  it('holds the N-Quads and the ontologies of the current generation', async () => {
    const writer = await createGeneration(dir, { tool: 't' });
    await writer.write('segments/a.nq', [line('a', 1), line('a', 2)]);
    await writer.write('ontology/terms.ttl', ['<http://e.x/T> a <http://e.x/C> .'], { graph: 'http://e.x/terms' });
    await writer.write('notes.ttl', ['this is not Turtle']);
    await writer.commit();
    const { store, snapshot } = await openFromSnapshot(dir, { warn });
    expect(snapshot.number).toBe(1);
    expect(await store.size()).toBe(3);
    await store.close();
    expect(warnings).toEqual([]);
  });
  it('falls back to the generation before when the current one is damaged, with a warning', async () => {
    await build({ 'segments/a.nq': line('a', 1) });
    await build({ 'segments/a.nq': line('a', 1) + line('a', 2) });
    // As many bytes, and good N-Quads: only the hash tells.
    writeFileSync(join(dir, 'generations/2/segments/a.nq'), line('a', 1) + line('a', 3));
    const { store, snapshot } = await openFromSnapshot(dir, { warn });
    expect(snapshot.number).toBe(1);
    expect(await store.size()).toBe(1);
    await store.close();
    expect(warnings).toEqual([expect.stringMatching(/2\/segments\/a\.nq: damaged.*Using generation 1/)]);
  });
  it('says what to do where nothing is built', async () => {
    await expect(openFromSnapshot(dir)).rejects.toThrow(/nothing is built here yet; run "maillage build" first/);
    expect(existsSync(join(dir, 'generations'))).toBe(false);
  });
});

// --- internal ---

function line(name: string, n: number): string {
  return `<http://e.x/${n}> <http://e.x/p> "${name}" <http://e.x/g> .\n`;
}

async function build(files: Record<string, string | string[]>): Promise<void> {
  const writer = await createGeneration(dir, { tool: 't', warn });
  for (const [path, chunks] of Object.entries(files)) await writer.write(path, [chunks].flat());
  await writer.commit();
}

/** A build that makes, links and copies; it cleans up after itself like the command does. */
async function rebuild(fs: GenerationFs): Promise<void> {
  const writer = await createGeneration(dir, { tool: 't', fs });
  try {
    await writer.write('segments/a.nq', [line('new', 1)]);
    await writer.write('segments/b.nq', [line('new', 2)]);
    await writer.write('deep/er/c.txt', ['c']);
    await writer.commit();
  } finally {
    await writer.abort();
  }
}

/** A file system whose nth call, of any kind and on any handle, fails. */
function failing(code: string, nth: number): { fs: GenerationFs; failed: () => boolean } {
  let calls = 0;
  const turn = () => {
    if (++calls === nth) throw Object.assign(new Error(`${code}: injected`), { code });
  };
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value = Reflect.get(object, name);
        // Closing frees what is held even when it fails.
        if (typeof value !== 'function' || name === 'close')
          return typeof value === 'function' ? value.bind(object) : value;
        return async (...args: unknown[]) => {
          turn();
          const result = await value.apply(object, args);
          return name === 'open' ? wrap(result) : result;
        };
      },
    });
  return { fs: wrap({ ...nodeFs }) as GenerationFs, failed: () => calls >= nth };
}
