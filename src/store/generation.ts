import * as nodeFs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileWriter, GenerationFs } from './disk.ts';
import { fileWriter, linkOrCopy, remove, syncFiles, syncFolder, writeSynced } from './disk.ts';
import { lockFolder } from './lock.ts';
import type { FileEntry, Manifest } from './manifest.ts';
import { encodeManifest, encodePointer, isSafePath, makeManifest, sha256 } from './manifest.ts';
import type { Snapshot, SnapshotOptions } from './snapshot.ts';
import { firstGood, isDamage, listGenerations, NoSnapshot, verifyFile } from './snapshot.ts';

/** A new generation in the making. Nothing of it is seen before `commit`; it holds the folder until then, or until `abort`. */
export interface GenerationWriter {
  /** Absolute path of the folder in the making: finished files can be read there before `commit`. */
  readonly folder: string;
  /** The current generation, to read from while the next one is made. */
  readonly previous: Snapshot | undefined;
  /** Starts a file. `path` is relative, with `/`; `graph` is where a store loads a Turtle file. */
  create(path: string, options?: { readonly graph?: string }): Promise<FileWriter>;
  /** Writes a whole file from chunks. */
  write(
    path: string,
    chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
    options?: { readonly graph?: string },
  ): Promise<FileEntry>;
  /**
   * Takes a file of the current generation as it is, by hard link (a copy where links fail).
   * Its bytes are verified first, so that a build never hands damage on; undefined when it is missing or damaged: write it anew.
   */
  reuse(path: string): Promise<FileEntry | undefined>;
  /** Takes a reused file out again, so that it can be written anew. */
  giveBack(path: string): Promise<void>;
  /**
   * Makes the generation the current one: everything is on disk before the pointer is swapped. Removes all older
   * generations but one. Throws when the disk refuses; the generation before then stays current.
   */
  commit(): Promise<Snapshot>;
  /** Gives the generation up. Does nothing after `commit`, so that it can stand in a `finally`. */
  abort(): Promise<void>;
}

export interface GenerationOptions extends SnapshotOptions {
  /** Name and version of what builds. */
  readonly tool: string;
  /** Verifies a file of the generation before, throwing DamagedFile; for who can do it beside other work. */
  readonly verify?: (snapshot: Snapshot, path: string) => Promise<void>;
  /** For tests: the file system. */
  readonly fs?: GenerationFs;
}

