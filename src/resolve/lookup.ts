import { groupBy } from '../domain/group-by.ts';
import type { EntityKind, Mention } from '../domain/mention.ts';
import { identityKey, keyedByName } from './key.ts';
import type { Profile } from './profile.ts';
import type { Slugs } from './resolved.ts';

/** One bearer of a name: what is said of it, and its slug. */
export interface Bearer {
  readonly kind: EntityKind;
  readonly key: string;
  readonly profiles: readonly Profile[];
  readonly slug: string;
}

/** Finds the slug of a mention, by its name and, where several bear that name, by its line; and that of a profile. */
export function lookup(all: readonly Bearer[]): Slugs {
  const byName = groupBy(all, ({ kind, key }) => `${kind} ${key}`);
  // Where a name is of several, the line tells of whom.
  const lines = new Map<string, string>();
  const placed = new Map<string, string>();
  for (const bearers of byName.values()) {
    if (bearers.length === 1) continue;
    for (const { slug, profiles } of bearers) {
      for (const profile of profiles) {
        placed.set(placeOf(profile), slug);
        const { key, source, document } = profile;
        for (const line of profile.lines) lines.set(`${key}\0${source}\0${document}\0${line}`, slug);
      }
    }
  }
  const only = (kind: EntityKind, key: string): string | undefined => {
    const bearers = byName.get(`${kind} ${key}`);
    return bearers?.length === 1 ? bearers[0]?.slug : undefined;
  };
  const names = keyedByName((kind, name) => {
    const key = identityKey(kind, name);
    return { key, slug: only(kind, key) };
  });
  return {
    slugOfProfile: (profile) => only(profile.kind, profile.key) ?? placed.get(placeOf(profile)),
    slugOf({ kind, name, lines: { first } }: Mention, { sourceId, name: document }) {
      const { key, slug } = names(kind, name);
      return slug ?? lines.get(`${key}\0${sourceId}\0${document}\0${first}`);
    },
  };
}

// --- internal ---

const placeOf = ({ kind, key, source, document, anchor }: Profile): string =>
  [kind, key, source, document, anchor].join('\0');
