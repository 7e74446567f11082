import { fold } from '../../domain/fold.ts';
import { countBefore } from './sorted.ts';

/** A word, number or punctuation mark of a text. */
export interface Token {
  readonly text: string;
  /** `fold(text)`: what scanners compare. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'punct';
  /** Offsets in the text: start inclusive, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** A line break stands before it. */
  readonly newline: boolean;
  /** White space or nothing stands before it (false inside `d'Angers`). */
  readonly spaced: boolean;
}

/**
 * Splits a French text into tokens. Elided articles and prepositions are tokens of their own (`d'`, `l'`), other
 * apostrophes, hyphens, inner dots and inclusive points stay inside the word (`Rhin'Occ`, `beta.gouv.fr`,
 * `chargé·e`). Linear in the length of the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let newline = false;
  let spaced = true;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\n' || /\s/.test(char)) {
      if (char === '\n') newline = true;
      spaced = true;
      at += 1;
      continue;
    }
    const end = endOfToken(text, at);
    const piece = mendBreaks(text.slice(at, end));
    tokens.push({
      text: piece,
      folded: isPlain(piece) ? piece : fold(piece),
      kind: WORD_START.test(char) ? (/^\d+$/.test(piece) ? 'number' : 'word') : 'punct',
      start: at,
      end,
      newline,
      spaced,
    });
    newline = false;
    spaced = false;
    at = end;
  }
  return tokens;
}

/** The text that tokens `from` (inclusive) to `to` (exclusive) cover, white space folded to one space. */
export function textOf(source: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return '';
  const text = mendBreaks(source.slice(first.start, last.end));
  return /[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** A capital at the start, also after `e-`: `e-Santé`. */
export const isCapitalized = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /^(?:[ei][-‑])?\p{Lu}/u.test(token.text);

/** Two capitals or more and no small letter: an acronym, or a word set in capitals. */
export const isAllCaps = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /\p{Lu}.*\p{Lu}/u.test(token.text) && !/\p{Ll}/u.test(token.text);

export const isLowercase = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && /^\p{Ll}/u.test(token.text) && !isCapitalized(token);

/** Index of the first token that starts at or after an offset. */
export const tokenFrom = (tokens: readonly Token[], offset: number): number =>
  countBefore(tokens.length, (at) => (tokens[at] as Token).start >= offset);

/** Takes the hyphen of a word broken at a line end out, but for a capital after it (`Marie-\nChristine`). */
export const mendBreaks = (text: string): string =>
  text.includes('\n')
    ? text.replace(/(\p{L})-[ \t]*\n\s*(?=(\p{L}))/gu, (_, before: string, after: string) =>
        /\p{Lu}/u.test(after) ? `${before}-` : before,
      )
    : text;

// --- internal ---

/** One ASCII mark folds to itself. */
const isPlain = (piece: string): boolean => piece.length === 1 && /[!-@[-_{-~]/.test(piece);

const WORD_START = /[\p{L}\p{N}@#]/u;
const WORD_PART = /[\p{L}\p{N}\p{M}_&]/u;
/** They join two parts of one word when letters stand on both sides. */
const JOINERS = /[-‐‑.·•@]/u;
const APOSTROPHES = /['’ʼ]/u;
const ELIDED = new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'lorsqu', 'puisqu', 'jusqu', 'quelqu']);

function endOfToken(text: string, start: number): number {
  if (!WORD_START.test(text[start] as string)) return start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
  let at = start + 1;
  while (at < text.length) {
    const char = text[at] as string;
    const next = text[at + 1] ?? '';
    const ending = suffixAt(text, at);
    const broken = brokenWord(text, at);
    if (broken > 0) at = broken;
    else if (WORD_PART.test(char)) at += 1;
    else if (ending > 0) at += ending;
    else if (APOSTROPHES.test(char)) {
      const before = text.slice(start, at);
      if (isElision(before, next)) return at + 1;
      if (!/\p{L}/u.test(next)) return at;
      at += 2;
    } else if (JOINERS.test(char) && WORD_PART.test(next)) at += 2;
    else return at;
  }
  return at;
}

/** Length of an ending in brackets that belongs to the word before it: `Commun[s]`, `chargé(e)`, `directeur(trice)`. */
function suffixAt(text: string, at: number): number {
  if (text[at] !== '[' && text[at] !== '(') return 0;
  const ending = /[([]\p{Ll}{1,5}[)\]](?!\p{L})/uy;
  ending.lastIndex = at;
  const found = ending.exec(text);
  return found !== null && /\p{Ll}/u.test(text[at - 1] ?? '') ? found[0].length : 0;
}

/** `N'Diaye` and `O'Brien` are names; `n'est` and `d'Angers` are elisions. */
function isElision(before: string, next: string): boolean {
  return ELIDED.has(fold(before)) && !(before === 'N' && /\p{Lu}/u.test(next));
}

/** `coordina-` at a line end goes on with the letters of the next line: the offset of those, or 0. */
function brokenWord(text: string, at: number): number {
  if (text[at] !== '-') return 0;
  const rest = /-[ \t]*\n\s*(?=\p{L})/uy;
  rest.lastIndex = at;
  return rest.exec(text) === null ? 0 : rest.lastIndex;
}
