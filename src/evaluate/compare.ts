/**
 * A text as words to compare: no accents, lower case, letters and digits only, one space between words. Unlike the
 * domain's `fold`, no punctuation is left: labels and sources print it differently.
 */
export function words(text: string | undefined): string {
  const known = folded.get(text ?? '');
  if (known !== undefined) return known;
  const plain = (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const result = plain
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(text ?? '', result);
  return result;
}

/** A name to compare: without the article or preposition that it begins with, and an article after that. */
export function bareName(text: string | undefined): string {
  const first = withoutFirst(words(text), LINKING);
  return withoutFirst(first, ARTICLES);
}

/** The words of a person's name in alphabetical order: which comes first does not matter. */
export function anyOrder(text: string | undefined): string {
  return words(text).split(' ').sort().join(' ');
}

/** How much two texts share, from 0 to 1: the Dice coefficient of their words, repetitions counted. */
export function likeness(a: string | undefined, b: string | undefined): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of right) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of left) {
    const there = counts.get(word) ?? 0;
    if (there === 0) continue;
    shared += 1;
    counts.set(word, there - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** `2022-09-28` of a date or date-time; empty where there is none. */
export const dayOf = (value: string | undefined): string => (value ?? '').slice(0, 10);

/** `10:00` of a date-time, or of a time as `9:30` or `9h30`; empty where there is none. */
export function timeOf(value: string | undefined): string {
  const [, hour, minute] = /(?:T|^| )(\d{1,2})[:h](\d\d)/.exec(value ?? '') ?? [];
  return hour === undefined ? '' : `${hour.padStart(2, '0')}:${minute}`;
}

/** `10:00` of a time as pages print it, `10h` among them, or of anything that `timeOf` reads. */
export function printedTimeOf(value: string | undefined): string {
  const [, hour, minute] = /(\d{1,2})\s{0,3}h\s{0,3}(\d\d)?/.exec(value ?? '') ?? [];
  return hour === undefined ? timeOf(value) : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/**
 * Whether a label's name of a document means the file at a path: the path itself, the file's name, or its beginning up to
 * `.`, `_` or `-` (`003` for `003_8937.txt`).
 */
export function isDocument(name: string, path: string | undefined): boolean {
  if (path === undefined || path === '') return false;
  const file = path.slice(path.lastIndexOf('/') + 1);
  return path === name || file === name || (file.startsWith(name) && '._-'.includes(file.charAt(name.length)));
}

// --- internal ---

const LINKING = new Set(['la', 'le', 'les', 'l', 'du', 'de', 'des', 'd', 'un', 'une', 'au', 'aux']);
const ARTICLES = new Set(['la', 'le', 'les', 'l']);

/** The same texts are compared with many others. */
const folded = new Map<string, string>();
const MOST_FOLDED = 50_000;

const wordsOf = (text: string | undefined): string[] =>
  words(text)
    .split(' ')
    .filter((word) => word !== '');

function withoutFirst(text: string, small: ReadonlySet<string>): string {
  const space = text.indexOf(' ');
  return space > 0 && small.has(text.slice(0, space)) ? text.slice(space + 1) : text;
}
