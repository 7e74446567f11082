import { fold } from '../domain/fold.ts';
import type { EntityKind } from '../domain/mention.ts';

/**
 * What two names of one entity have in common: case, accents, typography, white space and, but for people, a leading
 * article do not count. Names with the same key are one entity.
 */
export function identityKey(kind: EntityKind, name: string): string {
  const words = fold(name)
    .replace(/&/g, ' et ')
    .replace(/[^\p{L}\p{N}+#@]+/gu, ' ')
    .trim();
  const plain = kind === 'person' ? words : words.replace(ARTICLE, '');
  // A name of accents or spaces alone folds to nothing, and a key must not be empty.
  return plain || fold(name) || name;
}

/** Remembers what is worked out for each name of each kind: a source repeats its names many times. */
export function keyedByName<T>(workOut: (kind: EntityKind, name: string) => T): (kind: EntityKind, name: string) => T {
  const known = new Map<EntityKind, Map<string, T>>();
  return (kind, name) => {
    let names = known.get(kind);
    if (names === undefined) {
      names = new Map();
      known.set(kind, names);
    }
    let found = names.get(name);
    if (found === undefined) {
      found = workOut(kind, name);
      names.set(name, found);
    }
    return found;
  };
}

// --- internal ---

const ARTICLE = /^(?:l|la|le|les|un|une) (?=\S)/u;
