import { frontMatter } from './front-matter.ts';
import { programme } from './programme.ts';
import type { Reader } from './reader.ts';

const READERS: readonly Reader[] = [frontMatter, programme];

/** The names that a config may give for `reader`, sorted. */
export const READER_NAMES: readonly string[] = READERS.map((reader) => reader.name).sort();

/** The reader of that name, or undefined where there is none. */
export function readerOf(name: string): Reader | undefined {
  return READERS.find((reader) => reader.name === name);
}
