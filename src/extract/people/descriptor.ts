import { closing, type Found, phraseAt } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF, PRONOUNS, RELATIVES, TENTATIVE_PHRASES, WITHIN_PHRASES } from '../words/connectors.ts';
import { LABELS } from '../words/organizations.ts';
import { type OrganizationName, scanOrganization } from './organization.ts';
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
  const state: State = { posts: [], tentative: false, trailingBody: false };
  const end = sentenceEnd(tokens, from, to);
  pieces(source, tokens, from, end, context, state);
  let at = end;
  while (at < to) {
    const next = sentenceEnd(tokens, at + 1, to);
    if (tokens[at + 1]?.newline === true && scanOrganization(source, tokens, at + 1) !== undefined)
      pieces(source, tokens, at + 1, next, context, state);
    else bioSentence(source, tokens, at + 1, next, context, state);
    at = next;
  }
  return state;
}

/** True when a phrase of doubt stands at `at` (`sous réserve`). */
export const isTentativeAt = (tokens: readonly Token[], at: number): boolean =>
  phraseAt(tokens, at, TENTATIVE_PHRASES) > 0;

// --- internal ---

interface State {
  posts: Post[];
  tentative: boolean;
  trailingBody: boolean;
}

const SEPARATORS = new Set([',', ';', '–', '—', '-', ':', '|', '/', '•']);
const COPULAS = new Set(['est', 'sera', 'etait', 'sont', 'fut']);
const ADVERBS = new Set([
  'egalement',
  'aussi',
  'actuellement',
  'par',
  'ailleurs',
  'desormais',
  "aujourd'hui",
  'notamment',
  'enfin',
]);

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

function pieces(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
  state: State,
): void {
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
      parenthesis(source, tokens, at + 1, end, context, state);
      at = end + 1;
      continue;
    }
    const end = pieceEnd(tokens, at, to);
    if (isTentativeAt(tokens, at)) state.tentative = true;
    else if (!piece(source, tokens, at, end, context, state, first)) return;
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
    if (token.text === '(') at = Math.min(closing(tokens, at), to);
    else if ('“«"'.includes(token.text)) at = Math.min(closing(tokens, at), to);
    else if (SEPARATORS.has(token.text) && (token.text !== '-' || token.spaced) && token.text !== '/') return at;
  }
  return to;
}

/** `adjoint au maire de X et ancien DGS de cette commune`: the body named last is meant. */
function withAnaphora(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  posts: readonly Post[],
  state: State,
): readonly Post[] {
  const held = [...state.posts, ...posts].findLast((post) => post.organization !== undefined)?.organization;
  if (held === undefined || !/ de (?:cette|ce|cet|la même) /u.test(` ${textOf(source, tokens, from, to)} `))
    return posts;
  return posts.map((post) => (post.organization === undefined ? { ...post, organization: held } : post));
}

/** Reads one apposition. False when a clause or prose begins and nothing after it is a list of posts. */
function piece(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
  state: State,
  first: boolean,
): boolean {
  let at = from;
  const token = tokens[at] as Token;
  if (RELATIVES.has(token.folded) || token.text === 'où') return false;
  if (COPULAS.has(token.folded)) {
    at += 1;
    while (ADVERBS.has(tokens[at]?.folded ?? '')) at += 1;
    if (ARTICLES.has(tokens[at]?.folded ?? '')) at += 1;
    if ('“«"'.includes(tokens[at]?.text ?? '?')) return addPosts(state, scanPosts(source, tokens, at, to, context));
    return isRoleAt(tokens, at) ? addPosts(state, scanPosts(source, tokens, at, to, context)) : false;
  }
  // `A, role, et B, role, tous deux au Y`: the body holds for both.
  const together =
    /^tou(?:te)?s$/.test(token.folded) && /^(?:deux|trois|quatre)$/.test(tokens[at + 1]?.folded ?? '') ? 2 : 0;
  at += together;
  if (together === 0 && PRONOUNS.has(token.folded) && isLowercase(token)) return false;
  while (ADVERBS.has(tokens[at]?.folded ?? '') && isRoleAt(tokens, at + 1)) at += 1;
  if (isRoleAt(tokens, at)) {
    addPosts(state, withAnaphora(source, tokens, at, to, scanPosts(source, tokens, at, to, context), state));
    return bodyInParentheses(source, tokens, at, to, state);
  }
  const connector = phraseAt(tokens, at, WITHIN_PHRASES) || connectorAt(tokens, at);
  if (connector > 0 && body(source, tokens, at, to, connector, state, first)) return true;
  if (!first && (appendedWithBody(source, tokens, at, to, state) || appended(source, tokens, at, to, state)))
    return true;
  const alone = scanOrganization(source, tokens, at);
  const last = state.posts.at(-1);
  const named = last?.role !== undefined && last.organization === undefined && /\p{Lu}/u.test(alone?.value.name ?? '');
  if (
    alone !== undefined &&
    alone.next >= to &&
    (isCapitalized(tokens[at]) || ARTICLES.has(token.folded) || first || named)
  )
    return bare(state, alone.value, tokens, at, first);
  // An unknown trade right after the name (`Prénom Nom, ludothécaire`) is a post all the same.
  if (
    first &&
    isLowercase(token) &&
    !ARTICLES.has(token.folded) &&
    connector === 0 &&
    !/(?:ant|ait|era|e)$/.test(token.folded.slice(-3) === 'ant' ? 'ant' : '') &&
    to - at <= 12
  ) {
    return looksLikeVerb(token) ? false : addPosts(state, scanPosts(source, tokens, at, to, context));
  }
  return !looksLikeVerb(token);
}

