/** The word that is nearest in spelling, or undefined where none is near enough to be what was meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = (word.length <= 2 ? 1 : Math.max(2, Math.floor(word.length * 0.4))) + 1;
  for (const candidate of known) {
    const distance = edits(word.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** `. Did you mean "x"? Known are: a, b, x.` */
export function suggestion(word: string, known: readonly string[], called = 'Allowed'): string {
  const near = nearest(word, known);
  const hint = near === undefined ? '' : `. Did you mean "${near}"?`;
  return `${hint}${hint === '' ? '. ' : ' '}${called}: ${known.join(', ') || 'nothing'}`;
}

// --- internal ---

/** Insertions, deletions, replacements and swaps of neighbours; gives up at `limit`. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 100) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
