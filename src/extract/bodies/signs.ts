import { fold } from '../../domain/fold.ts';
import { scanName } from '../people/name.ts';
import { closing, isQuote } from '../text/scan.ts';
import { isAllCaps, isCapitalized, type Token, tokenize } from '../text/tokens.ts';
import { ARTICLES, AT, OF } from '../words/connectors.ts';
import { isOrganizationKind, LABELS, TERRITORIAL } from '../words/organizations.ts';
import type { NamedBody } from './body-list.ts';

/** Signs by which running text shows that a body stands at a token. */

/** `l'ABC`: letters after an article or preposition, and no part of a longer name. */
export function isLetters(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return (
    isAllCaps(token) &&
    /^\p{Lu}{3,}$/u.test(token.text) &&
    !NO_BODIES.has(token.folded) &&
    isDetermined(tokens[at - 1]) &&
    !isCapitalized(tokens[at + 1])
  );
}

/** `la Ville de X`, `le département Y`: a word for a kind of body that what follows may name. */
export function isKind(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (!isOrganizationKind(token.text) || ['un', 'une'].includes(before?.folded ?? '')) return false;
  const ownName = OWN_NAMES.has(token.folded) && isCapitalized(token) && ARTICLES.has(before?.folded ?? '');
  if (NO_KINDS.has(token.folded) && !ownName) return false;
  return !ARTICLES.has(tokens[at + 1]?.folded ?? '') && (isDetermined(before) || isCapitalized(token));
}

