import { expect, it } from 'vitest';
import { READER_NAMES as CONFIGURED } from '../../src/config.ts';
import { READER_NAMES, readerOf } from '../../src/read/registry.ts';

it('finds each reader by its name, and no other', () => {
  expect(READER_NAMES).toEqual(['front-matter', 'programme']);
  // The config may not import a room of readers: its own list of names must not drift from them.
  expect([...CONFIGURED].sort()).toEqual(READER_NAMES);
  for (const name of READER_NAMES) expect(readerOf(name)?.name).toBe(name);
  for (const name of ['', 'csv2', 'constructor', '__proto__']) expect(readerOf(name)).toBeUndefined();
});
