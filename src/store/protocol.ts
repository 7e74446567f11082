import type { Caps } from './cut.ts';
import type { Dataset, Format, LoadFile, ResultKind, Truncation } from './store.ts';

/** What passes between the embedded store and its worker. */

export type Call =
  | { readonly id: number; readonly task: 'load'; readonly files: readonly LoadFile[] }
  | { readonly id: number; readonly task: 'size' }
  /** Loads a file into a store of its own, which is dropped: proof that it can be loaded. */
  | { readonly id: number; readonly task: 'check'; readonly file: LoadFile; readonly base?: string }
  /** Reads files and compares them with their SHA-256. */
  | { readonly id: number; readonly task: 'verify'; readonly files: readonly LoadFile[] }
  | QueryCall;

export interface QueryCall {
  readonly id: number;
  readonly task: 'query';
  readonly text: string;
  readonly kind: ResultKind;
  readonly format: Format;
  readonly caps: Caps;
  readonly prefixes: Readonly<Record<string, string>>;
  readonly dataset?: Dataset;
}

export interface Answer {
  readonly body: string;
  readonly truncated?: Truncation;
}

export interface Checked {
  readonly quads: number;
  /** What the file counts (`map/tally.ts`), where a base was given. */
  readonly tally?: Uint8Array;
}

export interface Failure {
  readonly name: string;
  readonly message: string;
  /** The worker can no longer be trusted: replace it. */
  readonly fatal: boolean;
}

export type Reply =
  | { readonly id: number; readonly value: number | Answer | Checked }
  | { readonly id: number; readonly failure: Failure };
