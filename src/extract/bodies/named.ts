import { fold } from '../../domain/fold.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES, AT, OF } from '../words/connectors.ts';
import { isOrganizationKind, LABELS, TERRITORIAL } from '../words/organizations.ts';
import { bodyAt, type NamedBody } from './body-list.ts';

/** Stretches of a text that already speak of something, by offsets. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** A text with its tokens; offsets are those of `flat`. */
export interface Tokens {
  readonly flat: string;
  readonly tokens: readonly Token[];
}

/**
 * The bodies that running text names by their kind (`la Ville de X`, `le département Y`), by letters (`l'ABC`) or by a
 * name that the document knows for a body.
 * @param known folded names of bodies @param taken stretches that are read already
 */
export function bodiesNamed(text: Tokens, known: ReadonlySet<string>, taken: readonly Taken[]): NamedBody[] {
  const { tokens, flat } = text;
  const found: NamedBody[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || inside(token.start, taken)) continue;
    const before = tokens[at - 1];
    const named = knownAt(tokens, at, known);
    if (named > 0) {
      const last = tokens[at + named - 1] as Token;
      const surface = flat.slice(token.start, last.end);
      found.push({ body: { name: surface, surface, unit: false, aliases: [] }, start: token.start, end: last.end });
      at += named - 1;
      continue;
    }
    const letters =
      isAllCaps(token) &&
      /^\p{Lu}{3,}$/u.test(token.text) &&
      !NO_BODIES.has(token.folded) &&
      determined(before) &&
      !isCapitalized(tokens[at + 1]);
    const article = ARTICLES.has(tokens[at + 1]?.folded ?? '');
    const kind =
      isOrganizationKind(token.text) &&
      !['un', 'une'].includes(before?.folded ?? '') &&
      !(
        NO_KINDS.has(token.folded) &&
        !(OWN_NAMES.has(token.folded) && isCapitalized(token) && ARTICLES.has(before?.folded ?? ''))
      ) &&
      !article &&
      (determined(before) || isCapitalized(token));
    if (!letters && !kind) continue;
    // What a body in letters does is no part of its name: `l'ABC agit`.
    if (letters && !kind && isLowercase(tokens[at + 1]) && !OF.has(tokens[at + 1]?.folded ?? '')) {
      const { text: name, start, end } = token;
      found.push({ body: { name, surface: name, unit: false, aliases: [] }, start, end });
      continue;
    }
    const body = bodyAt(flat, tokens, at, tokens.length);
    if (body === undefined || (kind && !isNamed(body.named, token))) continue;
    found.push(body.named);
    at = Math.max(at, body.next - 1);
  }
  return found;
}

/** Number of tokens of the longest known name (folded) at `at`; 0 where none stands there. */
export function knownAt(tokens: readonly Token[], at: number, known: ReadonlySet<string>): number {
  if (!isCapitalized(tokens[at])) return 0;
  let text = '';
  let length = 0;
  for (let next = at; next < tokens.length && next - at < 10; next += 1) {
    const token = tokens[next] as Token;
    text += (token.spaced && next > at ? ' ' : '') + token.folded;
    if (known.has(text)) length = next - at + 1;
  }
  return length;
}

// --- internal ---

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
  'ia api url pdf faq rdv rgpd csv json xml html cv qr tic rh sms mooc gps wifi usb nft iot ong tpe pme eti rse b2b covid'.split(
    ' ',
  ),
);

const inside = (offset: number, taken: readonly Taken[]): boolean =>
  taken.some(({ start, end }) => offset >= start && offset < end);

const determined = (token: Token | undefined): boolean =>
  token !== undefined &&
  (ARTICLES.has(token.folded) ||
    OF.has(token.folded) ||
    AT.has(token.folded) ||
    ['par', 'nouveau', 'nouvelle', 'futur', 'future', 'et', 'avec', 'chez', ','].includes(token.folded));

/** A kind in small letters needs a name of its own, or to be that of an institution: `la direction du budget`. */
function isNamed({ body }: NamedBody, head: Token): boolean {
  const words = fold(body.surface).split(' ').length;
  if (words > 12) return false;
  const proper = /\p{Lu}/u.test(body.surface.slice(1)) || (isCapitalized(head) && words > 1);
  if (proper) return true;
  return INSTITUTIONS.has(head.folded) && words >= 3 && TERRITORIAL.has(head.folded) && !LABELS.has(head.folded);
}

const INSTITUTIONS = new Set(
  'direction ministere conseil secretariat commission haut-commissariat delegation'.split(' '),
);
