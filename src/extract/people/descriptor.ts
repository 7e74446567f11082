import { closing, phraseAt } from '../text/scan.ts';
import { isCapitalized, type Token } from '../text/tokens.ts';
import { ARTICLES, PRONOUNS } from '../words/connectors.ts';
import { piece } from './apposition.ts';
import { bare } from './apposition-body.ts';
import { isTentativeAt } from './doubt.ts';
import { enumeratedName } from './enumerated-name.ts';
import type { Reading } from './held.ts';
import { scanOrganization } from './organization.ts';
import { DEGREES } from './post-end.ts';
import { ADVERBS, COPULAS } from './prose.ts';
import { connectorAt, isRoleAt, type Post, type RoleContext, scanPosts } from './role.ts';

/** What stands after a person's name: the posts, and whether the coming is left open. */
export interface Descriptor {
  readonly posts: readonly Post[];
  readonly tentative: boolean;
  /** The last body came after a comma (`A, role, et B, role, au sein de X`): it may hold for those before too. */
  readonly trailingBody: boolean;
}

/**
 * Reads tokens `from` to `to` (exclusive) as what a list says of the person named before them: appositions between
 * commas (posts, bodies), parentheses, then sentences of a bio. What is neither post nor body is left out.
 */
export function scanDescriptor(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Descriptor {
  const reading: Reading = { source, tokens, context, posts: [], tentative: false, trailingBody: false, depth: 0 };
  const end = sentenceEnd(tokens, from, to);
  pieces(reading, from, end);
  let at = end;
  while (at < to) {
    const next = sentenceEnd(tokens, at + 1, to);
    if (tokens[at + 1]?.newline === true && scanOrganization(source, tokens, at + 1) !== undefined)
      pieces(reading, at + 1, next);
    else bioSentence(reading, at + 1, next);
    at = next;
  }
  return reading;
}

// --- internal ---

const MAX_DEPTH = 3;

const SEPARATORS = new Set([',', ';', '–', '—', '-', ':', '|', '/', '•']);

/** Index of the full stop (or end) that closes the sentence: a stop before a capital or at a line end. */
function sentenceEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (token.text === '(') at = Math.min(closing(tokens, at), to);
    else if (token.text === '.' && (at + 1 >= to || isCapitalized(tokens[at + 1]) || tokens[at + 1]?.newline === true))
      return at;
  }
  return to;
}

function pieces(reading: Reading, from: number, to: number): void {
  const { tokens } = reading;
  let at = from;
  let first = true;
  while (at < to) {
    const token = tokens[at] as Token;
    if (SEPARATORS.has(token.text) || token.folded === 'et' || token.text === '&') {
      at += 1;
      continue;
    }
    if (token.text === '(') {
      const end = Math.min(closing(tokens, at), to);
      parenthesis(reading, at + 1, end);
      at = end + 1;
      continue;
    }
    const end = pieceEnd(tokens, at, to);
    if (isTentativeAt(tokens, at)) reading.tentative = true;
    else if (!piece(reading, at, end, first)) return;
    first = false;
    at = end;
  }
}

/** Commas inside parentheses or quotes do not end a piece; a new line with a capital does. */
function pieceEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (
      at > from &&
      token.newline &&
      isCapitalized(token) &&
      !ARTICLES.has(tokens[at - 1]?.folded ?? '') &&
      connectorAt(tokens, at - 1) === 0
    )
      return at;
    const listed = token.text === ',' ? enumeratedName(tokens, at) : 0;
    if (listed > 0) at = listed - 1;
    else if (token.text === '(') at = Math.min(closing(tokens, at), to);
    else if ('“«"'.includes(token.text)) at = Math.min(closing(tokens, at), to);
    else if (SEPARATORS.has(token.text) && separates(tokens, at)) return at;
  }
  return to;
}

/** A hyphen with a space before it; a slash between a post and a body, not between two posts. */
function separates(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (token.text === '/') return token.spaced && isCapitalized(tokens[at + 1]) && !isRoleAt(tokens, at + 1);
  return token.text !== '-' || token.spaced;
}