/** `de l'équipe X`, `, au sein de Y`, `pour Z et de W`. */
function body(
  source: string,
  tokens: readonly Token[],
  at: number,
  to: number,
  connector: number,
  state: State,
  first: boolean,
): boolean {
  const found = scanOrganization(source, tokens, at + connector) ?? explained(tokens, at + connector);
  if (found === undefined || found.next > to) return false;
  const last = state.posts.at(-1);
  if (!first && last !== undefined && last.organization === undefined) {
    state.posts[state.posts.length - 1] = { ...last, organization: found.value };
    state.trailingBody = true;
  } else if (first || last === undefined) state.posts.push({ organization: found.value, past: false });
  else if (
    last.organization !== undefined &&
    last.organization.within === undefined &&
    OF.has(tokens[at]?.folded ?? '')
  ) {
    state.posts[state.posts.length - 1] = { ...last, organization: { ...last.organization, within: found.value } };
  }
  let next = found.next;
  while (tokens[next]?.folded === 'et' && next < to) {
    const more = connectorAt(tokens, next + 1);
    const another = scanOrganization(source, tokens, next + 1 + more);
    if (another === undefined || another.next > to || (more === 0 && !isCapitalized(tokens[next + 1]))) break;
    state.posts.push({ organization: another.value, past: false });
    next = another.next;
  }
  return true;
}

/** `de fablib, association de …`: a name in small letters that the text goes on to explain as a body. */
function explained(tokens: readonly Token[], at: number): Found<OrganizationName> | undefined {
  const word = tokens[at];
  const explains = tokens[at + 1]?.text === ',' && LABELS.has(tokens[at + 2]?.folded ?? '');
  if (word === undefined || !isLowercase(word) || !explains) return undefined;
  return { value: { name: word.text, surface: word.text, unit: false, aliases: [] }, next: at + 1 };
}

/** A body that stands alone between commas. */
function bare(
  state: State,
  organization: OrganizationName,
  tokens: readonly Token[],
  at: number,
  first: boolean,
): boolean {
  const last = state.posts.at(-1);
  // `…, cabinet X` names the body of a post that has none yet; otherwise a small noun describes what stands before it.
  const described =
    isLowercase(tokens[at]) &&
    !first &&
    !(last?.role !== undefined && last.organization === undefined && /\p{Lu}/u.test(organization.name));
  if (described) return true;
  if (last === undefined) state.posts.push({ organization, past: false });
  else if (last.organization === undefined) state.posts[state.posts.length - 1] = { ...last, organization };
  else if (isUnnamed(last.organization) && isCapitalized(tokens[at])) {
    state.posts[state.posts.length - 1] = { ...last, organization: { ...last.organization, name: organization.name } };
  } else if (
    isAllCaps(tokens[at]) &&
    last.organization.within === undefined &&
    last.organization.kind !== undefined &&
    !sameLetters(organization.name, last.organization.surface)
  ) {
    state.posts[state.posts.length - 1] = { ...last, organization: { ...last.organization, within: organization } };
  }
  return true;
}

/** `le laboratoire d'innovation de la métropole, X`: a label without a name of its own, which the apposition gives. */
const isUnnamed = (body: OrganizationName): boolean =>
  body.kind !== undefined && LABELS.has(body.kind) && body.name === body.surface && !/\p{Lu}/u.test(body.name);

const sameLetters = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** `en charge du numérique, e-citoyenneté et de l'open data`: an enumeration that goes on with the post. */
function appended(source: string, tokens: readonly Token[], at: number, to: number, state: State): boolean {
  const last = state.posts.at(-1);
  if (
    last?.role === undefined ||
    (last.organization !== undefined && !/\b(?:en charge|délégué|chargé)/u.test(last.role))
  )
    return false;
  const token = tokens[at] as Token;
  const text = textOf(source, tokens, at, to);
  const preposition = connectorAt(tokens, at) > 0 && / (?:à|au|aux|du|de|des) /u.test(` ${last.role} `);
  const coordinated =
    / et (?:de |du |des |d'|l'|à |au )?\p{L}/u.test(text) &&
    to - at <= 10 &&
    (isLowercase(token) || / (?:de|des) \p{L}+ \p{Lu}/u.test(last.role));
  if (!preposition && !coordinated) return false;
  if (looksLikeVerb(token) || ARTICLES.has(token.folded)) return false;
  state.posts[state.posts.length - 1] = { ...last, role: `${last.role}, ${text}` };
  return true;
}

