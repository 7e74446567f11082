import { fold } from '../../domain/fold.ts';
import { VENUES } from '../words/addresses.ts';

/** Likeness of two titles: Dice coefficient of their folded words, 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = new Map<string, number>();
  for (const word of right) rest.set(word, (rest.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of left) {
    const count = rest.get(word) ?? 0;
    if (count === 0) continue;
    rest.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

/** True where a line in capitals goes on with a title in capitals, and is not the room. */
export const goesOnInCapitals = (title: string, line: string): boolean =>
  line.length < MOST_IN_LINE &&
  /\p{Lu}{3}/u.test(title) &&
  !/\p{Ll}/u.test(title) &&
  isShouted(line) &&
  !VENUES.has(fold(line).split(/[^\p{L}-]+/u)[0] ?? '');

/** Below this, two titles are not the same session's. */
export const SAME_TITLE = 0.5;

/**
 * Pairs titles one to one, best likeness first, earlier pairs first among equals.
 * @returns for each left title the index of its right title
 */
export function pairTitles(left: readonly string[], right: readonly string[]): Map<number, number> {
  const candidates: { score: number; a: number; b: number }[] = [];
  left.forEach((one, a) => {
    right.forEach((other, b) => {
      const score = likeness(one, other);
      if (score >= SAME_TITLE) candidates.push({ score, a, b });
    });
  });
  candidates.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, b } of candidates) {
    if (pairs.has(a) || taken.has(b)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return pairs;
}

/**
 * Pairs the headings of slots with index lines: those of the same half-day first, then what is left anywhere.
 * @returns for each slot's index the index of its line
 */
export function pairInSections(
  slots: readonly { readonly heading: string; readonly section: number }[],
  index: readonly { readonly title: string; readonly section: number }[],
): Map<number, number> {
  const pairs = new Map<number, number>();
  const pair = (slotAt: readonly number[], indexAt: readonly number[]): void => {
    const found = pairTitles(
      slotAt.map((at) => slots[at]?.heading ?? ''),
      indexAt.map((at) => index[at]?.title ?? ''),
    );
    for (const [a, b] of found) pairs.set(slotAt[a] as number, indexAt[b] as number);
  };
  for (const section of new Set(index.map((entry) => entry.section))) {
    pair(
      numbers(slots, (slot) => slot.section === section),
      numbers(index, (entry) => entry.section === section),
    );
  }
  const taken = new Set(pairs.values());
  pair(
    numbers(slots, (_slot, at) => !pairs.has(at)),
    numbers(index, (_entry, at) => !taken.has(at)),
  );
  return pairs;
}

/**
 * A title set in capitals, in sentence case. Words keep the case that the document's running text gives them.
 * @param cased folded word -> the word as the running text prints it inside sentences
 */
export function sentenceCase(title: string, cased: ReadonlyMap<string, string>): string {
  const letters = title.replace(/[^\p{L}]/gu, '');
  const capitals = title.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals < letters.length * 0.6) return title;
  let start = true;
  return title.replace(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.·&-]*|[?!:.]/gu, (word) => {
    if (/[?!.]/.test(word)) {
      start = true;
      return word;
    }
    if (word === ':') return word;
    const known = cased.get(fold(word));
    const lower = known ?? word.toLowerCase();
    const result = start && known === undefined ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    start = false;
    return result;
  });
}

/** Words that the running text prints with a capital inside a sentence and never without. */
export function casedWords(texts: readonly string[]): Map<string, string> {
  const capital = new Map<string, string>();
  const small = new Set<string>();
  for (const text of texts) {
    for (const [found] of text.matchAll(INSIDE_SENTENCE)) {
      const word = found.replace(/[.-]+$/, '');
      if (/^\p{Lu}/u.test(word)) capital.set(fold(word), capital.get(fold(word)) ?? word);
      else small.add(fold(word));
    }
  }
  for (const word of small) capital.delete(word);
  return capital;
}

// --- internal ---

/** Characters. */
const MOST_IN_LINE = 140;

/** Several words, and not one small letter. */
const isShouted = (text: string): boolean => /\p{Lu}.*\s.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);

/** A word after a small letter. It looks back rather than take what stands before: that may be the word before. */
const INSIDE_SENTENCE = /(?<=\p{Ll}[,;]?\s{1,3}(?:[lLdD]['’])?)[\p{L}\p{N}][\p{L}\p{M}\p{N}.&-]*/gu;

const numbers = <T>(items: readonly T[], wanted: (item: T, at: number) => boolean): number[] =>
  items.flatMap((item, at) => (wanted(item, at) ? [at] : []));

const words = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
