import { fold } from '../../domain/fold.ts';
import { SMALL, wordsOf } from '../words.ts';

/** One word, at least two capitals: `ADM`, `CNMer`, `AgeMer`. */
export const isAcronymShape = (name: string): boolean =>
  name.length <= 12 && /^\p{Lu}[\p{L}\d&.-]+$/u.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) > 1;

/**
 * True when the letters of `short` are beginnings of the words of `long`, in order: every word that carries meaning gives
 * at least its first letter, small words may give none. `CNMer` stands for `Conseil national de la mer`.
 */
export function standsFor(short: string, long: string): boolean {
  const letters = fold(short).replace(/[^a-z0-9]/g, '');
  const words = wordsOf(long);
  if (words.length < 2 || words.length > 14 || letters.length < 2) return false;
  // reached[i]: the words so far can give the first i letters.
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set<number>(SMALL.has(word) ? reached : []);
    for (const at of reached) {
      for (let n = 0; n < word.length && letters[at + n] === word[n]; n += 1) next.add(at + n + 1);
    }
    reached = next;
    if (reached.size === 0) return false;
  }
  return reached.has(letters.length);
}
