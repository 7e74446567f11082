import { DamagedFile } from './chunks.ts';
import type { Checked } from './protocol.ts';
import type { LoadFile } from './store.ts';
import { startThread, type Task, type Thread, ThreadFailure } from './thread.ts';

/** Proves, beside other work, that files can be loaded. */
export interface Checker {
  /** Loads a file into a store of its own and drops it. @returns its statements; throws for what cannot be loaded */
  check(file: LoadFile): Promise<number>;
  /** The same for N-Quads of ours. @returns what they count, as `map/tally.ts` writes it; `base` is that of the graph's IRIs */
  tally(file: LoadFile, base: string): Promise<Uint8Array>;
  /** Compares a file with its SHA-256. Throws DamagedFile if it is missing or another. */
  verify(file: LoadFile): Promise<void>;
  close(): Promise<void>;
}

/**
 * Two threads that check one file after the other: their memory is that of the two largest files. While files are made
 * the processor has a core for one of them; when all are made, for both.
 */
export function createChecker(): Checker {
  const threads = Array.from({ length: 2 }, () => ({ thread: undefined as Thread | undefined, waiting: 0 }));
  async function call(task: Task) {
    const least = threads.reduce((a, b) => (b.waiting < a.waiting ? b : a));
    least.thread ??= startThread();
    least.waiting += 1;
    try {
      return await least.thread.call(task);
    } finally {
      least.waiting -= 1;
    }
  }
  return {
    check: async (file) => ((await call({ task: 'check', file })) as Checked).quads,
    tally: async (file, base) => ((await call({ task: 'check', file, base })) as Required<Checked>).tally,
    async verify(file) {
      try {
        await call({ task: 'verify', files: [file] });
      } catch (error) {
        throw error instanceof ThreadFailure && error.name === 'DamagedFile' ? new DamagedFile(error.message) : error;
      }
    },
    close: async () => {
      for (const { thread } of threads) await thread?.stop();
    },
  };
}