/** `l'équipe-projet des X`: a team that is called by what it works for. Of `l'équipe de X` it is X that is named. */
export function isNamedTeam(source: string, tokens: readonly Token[], at: number): boolean {
  const head = ARTICLES.has(tokens[at + 2]?.folded ?? '') ? at + 3 : at + 2;
  return (
    tokens[at]?.folded === 'equipe-projet' &&
    /^(?:l'|les)$/.test(tokens[at - 1]?.folded ?? '') &&
    OF.has(tokens[at + 1]?.folded ?? '') &&
    isCapitalized(tokens[head]) &&
    scanName(source, tokens, head)?.value.known !== true
  );
}

/** `le hub « X »`, and `« Y »` where an *et* ties it to the first: the bodies, and the index after them. */
export function quotedBodies(
  source: string,
  tokens: readonly Token[],
  at: number,
): { readonly bodies: readonly NamedBody[]; readonly next: number } | undefined {
  const kind = tokens[at] as Token;
  if (!QUOTED_KINDS.has(kind.folded) || !isQuote(tokens[at + 1])) return undefined;
  const bodies: NamedBody[] = [];
  let next = at + 1;
  while (isQuote(tokens[next]) && bodies.length < MAX_QUOTED) {
    const end = closing(tokens, next);
    const first = tokens[bodies.length === 0 ? at : next] as Token;
    const [from, to, last] = [tokens[next + 1], tokens[end - 1], tokens[end]];
    if (from === undefined || to === undefined || last === undefined || end - next > 12 || !isCapitalized(from)) break;
    // In capitals the kind is part of the name, and in the plural part of each.
    const own = source.slice(from.start, to.end).replace(/\s+/g, ' ');
    const name = isCapitalized(kind) ? `${kind.text} ${own}` : own;
    const surface = source.slice(first.start, last.end).replace(/\s+/g, ' ');
    bodies.push({
      body: { name, surface, kind: kind.folded, unit: false, aliases: [] },
      start: first.start,
      end: last.end,
    });
    next = end + 1;
    if (tokens[next]?.folded === 'et' && isQuote(tokens[next + 1])) next += 1;
  }
  return bodies.length === 0 ? undefined : { bodies, next };
}

/** A kind in small letters needs a name of its own, or to be that of an institution: `la direction du budget`. */
export function isNamed({ body }: NamedBody, tokens: readonly Token[], at: number): boolean {
  const head = tokens[at] as Token;
  const words = fold(body.surface).split(' ').length;
  if (words > 12) return false;
  // `une entreprise de l'ESS`: letters that everybody uses name nobody.
  const inside = /\p{Lu}/u.test(body.surface.slice(1));
  const capitals = inside ? tokenize(body.surface).filter((token, n) => n > 0 && isCapitalized(token)) : [];
  if (capitals.length > 0 && capitals.every(({ folded }) => NO_BODIES.has(folded))) return false;
  const proper = inside || (isCapitalized(head) && words > 1);
  if (proper) return true;
  if (words < 3) return false;
  // `la mission interministérielle X`: the adjective says whose it is; `chargé de mission` is a post.
  if (/^interministerielles?$/.test(tokens[at + 1]?.folded ?? ''))
    return !OF.has(tokens[at - 1]?.folded ?? '') || tokens[at - 2]?.folded !== 'charge';
  return INSTITUTIONS.has(head.folded) && TERRITORIAL.has(head.folded) && !LABELS.has(head.folded);
}

/** `l'incubateur de services de l'ABC`: in small letters, but the one that a body called by a name of its own has. */
export function isNamedByOwner({ body }: NamedBody, tokens: readonly Token[], at: number): boolean {
  return (
    body.within !== undefined &&
    /\p{Lu}/u.test(body.within.name) &&
    /^(?:l'|le|la)$/.test(tokens[at - 1]?.folded ?? '') &&
    OF.has(tokens[at + 1]?.folded ?? '') &&
    isTellingKind((tokens[at] as Token).folded)
  );
}

/** `l'ouvrage X (Éditeur, 2021)`: who publishes a book stands before its year. */
export function isPublisher(source: string, tokens: readonly Token[], at: number): boolean {
  const open = tokens[at - 1];
  let comma = at + 1;
  while (comma - at < 5 && isCapitalized(tokens[comma])) comma += 1;
  return (
    open?.text === '(' &&
    isCapitalized(tokens[at]) &&
    tokens[comma]?.text === ',' &&
    /^(?:19|20)\d\d$/.test(tokens[comma + 1]?.text ?? '') &&
    tokens[comma + 2]?.text === ')' &&
    BOOK.test(fold(source.slice(Math.max(0, open.start - 200), open.start))) &&
    scanName(source, tokens, at)?.value.known !== true
  );
}

/** A kind (folded) that is that of a body wherever it stands. */
export const isTellingKind = (kind: string): boolean => !NO_KINDS.has(kind);

// --- internal ---

const MAX_QUOTED = 8;

const BOOK = /\b(?:ouvrage|livre|essai|roman|recueil)\b/;

/** What is put in quotes after these is the name of a body, not of a thing that it offers. */
const QUOTED_KINDS = new Set(
  'hub hubs association collectif collectifs reseau chaire groupe studio cooperative fondation federation maison'.split(
    ' ',
  ),
);

/** `la Maison des semences`: in capitals after an article they begin a body's name all the same. */
const OWN_NAMES = new Set(['maison', 'groupe', 'studio', 'hub', 'campus', 'chaire', 'archives', 'espace', 'cite']);

/** Kinds of bodies that more often head something else in running text. */
const NO_KINDS = new Set(
  `etat villes communes regions pays haute centres secours parc union cour projet projets programme plateforme dispositif service services equipe
  equipes equipe-projet membres media journal revue atelier ateliers initiative initiatives stand plaidoyer portefeuille
  secteur domaine volet campus promotion inspection mouvement cite espace operateur editeur tiers groupe maison commun
  studio hub chaire archives`.split(/\s+/),
);

const NO_BODIES = new Set(
  'ia api url pdf faq rdv rgpd csv json xml html cv qr tic rh sms mooc gps wifi usb nft iot ong tpe pme eti rse ess sts rsa b2b covid'.split(
    ' ',
  ),
);

const isDetermined = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ARTICLES.has(token.folded) ||
    OF.has(token.folded) ||
    AT.has(token.folded) ||
    ['par', 'nouveau', 'nouvelle', 'futur', 'future', 'et', 'avec', 'chez', ','].includes(token.folded));

const INSTITUTIONS = new Set(
  'direction ministere conseil secretariat commission haut-commissariat delegation'.split(' '),
);
