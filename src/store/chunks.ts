import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import type { LoadFile } from './store.ts';

/** The file on disk is not the one that the manifest describes. */
export class DamagedFile extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DamagedFile';
  }
}

/**
 * The lines of N-Quads files as chunks of about 1 MB, for one bulk load: a chunk holds whole lines, and each statement of
 * a named graph is followed by the same triple without a graph.
 *
 * The copy makes the default graph the RDF merge of the named ones. The engine's own option for that
 * (`use_default_graph_as_union`) counts a triple once for each graph that it stands in, and ignores FROM
 * (https://github.com/oxigraph/oxigraph/issues/1919, mended after 0.5.11).
 *
 * Throws DamagedFile after the last chunk of a file whose SHA-256 is not the expected one.
 */
export function* quadChunks(files: readonly LoadFile[]): Generator<string> {
  for (const text of wholeLines(files)) yield withMerge(text);
}

/** The lines of files without their line feeds. Throws DamagedFile as `quadChunks` does. */
export function* readLines(files: readonly LoadFile[]): Generator<string> {
  for (const text of wholeLines(files)) {
    for (const line of text.split('\n')) if (line !== '') yield line;
  }
}

/** The whole text of a file. Throws DamagedFile as `quadChunks` does. */
export function readText(file: LoadFile): string {
  return decode(new TextDecoder('utf-8', { fatal: true }), file, readBytes(file));
}

/** The bytes of a file, verified where a SHA-256 is given. Throws DamagedFile where it is not that of the bytes. */
export function readBytes(file: LoadFile): Uint8Array {
  return Buffer.concat([...verifiedBytes(file)]);
}

/** The triple of a line of N-Quads, without its graph; undefined where the line names no graph, or is no statement. */
export function withoutGraph(line: string): string | undefined {
  const end = line.lastIndexOf(' .');
  if (end === -1) return undefined;
  const object = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
  const graph = line.lastIndexOf(' ', end - 1) + 1;
  // In a literal that ends the statement, what follows its last space ends with a quote, a tag or a datatype.
  if (graph <= object || line.includes('"', graph) || (line[graph] !== '<' && !line.startsWith('_:', graph)))
    return undefined;
  return `${line.slice(0, graph)}.`;
}

/** Reads a file that has a SHA-256. Throws DamagedFile if it is missing or another. */
export function verify(file: LoadFile): void {
  for (const _ of verifiedBytes(file));
}

// --- internal ---

const CHUNK = 1 << 20;

/** The text of files in pieces of whole lines, of about 1 MB. */
function* wholeLines(files: readonly LoadFile[]): Generator<string> {
  for (const file of files) {
    let rest = '';
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    for (const bytes of verifiedBytes(file)) {
      const text = rest + decode(decoder, file, bytes);
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (end > 0) yield text.slice(0, end);
    }
    rest += decode(decoder, file);
    // The next file starts on a line of its own.
    if (rest !== '') yield `${rest}\n`;
  }
}

function withMerge(lines: string): string {
  const out: string[] = [];
  for (const line of lines.split('\n')) {
    if (line === '') continue;
    const triple = withoutGraph(line);
    out.push(triple === undefined ? line : `${line}\n${triple}`);
  }
  return out.length === 0 ? '' : `${out.join('\n')}\n`;
}

function decode(decoder: TextDecoder, file: LoadFile, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new DamagedFile(`${file.path}: not UTF-8`);
  }
}

function openFile(file: LoadFile): number {
  try {
    return openSync(file.path, 'r');
  } catch (error) {
    if (file.sha256 === undefined || (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new DamagedFile(`${file.path}: missing, though the manifest names it`);
  }
}

function* verifiedBytes(file: LoadFile): Generator<Uint8Array> {
  const hash = createHash('sha256');
  const descriptor = openFile(file);
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const length = readSync(descriptor, buffer, 0, CHUNK, null);
      if (length === 0) break;
      const bytes = buffer.subarray(0, length);
      hash.update(bytes);
      yield bytes;
    }
  } finally {
    closeSync(descriptor);
  }
  const found = hash.digest('hex');
  if (file.sha256 !== undefined && found !== file.sha256) {
    throw new DamagedFile(`${file.path}: damaged: its SHA-256 is ${found}, the manifest says ${file.sha256}`);
  }
}