/** `…, communication et open data au sein de X`: the enumeration goes on and then names the body. */
function appendedWithBody(source: string, tokens: readonly Token[], at: number, to: number, state: State): boolean {
  const last = state.posts.at(-1);
  if (last?.role === undefined || last.organization !== undefined || !isLowercase(tokens[at])) return false;
  for (let j = at + 1; j < to; j += 1) {
    const strong = phraseAt(tokens, j, WITHIN_PHRASES);
    const found = strong > 0 ? scanOrganization(source, tokens, j + strong) : undefined;
    if (found === undefined || found.next > to) continue;
    state.posts[state.posts.length - 1] = {
      ...last,
      role: `${last.role}, ${textOf(source, tokens, at, j)}`,
      organization: found.value,
    };
    return true;
  }
  return false;
}

function parenthesis(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
  state: State,
): void {
  if (from >= to) return;
  if (isTentativeAt(tokens, from)) {
    state.tentative = true;
    return;
  }
  if (tokens[from]?.kind === 'number') return;
  const alone = scanOrganization(source, tokens, from);
  const last = state.posts.at(-1);
  if (alone !== undefined && alone.next === to) {
    if (last === undefined || last.organization === undefined) bare(state, alone.value, tokens, from, true);
    return;
  }
  if (last === undefined && (isRoleAt(tokens, from) || isCapitalized(tokens[from])))
    pieces(source, tokens, from, to, context, state);
}

/** `directrice du numérique (ACRONYM)`: the post has no body yet, the parentheses at its end name it. */
function bodyInParentheses(source: string, tokens: readonly Token[], from: number, to: number, state: State): true {
  const last = state.posts.at(-1);
  if (last === undefined || last.organization !== undefined) return true;
  let open = from + 1;
  while (open < to && tokens[open]?.text !== '(') open += 1;
  if (open >= to || closing(tokens, open) !== to - 1) return true;
  const found = scanOrganization(source, tokens, open + 1);
  if (found?.next === to - 1 && isCapitalized(tokens[open + 1]) && !isTentativeAt(tokens, open + 1))
    state.posts[state.posts.length - 1] = { ...last, organization: found.value };
  return true;
}

/** Later sentences: `Elle est également animatrice de X.` Only posts in a named body count. */
function bioSentence(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
  state: State,
): void {
  const opening = tokens[from];
  // `Docteure en X et chargée de recherche au Y`: a sentence that is a list of posts. A degree is no post.
  if (opening !== undefined && isRoleAt(tokens, from)) {
    const start = DEGREES.test(opening.folded) ? afterDegree(tokens, from, to) : from;
    if (start !== undefined) addHeld(source, tokens, start, to, context, state);
    return;
  }
  for (let at = from; at < to; at += 1) {
    if (!COPULAS.has(tokens[at]?.folded ?? '')) continue;
    let role = at + 1;
    while (ADVERBS.has(tokens[role]?.folded ?? '')) role += 1;
    if (!isRoleAt(tokens, role)) continue;
    addHeld(source, tokens, role, to, context, state);
    return;
  }
}

/** Index of the post that an *et* ties to a degree. */
function afterDegree(tokens: readonly Token[], from: number, to: number): number | undefined {
  for (let at = from + 1; at < to; at += 1) if (tokens[at]?.folded === 'et' && isRoleAt(tokens, at + 1)) return at + 1;
  return undefined;
}

const DEGREES = /^(?:docteure?|diplomee?|agregee?|titulaire|ancienne?s?)$/;

function addHeld(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
  state: State,
): void {
  state.posts.push(
    ...scanPosts(source, tokens, from, to, context).filter(
      (post) => post.organization !== undefined && post.role !== undefined,
    ),
  );
}

function addPosts(state: State, posts: readonly Post[]): boolean {
  state.posts.push(...posts);
  return true;
}

const looksLikeVerb = (token: Token): boolean => isLowercase(token) && token.text !== 'à' && VERBS.has(token.folded);

const VERBS = new Set(
  `accompagne accompagnent travaille travaillent explore explorent developpe developpent propose proposent anime animent
  dirige dirigent mene menent presente presentent intervient interviennent oeuvre agit publie etudie enseigne coordonne
  pilote-t porte cree fonde a ont va vont fait font suit suivent co-anime partagera partageront presentera presenteront
  reviendra temoignera interviendra animera`.split(/\s+/),
);
