import { DamagedFile } from './chunks.ts';
import type { LoadFile } from './store.ts';
import { startThread, ThreadFailure } from './thread.ts';

/** Proves, beside other work, that files can be loaded. */
export interface Checker {
  /** Loads a file into a store of its own and drops it. @returns its statements; throws for what cannot be loaded */
  check(file: LoadFile): Promise<number>;
  /** Compares a file with its SHA-256. Throws DamagedFile if it is missing or another. */
  verify(file: LoadFile): Promise<void>;
  close(): Promise<void>;
}

/** One thread that checks one file after the other: its memory is that of the largest file. */
export function createChecker(): Checker {
  const thread = startThread();
  return {
    check: async (file) => (await thread.call({ task: 'check', files: [file] })) as number,
    async verify(file) {
      try {
        await thread.call({ task: 'verify', files: [file] });
      } catch (error) {
        throw error instanceof ThreadFailure && error.name === 'DamagedFile' ? new DamagedFile(error.message) : error;
      }
    },
    close: () => thread.stop(),
  };
}
