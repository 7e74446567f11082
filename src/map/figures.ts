import type { Iris } from './iri.ts';
import { NAMESPACES, rdf, schema } from './vocab.ts';

/** How much of what a graph holds. Triples are those of the union of its graphs, each counted once. */
export interface Figures {
  readonly triples: number;
  /** Things that a class is stated of. */
  readonly entities: number;
  readonly subjects: number;
  /** Instances of each class. */
  readonly classes: ReadonlyMap<string, number>;
  /** Triples of each property. */
  readonly properties: ReadonlyMap<string, number>;
  /** Outside addresses that things are the same as, counted by `https://host/`. */
  readonly links: ReadonlyMap<string, number>;
  /** First and last day of what happens, and the newest date of an article, as `YYYY-MM-DD`. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly newest?: string;
}

/** Counts line by line. */
export interface Counter {
  /** Takes one canonical N-Quads line. Its own kind of lines only: those that `map/` writes. */
  add(line: string): void;
  figures(): Figures;
}

/**
 * Counts what stands in all graphs but that of the dataset, which the figures stand in.
 * Triples are told apart by 53 bits of a hash: a hundred million of them would take gigabytes as texts.
 */
export function createCounter(iris: Pick<Iris, 'base' | 'graph'>): Counter {
  const own = `<${iris.graph('dataset')}> .`;
  const subjects = new Set<number>();
  const typed = new Set<number>();
  const triples = new Map<string, Set<number>>();
  const instances = new Map<string, Set<number>>();
  const links = new Map<string, Set<string>>();
  const days: string[] = [];
  let newest = '';
  return {
    add(line) {
      if (line.endsWith(own)) return;
      const subjectEnd = line.indexOf('> ') + 1;
      const predicateEnd = line.indexOf('> ', subjectEnd + 1) + 1;
      const subject = line.slice(0, subjectEnd);
      const predicate = line.slice(subjectEnd + 2, predicateEnd - 1);
      const object = line.slice(predicateEnd + 1, line.lastIndexOf(' <'));
      const id = hash(subject);
      subjects.add(id);
      setOf(triples, predicate).add(hash(subject + object));
      if (predicate === rdf.type) {
        typed.add(id);
        setOf(instances, object.slice(1, -1)).add(id);
      } else if (predicate === schema.startDate || predicate === schema.endDate) {
        keepEnds(days, object.slice(1, 11));
      } else if (predicate === schema.datePublished && object.slice(1, 11) > newest) {
        newest = object.slice(1, 11);
      } else if (predicate === schema.sameAs && !object.startsWith(`<${iris.base}`)) {
        const host = /^<(https?:\/\/[^/?#>]+)/.exec(object)?.[1];
        if (host !== undefined) setOf(links, `${host}/`).add(subject + object);
      }
    },
    figures: () => ({
      triples: [...triples.values()].reduce((sum, set) => sum + set.size, 0),
      entities: typed.size,
      subjects: subjects.size,
      classes: sizes(instances),
      properties: sizes(triples),
      links: sizes(links),
      ...(days[0] === undefined ? {} : { firstDay: days[0], lastDay: days[1] as string }),
      ...(newest === '' ? {} : { newest }),
    }),
  };
}

/** Vocabularies among the namespaces of terms, sorted. */
export function vocabulariesOf({ classes, properties }: Figures): string[] {
  const terms = [...classes.keys(), ...properties.keys()];
  return Object.values(NAMESPACES)
    .filter((namespace) => terms.some((term) => term.startsWith(namespace)))
    .sort();
}

// --- internal ---

function setOf<T>(map: Map<string, Set<T>>, key: string): Set<T> {
  let set = map.get(key);
  if (set === undefined) {
    set = new Set();
    map.set(key, set);
  }
  return set;
}

const sizes = (map: ReadonlyMap<string, ReadonlySet<unknown>>): Map<string, number> =>
  new Map([...map].map(([key, set]) => [key, set.size] as const).sort(([a], [b]) => (a < b ? -1 : 1)));

function keepEnds(days: string[], day: string): void {
  if (days[0] === undefined || day < days[0]) days[0] = day;
  if (days[1] === undefined || day > days[1]) days[1] = day;
}

/** Two 32-bit multiplicative hashes, mixed, as one number of 53 bits. */
function hash(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
