import type { Terminal } from '../../src/commands/context.ts';

/** A terminal that keeps what is written to it. */
export interface Paper extends Terminal {
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** @param input what stands on stdin */
export function paper(input = '', width?: number): Paper {
  const out: string[] = [];
  const err: string[] = [];
  return {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    in: async () => input,
    ...(width === undefined ? {} : { width }),
    stdout: () => out.join(''),
    stderr: () => err.join(''),
  };
}
