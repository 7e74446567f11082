import type { Token } from './tokens.ts';

/** What a scanner found, and the index of the first token after it. */
export interface Found<T> {
  readonly value: T;
  readonly next: number;
}

/** Tries to read something at a position; undefined where it is not there. Scanners never throw. */
export type Scan<T> = (tokens: readonly Token[], at: number) => Found<T> | undefined;

/** True when the folded tokens from `at` are exactly these words. */
export function startsWith(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => tokens[at + index]?.folded === word);
}

/** The first of the phrases that stands at `at`; its length in tokens, or 0. */
export function phraseAt(tokens: readonly Token[], at: number, phrases: readonly (readonly string[])[]): number {
  return phrases.find((phrase) => startsWith(tokens, at, phrase))?.length ?? 0;
}

/**
 * Index of the bracket that closes the one at `open`, or of the end of the tokens where none does within `most` tokens, a
 * paragraph's length: looking further for each of many open brackets would take quadratic time.
 */
export function closing(tokens: readonly Token[], open: number, most = MAX_BRACKET): number {
  const close = PAIRS.get(tokens[open]?.text ?? '');
  if (close === undefined) return open;
  let depth = 0;
  for (let at = open; at < Math.min(tokens.length, open + most); at += 1) {
    const text = tokens[at]?.text;
    if (text === close && (close !== '"' || at > open)) {
      depth -= 1;
      if (depth <= 0) return at;
    } else if (text === tokens[open]?.text) depth += 1;
  }
  return tokens.length;
}

export const isOpening = (token: Token | undefined): boolean => token !== undefined && PAIRS.has(token.text);
export const isQuote = (token: Token | undefined): boolean => token !== undefined && '"“«„'.includes(token.text);
export const isClosing = (token: Token | undefined): boolean => token !== undefined && ')]”»'.includes(token.text);

// --- internal ---

/** Tokens. */
const MAX_BRACKET = 500;

const PAIRS = new Map([
  ['(', ')'],
  ['[', ']'],
  ['“', '”'],
  ['«', '»'],
  ['„', '”'],
  ['"', '"'],
]);
