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
  const { placesOf, subjects, bearers, triples: most } = subjectsOf(tallies);
  const triples = createNumberIndex(most);
  const typed = new Uint8Array(subjects);
  const counts = new Map<string, number>();
  let entities = 0;
  for (const [tallyAt, tally] of tallies.entries()) {
    const own = [...tally.counts];
    const places = placesOf[tallyAt] as Uint32Array;
    entities += tally.typed;
    for (const [at, place] of places.entries()) {
      if (bearers[place] === ONE) continue;
      let isTyped = false;
      for (let of = tally.ends[at - 1] ?? 0; of < (tally.ends[at] as number); of++) {
        const key = tally.keyAt[of] as number;
        isTyped ||= isTypeKey(tally.keys[key] as string);
        const before = triples.size();
        if (triples.place(tally.triples[of] as number) !== before) own[key] = (own[key] as number) - 1;
      }
      if (!isTyped) continue;
      if (typed[place] === 1) entities -= 1;
      typed[place] = 1;
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

const ONE = 1;
const SEVERAL = 2;

/** Which subjects more than one tally has: only their triples can be in several. */
function subjectsOf(tallies: readonly Tally[]): {
  /** Of each tally, the place of each of its subjects among all. */
  placesOf: Uint32Array[];
  subjects: number;
  /** Of each subject, whether ONE tally has it or SEVERAL. */
  bearers: Uint8Array;
  /** Triples of those that several have, at most. */
  triples: number;
} {
  const most = tallies.reduce((sum, { subjects }) => sum + subjects.length, 0);
  const all = createNumberIndex(most);
  const bearers = new Uint8Array(most);
  const placesOf = tallies.map(({ subjects }) => {
    const places = new Uint32Array(subjects.length);
    for (const [at, subject] of subjects.entries()) {
      const place = all.place(subject);
      places[at] = place;
      bearers[place] = bearers[place] === 0 ? ONE : SEVERAL;
    }
    return places;
  });
  let triples = 0;
  for (const [tallyAt, { ends }] of tallies.entries())
    for (const [at, place] of (placesOf[tallyAt] as Uint32Array).entries())
      if (bearers[place] === SEVERAL) triples += (ends[at] as number) - (ends[at - 1] ?? 0);
  return { placesOf, subjects: all.size(), bearers, triples };
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
