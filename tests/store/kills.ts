import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGeneration } from '../../src/store/generation.ts';
import { NoSnapshot, openSnapshot } from '../../src/store/snapshot.ts';

export interface Toll {
  readonly kills: number;
  /** Kills after which the folder could not be read, was mixed, or had to fall back. */
  readonly corrupt: readonly string[];
  /** Leftovers that the next build did not clear away. */
  readonly leftovers: readonly string[];
  /** Kills that hit a build under way: something was left on the disk. */
  readonly hits: number;
}

/** Kills builds (SIGKILL) at moments spread over their run, and looks at the folder after each. */
export async function killBuilds(kills: number): Promise<Toll> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-kills-'));
  const corrupt: string[] = [];
  const leftovers: string[] = [];
  let hits = 0;
  try {
    for (let i = 0; i < kills; i++) {
      // The fractional parts of multiples of the golden ratio: spread evenly, never in step with a build.
      await killOne(folder, (i + 1) * 1000, ((i * 0.618034) % 1) * 40);
      if ((await readdir(join(folder, 'generations'))).some((name) => name.endsWith('.partial'))) hits++;
      const fault = await inspect(folder);
      if (fault !== undefined) corrupt.push(`kill ${i}: ${fault}`);
      if (i % 10 === 9) leftovers.push(...(await leftAfterBuild(folder)));
    }
    leftovers.push(...(await leftAfterBuild(folder)));
    return { kills, corrupt, leftovers, hits };
  } finally {
    await rm(folder, { recursive: true });
  }
}

// --- internal ---

const script = fileURLToPath(new URL('./fixtures/build-forever.mjs', import.meta.url));

/** Lets a child build once, then kills it some milliseconds later. */
function killOne(folder: string, first: number, afterMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`the build ended: ${complaint}`)),
    );
  });
}

async function inspect(folder: string): Promise<string | undefined> {
  const warnings: string[] = [];
  try {
    const snapshot = await openSnapshot(folder, { warn: (message) => warnings.push(message) });
    const tags = new Set<string>();
    for (const { path } of snapshot.manifest.files) {
      const text = await readFile(join(snapshot.folder, path), 'utf8');
      for (const match of text.matchAll(/"([0-9]+)"/g)) tags.add(match[1] as string);
    }
    if (snapshot.manifest.files.length !== 5 || tags.size !== 1) return `a mixed generation: ${[...tags].join(' ')}`;
    return warnings[0];
  } catch (error) {
    return error instanceof NoSnapshot ? error.message : String(error);
  }
}

async function leftAfterBuild(folder: string): Promise<string[]> {
  const writer = await createGeneration(folder, { tool: 'test 1' });
  for (const file of writer.previous?.manifest.files ?? []) await writer.reuse(file.path);
  const { number } = await writer.commit();
  const expected = new Set(['current', 'generations', String(number), String(writer.previous?.number)]);
  const found = [...(await readdir(folder)), ...(await readdir(join(folder, 'generations')))];
  return found.filter((name) => !expected.has(name));
}
