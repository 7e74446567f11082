import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedFile } from './chunks.ts';
import type { FileEntry, Manifest, Pointer } from './manifest.ts';
import { decodeManifest, decodePointer, sha256 } from './manifest.ts';
import type { LoadFile } from './store.ts';

/**
 * A build folder:
 *
 *     current                      number of the current generation, and the SHA-256 of its manifest
 *     generations/12/manifest.json every file with its size, SHA-256 and statements
 *     generations/12/manifest.sha256   of the manifest, so that a generation can be verified without `current`
 *     generations/12/segments/*.nq
 *     generations/13.partial/      a build under way, or what is left of a killed one
 *
 * The current generation and the one before it are kept.
 */

export interface Snapshot {
  readonly number: number;
  /** Folder of the generation. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface SnapshotOptions {
  /** Told, loudly, when another generation than the current one is used. */
  readonly warn?: (message: string) => void;
}

/** There is no generation that can be used: build again. */
export class NoSnapshot extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'NoSnapshot';
  }
}

/**
 * The current generation, every byte of it verified; when it is damaged, the one before, with a warning.
 * Throws NoSnapshot when there is none or none is whole.
 */
export function openSnapshot(dir: string, options: SnapshotOptions = {}): Promise<Snapshot> {
  return firstGood(dir, options, async (snapshot) => {
    for (const file of snapshot.manifest.files) await verifyFile(snapshot, file.path);
    return snapshot;
  });
}

/**
 * The result of `use` for the first generation, from the current one backwards, that `use` finds whole.
 * `use` throws DamagedFile, or a missing file's error, for one that is not.
 */
export async function firstGood<T>(
  dir: string,
  { warn = () => {} }: SnapshotOptions,
  use: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  attempt: for (;;) {
    const pointer = await readPointer(dir);
    const numbers = await listGenerations(dir);
    const faults: string[] = [];
    const fault = await faultOf(dir, pointer, numbers);
    if (fault !== undefined) faults.push(fault);
    // Beside a good pointer, a newer generation is one that was never committed.
    const good = pointer !== undefined && !(pointer instanceof DamagedFile) && fault === undefined;
    for (const number of good ? numbers.filter((n) => n <= pointer.number) : numbers) {
      try {
        const result = await use(await readGeneration(dir, number));
        if (faults.length > 0) warn(`${faults.join('; ')}. Using generation ${number} of ${dir} instead: build again`);
        return result;
      } catch (error) {
        if (!isDamage(error)) throw error;
        // Builds that ended meanwhile may have taken away what was being read.
        if (!sameSpot(pointer, await readPointer(dir))) continue attempt;
        faults.push(isMissing(error) ? `${error.path}: missing` : error.message);
      }
    }
    throw nothingGood(dir, faults);
  }
}

/** Reads a file of the generation. Throws DamagedFile where its bytes are not those of the manifest. */
export async function verifyFile(snapshot: Snapshot, path: string): Promise<void> {
  const entry = snapshot.manifest.files.find((file) => file.path === path);
  const where = join(snapshot.folder, path);
  if (entry === undefined) throw new DamagedFile(`${where}: not a file of this generation`);
  // Generations hold thousands of small files: one call each is many times faster than opening them for pieces.
  const found = entry.bytes <= CHUNK ? sha256(readFileSync(where)) : await sha256OfFile(where);
  if (found !== entry.sha256) throw new DamagedFile(`${where}: damaged: its SHA-256 is ${found}, not ${entry.sha256}`);
}

/** What a store loads of a generation: N-Quads, and Turtle that has a graph. */
export function filesToLoad(snapshot: Snapshot): LoadFile[] {
  const isLoaded = (file: FileEntry) => file.path.endsWith('.nq') || file.graph !== undefined;
  return snapshot.manifest.files.filter(isLoaded).map((file) => ({
    path: join(snapshot.folder, file.path),
    sha256: file.sha256,
    ...(file.graph === undefined ? {} : { graph: file.graph }),
  }));
}

/** Paths of the N-Quads of a generation: all of its graph but the ontology. */
export const segmentPaths = (snapshot: Snapshot): string[] =>
  filesToLoad(snapshot).flatMap(({ path }) => (path.endsWith('.nq') ? [path] : []));

/** The pointer; undefined where no build has ended yet; DamagedFile (returned) for one that cannot be read. */
export async function readPointer(dir: string): Promise<Pointer | DamagedFile | undefined> {
  const path = join(dir, 'current');
  try {
    return decodePointer(await readFile(path, 'utf8')) ?? new DamagedFile(`${path}: damaged: not a pointer`);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A generation with its manifest verified. */
async function readGeneration(dir: string, number: number): Promise<Snapshot> {
  const folder = join(dir, 'generations', String(number));
  const path = join(folder, 'manifest.json');
  const text = await readFile(path);
  const expected = await checksumOf(dir, number);
  if (sha256(text) !== expected)
    throw new DamagedFile(`${path}: damaged: its SHA-256 is ${sha256(text)}, not ${expected}`);
  return { number, folder, manifest: decodeManifest(text.toString('utf8'), path) };
}

/** Numbers of the generations in the folder, the newest first. */
export async function listGenerations(dir: string): Promise<number[]> {
  const names = await readdir(join(dir, 'generations')).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names
    .filter((name) => /^[1-9][0-9]{0,14}$/.test(name))
    .map(Number)
    .sort((a, b) => b - a);
}

/** True when the error says that what was read is not what was written. */
export function isDamage(error: unknown): error is Error {
  return error instanceof DamagedFile || isMissing(error);
}

// --- internal ---

const CHUNK = 1 << 20;

/** One buffer serves the whole file: segments are many megabytes, and new buffers would cost as much as hashing. */
async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const handle = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
}

/** What is wrong with the pointer, if anything: it must name a generation and that generation's manifest. */
async function faultOf(
  dir: string,
  pointer: Pointer | DamagedFile | undefined,
  numbers: readonly number[],
): Promise<string | undefined> {
  const path = join(dir, 'current');
  if (pointer instanceof DamagedFile) return pointer.message;
  if (pointer === undefined) return numbers.length === 0 ? undefined : `${path}: missing`;
  const found = numbers.includes(pointer.number)
    ? await checksumOf(dir, pointer.number).catch(() => undefined)
    : undefined;
  return found === pointer.sha256 ? undefined : `${path}: damaged: no generation is as it says`;
}

/** The SHA-256 of a generation's manifest, as `manifest.sha256` has it. */
async function checksumOf(dir: string, number: number): Promise<string> {
  const path = join(dir, 'generations', String(number), 'manifest.sha256');
  return (await readFile(path, 'utf8')).slice(0, 64);
}

function nothingGood(dir: string, faults: readonly string[]): NoSnapshot {
  if (faults.length === 0) return new NoSnapshot(`${dir}: nothing is built here yet; run "maillage build" first`);
  return new NoSnapshot(`${dir}: no generation is whole; build again. ${faults.join('; ')}`);
}

function sameSpot(a: Pointer | DamagedFile | undefined, b: Pointer | DamagedFile | undefined): boolean {
  return spot(a) === spot(b);
}

function spot(pointer: Pointer | DamagedFile | undefined): string {
  if (pointer === undefined) return '';
  return 'number' in pointer ? `${pointer.number} ${pointer.sha256}` : pointer.message;
}

function isMissing(error: unknown): error is NodeJS.ErrnoException {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
