import { closing, type Found, phraseAt } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, AT, OF, PAST, PRONOUNS, RELATIVES, WITHIN_PHRASES } from '../words/connectors.ts';
import { TERRITORIAL } from '../words/organizations.ts';
import { isRoleWord, ROLE_PREFIXES, ROLE_TAILS } from '../words/roles.ts';
import { type NameMode, scanName } from './name.ts';
import { type OrganizationName, scanOrganization } from './organization.ts';

/** One post, one body, or a post in a body. */
export interface Post {
  readonly role?: string;
  readonly organization?: OrganizationName;
  readonly past: boolean;
}

export interface RoleContext {
  /** Folded names of bodies that the document names elsewhere: they end a post even without a preposition. */
  readonly known?: ReadonlySet<string>;
  /** How names are read: in running text `d'X` after a full name is a particle. */
  readonly names?: NameMode;
}

/** True when a post starts at `at`: `directrice …`, `1er adjoint …`, `ancien conseiller …`. */
export function isRoleAt(tokens: readonly Token[], at: number): boolean {
  for (let head = at; head - at <= MAX_PREFIXES; head += 1) {
    const token = tokens[head];
    if (token === undefined || token.kind === 'punct') return false;
    if (PAST.has(token.folded)) {
      if (token.folded === 'ex') return true;
      if (tokens[head + 1]?.text === '-') head += 1;
    } else if (/^ex-/.test(token.folded)) return isRoleWord(token.folded.slice(3));
    else if (isRoleWord(token.text)) return true;
    else if (!ROLE_PREFIXES.has(token.folded)) return false;
  }
  return false;
}

/** Splits a post printed on its own (`Cheffe de projet à la Direction X`) into role and body. */
export function splitRole(text: string): { role?: string; organization?: OrganizationName } {
  const tokens = tokenize(text);
  const post = scanPosts(text, tokens, 0, tokens.length, {})[0];
  return {
    ...(post?.role === undefined ? {} : { role: post.role }),
    ...(post?.organization === undefined ? {} : { organization: post.organization }),
  };
}

