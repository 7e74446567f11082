import { phraseAt } from '../text/scan.ts';
import { isCapitalized, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, AT, OF, WITHIN_PHRASES } from '../words/connectors.ts';
import { TERRITORIAL } from '../words/organizations.ts';
import type { OrganizationName } from './body-name.ts';
import { scanOrganization } from './organization.ts';
import { connectorAt, type RoleContext } from './post.ts';
import { roleEnd } from './post-end.ts';

/** Where the post ends and the body begins. The closest-binding connective wins, a unit gives way to an institution. */
export function splitAt(
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
    // `à Villeneuve (77)`: a place.
    if (found.value.kind === undefined && isDepartmentNumber(tokens, found.next)) continue;
    // `chargée de X`, `professeur de X`: X is what the post is about.
    if (strong === 0 && at === from + 1 && ABOUT.test(tokens[from]?.folded ?? '') && found.value.kind === undefined)
      continue;
    const split: Split = { roleEnd: at, organization: found.value, next: found.next };
    if (strong > 0) return split;
    const { name, kind, within } = found.value;
    // `responsable du réseau des écoles à la Ville de X`: a network without a name of its own belongs to the post.
    if (within !== undefined && kind === 'reseau' && !/\p{Lu}/u.test(name) && isInstitution(within))
      return { roleEnd: endOfUnit(tokens, at, found.value), organization: within, next: found.next };
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

// --- internal ---

const ABOUT = /^(?:charge|professeur|enseignant|docteur|agrege)/;

/** Tokens. */
const MAX_BODY = 24;

interface Split {
  readonly roleEnd: number;
  readonly organization: OrganizationName;
  readonly next: number;
}

/** `directrice de la X …`, `cadre à la X …`: after a post that is held in a body, a definite noun with a name is that body. */
const leads = (tokens: readonly Token[], from: number, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined) return false;
  // `adjointe à la culture`: what one sees to.
  if (at === from + 1 && /^(?:adjoint|delegue|vice-president|elu|conseiller)/.test(tokens[from]?.folded ?? ''))
    return false;
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

const isDepartmentNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === '(' && /^\d{2,3}$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ')';

const isInstitution = (body: OrganizationName): boolean =>
  body.kind !== undefined && (TERRITORIAL.has(body.kind) || !body.unit);
