/**
 * Folds a text for comparison: no accents, lower case, typographic apostrophes and dashes as plain ones, one space
 * between words. Two texts that differ only in those fold to the same string.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text folded character by character, so that places in it can be found again: white space stays as it is. */
export interface FoldedText {
  readonly folded: string;
  /** Offset in the source of each character of `folded`, and the source's length at the end. */
  readonly offsets: readonly number[];
}

export function foldWithOffsets(text: string): FoldedText {
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = /\s/.test(character) ? character : fold(character);
    for (let i = 0; i < piece.length; i += 1) offsets.push(at);
    folded += piece;
    at += character.length;
  }
  offsets.push(text.length);
  return { folded, offsets };
}
