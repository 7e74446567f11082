import { mlg, org } from '../map/vocab.ts';
import type { Graph, Thing } from './graph.ts';
import { textOf } from './graph.ts';

/** How the ids of an older graph stand in a newer one. */
export interface Succession {
  /** The newer id of an older one; undefined for what is gone. */
  next(iri: string): string | undefined;
  /** Older ids that are one with another now: to which. */
  readonly merged: ReadonlyMap<string, string>;
  /** Older ids whose mentions now refer to new ids, too: to which. */
  readonly split: ReadonlyMap<string, readonly string[]>;
}

/** Follows redirects first, then what mentions refer to, then, for what hangs on others, what it hangs on. */
export function succession(before: Graph, after: Graph): Succession {
  const merged = new Map<string, string>();
  const moved = new Map<string, string>();
  const split = new Map<string, readonly string[]>();
  const heirs = new Map<string, Set<string>>();
  for (const [mention, old] of before.mentions) {
    const now = after.mentions.get(mention);
    if (now !== undefined && now !== old) heirs.set(old, (heirs.get(old) ?? new Set()).add(now));
  }
  for (const [from, to] of before.replacedBy) {
    if (after.things.has(from) && !before.things.has(from)) heirs.set(to, (heirs.get(to) ?? new Set()).add(from));
  }
  for (const { iri, kind } of before.things.values()) {
    if (HANGING.has(kind)) continue;
    const own = [...(heirs.get(iri) ?? [])].filter((heir) => after.things.has(heir)).sort();
    const fresh = own.filter((heir) => !before.things.has(heir));
    const redirect = after.replacedBy.get(iri);
    if (after.things.has(iri)) {
      if (fresh.length > 0) split.set(iri, fresh);
    } else if (redirect !== undefined) {
      (before.things.has(redirect) ? merged : moved).set(iri, redirect);
    } else if (own.length === 1) {
      (fresh.length === 1 ? moved : merged).set(iri, own[0] as string);
    } else if (own.length > 1) {
      split.set(iri, own);
    }
  }
  const direct = (iri: string): string | undefined =>
    after.things.has(iri) ? iri : (merged.get(iri) ?? moved.get(iri));
  const byTies = new Map<string, string>();
  for (const thing of after.things.values()) {
    if (HANGING.has(thing.kind))
      byTies.set(
        ties(thing, (iri) => iri),
        thing.iri,
      );
  }
  return {
    merged,
    split,
    next(iri) {
      const found = direct(iri);
      const thing = before.things.get(iri);
      if (found !== undefined || thing === undefined || !HANGING.has(thing.kind)) return found;
      const same = byTies.get(ties(thing, (other) => direct(other) ?? other));
      if (same !== undefined) return same;
      // What hung on something that was split hangs on one of its parts.
      for (const [whole, parts] of split) {
        for (const part of parts) {
          const found = byTies.get(ties(thing, (other) => (other === whole ? part : (direct(other) ?? other))));
          if (found !== undefined) return found;
        }
      }
      return undefined;
    },
  };
}

// --- internal ---

/** Kinds of things that are what they tie together: their ids follow those of others. */
const HANGING: ReadonlySet<string> = new Set(['participation', 'membership']);
const TIES = [mlg.participant, mlg.inEvent, mlg.capacity, org.member, org.organization, mlg.roleAsPrinted];

const ties = ({ kind, fields }: Thing, map: (iri: string) => string): string =>
  JSON.stringify([
    kind,
    ...TIES.map((property) => [...(fields.get(property)?.keys() ?? [])].map(textOf).map(map).sort()),
  ]);
