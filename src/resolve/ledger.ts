import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';

/** One minted id: what it was minted for, and the slug that it keeps. */
export interface Identity {
  /** `person`, `session` …: slugs are unique within a kind. */
  readonly kind: string;
  /** Identity key of a name, or key of a record. */
  readonly key: string;
  readonly slug: string;
  /** Number of the minting: of two ids that become one, the one minted earlier stays. Absent is earliest. */
  readonly since?: number;
  /** People: where the name stood when the id was minted, since another person may bear it elsewhere. */
  readonly at?: string;
}

/**
 * Reads a ledger of minted ids: JSON Lines, one id a line. An absent file is an empty ledger.
 * @throws UsageError naming path and line for a line that is no identity, and for two lines that contradict each other
 */
export function readLedger(path: string): Identity[] {
  if (!existsSync(path)) return [];
  const seen = new Map<string, number>();
  const identities: Identity[] = [];
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((text, at) => {
      if (text.trim() === '') return;
      const identity = parse(text, path, at + 1);
      for (const claim of [`key ${identity.kind} ${identity.key}`, `slug ${identity.kind} ${identity.slug}`]) {
        const before = seen.get(claim);
        if (before !== undefined && claim.startsWith('key ')) {
          throw new UsageError(`this key has an id on line ${before} already: keep one of the two lines`, {
            path,
            line: at + 1,
            field: 'key',
            value: identity.key,
          });
        }
        seen.set(claim, before ?? at + 1);
      }
      identities.push(identity);
    });
  return identities;
}

/** The ledger's text: sorted by kind and key (code units), one id a line, so that git shows what was minted. */
export function ledgerText(identities: Iterable<Identity>): string {
  return [...identities]
    .map(({ kind, key, slug, since, at }) => JSON.stringify({ kind, key, slug, since, at }))
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

// --- internal ---

function parse(text: string, path: string, line: number): Identity {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UsageError('not JSON: each line of this file is {"kind": …, "key": …, "slug": …}', { path, line }, cause);
  }
  const { kind, key, slug, since, at } = (value ?? {}) as Record<string, unknown>;
  for (const [field, part] of Object.entries({ kind, key, slug })) {
    if (typeof part !== 'string' || part === '')
      throw new UsageError('expected a text that is not empty', { path, line, field, value: part });
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug as string)) {
    throw new UsageError('a slug is made of a-z, 0-9 and single "-"', { path, line, field: 'slug', value: slug });
  }
  if (since !== undefined && !(Number.isSafeInteger(since) && (since as number) > 0))
    throw new UsageError('expected a whole number from 1', { path, line, field: 'since', value: since });
  if (at !== undefined && (typeof at !== 'string' || at === ''))
    throw new UsageError('expected a text that is not empty', { path, line, field: 'at', value: at });
  return {
    ...{ kind: kind as string, key: key as string, slug: slug as string },
    ...(since === undefined ? {} : { since: since as number }),
    ...(at === undefined ? {} : { at: at as string }),
  };
}
