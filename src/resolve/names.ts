import type { EntityKind, Mention } from '../domain/mention.ts';

/** How often each name stands for each entity. Plain data: `kind slug` -> name -> count. */
export type NameCounts = Map<string, Map<string, number>>;

/** The name to show of an entity, and its others. */
export interface NamedEntity {
  readonly kind: EntityKind;
  readonly slug: string;
  readonly label: string;
  /** Sorted by code unit. */
  readonly others: readonly string[];
}

/** Counts the names of a mention for its entity. */
export function countNames(counts: NameCounts, mention: Mention, slug: string): void {
  const id = `${mention.kind} ${slug}`;
  let names = counts.get(id);
  if (names === undefined) {
    names = new Map();
    counts.set(id, names);
  }
  names.set(mention.name, (names.get(mention.name) ?? 0) + 1);
  // An acronym or expansion is a name, and less a label than the name that introduces it.
  for (const alias of mention.aliases ?? []) names.set(alias, names.get(alias) ?? 0);
}

/** Adds the counts of one source to those of others. */
export function addCounts(total: NameCounts, more: NameCounts): void {
  for (const [id, names] of more) {
    const known = total.get(id);
    if (known === undefined) total.set(id, new Map(names));
    else for (const [name, count] of names) known.set(name, (known.get(name) ?? 0) + count);
  }
}

/** Each entity with the best of its names: not in capitals, most frequent, longest, first by code unit. Sorted by id. */
export function namedEntities(counts: NameCounts): NamedEntity[] {
  return [...counts.keys()].sort().map((id) => {
    const space = id.indexOf(' ');
    const names = [...(counts.get(id) as Map<string, number>)];
    const [label] = names.reduce((best, name) => (isBetter(name, best) ? name : best));
    return {
      kind: id.slice(0, space) as EntityKind,
      slug: id.slice(space + 1),
      label,
      others: names
        .map(([name]) => name)
        .filter((name) => name !== label)
        .sort(),
    };
  });
}

// --- internal ---

type Counted = readonly [name: string, count: number];

function isBetter([name, count]: Counted, [best, bestCount]: Counted): boolean {
  const shouts = isShouted(name);
  if (shouts !== isShouted(best)) return !shouts;
  if (count !== bestCount) return count > bestCount;
  if (name.length !== best.length) return name.length > best.length;
  return name < best;
}

/** Set in capitals, and too long for an acronym. */
const isShouted = (name: string): boolean => name.length > 6 && name === name.toUpperCase();
