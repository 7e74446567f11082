import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import type { Lines } from '../domain/evidence.ts';
import { UsageError } from '../errors.ts';
import type { YamlPath } from './types.ts';

/** A YAML file, and where its values stand in it. */
export interface YamlFile {
  readonly text: string;
  readonly sha256: string;
  readonly value: unknown;
  /** Lines of the value at a path with its key; of the nearest known ancestor where there is none. */
  linesOf(path: YamlPath): Lines;
}

/** 1 MB: a config is written by hand. */
const MAX_BYTES = 1_000_000;

/** Reads a YAML 1.2 file (core schema: dates stay text). Throws one UsageError that lists every fault of syntax. */
export function readYaml(file: string): YamlFile {
  const bytes = bytesOf(file);
  const text = decode(bytes, file);
  const counter = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: counter });
  if (document.errors.length > 0) {
    const faults = document.errors.map((e) => `line ${counter.linePos(e.pos[0]).line}: ${e.message.split('\n')[0]}`);
    throw new UsageError(`this is not valid YAML:\n  ${faults.join('\n  ')}`, { path: file });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new UsageError('this YAML repeats its anchors too often: write the values out', { path: file }, cause);
  }
  const linesAt = (start: number, end: number): Lines => {
    const upTo = Math.max(start, start + text.slice(start, end).trimEnd().length - 1);
    return { first: counter.linePos(start).line, last: counter.linePos(upTo).line };
  };
  return {
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    value,
    linesOf(path) {
      const [start, end] = rangeOf(document.contents, path);
      return linesAt(start, end);
    },
  };
}

// --- internal ---

function bytesOf(file: string): Buffer {
  try {
    const stat = statSync(file);
    if (!stat.isFile()) throw new UsageError('this is not a file: name the YAML file itself', { path: file });
    if (stat.size > MAX_BYTES) throw new UsageError(`this is larger than ${MAX_BYTES} bytes`, { path: file });
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError('this config cannot be read: check the path and its permissions', { path: file }, cause);
  }
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageError('this is not UTF-8 text: save it as UTF-8', { path: file }, cause);
  }
}

/** Offsets of the deepest node that the path reaches, from its key to its end. */
function rangeOf(root: unknown, path: YamlPath): readonly [number, number] {
  let node: unknown = root;
  let range = nodeRange(node) ?? [0, 1];
  for (const step of path) {
    const found: Pair | Node | undefined = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))
      : isSeq(node)
        ? (node.items[Number(step)] as Node | undefined)
        : undefined;
    if (found === undefined || isAlias(node)) break;
    if ('key' in found) {
      const key = nodeRange(found.key) ?? range;
      const value = nodeRange(found.value) ?? key;
      // The value of an alias stands elsewhere; what counts is where the config uses it.
      range = [key[0], Math.max(value[1], key[1])];
      node = found.value;
    } else {
      range = nodeRange(found) ?? range;
      node = found;
    }
  }
  return range;
}

function nodeRange(node: unknown): readonly [number, number] | undefined {
  const range = (node as { range?: readonly [number, number, number] } | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
