import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { NAMING_NOUNS } from '../words/naming.ts';

export function runEnd(tokens: readonly Token[], at: number): number {
  const head = tokens[at] as Token;
  let end = at + 1;
  while (end < tokens.length && end - at < 14) {
    const token = tokens[end] as Token;
    if (token.newline && !TIES.has(tokens[end - 1]?.folded ?? '')) break;
    if (isCapitalized(token) || token.kind === 'number') end += 1;
    else if ((token.text === '&' || token.text === '+') && isCapitalized(tokens[end + 1])) end += 2;
    else if (TIES.has(token.folded) && tiedCapital(tokens, end) > 0) end = tiedCapital(tokens, end);
    else break;
  }
  // `Accélérateur d'initiatives citoyennes`, `Schéma des équipements de proximité`: small words belong to a noun in capitals.
  if (end === at + 1 && NAMING_NOUNS.has(head.folded)) end = complementEnd(tokens, end);
  else if (
    isLowercase(tokens[end]) &&
    /(?:iques?|aires?|ales?|ives?|elles?|aux|ifs?)$/.test(tokens[end]?.folded ?? '') &&
    boundary(tokens[end + 1])
  )
    end += 1;
  // `Lecture pour tous`
  if (tokens[end]?.folded === 'pour' && /^(?:tous|toutes)$/.test(tokens[end + 1]?.text ?? '')) return end + 2;
  // `La Ruche ouverte,`: a small word between a name of several words and a mark belongs to the name.
  const tail = tokens[end];
  if (
    isLowercase(tail) &&
    (tail?.text.length ?? 0) > 3 &&
    !STOPS.has(tail?.folded ?? '') &&
    !TIES.has(tail?.folded ?? '') &&
    closes(tokens[end + 1])
  )
    end += 1;
  return end;
}

// --- internal ---

const TIES = new Set([
  'de',
  'du',
  'des',
  "d'",
  'la',
  'le',
  'les',
  "l'",
  'a',
  'au',
  'aux',
  'en',
  'pour',
  'sur',
  'sans',
  'of',
  'the',
  'for',
]);
const STOPS = new Set(
  'est sont a ont et ou par avec dans lors qui que dont afin comme ainsi visant permettant pour chez sera seront'.split(
    ' ',
  ),
);

const closes = (token: Token | undefined): boolean =>
  token === undefined || token.newline || /^[,.;:!?)]$/.test(token.text);

/** Index after the capitalised word that a tie leads to; 0 where it leads to none. `de la Ville`: an owner, not the name. */
function tiedCapital(tokens: readonly Token[], at: number): number {
  const next = ARTICLES.has(tokens[at + 1]?.folded ?? '') ? at + 2 : at + 1;
  const word = tokens[next];
  if (!isCapitalized(word) || (isAllCaps(word) && OF.has(tokens[at]?.folded ?? ''))) return 0;
  const owner = OF.has(tokens[at]?.folded ?? '') && next > at + 1;
  return owner ? 0 : next + 1;
}

function complementEnd(tokens: readonly Token[], from: number): number {
  if (!['de', 'du', 'des', "d'", 'pour', 'en'].includes(tokens[from]?.folded ?? '')) return from;
  let end = from + 1;
  while (end < tokens.length && end - from < 8) {
    const token = tokens[end] as Token;
    if (
      token.kind === 'punct' ||
      token.newline ||
      RELATIVES.has(token.folded) ||
      (STOPS.has(token.folded) && token.folded !== 'a') ||
      /ant$/.test(token.folded)
    )
      break;
    if (isAllCaps(token)) break;
    end += 1;
  }
  while (end > from && TIES.has(tokens[end - 1]?.folded ?? '')) end -= 1;
  return end;
}

const boundary = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'punct' || TIES.has(token.folded) || STOPS.has(token.folded);