function parenthesis(reading: Reading, from: number, to: number): void {
  const { source, tokens } = reading;
  if (from >= to) return;
  if (isTentativeAt(tokens, from)) {
    reading.tentative = true;
    return;
  }
  if (tokens[from]?.kind === 'number') return;
  const alone = scanOrganization(source, tokens, from);
  const last = reading.posts.at(-1);
  if (alone !== undefined && alone.next === to) {
    if (last === undefined || last.organization === undefined) bare(reading, alone.value, from, true);
    return;
  }
  const says = isRoleAt(tokens, from) || isCapitalized(tokens[from]) || tradeAndBody(reading, from, to);
  if (last !== undefined || reading.depth === MAX_DEPTH || !says) return;
  reading.depth += 1;
  pieces(reading, from, to);
  reading.depth -= 1;
}

/** `(fabmanager, La Grange)`: an unknown trade, and the body that ends the parentheses. */
function tradeAndBody({ source, tokens }: Reading, from: number, to: number): boolean {
  if (tokens[from + 1]?.text !== ',') return false;
  const body = scanOrganization(source, tokens, from + 2);
  return body?.next === to && /\p{Lu}/u.test(body.value.surface);
}

/** Later sentences: `Elle est également animatrice de X.`, `En tant que présidente de X, …`. */
function bioSentence(reading: Reading, from: number, to: number): void {
  const { tokens } = reading;
  const opening = tokens[from];
  // `Docteure en X et chargée de recherche au Y`: a sentence that is a list of posts. A degree is no post.
  if (opening !== undefined && isRoleAt(tokens, from)) {
    const start = DEGREES.test(opening.folded) ? afterDegree(tokens, from, to) : from;
    if (start !== undefined) addHeld(reading, start, to);
    return;
  }
  for (let at = from; at < to; at += 1) {
    if (founded(reading, at, to)) return;
    const copula = COPULAS.has(tokens[at]?.folded ?? '') ? 1 : 0;
    let role = at + (copula || phraseAt(tokens, at, AS));
    if (role === at) continue;
    while (ADVERBS.has(tokens[role]?.folded ?? '')) role += 1;
    if (!isRoleAt(tokens, role)) continue;
    // `Elle est spécialiste de X.`: whom the sentence is about leaves no doubt, so that a post needs no body.
    addHeld(reading, role, to, copula === 1 && PRONOUNS.has(tokens[at - 1]?.folded ?? ''));
    return;
  }
}

const AS = ['en sa qualite de', "en sa qualite d'", 'en qualite de', "en qualite d'", 'en tant que', "en tant qu'"].map(
  (words) => words.split(' '),
);

/** `Elle a cofondé X`, `Il préside X`: a body that one belongs to, without a word for the post. */
function founded({ source, tokens, posts }: Reading, at: number, to: number): boolean {
  const verb = tokens[at]?.folded === 'a' ? at + 1 : at;
  const word = tokens[verb]?.folded ?? '';
  if (!(verb > at ? /^(?:co-?)?fonde$/ : /^(?:co-?)?(?:dirige|preside)$/).test(word)) return false;
  const body = scanOrganization(source, tokens, verb + 1);
  if (body === undefined || body.next > to || !/\p{Lu}|^\d/u.test(body.value.name)) return false;
  posts.push({ organization: body.value, past: false });
  return true;
}

/** Index of the post that an *et* ties to a degree. */
function afterDegree(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.folded === 'et' && isRoleAt(tokens, at + 1)) return at + 1;
  return undefined;
}

/** @param bare whether a post without a body counts, up to the first comma */
function addHeld(reading: Reading, from: number, to: number, bare = false): void {
  const { source, tokens, context, posts } = reading;
  const held = scanPosts(source, tokens, from, to, context).filter(
    ({ organization, role }) => organization !== undefined && role !== undefined,
  );
  if (held.length > 0 || !bare) {
    posts.push(...held);
    return;
  }
  const comma = tokens.findIndex((token, at) => at >= from && (at >= to || token.text === ','));
  const end = comma < 0 ? to : comma;
  if (end - from <= MOST_WORDS) posts.push(...scanPosts(source, tokens, from, end, context));
}

/** Tokens of a post that is told in a sentence. */
const MOST_WORDS = 12;
