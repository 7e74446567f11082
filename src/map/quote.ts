/** Longest quote, in UTF-16 code units, its ellipsis included. */
export const LONGEST_QUOTE = 2_000;

/**
 * What a passage quotes: the lines, each trimmed, joined with `\n`, cleaned by `scrub`, at most `LONGEST_QUOTE` long.
 * Cleaning comes before cutting: an address cut in half would not be recognised.
 */
export function quote(text: string, scrub: (text: string) => string): string {
  const trimmed = text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  const clean = scrub(trimmed);
  if (clean.length <= LONGEST_QUOTE) return clean;
  const end = LONGEST_QUOTE - 1;
  const cutsPair = isHighSurrogate(clean.charCodeAt(end - 1));
  return `${clean.slice(0, cutsPair ? end - 1 : end)}…`;
}

// --- internal ---

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
