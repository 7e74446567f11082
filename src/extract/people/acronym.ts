/**
 * True when the letters of `short` stand in order at the starts of words of `long` (`ANLCI`, `Agence nationale de
 * lutte contre l'illettrisme`). Small words may give no letter.
 */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}\d]{1,11}$/u.test(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) return false;
  const words = long.split(/[\s'’\-‐]+/).filter((word) => word !== '');
  const letters = short
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const capitals = short
    .normalize('NFD')
    .replace(/[^A-Z]/g, '')
    .toLowerCase();
  const initials = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()[0] ?? '').join('');
  return (
    words.length > 1 && (isSubsequence(letters, initials) || (capitals.length > 1 && isSubsequence(capitals, initials)))
  );
}

// --- internal ---

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return short.length > 1 && at === short.length;
}
