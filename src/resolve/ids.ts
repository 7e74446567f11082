import slugify from '@sindresorhus/slugify';
import { ENTITY_KINDS, type Mention } from '../domain/mention.ts';
import { identityKey } from './key.ts';
import type { Identity } from './ledger.ts';

/** Gives ids to names and keys: the ledger's where it has one, else a new one, minted once and kept. */
export interface IdRegister {
  /** Slug of the entity that a mention names. */
  slugOf(mention: Mention): string;
  /** Slug of a record with a key of its own; `name` gives the words of a new slug, `at` is kept with a new id. */
  slugOfKey(kind: string, key: string, name: string, at?: string): string;
  /** The id of a key, where it has one. */
  known(kind: string, key: string): Identity | undefined;
  /** All ids of keys that are those of a name, or begin with it and ` @ `: other people of the name. */
  bearers(kind: string, key: string): readonly Identity[];
  /** Takes ids out for good: their slugs are never given again. */
  withdraw(isWithdrawn: (identity: Identity) => boolean): void;
  /** All ids, old and new. */
  identities(): Iterable<Identity>;
  /** Ids minted since the register was made. */
  readonly minted: number;
}

/**
 * @param ledger ids of earlier builds: they are never given to another key, and never change
 * @param isTaken slugs that must not be given although no line of the ledger has them (withdrawn ones)
 */
export function createIds(
  ledger: Iterable<Identity>,
  isTaken: (kind: string, slug: string) => boolean = () => false,
): IdRegister {
  const byKey = new Map<string, Identity>();
  const taken = new Set<string>();
  const numbered = new Map<string, number>();
  const byName = new Map<string, Identity[]>();
  let minted = 0;
  let last = 0;
  const add = (identity: Identity): void => {
    const { kind, key, slug } = identity;
    byKey.set(`${kind} ${key}`, identity);
    taken.add(`${spaceOf(kind)} ${slug}`);
    if (identity.at === undefined && kind !== 'person') return;
    const name = `${kind} ${key.split(' @ ')[0]}`;
    byName.set(name, [...(byName.get(name) ?? []), identity]);
  };
  for (const identity of ledger) {
    add(identity);
    last = Math.max(last, identity.since ?? 0);
  }
  const slugFor = (kind: string, key: string, name: string, at?: string): string => {
    const known = byKey.get(`${kind} ${key}`);
    if (known !== undefined) return known.slug;
    let slug = freeSlug(kind, name, taken, numbered);
    while (isTaken(kind, slug)) {
      taken.add(`${spaceOf(kind)} ${slug}`);
      slug = freeSlug(kind, name, taken, numbered);
    }
    add({ kind, key, slug, ...(RESOLVED.has(kind) ? { since: last + 1 } : {}), ...(at === undefined ? {} : { at }) });
    minted += 1;
    return slug;
  };
  const slugs = new Map<string, string>();
  return {
    slugOf(mention) {
      // Names recur by the thousand; folding each once is what keeps large builds linear.
      const named = `${mention.kind} ${mention.name}`;
      let slug = slugs.get(named);
      if (slug === undefined) {
        slug = slugFor(mention.kind, identityKey(mention.kind, mention.name), mention.name);
        slugs.set(named, slug);
      }
      return slug;
    },
    slugOfKey: slugFor,
    known: (kind, key) => byKey.get(`${kind} ${key}`),
    bearers: (kind, key) => byName.get(`${kind} ${key}`) ?? [],
    withdraw(isWithdrawn) {
      for (const [id, identity] of byKey) if (isWithdrawn(identity)) byKey.delete(id);
      for (const [name, all] of byName)
        byName.set(
          name,
          all.filter((identity) => !isWithdrawn(identity)),
        );
    },
    identities: () => byKey.values(),
    get minted() {
      return minted;
    },
  };
}

// --- internal ---

/** Kinds whose ids may become one: for these it matters which is older. */
const RESOLVED: ReadonlySet<string> = new Set(ENTITY_KINDS);

/**
 * Kinds whose slugs stand in one place of an IRI (`id/participation/{what}/{who}/…`): within a space no slug is given
 * twice, so that a person and an organisation of one name never share a participation.
 */
const SPACES = new Map([
  ...['event', 'session', 'agenda-item', 'article'].map((kind) => [kind, 'what'] as const),
  ...['person', 'organization'].map((kind) => [kind, 'who'] as const),
]);

const spaceOf = (kind: string): string => SPACES.get(kind) ?? kind;

/** Longer names are cut at a word: a slug is to be read. */
const MAX_SLUG = 80;

/** @param numbered the last number given to a slug: without it, thousands of equal titles would take quadratic time */
function freeSlug(kind: string, name: string, taken: ReadonlySet<string>, numbered: Map<string, number>): string {
  const words = slugify(name.slice(0, 300), {
    customReplacements: [
      ['&', ' et '],
      ["'", ' '],
      ['’', ' '],
    ],
    decamelize: false,
  });
  const base = shorten(words) || kind;
  const claim = `${spaceOf(kind)} ${base}`;
  if (!taken.has(claim)) return base;
  let number = (numbered.get(claim) ?? 1) + 1;
  while (taken.has(`${claim}-${number}`)) number += 1;
  numbered.set(claim, number);
  return `${base}-${number}`;
}

function shorten(slug: string): string {
  if (slug.length <= MAX_SLUG) return slug;
  const cut = slug.slice(0, MAX_SLUG + 1);
  const end = cut.lastIndexOf('-');
  return end > 20 ? cut.slice(0, end) : slug.slice(0, MAX_SLUG);
}
