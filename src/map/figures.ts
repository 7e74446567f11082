import { createNumberIndex } from './number-index.ts';
import { isTypeKey, keepEnds, readKey, type Tally } from './tally.ts';
import { NAMESPACES } from './vocab.ts';

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

/** The figures of what all tallies count together: what several of them have is there once. */
export function figuresOf(tallies: readonly Tally[]): Figures {
  const common = inSeveral(tallies);
  const seen = { subjects: new Set<number>(), typed: new Set<number>(), triples: new Set<number>() };
  const isNew = (set: Set<number>, id: number): boolean => !set.has(id) && set.add(id) !== undefined;
  const counts = new Map<string, number>();
  let subjects = 0;
  let entities = 0;
  for (const tally of tallies) {
    const own = [...tally.counts];
    subjects += tally.subjects.length;
    entities += tally.typed;
    for (let place = 0; place < tally.subjects.length; place++) {
      const subject = tally.subjects[place] as number;
      if (!common.has(subject)) continue;
      if (!isNew(seen.subjects, subject)) subjects -= 1;
      let isTyped = false;
      for (let at = tally.ends[place - 1] ?? 0; at < (tally.ends[place] as number); at++) {
        const key = tally.keyAt[at] as number;
        isTyped ||= isTypeKey(tally.keys[key] as string);
        if (!isNew(seen.triples, tally.triples[at] as number)) own[key] = (own[key] as number) - 1;
      }
      if (isTyped && !isNew(seen.typed, subject)) entities -= 1;
    }
    for (const [key, count] of own.entries()) add(counts, tally.keys[key] as string, count);
  }
  const [classes, properties, links] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { predicate, class: type, host } = readKey(key);
    add(properties, predicate, count);
    if (type !== undefined) add(classes, type, count);
    if (host !== undefined) add(links, host, count);
  }
  return {
    triples: [...properties.values()].reduce((sum, count) => sum + count, 0),
    entities,
    subjects,
    classes,
    properties,
    links,
    ...datesOf(tallies),
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

/** Subjects that more than one tally has: only their triples can be in several. */
function inSeveral(tallies: readonly Tally[]): ReadonlySet<number> {
  const all = createNumberIndex(tallies.reduce((sum, { subjects }) => sum + subjects.length, 0));
  const common = new Set<number>();
  for (const { subjects } of tallies) {
    for (const subject of subjects) {
      const before = all.size();
      if (all.place(subject) !== before) common.add(subject);
    }
  }
  return common;
}

const add = (counts: Map<string, number>, key: string, count: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + count);

function datesOf(tallies: readonly Tally[]): Pick<Figures, 'firstDay' | 'lastDay' | 'newest'> {
  const days: string[] = [];
  let newest = '';
  for (const tally of tallies) {
    for (const day of [tally.firstDay, tally.lastDay]) if (day !== undefined) keepEnds(days, day);
    if (tally.newest !== undefined && tally.newest > newest) newest = tally.newest;
  }
  return {
    ...(days[0] === undefined ? {} : { firstDay: days[0], lastDay: days[1] as string }),
    ...(newest === '' ? {} : { newest }),
  };
}
