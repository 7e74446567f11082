import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Corpus } from './generate.ts';
import type { Parts } from './parts.ts';

/** What one process took. */
export interface Measure {
  /** Wall clock. */
  readonly seconds: number;
  /** Of all threads: what is left of the time when others use the machine too. */
  readonly cpuSeconds: number;
  /** Resident memory when all modules were loaded, and the most that it came to. */
  readonly idleKilobytes: number;
  readonly peakKilobytes: number;
  readonly quads: number;
}

export interface Build extends Measure {
  readonly documents: number;
  /** Sources that were read; the others were taken over. */
  readonly reread: number;
}

/** A full build, what it cannot do without, and a build after one file has changed. */
export interface Round {
  readonly full: Build;
  readonly parts: (Measure & Parts) | undefined;
  readonly again: Build;
}

/** Runs one round in a folder with a corpus. `parts` only where its files are front matter. */
export async function runRound(folder: string, corpus: Corpus, withParts: boolean): Promise<Round> {
  const { path, before, after } = corpus.changed;
  rmSync(join(folder, 'build'), { recursive: true, force: true });
  writeFileSync(path, before);
  const full = await task<Build>('build', folder);
  const parts = withParts ? await task<Measure & Parts>('parts', folder) : undefined;
  writeFileSync(path, after);
  const again = await task<Build>('build', folder);
  if (full.documents !== corpus.files.length || again.documents !== corpus.files.length)
    throw new Error(`${folder}: ${full.documents} and ${again.documents} documents of ${corpus.files.length} files`);
  return { full, parts, again };
}

// --- internal ---

const run = promisify(execFile);
const TASK = fileURLToPath(new URL('./task.js', import.meta.url));

async function task<T>(name: 'build' | 'parts', folder: string): Promise<T> {
  const { stdout } = await run(process.execPath, [TASK, name, folder]);
  return JSON.parse(stdout) as T;
}
