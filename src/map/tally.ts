import { TextDecoder } from 'node:util';
import { createNumberIndex } from './number-index.ts';
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
  const most = linesOf(bytes);
  const subjects = createNumberIndex(most);
  const triples = createNumberIndex(most);
  /** Of each triple, its subject's place and its key's. */
  const subjectAt = new Uint32Array(most);
  const keyAt = new Uint32Array(most);
  const keys = new Map<string, number>();
  const predicates = new Map<number, string>();
  const days: string[] = [];
  let newest = '';

  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end === -1 ? bytes.length : end;
    if (to > from) {
      const line = hashesOf(bytes, from, to);
      const before = triples.size();
      const triple = triples.place(line.triple);
      if (triple === before) {
        subjectAt[triple] = subjects.place(line.subject);
        keyAt[triple] = keyPlace(line);
      }
    }
    from = to + 1;
  }

  function keyPlace({ predicate: hash, subjectEnd, predicateEnd, objectEnd }: LineHashes): number {
    let predicate = predicates.get(hash);
    if (predicate === undefined) {
      predicate = decoder.decode(bytes.subarray(subjectEnd + 2, predicateEnd - 1));
      predicates.set(hash, predicate);
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
    return at;
  }

  return {
    ...grouped({ subjects: subjects.numbers(), triples: triples.numbers(), subjectAt, keyAt, keys: [...keys.keys()] }),
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

function linesOf(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** Puts the triples of each subject together, by counting. */
function grouped(found: {
  readonly subjects: Float64Array;
  readonly triples: Float64Array;
  readonly subjectAt: Uint32Array;
  readonly keyAt: Uint32Array;
  readonly keys: readonly string[];
}): Pick<Tally, 'keys' | 'counts' | 'typed' | 'subjects' | 'ends' | 'triples' | 'keyAt'> {
  const { subjects, keys } = found;
  const counts = keys.map(() => 0);
  const isType = keys.map(isTypeKey);
  const isTyped = new Uint8Array(subjects.length);
  const ends = new Uint32Array(subjects.length);
  for (let i = 0; i < found.triples.length; i++) {
    const [subject, key] = [found.subjectAt[i] as number, found.keyAt[i] as number];
    counts[key] = (counts[key] as number) + 1;
    if (isType[key]) isTyped[subject] = 1;
    ends[subject] = (ends[subject] as number) + 1;
  }
  let end = 0;
  for (let place = 0; place < ends.length; place++) ends[place] = end += ends[place] as number;
  // Filled from the back, each subject's last triple first; `next` ends where the subject begins.
  const next = ends.slice();
  const triples = new Float64Array(found.triples.length);
  const keyAt = new Uint32Array(found.triples.length);
  for (let i = found.triples.length - 1; i >= 0; i--) {
    const subject = found.subjectAt[i] as number;
    const at = (next[subject] as number) - 1;
    next[subject] = at;
    triples[at] = found.triples[i] as number;
    keyAt[at] = found.keyAt[i] as number;
  }
  return { keys, counts, typed: isTyped.reduce((sum, one) => sum + one, 0), subjects, ends, triples, keyAt };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** Hashes of a line's subject, of its predicate and of all its triple, and where its terms end. */
interface LineHashes {
  readonly subject: number;
  readonly predicate: number;
  readonly triple: number;
  readonly subjectEnd: number;
  readonly predicateEnd: number;
  readonly objectEnd: number;
}

/** Subject and predicate hold no space; nor does the graph, which ends before ` .`. Reads each byte once or twice. */
function hashesOf(bytes: Uint8Array, from: number, to: number): LineHashes {
  let objectEnd = to - 3;
  while (bytes[objectEnd] !== SPACE) objectEnd -= 1;
  let [a, b] = SEEDS;
  let i = from;
  for (; bytes[i] !== SPACE; i++) {
    a = Math.imul(a ^ (bytes[i] as number), 2654435761);
    b = Math.imul(b ^ (bytes[i] as number), 1597334677);
  }
  const subjectEnd = i;
  const subject = mixed(a, b);
  let [c, d] = SEEDS;
  for (i += 1; bytes[i] !== SPACE; i++) {
    c = Math.imul(c ^ (bytes[i] as number), 2654435761);
    d = Math.imul(d ^ (bytes[i] as number), 1597334677);
  }
  const predicateEnd = i;
  for (i = subjectEnd; i < objectEnd; i++) {
    a = Math.imul(a ^ (bytes[i] as number), 2654435761);
    b = Math.imul(b ^ (bytes[i] as number), 1597334677);
  }
  return { subject, predicate: mixed(c, d), triple: mixed(a, b), subjectEnd, predicateEnd, objectEnd };
}

const SEEDS: readonly [number, number] = [0xdeadbeef, 0x41c6ce57];

/** Two 32-bit multiplicative hashes, mixed, as one number of 53 bits. */
function mixed(x: number, y: number): number {
  const a = Math.imul(x ^ (x >>> 16), 2246822507) ^ Math.imul(y ^ (y >>> 13), 3266489909);
  const b = Math.imul(y ^ (y >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
