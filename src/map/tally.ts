import { TextDecoder } from 'node:util';
import { rdf, schema } from './vocab.ts';

/**
 * What some N-Quads count: made beside the load that proves them, kept with the segment that they are, and put together
 * with those of other segments (`figures.ts`) without reading a statement again. About 12 bytes a triple.
 *
 * A triple that stands in several graphs is there once. Subjects and triples are told apart by 53 bits of a hash.
 */
export interface Tally {
  /** What is counted: a predicate, or one and what of its object counts apart (`keyOf`). */
  readonly keys: readonly string[];
  readonly subjects: Float64Array;
  /** For each subject, where its triples end in the two lists that follow. */
  readonly ends: Uint32Array;
  readonly triples: Float64Array;
  /** For each triple, its place in `keys`. */
  readonly keyAt: Uint32Array;
  /** Triples of each key, and subjects that a class is stated of. */
  readonly counts: readonly number[];
  readonly typed: number;
  /** The ends of what happens, and the newest date of an article: `YYYY-MM-DD`. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly newest?: string;
}

/** What a key is made of: of types, the class; of links out of the graph, the `https://host/`. */
export interface Key {
  readonly predicate: string;
  readonly class?: string;
  readonly host?: string;
}

export function readKey(key: string): Key {
  const [predicate, part] = key.split(' ') as [string, string?];
  if (part === undefined) return { predicate };
  return isTypeKey(key) ? { predicate, class: part } : { predicate, host: part };
}

export const isTypeKey = (key: string): boolean => key.startsWith(rdf.type);

/**
 * Counts canonical N-Quads as `map/` writes them: named nodes and literals, one space between terms, a graph on every line.
 * @param base of the graph's own IRIs: an address below it is no link out of it
 */
export function tallyOf(nquads: Uint8Array, base: string): Tally {
  const bytes = Buffer.from(nquads.buffer, nquads.byteOffset, nquads.byteLength);
  const keys = new Map<string, number>();
  const predicates = new Map<number, string>();
  const bySubject = new Map<number, { triples: number[]; keyAt: number[] }>();
  const seen = new Set<number>();
  const days: string[] = [];
  let newest = '';

  function take(from: number, to: number): void {
    const { subjectEnd, predicateEnd, objectEnd } = partsOf(bytes, from, to);
    const subject = hash(bytes, from, subjectEnd);
    const triple = hash(bytes, from, objectEnd);
    if (seen.has(triple)) return;
    seen.add(triple);
    const known = hash(bytes, subjectEnd + 1, predicateEnd);
    let predicate = predicates.get(known);
    if (predicate === undefined) {
      predicate = decoder.decode(bytes.subarray(subjectEnd + 2, predicateEnd - 1));
      predicates.set(known, predicate);
    }
    let key = predicate;
    if (LOOKED_INTO.has(predicate)) {
      const object = decoder.decode(bytes.subarray(predicateEnd + 1, objectEnd));
      key = keyOf(predicate, object, base);
      if (predicate === schema.startDate || predicate === schema.endDate) keepEnds(days, object.slice(1, 11));
      if (predicate === schema.datePublished && object.slice(1, 11) > newest) newest = object.slice(1, 11);
    }
    let at = keys.get(key);
    if (at === undefined) {
      at = keys.size;
      keys.set(key, at);
    }
    let own = bySubject.get(subject);
    if (own === undefined) {
      own = { triples: [], keyAt: [] };
      bySubject.set(subject, own);
    }
    own.triples.push(triple);
    own.keyAt.push(at);
  }

  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end === -1 ? bytes.length : end;
    if (to > from) take(from, to);
    from = to + 1;
  }
  const all = [...bySubject.values()];
  const names = [...keys.keys()];
  const counts = names.map(() => 0);
  for (const { keyAt } of all) for (const key of keyAt) counts[key] = (counts[key] as number) + 1;
  let end = 0;
  return {
    keys: names,
    counts,
    typed: all.filter(({ keyAt }) => keyAt.some((key) => isTypeKey(names[key] as string))).length,
    subjects: Float64Array.from(bySubject.keys()),
    ends: Uint32Array.from(all, ({ triples }) => (end += triples.length)),
    triples: Float64Array.from(all.flatMap(({ triples }) => triples)),
    keyAt: Uint32Array.from(all.flatMap(({ keyAt }) => keyAt)),
    ...(days[0] === undefined ? {} : { firstDay: days[0], lastDay: days[1] as string }),
    ...(newest === '' ? {} : { newest }),
  };
}

/** A tally as bytes: a line of JSON, and the lists after it, little-endian as on all machines that Node runs on. */
export function encodeTally({ subjects, ends, triples, keyAt, ...head }: Tally): Uint8Array {
  const line = JSON.stringify({ ...head, subjects: subjects.length, triples: triples.length });
  // Lists of eight bytes a number begin at a multiple of eight.
  const first = Buffer.from(`${line}${' '.repeat(7 - (Buffer.byteLength(line) % 8))}\n`);
  return Buffer.concat([first, ...[subjects, triples, ends, keyAt].map(bytesOf)]);
}

export function decodeTally(encoded: Uint8Array): Tally {
  const end = encoded.indexOf(LINE_FEED) + 1;
  const { subjects, triples, ...head } = JSON.parse(decoder.decode(encoded.subarray(0, end))) as Pick<
    Tally,
    'keys' | 'counts' | 'typed' | 'firstDay' | 'lastDay' | 'newest'
  > & { subjects: number; triples: number };
  // A copy of its own: what was read from a file may stand anywhere in memory.
  const lists = Uint8Array.prototype.slice.call(encoded, end).buffer;
  const keyBytes = (subjects + triples) * 8 + subjects * 4;
  return {
    ...head,
    subjects: new Float64Array(lists, 0, subjects),
    triples: new Float64Array(lists, subjects * 8, triples),
    ends: new Uint32Array(lists, (subjects + triples) * 8, subjects),
    keyAt: new Uint32Array(lists, keyBytes, triples),
  };
}

/** Widens a span of two days, in order, by one. */
export function keepEnds(days: string[], day: string): void {
  if (days[0] === undefined || day < days[0]) days[0] = day;
  if (days[1] === undefined || day > days[1]) days[1] = day;
}

// --- internal ---

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const decoder = new TextDecoder();

/** Predicates whose objects tell something that is counted. */
const LOOKED_INTO: ReadonlySet<string> = new Set([
  ...[rdf.type, schema.sameAs, schema.startDate, schema.endDate, schema.datePublished],
]);

function keyOf(predicate: string, object: string, base: string): string {
  if (predicate === rdf.type) return `${predicate} ${object.slice(1, -1)}`;
  if (predicate !== schema.sameAs || object.startsWith(`<${base}`)) return predicate;
  const host = /^<(https?:\/\/[^/?#>]+)/.exec(object)?.[1];
  return host === undefined ? predicate : `${predicate} ${host}/`;
}

/** Where the terms of a line end. Subject and predicate hold no space; nor does the graph, which ends before ` .`. */
function partsOf(bytes: Uint8Array, from: number, to: number) {
  const subjectEnd = bytes.indexOf(SPACE, from);
  const predicateEnd = bytes.indexOf(SPACE, subjectEnd + 1);
  let objectEnd = to - 3;
  while (bytes[objectEnd] !== SPACE) objectEnd -= 1;
  return { subjectEnd, predicateEnd, objectEnd };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Two 32-bit multiplicative hashes, mixed, as one number of 53 bits. */
function hash(bytes: Uint8Array, from: number, to: number): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = from; i < to; i++) {
    const byte = bytes[i] as number;
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
