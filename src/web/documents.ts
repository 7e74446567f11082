import { href } from './page-data.ts';

/** Something that has a page: an entry of `search.json`. */
export interface Found {
  /** Address of its page, below the base, without language and ending. */
  readonly path: string;
  readonly kind: string;
  readonly name: string;
  readonly names?: readonly string[];
  readonly start?: string;
  readonly facts?: readonly string[];
}

let loading: Promise<readonly Found[]> | undefined;

/** All of them, read once, when they are first wanted. */
export function documents(): Promise<readonly Found[]> {
  loading ??= fetch(href('search.json'))
    .then(async (response) => {
      if (!response.ok) throw new Error(`search.json: ${response.status}`);
      return ((await response.json()) as { documents: Found[] }).documents;
    })
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** Finds by words: those whose names hold all of them, whatever their accents and capitals; whole beginnings first. */
export function find(all: readonly Found[], text: string, kind?: string): readonly Found[] {
  const words = plain(text).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const whole = words.join(' ');
  const hits: { found: Found; rank: number }[] = [];
  for (const found of all) {
    if (kind !== undefined && kind !== '' && found.kind !== kind) continue;
    const best = Math.min(...[found.name, ...(found.names ?? [])].map((name) => rankOf(plain(name), words, whole)));
    if (best < Number.POSITIVE_INFINITY) hits.push({ found, rank: best });
  }
  return hits.sort((a, b) => a.rank - b.rank || (a.found.name < b.found.name ? -1 : 1)).map(({ found }) => found);
}

// --- internal ---

function rankOf(name: string, words: readonly string[], whole: string): number {
  if (!words.every((word) => name.includes(word))) return Number.POSITIVE_INFINITY;
  if (name === whole) return 0;
  const begins = words.every((word) => ` ${name}`.includes(` ${word}`));
  return (name.startsWith(whole) ? 1_000 : begins ? 2_000 : 3_000) + Math.min(name.length, 900);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2019'`-]/g, ' ');
