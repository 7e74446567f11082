import { closing, phraseAt } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, PREPOSITIONS, PRONOUNS, RELATIVES, WITHIN_PHRASES } from '../words/connectors.ts';
import { bare, body, takesBody } from './apposition-body.ts';
import { appended, appendedWithBody } from './apposition-more.ts';
import { isTentativeAt } from './doubt.ts';
import { addPosts, type Reading } from './held.ts';
import { scanOrganization } from './organization.ts';
import { ADVERBS, COPULAS, HEADING_VERBS, looksLikeVerb } from './prose.ts';
import { connectorAt, isRoleAt, type Post, scanPosts } from './role.ts';

/** Reads one apposition. False when a clause or prose begins and nothing after it is a list of posts. */
export function piece(reading: Reading, from: number, to: number, first: boolean): boolean {
  const { source, tokens, context } = reading;
  let at = from;
  const token = tokens[at] as Token;
  if (RELATIVES.has(token.folded) || token.text === 'où') return false;
  if (COPULAS.has(token.folded)) {
    at += 1;
    while (ADVERBS.has(tokens[at]?.folded ?? '')) at += 1;
    if (ARTICLES.has(tokens[at]?.folded ?? '')) at += 1;
    if ('“«"'.includes(tokens[at]?.text ?? '?')) return addPosts(reading, scanPosts(source, tokens, at, to, context));
    return isRoleAt(tokens, at) ? addPosts(reading, scanPosts(source, tokens, at, to, context)) : false;
  }
  // `A, role, et B, role, tous deux au Y`: the body holds for both.
  const together =
    /^tou(?:te)?s$/.test(token.folded) && /^(?:deux|trois|quatre)$/.test(tokens[at + 1]?.folded ?? '') ? 2 : 0;
  at += together;
  if (together === 0 && PRONOUNS.has(token.folded) && isLowercase(token)) return false;
  while (ADVERBS.has(tokens[at]?.folded ?? '') && isRoleAt(tokens, at + 1)) at += 1;
  if (isRoleAt(tokens, at)) {
    addPosts(reading, withAnaphora(reading, at, to, scanPosts(source, tokens, at, to, context)));
    return bodyInParentheses(reading, at, to);
  }
  const connector = phraseAt(tokens, at, WITHIN_PHRASES) || connectorAt(tokens, at);
  if (connector > 0 && body(reading, at, to, connector, first)) return true;
  if (!first && (appendedWithBody(reading, at, to) || appended(reading, at, to))) return true;
  if (first && HEADING_VERBS.has(token.folded) && !PREPOSITIONS.has(tokens[at + 1]?.folded ?? '')) {
    const headed = scanOrganization(source, tokens, at + 1);
    if (headed !== undefined && /\p{Lu}/u.test(headed.value.name))
      reading.posts.push({ organization: headed.value, past: false });
    return false;
  }
  const alone = scanOrganization(source, tokens, at);
  const last = reading.posts.at(-1);
  const doubt = alone !== undefined && tokens[alone.next]?.text === '(' && isTentativeAt(tokens, alone.next + 1);
  if (doubt) reading.tentative = true;
  if (
    alone !== undefined &&
    (alone.next >= to || (doubt && closing(tokens, alone.next) + 1 >= to)) &&
    (isCapitalized(tokens[at]) || ARTICLES.has(token.folded) || first || takesBody(last, alone.value))
  )
    return bare(reading, alone.value, at, first);
  // An unknown trade right after the name (`Prénom Nom, ludothécaire`) is a post all the same.
  if (
    first &&
    isLowercase(token) &&
    !ARTICLES.has(token.folded) &&
    connector === 0 &&
    !/(?:ant|ait|era|e)$/.test(token.folded.slice(-3) === 'ant' ? 'ant' : '') &&
    to - at <= 12
  ) {
    return looksLikeVerb(token) ? false : addPosts(reading, scanPosts(source, tokens, at, to, context));
  }
  return !looksLikeVerb(token);
}

// --- internal ---

/** `adjoint au maire de X et ancien DGS de cette commune`: the body named last is meant. */
function withAnaphora(reading: Reading, from: number, to: number, posts: readonly Post[]): readonly Post[] {
  const { source, tokens } = reading;
  if (!/ de (?:cette|ce|cet|la même) /u.test(` ${textOf(source, tokens, from, to)} `)) return posts;
  const held = [...reading.posts, ...posts].findLast((post) => post.organization !== undefined)?.organization;
  if (held === undefined) return posts;
  return posts.map((post) => (post.organization === undefined ? { ...post, organization: held } : post));
}

/** `directrice du numérique (ACRONYM)`: the post has no body yet, the parentheses at its end name it. */
function bodyInParentheses(reading: Reading, from: number, to: number): true {
  const { source, tokens } = reading;
  const last = reading.posts.at(-1);
  if (last === undefined || last.organization !== undefined) return true;
  let open = from + 1;
  while (open < to && tokens[open]?.text !== '(') open += 1;
  if (open >= to || closing(tokens, open) !== to - 1) return true;
  const found = scanOrganization(source, tokens, open + 1);
  if (found?.next === to - 1 && isCapitalized(tokens[open + 1]) && !isTentativeAt(tokens, open + 1))
    reading.posts[reading.posts.length - 1] = { ...last, organization: found.value };
  return true;
}
