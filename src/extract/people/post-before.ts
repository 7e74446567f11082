import type { Token } from '../text/tokens.ts';
import { ARTICLES, OF } from '../words/connectors.ts';
import { isRoleAt, type Post, scanPosts } from './role.ts';

/** The posts printed before the name at a token: `le maire, Prénom Nom`. */
export function postsBefore(source: string, tokens: readonly Token[], at: number): readonly Post[] {
  const post = postBefore(tokens, at);
  return post === undefined ? [] : postsOf(source, tokens, post);
}

export function postsOf(source: string, tokens: readonly Token[], { from, to }: PostBefore): readonly Post[] {
  // A window that ends where the post does: nothing is read beyond it.
  const start = Math.max(0, from - 2);
  return scanPosts(source, tokens.slice(start, to), from + 1 - start, to - start, {});
}

export interface PostBefore {
  readonly from: number;
  readonly to: number;
  /** `son`, `leur`: of the body named last. */
  readonly possessive: boolean;
}

/** `sa directrice, Prénom Nom`, `le sociologue Prénom Nom`, `la présidente de X, Prénom Nom`: the post printed first. */
export function postBefore(tokens: readonly Token[], at: number): PostBefore | undefined {
  const comma = tokens[at - 1]?.text === ',' ? 1 : 0;
  // `la directrice de X`: X is the body.
  if (comma === 0 && (OF.has(tokens[at - 1]?.folded ?? '') || ARTICLES.has(tokens[at - 1]?.folded ?? '')))
    return undefined;
  for (let start = at - comma - 1; start >= 0 && at - start < 16; start -= 1) {
    const token = tokens[start] as Token;
    if (token.kind === 'punct' && token.text !== '-' && token.text !== '’') return undefined;
    const determiner =
      POSSESSIVES.has(token.folded) ||
      ARTICLES.has(token.folded) ||
      token.folded === 'cette' ||
      token.folded === 'cet' ||
      token.folded === 'ce';
    const trade = comma === 0 && start === at - 2 && TRADE.test(tokens[start + 1]?.text ?? '');
    if (!determiner || !(trade || isRoleAt(tokens, start + 1))) continue;
    return { from: start, to: at - comma, possessive: POSSESSIVES.has(token.folded) };
  }
  return undefined;
}

// --- internal ---

const POSSESSIVES = new Set(['son', 'sa', 'ses', 'leur', 'leurs', 'notre', 'nos']);

/** Endings of trades that no list holds, in a single word between an article and a name. */
const TRADE = /^\p{Ll}{3,}(?:iste|logue|graphe|naire|caire|eure?|euse|trice|ienne?|ier|ière|phile|nome|tecte)$/u;
