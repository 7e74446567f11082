import { closing, type Found, phraseAt } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { TERRITORIAL } from '../words/organizations.ts';
import { ROLE_TAILS } from '../words/roles.ts';
import { connectorAt, isRoleAt } from './post.ts';

/** Words that open a title of study, which is held in no body. Folded. */
export const DEGREES = /^(?:docteure?|diplomee?|agregee?|titulaire|ancienne?s?)$/;

/** The post ends where a clause or another sentence begins. */
export function roleEnd(tokens: readonly Token[], from: number, to: number): number {
  let searched = from;
  let hasBody = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (token.text === '(') {
      const end = closing(tokens, at);
      if (isCharge(tokens, at + 1)) {
        at = end;
        continue;
      }
      return at;
    }
    if (
      at > from &&
      (RELATIVES.has(token.folded) ||
        (PRONOUNS.has(token.folded) &&
          token.folded !== 'ses' &&
          isLowercase(token) &&
          !OF.has(tokens[at - 1]?.folded ?? '')))
    )
      return at;
    if (at > from && token.folded === 'et' && isRoleAt(tokens, at + 1)) {
      for (; searched + 1 < at && !hasBody; searched += 1) hasBody = opensBody(tokens, searched);
      // `docteure en X et fondatrice de Y`
      if (hasBody || DEGREES.test(tokens[from]?.folded ?? '')) return at;
    }
    if (token.text === '.' || token.text === ';' || token.text === ':') return at;
  }
  return to;
}

/** What follows the body and still belongs to the post. */
export function roleTail(source: string, tokens: readonly Token[], at: number, to: number): Found<string> {
  if (at < to && isCharge(tokens, at)) {
    const end = roleEnd(tokens, at, to);
    return { value: textOf(source, tokens, at, end), next: end };
  }
  if (tokens[at]?.text === '(' && isCharge(tokens, at + 1)) {
    const end = Math.min(closing(tokens, at) + 1, to);
    return { value: textOf(source, tokens, at, end), next: end };
  }
  return { value: '', next: at };
}

/** Takes off what only ties a post to its body or its holder. */
export function cleanRole(text: string): string {
  return text
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .replace(/^actuel(?:le)?s?\s+(?=\p{L})/iu, '')
    .replace(/^["“«]\s*([^"“”«»]*?)\s*["”»]$/u, '$1')
    .replace(/\s+(?:de|à) (?:cette|cet|ce)\s.*$/u, '')
    .replace(/\s+(?:affiliée?|rattachée?|employée?|détachée?|basée?)$/u, '')
    .trim();
}

// --- internal ---

/** A preposition with a body after it: in `Vice-présidente de X et conseillère de Y` the first post has its body already. */
function opensBody(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    connectorAt(tokens, at) > 0 &&
    (isCapitalized(next) || ARTICLES.has(next?.folded ?? '') || TERRITORIAL.has(next?.folded ?? ''))
  );
}

const isCharge = (tokens: readonly Token[], at: number): boolean => phraseAt(tokens, at, ROLE_TAILS) > 0;