/** Starts a generation in a build folder, and clears what killed builds left. Throws FolderTaken while another build runs there. */
export async function createGeneration(dir: string, options: GenerationOptions): Promise<GenerationWriter> {
  const fs = options.fs ?? nodeFs;
  const { warn = () => {}, verify = verifyFile } = options;
  const lock = await lockFolder(dir);
  const generations = join(dir, 'generations');
  const entries = new Map<string, FileEntry | undefined>();
  const folders = new Set<string>();
  const written: string[] = [];
  const handles = new Set<nodeFs.FileHandle>();
  let state: 'open' | 'committing' | 'ended' = 'open';
  let damageSeen = false;

  let previous: Snapshot | undefined;
  let number = 1;
  try {
    await fs.mkdir(generations, { recursive: true });
    previous = await currentOf(dir, warn);
    await clearLeftovers(fs, dir, previous);
    number = ((await listGenerations(dir))[0] ?? 0) + 1;
    await fs.mkdir(join(generations, `${number}.partial`));
  } catch (error) {
    await lock.release();
    throw error;
  }
  const partial = join(generations, `${number}.partial`);

  async function reserve(path: string): Promise<string> {
    if (state !== 'open') throw new Error(`${path}: the generation has ended`);
    if (!isSafePath(path))
      throw new Error(`${JSON.stringify(path)}: a file's path is made of letters, digits, ". _ -" and "/"`);
    if (entries.has(path)) throw new Error(`${path}: written twice in one generation`);
    entries.set(path, undefined);
    const target = join(partial, path);
    const folder = dirname(target);
    if (!folders.has(folder)) await fs.mkdir(folder, { recursive: true });
    folders.add(folder);
    return target;
  }

  async function create(path: string, { graph }: { graph?: string } = {}): Promise<FileWriter> {
    const target = await reserve(path);
    const handle = await fs.open(target, 'wx');
    handles.add(handle);
    return fileWriter(handle, path.endsWith('.nq'), async (measured) => {
      handles.delete(handle);
      await handle.close();
      const entry: FileEntry = { path, ...measured, ...(graph === undefined ? {} : { graph }) };
      entries.set(path, entry);
      written.push(path);
      return entry;
    });
  }

  async function end(): Promise<void> {
    state = 'ended';
    await Promise.allSettled([...handles].map((handle) => handle.close()));
    handles.clear();
    await lock.release();
  }

  return {
    folder: partial,
    previous,
    create,
    async write(path, chunks, writeOptions) {
      const file = await create(path, writeOptions);
      for await (const chunk of chunks) await file.write(chunk);
      return file.end();
    },
    async reuse(path) {
      const known = previous?.manifest.files.find((file) => file.path === path);
      if (previous === undefined || known === undefined) return undefined;
      try {
        await verify(previous, path);
      } catch (error) {
        if (!isDamage(error)) throw error;
        damageSeen = true;
        warn(`${error.message}. It is made anew`);
        return undefined;
      }
      if (!(await linkOrCopy(fs, join(previous.folder, path), await reserve(path)))) written.push(path);
      entries.set(path, known);
      return known;
    },
    async giveBack(path) {
      entries.delete(path);
      if (written.includes(path)) written.splice(written.indexOf(path), 1);
      await fs.rm(join(partial, path));
    },
    async commit() {
      if (state !== 'open') throw new Error(`${dir}: the generation has ended`);
      const files = [...entries].map(([path, entry]) => {
        if (entry === undefined) throw new Error(`${path}: still open, or given up`);
        return entry;
      });
      state = 'committing';
      const manifest = makeManifest(options.tool, files);
      const folder = join(generations, String(number));
      let swapping = false;
      try {
        await publishFiles(fs, partial, manifest, written);
        await fs.rename(partial, folder);
        await syncFolder(fs, generations);
        swapping = true;
        await swapPointer(fs, dir, encodePointer({ number, sha256: sha256(encodeManifest(manifest)) }));
      } catch (error) {
        // Once the swap has begun, the pointer may already name the new generation: leave it to the next start.
        if (!swapping) await remove(fs, partial, folder);
        await end();
        throw error;
      }
      // Where the generation before was found damaged, the older ones may be the last good ones.
      if (!damageSeen) {
        await removeOlder(fs, dir, number, previous).catch((error: unknown) =>
          warn(`${dir}: old generations stay: ${String(error)}`),
        );
      }
      await end();
      return { number, folder, manifest };
    },
    async abort() {
      if (state !== 'open') return;
      state = 'ended';
      await remove(fs, partial);
      await end();
    },
  };
}

// --- internal ---

/** The current generation by its manifest; a build may start from nothing where none is whole. */
async function currentOf(dir: string, warn: (message: string) => void): Promise<Snapshot | undefined> {
  try {
    return await firstGood(dir, { warn }, async (snapshot) => snapshot);
  } catch (error) {
    if (!(error instanceof NoSnapshot)) throw error;
    if ((await listGenerations(dir)).length > 0) warn(error.message);
    return undefined;
  }
}

/** Removes what killed builds left: partial generations, and whole ones that were never made current. */
async function clearLeftovers(fs: GenerationFs, dir: string, current: Snapshot | undefined): Promise<void> {
  const generations = join(dir, 'generations');
  const stale = (await fs.readdir(generations)).filter(
    (name) => name.endsWith('.partial') || (current !== undefined && Number(name) > current.number),
  );
  for (const name of stale) await fs.rm(join(generations, name), { recursive: true, force: true });
  await fs.rm(join(dir, 'current.partial'), { force: true });
}

/** Writes the manifest; then every file and folder of the generation is on disk. `written`: files that are not links. */
async function publishFiles(
  fs: GenerationFs,
  partial: string,
  manifest: Manifest,
  written: readonly string[],
): Promise<void> {
  await syncFiles(
    fs,
    written.map((path) => join(partial, path)),
  );
  const text = encodeManifest(manifest);
  await writeSynced(fs, join(partial, 'manifest.json'), text);
  await writeSynced(fs, join(partial, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`);
  const folders = new Set([partial]);
  for (const file of manifest.files) {
    for (let folder = dirname(file.path); folder !== '.'; folder = dirname(folder)) folders.add(join(partial, folder));
  }
  for (const folder of folders) await syncFolder(fs, folder);
}

async function swapPointer(fs: GenerationFs, dir: string, text: string): Promise<void> {
  const partial = join(dir, 'current.partial');
  await writeSynced(fs, partial, text);
  await fs.rename(partial, join(dir, 'current'));
  await syncFolder(fs, dir);
}

async function removeOlder(
  fs: GenerationFs,
  dir: string,
  number: number,
  previous: Snapshot | undefined,
): Promise<void> {
  for (const old of await listGenerations(dir)) {
    if (old === number || old === previous?.number) continue;
    await fs.rm(join(dir, 'generations', String(old)), { recursive: true, force: true });
  }
}
