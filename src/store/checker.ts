import type { LoadFile } from './store.ts';
import { startThread } from './thread.ts';

/** Proves, beside other work, that files can be loaded. */
export interface Checker {
  /** Loads a file into a store of its own and drops it. @returns its statements; throws for what cannot be loaded */
  check(file: LoadFile): Promise<number>;
  close(): Promise<void>;
}

/** One thread that checks one file after the other: its memory is that of the largest file. */
export function createChecker(): Checker {
  const thread = startThread();
  return {
    check: async (file) => (await thread.call({ task: 'check', files: [file] })) as number,
    close: () => thread.stop(),
  };
}
