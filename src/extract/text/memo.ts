import type { Token } from './tokens.ts';

/**
 * A pure test of a word that remembers its answers: scanners ask the same of the same word many times over.
 * It forgets all when it has seen more words than a document has, so that it cannot grow without end.
 */
export function remembered(test: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size >= MAX_WORDS) answers.clear();
    const answer = test(word);
    answers.set(word, answer);
    return answer;
  };
}

/**
 * What a scanner found at each token of a text, read once: others ask for the same place many times over, and bodies
 * inside bodies would be read again from each of their words. It lives as long as the tokens do.
 * @param variants how many ways there are to read the same place; `variant` counts from 0
 */
export function rememberedAt<T>(variants: number) {
  const texts = new WeakMap<readonly Token[], Map<number, T>>();
  return (tokens: readonly Token[], at: number, variant: number, read: () => T): T => {
    let found = texts.get(tokens);
    if (found === undefined) {
      found = new Map();
      texts.set(tokens, found);
    }
    const place = at * variants + variant;
    if (!found.has(place)) found.set(place, read());
    return found.get(place) as T;
  };
}

// --- internal ---

const MAX_WORDS = 20_000;
