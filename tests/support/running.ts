import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { ROOT } from './imports.ts';

/** `maillage serve` as it is run: the compiled program (`npm run compile`) in a process of its own. */
export interface Running {
  readonly origin: string;
  readonly process: ChildProcess;
  readonly log: () => string;
  readonly ended: Promise<number | null>;
}

/** Starts the server in a folder, and waits until it listens. */
export async function startServer(folder: string, ...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/maillage.mjs'), 'serve', ...args], { cwd: folder });
  let log = '';
  child.stderr?.on('data', (text) => {
    log += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const origin = await vi.waitUntil(() => /serving \S+ on (http:\S+)\//.exec(log)?.[1], { timeout: 60_000 });
  return { origin, process: child, log: () => log, ended };
}
