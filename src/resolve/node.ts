import type { EntityKind } from '../domain/mention.ts';
import type { Profile } from './profile.ts';
import { contentOf, wordsOf } from './words.ts';

/** A name of one kind, or for people one bearer of a name: what is compared, and joined or kept apart. */
export interface Node {
  readonly at: number;
  readonly kind: EntityKind;
  readonly key: string;
  readonly profiles: readonly Profile[];
  /** The best of its names. */
  readonly label: string;
  /** Words of the key, and those that carry meaning. */
  readonly words: readonly string[];
  readonly content: readonly string[];
  readonly context: Context;
}

/** What is said with a name, over all its profiles. */
export interface Context {
  readonly bodies: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
}

export function createNode(at: number, profiles: readonly Profile[], label: string): Node {
  const [{ kind, key }] = profiles as readonly [Profile];
  const words = wordsOf(key);
  let context: Context | undefined;
  return {
    at,
    kind,
    key,
    profiles,
    label,
    words,
    content: contentOf(words),
    // Most names are compared with no other: their context is never asked for.
    get context() {
      context ??= contextOf(profiles);
      return context;
    },
  };
}

/** The first thing, in order, that two sets have in common. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string | undefined {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let first: string | undefined;
  for (const value of small) if (large.has(value) && (first === undefined || value < first)) first = value;
  return first;
}

// --- internal ---

/** Keys of records begin with the document: `source/document#event`. */
const documentOf = (anchor: string): string => anchor.split('#', 1)[0] as string;

function contextOf(profiles: readonly Profile[]): Context {
  const all = (list: (profile: Profile) => readonly string[]): Set<string> => new Set(profiles.flatMap(list));
  return {
    bodies: all((one) => one.bodies),
    roles: all((one) => one.roles),
    events: all((one) => one.events),
    projects: all((one) => one.projects),
    documents: all((one) =>
      one.document === undefined ? one.events.map(documentOf) : [`${one.source}/${one.document}`],
    ),
    sources: all((one) => [one.source]),
    acronyms: all((one) => one.acronyms),
  };
}
