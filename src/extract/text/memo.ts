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

// --- internal ---

const MAX_WORDS = 20_000;
