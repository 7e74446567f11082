import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import type { BuildReport } from '../../src/pipeline/report.ts';
import { type BuildOptions, build } from '../../src/pipeline.ts';
import { ROOT } from './imports.ts';

/** Builds start threads and processes and write to disks: a busy machine takes its time for them. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** Builds the config of a folder into its `build/`, in this process. */
export function buildIn(folder: string, options: Partial<BuildOptions> = {}): Promise<BuildReport> {
  return build(loadConfig(join(folder, 'maillage.config.yaml')), join(folder, 'build'), {
    tool: 'test 1',
    ontology: join(ROOT, 'ontology'),
    ...options,
  });
}

/** The segments of a generation by path: what each source, and identity, says as N-Quads. */
export function segmentsOf({ folder }: Pick<BuildReport, 'folder'>): Record<string, string> {
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: { path: string }[] };
  const paths = files.map(({ path }) => path).filter((path) => path.endsWith('.nq'));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** All N-Quads of a generation but the ontology, sorted, each once. */
export function quadsOf(report: Pick<BuildReport, 'folder'>): string[] {
  const lines = Object.values(segmentsOf(report)).flatMap((text) => text.split('\n'));
  return [...new Set(lines.filter((line) => line !== ''))].sort();
}

/** What a program said, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
}

/** Runs the compiled program (`npm run compile`) in a process of its own, with no environment but `PATH` and what is given. */
export function maillage(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return run(process.execPath, [join(ROOT, 'bin', 'maillage.mjs'), ...args], options);
}

/** Runs any program. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { cwd, env, input } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { PATH: process.env.PATH, ...env } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
    // A program that ends without reading its input is no failure of the test.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