/** All posts of tokens `from` to `to` (exclusive): one printed group, without the person's name and without commas that end it. */
export function scanPosts(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Post[] {
  const posts: Post[] = [];
  let at = from;
  while (at < to) {
    const found = scanPost(source, tokens, at, Math.min(to, at + MAX_POST), context);
    if (found === undefined) break;
    posts.push(...found.value);
    at = found.next;
    if (tokens[at]?.folded === 'et' && at < to) at += 1;
    else if (at < to) break;
  }
  return posts;
}

// --- internal ---

/** Words before the head of a post: `ancienne première`. More are a list of words, not a post. */
const MAX_PREFIXES = 6;
/** Tokens. What runs on for longer without a comma is prose. */
const MAX_POST = 160;
/** Tokens. */
const MAX_BODY = 24;

/** One role with the bodies that follow it. */
function scanPost(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Found<Post[]> | undefined {
  const past = PAST.has(tokens[from]?.folded ?? '') || /^ex-/.test(tokens[from]?.folded ?? '');
  const roleStart =
    PAST.has(tokens[from]?.folded ?? '') && from + 1 < to
      ? tokens[from + 1]?.text === '-'
        ? from + 2
        : from + 1
      : from;
  const split = splitAt(source, tokens, roleStart, to, context);
  if (split === undefined) {
    const end = roleEnd(tokens, roleStart, to);
    const role = cleanRole(textOf(source, tokens, from, end));
    return role === '' ? undefined : { value: [{ role, past }], next: end };
  }
  const tail = roleTail(source, tokens, split.next, to);
  const role = cleanRole(`${textOf(source, tokens, from, split.roleEnd)}${tail.value === '' ? '' : ` ${tail.value}`}`);
  const posts: Post[] = [{ ...(role === '' ? {} : { role }), organization: split.organization, past }];
  let next = tail.next;
  // `de l'association X et du tiers-lieu Y`: one post, two bodies.
  while (tokens[next]?.folded === 'et' && next + 1 < to) {
    const connector = connectorAt(tokens, next + 1);
    // `fondatrice de X et Y`: a second name without a preposition, where it cannot be the next person or post.
    const bare = connector === 0 && isCapitalized(tokens[next + 1]) && !isRoleAt(tokens, next + 1);
    const more =
      connector > 0 || (bare && scanName(source, tokens, next + 1) === undefined)
        ? scanOrganization(source, tokens, next + 1 + connector)
        : undefined;
    if (more === undefined || more.next > to) break;
    posts.push({ ...(role === '' ? {} : { role }), organization: more.value, past });
    next = more.next;
  }
  return { value: posts, next };
}

interface Split {
  readonly roleEnd: number;
  readonly organization: OrganizationName;
  readonly next: number;
}

/** Where the post ends and the body begins. The closest-binding connective wins, a unit gives way to an institution. */
function splitAt(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  context: RoleContext,
): Split | undefined {
  const stop = Math.min(roleEnd(tokens, from, to), to);
  let unit: Split | undefined;
  let plain: Split | undefined;
  let weak: Split | undefined;
  let unitSeen = false;
  for (let at = from; at < stop; at += 1) {
    const strong = phraseAt(tokens, at, WITHIN_PHRASES);
    const length = strong || connectorAt(tokens, at);
    if (length === 0) {
      const bare = bareBody(source, tokens, at, from, stop, context);
      if (bare !== undefined) return bare;
      continue;
    }
    const found = scanOrganization(source, tokens, at + length, strong > 0 || leads(tokens, from, at));
    if (found === undefined || found.next > to) continue;
    // `chargée de X`: X is what the post is about.
    if (strong === 0 && at === from + 1 && /^charge/.test(tokens[from]?.folded ?? '') && found.value.kind === undefined)
      continue;
    const split: Split = { roleEnd: at, organization: found.value, next: found.next };
    if (strong > 0) return split;
    if (found.value.unit) {
      unit ??=
        found.value.within === undefined
          ? undefined
          : { roleEnd: endOfUnit(tokens, at, found.value), organization: found.value.within, next: found.next };
      if (unit !== undefined) return plain ?? unit;
      at = Math.max(at, skipUnit(tokens, at, stop));
      unitSeen = true;
      continue;
    }
    if (isInstitution(found.value)) {
      const later = strongLater(source, tokens, found.next, stop, to);
      return later ?? split;
    }
    if (AT.has(tokens[at]?.folded ?? '') && at > from + 1 && plain === undefined) {
      // `responsable du service X à Y à la Ville de Z`: Y still belongs to the unit.
      if (unitSeen && found.value.within !== undefined) continue;
      weak ??= split;
      at = Math.max(at, found.next - 1);
      continue;
    }
    if (weak !== undefined) return weak;
    plain ??= split;
    // An address on the web names a product more often than an employer: a later body wins.
    if (/\.\p{Ll}{2,4}$/u.test(found.value.name) && AT.has(tokens[found.next]?.folded ?? '')) {
      plain = undefined;
      continue;
    }
    const later = strongLater(source, tokens, at + 1, stop, to);
    if (later !== undefined && later.roleEnd < found.next) return split;
    return plain;
  }
  return plain ?? unit ?? weak;
}

/** `directrice de la X …`, `cadre à la X …`: after a post that is held in a body, a definite noun with a name is that body. */
const leads = (tokens: readonly Token[], from: number, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  const definite =
    token.folded === 'du' || token.folded === 'au' || ['la', "l'"].includes(tokens[at + 1]?.folded ?? '');
  return (
    definite &&
    (AT.has(token.folded) ||
      LEADERS.test(
        tokens
          .slice(from, at)
          .map((one) => one.folded)
          .join(' '),
      ))
  );
};
const LEADERS =
  /^(?:co-?)?(?:vice-)?(?:directeur|directrice|president|presidente|fondateur|fondatrice|gerant|gerante|dirigeant|dirigeante|responsable|membre|maire|animateur|animatrice|redacteur en chef|redactrice en chef|secretaire general|secretaire generale|tresorier|tresoriere|delegue general|deleguee generale|administrateur|administratrice|benevole|porte-parole|coordinateur|coordinatrice|coordonnateur|coordonnatrice)(?: (?:adjoint|adjointe|general|generale|et .*))*$/;

/** `au sein de …` after a first body: the first belongs to the post (`chargé de mission au Service X au sein de Y`). */
function strongLater(
  source: string,
  tokens: readonly Token[],
  from: number,
  stop: number,
  to: number,
): Split | undefined {
  const strong = phraseAt(tokens, from, WITHIN_PHRASES);
  if (strong === 0 || from >= stop) return undefined;
  const found = scanOrganization(source, tokens, from + strong);
  return found === undefined || found.next > to
    ? undefined
    : { roleEnd: from, organization: found.value, next: found.next };
}

/** A unit beside a post belongs to the post: where its words end and those of the larger body begin. */
function endOfUnit(tokens: readonly Token[], at: number, unit: OrganizationName): number {
  const words = tokenize(unit.surface).length;
  let next = at + 1;
  if (ARTICLES.has(tokens[next]?.folded ?? '')) next += 1;
  return next + words;
}

function skipUnit(tokens: readonly Token[], at: number, stop: number): number {
  let next = at + 1;
  while (next < stop && !(connectorAt(tokens, next) > 0)) next += 1;
  return next - 1;
}

/** A body right after a post, without a preposition: an acronym at the end, or a name known from elsewhere. */
function bareBody(
  source: string,
  tokens: readonly Token[],
  at: number,
  from: number,
  stop: number,
  context: RoleContext,
): Split | undefined {
  const token = tokens[at];
  if (at === from || token === undefined || !isCapitalized(token) || OF.has(tokens[at - 1]?.folded ?? ''))
    return undefined;
  if (stop - at > MAX_BODY) return undefined;
  const rest = textOf(source, tokens, at, stop);
  const group = token.folded === 'groupe' && isCapitalized(tokens[at + 1]);
  if (!group && context.known?.has(rest.toLowerCase()) !== true) return undefined;
  return { roleEnd: at, organization: { name: rest, surface: rest, unit: false, aliases: [] }, next: stop };
}

const isInstitution = (body: OrganizationName): boolean =>
  body.kind !== undefined && (TERRITORIAL.has(body.kind) || !body.unit);

/** Length of a preposition (with its article) at `at`; 0 where there is none. */
export function connectorAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (
    token === undefined ||
    !(
      OF.has(token.folded) ||
      AT.has(token.folded) ||
      token.folded === 'chez' ||
      token.folded === 'pour' ||
      token.text === '@'
    )
  )
    return 0;
  return 1;
}

/** The post ends where a clause or another sentence begins. */
function roleEnd(tokens: readonly Token[], from: number, to: number): number {
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
      if (hasBody) return at;
    }
    if (token.text === '.' || token.text === ';' || token.text === ':') return at;
  }
  return to;
}

/** A preposition with a body after it: in `Vice-présidente de X et conseillère de Y` the first post has its body already. */
function opensBody(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    connectorAt(tokens, at) > 0 &&
    (isCapitalized(next) || ARTICLES.has(next?.folded ?? '') || TERRITORIAL.has(next?.folded ?? ''))
  );
}

const isCharge = (tokens: readonly Token[], at: number): boolean => phraseAt(tokens, at, ROLE_TAILS) > 0;

/** What follows the body and still belongs to the post. */
function roleTail(source: string, tokens: readonly Token[], at: number, to: number): Found<string> {
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
function cleanRole(text: string): string {
  return text
    .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '')
    .replace(/^actuel(?:le)?s?\s+(?=\p{L})/iu, '')
    .replace(/^["“«]\s*([^"“”«»]*?)\s*["”»]$/u, '$1')
    .replace(/\s+(?:de|à) (?:cette|cet|ce)\s.*$/u, '')
    .replace(/\s+(?:affiliée?|rattachée?|employée?|détachée?|basée?)$/u, '')
    .trim();
}
