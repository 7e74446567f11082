import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/errors.ts';
import { loadFile } from '../../src/read/files.ts';
import type { Block, ReadDocument, Reader } from '../../src/read/reader.ts';

/** What a reader must make of a sample: only what is stated is compared. Lines are of the file. */
export interface Sample {
  readonly name: string;
  /** With LF line ends. */
  readonly text: string;
  readonly values?: readonly { path: (string | number)[]; value: unknown; lines: [number, number] }[];
  readonly blocks?: readonly Partial<Block>[];
}

export interface Samples {
  readonly good: readonly Sample[];
  /** Documents around a hostile line, which stands on the given line. */
  readonly hostile: readonly { readonly around: (line: string) => string; readonly line: number }[];
}

/** The suite of every reader: what comes through the door, exact lines, hostile input, no half documents. */
export function testReader(reader: Reader, samples: Samples): void {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-reader-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'sample.txt');
  const load = (bytes: string | Uint8Array) => {
    writeFileSync(path, bytes);
    return loadFile({ path: 'in/sample.txt', name: 'sample.txt', absolute: path }, 'sample');
  };
  const read = (bytes: string | Uint8Array): ReadDocument => reader.read(load(bytes));

  describe.each(samples.good)(`${reader.name} reads $name`, ({ text, values, blocks }) => {
    it('gives rows or blocks, with the values and lines of the file', () => {
      const document = read(text);
      expect(document.rows.length + document.blocks.length).toBeGreaterThan(0);
      for (const { path: at, value, lines } of values ?? []) {
        expect(valueAt(document.rows[0]?.values, at), at.join('.')).toEqual(value);
        expect(document.rows[0]?.linesOf(at), at.join('.')).toEqual({ first: lines[0], last: lines[1] });
      }
      if (blocks !== undefined) {
        expect(document.blocks).toHaveLength(blocks.length);
        blocks.forEach((block, i) => {
          expect(document.blocks[i]).toMatchObject(block);
        });
      }
    });

    it('keeps every block in file order, and each text line on its file line', () => {
      expectLinesInPlace(read(text).blocks, text);
    });

    it.each([
      ['CRLF', text.replaceAll('\n', '\r\n')],
      ['CR', text.replaceAll('\n', '\r')],
      ['a BOM', `\ufeff${text}`],
      ['decomposed letters', text.normalize('NFD')],
    ])('reads the same with %s', (_, variant) => {
      expect(plain(read(variant))).toEqual(plain(read(text)));
    });

    it('reads the same twice', () => {
      const file = load(text);
      expect(plain(reader.read(file))).toEqual(plain(reader.read(file)));
    });

    it.each([
      ['invalid UTF-8', [0xe9, 0x20]],
      ['half a surrogate pair', [0xed, 0xa0, 0x80]],
      ['a NUL', [0x00]],
      ['a control character', [0x07]],
    ])('refuses %s and names its line', (_, bytes) => {
      const lines = text.split('\n');
      const middle = Math.floor(lines.length / 2);
      const before = Buffer.from(`${lines.slice(0, middle).join('\n')}\n`);
      const after = Buffer.from(lines.slice(middle).join('\n'));
      const error = thrown(() => read(Buffer.concat([before, Buffer.from(bytes), after])));
      expect(error).toBeInstanceOf(SourceError);
      expect((error as SourceError).where).toMatchObject({ path: 'in/sample.txt', line: middle + 1 });
    });
  });

  describe(`${reader.name} refuses what is no text`, () => {
    it.each([
      ['an empty file', ''],
      ['blank lines', '\n \n\t\n'],
      ['a BOM alone', '\ufeff'],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
      ['UTF-16', Buffer.from(`\ufeff${samples.good[0]?.text}`, 'utf16le')],
    ])('%s', (_, bytes) => {
      const error = thrown(() => read(bytes));
      expect(error).toBeInstanceOf(SourceError);
      expect((error as SourceError).message).toContain('in/sample.txt');
    });

    it('a file of 50 MB, at once and naming the limit', () => {
      writeFileSync(path, '');
      truncateSync(path, 50_000_000);
      const start = performance.now();
      const error = thrown(() => loadFile({ path: 'in/sample.txt', name: 'sample.txt', absolute: path }, 'sample'));
      expect(performance.now() - start).toBeLessThan(500);
      expect(error).toBeInstanceOf(SourceError);
      expect((error as SourceError).message).toMatch(/50000000 bytes, expected at most 20000000/);
    });
  });

  describe.each(samples.hostile)(`${reader.name} withstands hostile lines (document $#)`, ({ around, line }) => {
    it.each(HOSTILE)('%s', (_, text) => {
      // The engine's first meeting with a kind of markup is not what is measured.
      outcome(() => read(around(text.slice(0, 500))));
      const file = load(around(text));
      const start = performance.now();
      const result = outcome(() => plain(reader.read(file)));
      expect(performance.now() - start).toBeLessThan(LIMIT);
      if (result instanceof Error) {
        expect(result).toBeInstanceOf(SourceError);
        expect((result as SourceError).where.line).toBe(line);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  });
}

/** Every text line of every block stands, markup apart, on its file line; blocks come in file order. */
export function expectLinesInPlace(blocks: readonly Block[], text: string, firstLine = 1): void {
  const lines = text.normalize('NFC').split('\n');
  let before = 0;
  for (const block of blocks) {
    const parts = block.text.split('\n');
    expect(block.lines.last - block.lines.first, block.text).toBe(parts.length - 1);
    expect(block.lines.first, block.text).toBeGreaterThanOrEqual(before);
    before = block.lines.first;
    parts.forEach((part, i) => {
      const line = lines[block.lines.first + i - firstLine] ?? '';
      for (const word of part.match(/[\p{L}\p{N}]+/gu) ?? []) expect(line).toContain(word);
    });
    for (const link of block.links ?? []) {
      expect(link.lines.first).toBeGreaterThanOrEqual(block.lines.first);
      expect(link.lines.last).toBeLessThanOrEqual(block.lines.last);
    }
  }
}

// --- internal ---

/** Generous, since tests share the machine; the unguarded parsers take from 2 s to hours. */
const LIMIT = 1_000;
const LENGTH = 50_000;
const repeat = (sign: string): string => sign.repeat(Math.ceil(LENGTH / sign.length));

const HOSTILE: [string, string][] = [
  ['a letter', repeat('a')],
  ['words', repeat('mot ')],
  ['capitals and hyphens', repeat('A-')],
  ['brackets', repeat('[')],
  ['closing brackets', repeat(']')],
  ['links', repeat('[a](')],
  ['stars', repeat('*')],
  ['opened emphasis', repeat('*a ')],
  ['closed emphasis', repeat('a* ')],
  ['glued bold', repeat('**a****')],
  ['backquotes', repeat('`a``')],
  ['tags', repeat('<a ')],
  ['divisions', repeat('<div>')],
  ['comments', repeat('<!--')],
  ['entities', repeat('&#1;')],
  ['quotes', repeat('> ')],
  ['bullets', repeat('- + ')],
  ['numbers', repeat('1. ')],
  ['number signs', repeat('#')],
  ['dashes', repeat('-')],
  ['equals', repeat('=')],
  ['bars', repeat('|')],
  ['spaces', `a${repeat(' ')}b`],
  ['no-break spaces', repeat('\u00a0')],
  ['backslashes', repeat('\\')],
  ['addresses', repeat('a@b.')],
  ['hosts', repeat('www.a.')],
  ['braces', repeat('{a: ')],
  ['double quotes', repeat('"')],
  ['a prototype', '{"__proto__": {"polluted": true}}'],
];

const outcome = <T>(work: () => T): T | Error => {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
};

const thrown = (work: () => unknown): unknown => {
  const result = outcome(work);
  return result instanceof Error ? result : undefined;
};

const plain = (document: ReadDocument) => ({
  rows: document.rows.map((row) => row.values),
  lines: document.rows.map((row) => Object.keys(row.values).map((key) => row.linesOf([key]))),
  blocks: document.blocks,
});

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);
}
