import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { SourceError, type Where } from '../errors.ts';
import { badCharacter, lineAt, normalText } from './characters.ts';
import type { SourceFile } from './reader.ts';

/** A file's names and its place. */
export interface OnDisk {
  /** Relative to the config's folder, with `/`, NFC. */
  readonly path: string;
  /** Relative to the pattern's static folder (`sources/agenda` of `sources/agenda/*.md`), with `/`, NFC. */
  readonly name: string;
  /** Where the bytes are: links resolved. */
  readonly absolute: string;
}

export interface Limits {
  /** Largest size of a file, in bytes. */
  readonly maxBytes: number;
}

export const DEFAULT_LIMITS: Limits = { maxBytes: 20_000_000 };

/**
 * Reads a file through the door: a regular file within the size limit, UTF-8 without control characters, not empty.
 * The text has no BOM, LF line ends, and is NFC; line n of it is line n of the file. Throws SourceError.
 */
export function loadFile(found: OnDisk, sourceId: string, limits: Partial<Limits> = {}): SourceFile {
  const where = { source: sourceId, path: found.path };
  const bytes = bytesOf(found.absolute, limits.maxBytes ?? DEFAULT_LIMITS.maxBytes, where);
  const text = textOf(bytes, where);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { sourceId, path: found.path, name: found.name, text, sha256 };
}

// --- internal ---

function bytesOf(absolute: string, maxBytes: number, where: Where): Buffer {
  let descriptor: number;
  try {
    // Not blocking: the file may have become a pipe since it was found.
    descriptor = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw new SourceError(`cannot be opened (${code(cause)}): see that it exists and may be read`, where, cause);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new SourceError('not a regular file: expected a text file', where);
    if (stat.size > maxBytes) throw tooLarge(stat.size, maxBytes, where);
    const bytes = readFileSync(descriptor);
    if (bytes.length > maxBytes) throw tooLarge(bytes.length, maxBytes, where);
    if (bytes.length === 0) throw new SourceError('the file is empty: fill it or take it away', where);
    return bytes;
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(`cannot be read (${code(cause)})`, where, cause);
  } finally {
    closeSync(descriptor);
  }
}

function tooLarge(size: number, maxBytes: number, where: Where): SourceError {
  return new SourceError(`${size} bytes, expected at most ${maxBytes}: split the file or raise the limit`, where);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function textOf(bytes: Buffer, where: Where): string {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const message = 'a NUL byte: this is a binary file or UTF-16, expected text saved as UTF-8';
    throw new SourceError(message, { ...where, line: lineOfByte(bytes, nul) });
  }
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch (cause) {
    throw notUtf8(bytes, where, cause);
  }
  const bad = badCharacter(text);
  if (bad !== undefined) {
    throw new SourceError(bad.message, { ...where, line: lineAt(text, bad.index) });
  }
  if (text.trim() === '') throw new SourceError('the file has only white space: fill it or take it away', where);
  return normalText(text);
}

/** Decodes line by line to name the first bad one: 0x0A never stands inside a UTF-8 sequence. */
function notUtf8(bytes: Buffer, where: Where, cause: unknown): SourceError {
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      UTF8.decode(bytes.subarray(start, end));
    } catch {
      const line = lineOfByte(bytes, start);
      return new SourceError('not valid UTF-8: save the file as UTF-8', { ...where, line }, cause);
    }
    start = end;
  }
  return new SourceError('not valid UTF-8: save the file as UTF-8', where, cause);
}

const lineOfByte = (bytes: Buffer, index: number): number => lineAt(bytes.subarray(0, index).toString('latin1'), index);

const code = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? String(cause);
