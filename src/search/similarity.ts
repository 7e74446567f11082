import { distance } from 'fastest-levenshtein';
import type { SearchDocument } from './document.ts';
import { contentWords, initialsOf, words } from './normalise.ts';

/**
 * How well a text names a document, from 0 to 100: 100 for its name but for case, accents and punctuation, 99 for one of
 * its other names, 98 without articles and particles, 96 in another order (`Lovelace, Ada`), 80 for initials of one by
 * the other (`APRV`), less for what shares words, or words but for a letter.
 */
export function scoreOf(text: string, { name, names = [] }: SearchDocument): number {
  return Math.max(similarity(text, name), ...names.map((other) => Math.min(99, similarity(text, other))));
}

/** The same for two texts. */
export function similarity(a: string, b: string): number {
  if (words(a).join(' ') === words(b).join(' ')) return 100;
  const [left, right] = [contentWords(a), contentWords(b)];
  if (left.length === 0 || right.length === 0) return 0;
  if (left.join(' ') === right.join(' ')) return 98;
  if ([...left].sort().join(' ') === [...right].sort().join(' ')) return 96;
  const shared = Math.round(95 * overlap(left, right));
  return isAcronym(left, b) || isAcronym(right, a) ? Math.max(80, shared) : shared;
}

// --- internal ---

const isAcronym = (of: readonly string[], text: string): boolean => of.length === 1 && of[0] === initialsOf(text);

/** Share of the words of both, by their length, that have a partner in the other: each is partner to one. */
function overlap(left: readonly string[], right: readonly string[]): number {
  const free = new Set(right.slice(0, MOST_WORDS));
  let matched = 0;
  for (const word of left.slice(0, MOST_WORDS)) {
    let best: { readonly other: string; readonly likeness: number } | undefined;
    for (const other of free) {
      const likeness = likenessOf(word, other);
      if (likeness > (best?.likeness ?? 0)) best = { other, likeness };
    }
    if (best === undefined) continue;
    free.delete(best.other);
    matched += best.likeness * (weight(word) + weight(best.other));
  }
  return matched / (total(left) + total(right));
}

function likenessOf(a: string, b: string): number {
  if (a === b) return 1;
  // An initial stands for its name.
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.8 : 0;
  const longest = Math.max(a.length, b.length);
  const likeness = 1 - distance(a, b) / longest;
  return longest >= 4 && likeness >= 0.7 ? likeness : 0;
}

/** A long word says more, but not in proportion. */
const weight = (word: string): number => Math.sqrt(word.length);
const total = (list: readonly string[]): number => list.reduce((sum, word) => sum + weight(word), 0);

const MOST_WORDS = 30;
