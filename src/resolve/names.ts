/** The best of some names, for display: full rather than an acronym or initials, not in capitals, most frequent, longest, first by code unit. */
export const bestName = (names: Iterable<readonly [name: string, count: number]>): string =>
  [...names].reduce((best, name) => (isBetter(name, best) ? name : best))[0];

// --- internal ---

type Counted = readonly [name: string, count: number];

function isBetter([name, count]: Counted, [best, bestCount]: Counted): boolean {
  for (const isWorse of [isShort, isShouted]) if (isWorse(name) !== isWorse(best)) return isWorse(best);
  if (count !== bestCount) return count > bestCount;
  if (name.length !== best.length) return name.length > best.length;
  return name < best;
}

/** Set in capitals, and too long for an acronym. */
const isShouted = (name: string): boolean => name.length > 6 && name === name.toUpperCase();

/** An acronym (one word, of a few letters or with several capitals), or initials before a surname. */
const isShort = (name: string): boolean =>
  /^\S{1,5}$/u.test(name) || /^\S*\p{Lu}\S*\p{Lu}\S*$/u.test(name) || /^(?:\p{Lu}\.?-?){1,3} \S/u.test(name);
