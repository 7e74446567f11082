import { phraseAt, startsWith } from '../text/scan.ts';
import { isLowercase, type Token } from '../text/tokens.ts';
import { BETWEEN_ADVERBS, COUNTED_PERIODS, MONTHS, PERIODS } from '../words/calendar.ts';
import { MAKES, SET_UP } from '../words/carriers.ts';
import { ARTICLES } from '../words/connectors.ts';

/**
 * Index of the verb of making whose object begins at a token: `a conçu X`, `publie cet automne X`, `a mis au point X`,
 * `s'est lancé en 2021 avec X`. Words of time may stand between, and an article.
 */
export function makingVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  const verb = wordBefore(tokens, at);
  const word = tokens[verb];
  if (word === undefined || !isLowercase(word)) return undefined;
  if (/^(?:avec|dans)$/.test(word.folded)) {
    const started = beforeTime(tokens, verb - 1);
    const reflexive = tokens[started - 2]?.folded === "s'" || tokens[started - 2]?.folded === 'se';
    return /^lancee?s?$/.test(tokens[started]?.folded ?? '') && reflexive ? started : undefined;
  }
  if (phraseAt(tokens, verb - 1, SET_UP) === 2 && /^(?:mis|met|mettent|mettra)$/.test(tokens[verb - 2]?.folded ?? ''))
    return verb - 2;
  return MAKES.has(word.folded) ? verb : undefined;
}

/** Index of the word before what begins at a token, its article and words of time passed over. */
export function wordBefore(tokens: readonly Token[], at: number): number {
  const determined = ARTICLES.has(tokens[at - 1]?.folded ?? '') ? at - 2 : at - 1;
  return beforeTime(tokens, determined);
}

// --- internal ---

/** Groups of words of time between a verb and its object. */
const MOST_GROUPS = 3;

function beforeTime(tokens: readonly Token[], from: number): number {
  let last = from;
  for (let group = 0; group < MOST_GROUPS; group += 1) {
    const length = timeEndingAt(tokens, last);
    if (length === 0) break;
    last -= length;
  }
  return last;
}

/** How many tokens a group of time that ends at a token has: `en 2021`, `l'an dernier`, `cet automne`, `il y a trois ans`. */
function timeEndingAt(tokens: readonly Token[], last: number): number {
  const word = (back: number): string => tokens[last - back]?.folded ?? '';
  if (BETWEEN_ADVERBS.has(word(0))) return 1;
  if (/^\d{4}$/.test(word(0))) return SINCE.has(word(1)) ? 2 : MONTHS.has(word(1)) && SINCE.has(word(2)) ? 3 : 0;
  if (MONTHS.has(word(0))) return SINCE.has(word(1)) ? 2 : 0;
  if (/^(?:dernier|passe|prochain)e?$/.test(word(0)) && PERIODS.has(word(1))) return WHICH.has(word(2)) ? 3 : 0;
  if (PERIODS.has(word(0)) && WHICH.has(word(1))) return 2;
  if (!COUNTED_PERIODS.has(word(0))) return 0;
  if (startsWith(tokens, last - 4, ['il', 'y', 'a'])) return 5;
  return SINCE.has(word(2)) ? 3 : 0;
}

const SINCE = new Set(['en', 'depuis', 'des', 'pendant', 'apres']);
const WHICH = new Set(["l'", 'le', 'la', 'cet', 'cette', 'ce', 'chaque']);
