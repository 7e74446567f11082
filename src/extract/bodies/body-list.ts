import { isDomain, isParallel, isSharedComplement } from '../people/body-extent.ts';
import { type OrganizationName, skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { closing } from '../text/scan.ts';
import { isAllCaps, isCapitalized, type Token } from '../text/tokens.ts';
import { ARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { ITEM_VERBS } from '../words/projects.ts';
import { isSpeechVerb } from '../words/speech.ts';

/** A body that a text names, with the offsets of its words (its larger body included). */
export interface NamedBody {
  readonly body: OrganizationName;
  readonly start: number;
  readonly end: number;
}

export interface BodyList {
  readonly bodies: readonly NamedBody[];
  /** Index of the first token after the list. */
  readonly next: number;
}

/**
 * Reads an enumeration of bodies: `la Mairie de X, l'Y (Z) et le collectif W`. Members without a name (`les acteurs
 * locaux`) are passed over; appositions too. A person, a verb or a full stop ends it.
 * @param to index of the token at which the sentence ends
 */
export function bodyList(source: string, tokens: readonly Token[], from: number, to: number): BodyList {
  const bodies: NamedBody[] = [];
  let at = from;
  let next = from;
  let closed = false;
  while (at < to) {
    const determined = ARTICLES.has(tokens[at]?.folded ?? '') || OF.has(tokens[at]?.folded ?? '');
    at = skipDeterminer(tokens, at);
    const named = scanName(source, tokens, at, 'prose');
    if (named?.value.known === true) break;
    const found = bodyAt(source, tokens, at, to);
    if (found === undefined) {
      const end = determined ? genericEnd(tokens, at, to) : at;
      if (end === at) break;
      at = end;
    } else {
      bodies.push(found.named);
      at = found.next;
      next = at;
    }
    // After `A, B et C` only another `et` goes on.
    if (closed && tokens[at]?.text === ',' && tokens[at + 1]?.folded !== 'et' && tokens[at + 1]?.folded !== 'ainsi')
      break;
    const after = separator(tokens, at, to);
    if (after === undefined) break;
    closed ||= tokens.slice(next, after).some(({ folded, text }) => folded === 'et' || '&;/•'.includes(text));
    at = after;
  }
  // `A, B` and then a verb: B begins a clause of its own; an enumeration says `et` before its last member.
  const first = bodies[0];
  if (first !== undefined && bodies.length > 1 && !closed && !endsList(tokens, next, to))
    return { bodies: [first], next: tokenAfter(tokens, from, first.end) };
  return { bodies, next };
}

/** The body that stands at a token, article skipped; `et les …` after it is not taken for part of its name. */
export function bodyAt(
  source: string,
  tokens: readonly Token[],
  at: number,
  to: number,
): { readonly named: NamedBody; readonly next: number } | undefined {
  const start = skipArticle(tokens, skipDeterminer(tokens, at));
  // A window, since it must not be read beyond the cut: names are short, and texts may be long.
  const from = Math.max(0, start - 2);
  const found = scanOrganization(
    source,
    tokens.slice(from, cut(tokens, start, Math.min(to, start + LONGEST))),
    start - from,
  );
  const next = from + (found?.next ?? 0);
  const first = tokens[start];
  const last = tokens[next - 1];
  if (found === undefined || first === undefined || last === undefined) return undefined;
  return { named: { body: singular(found.value), start: first.start, end: last.end }, next };
}

/** True when the word at a token is a verb, whose subject may stand before it: `a suivi`, `partagera`. */
export const isVerbAt = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined &&
  (/^(?:a|ont|est|sont)$/.test(tokens[at].text) || isVerb(tokens, at) || takesObject(tokens, at));

// --- internal ---

/** Tokens of a name with the larger bodies after it. */
const LONGEST = 40;

const endsList = (tokens: readonly Token[], next: number, to: number): boolean =>
  next >= to || [')', '.', '–', '—', '…', ';'].includes(tokens[next]?.text ?? '.');

function tokenAfter(tokens: readonly Token[], from: number, offset: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at] as Token).start < offset) at += 1;
  return at;
}

/** `du nouveau département`, `des différents services`: words before the kind that are no part of the name. */
const QUALIFIERS = new Set(
  'nouveau nouvel nouvelle nouveaux nouvelles futur future jeune differents differentes divers diverses tout toute toutes tous partenaires'.split(
    ' ',
  ),
);

function skipDeterminer(tokens: readonly Token[], at: number): number {
  let next = at;
  while (['–', '—', ':'].includes(tokens[next]?.text ?? '') || QUALIFIERS.has(tokens[next]?.folded ?? '')) next += 1;
  if (OF.has(tokens[next]?.folded ?? '')) next += 1;
  if (ARTICLES.has(tokens[next]?.folded ?? '') && QUALIFIERS.has(tokens[next + 1]?.folded ?? '')) next += 2;
  while (QUALIFIERS.has(tokens[next]?.folded ?? '')) next += 1;
  return ['–', '—', ':'].includes(tokens[next]?.text ?? '') ? next + 1 : next;
}

/** Adjectives and nouns with the endings of verbs. */
const NO_VERBS = new Set(
  `lait trait portrait extrait retrait souhait attrait parfait bienfait forfait petit gratuit inedit produit circuit droit
  permanent recent different competent content urgent excellent president resident adherent client patient continent talent
  opera camera extra intra infra ultra cobra argent vent cent agent parent accent incident accident pertinent intelligent transparent frequent present absent
  orient occident regent torrent couvent evenement`.split(/\s+/),
);

/** A verb of which a name in front of it is the subject: by its ending, or because it is a known one. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const { text, folded } = tokens[at] as Token;
  const before = tokens[at - 1];
  if (
    !/^\p{Ll}{3}/u.test(text) ||
    NO_VERBS.has(folded) ||
    OF.has(before?.folded ?? '') ||
    ARTICLES.has(before?.folded ?? '')
  )
    return false;
  if (/(?:ait|aient|eront|èrent|irent|issent|[aeiou]it|dit|[eidt]ra)$/u.test(text)) return true;
  if (/ent$/.test(folded) && !/ment$/.test(folded)) return true;
  return isSpeechVerb(folded) || ITEM_VERBS.has(folded);
}

/** Where the name must have ended: at `et` before an article, at a dash, at the end of the sentence. */
function cut(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1]?.folded ?? '';
    if (token.folded === 'et' && (ARTICLES.has(next) || next === 'des') && !goesOn(tokens, from, at)) return at;
    // `la Ville de X et X Métropole`: two bodies.
    if (token.folded === 'et' && isCapitalized(tokens[at + 1]) && ENDS_NAMES.has(tokens[at + 2]?.folded ?? ''))
      return at;
    if (token.folded === 'et' && PARTICIPLE.test(tokens[at + 1]?.text ?? '') && AGENT.has(tokens[at + 2]?.folded ?? ''))
      return at;
    if (token.text === '–' || token.text === '—' || ((at > from + 1 || isAllCaps(tokens[from])) && isVerb(tokens, at)))
      return at;
    if (takesObject(tokens, at)) return at;
    // Letters and then an address: the body, and what it is found at.
    if (isAllCaps(tokens[at - 1]) && isDomain(token)) return at;
    // A line of its own ends where it ends, unless it stops in the middle of a group.
    if (token.newline && !ARTICLES.has(tokens[at - 1]?.folded ?? '') && !OF.has(tokens[at - 1]?.folded ?? ''))
      return at;
  }
  return to;
}

/** After a verb these begin what it says; after a noun none does, but these prepositions may stand between. */
const BEFORE_NOUNS = new Set(
  'pour dans chez avec sans sous vers entre contre selon comme tout toute tous toutes'.split(' '),
);
const DETERMINERS = new Set('chaque plusieurs son sa ses leur leurs notre nos un une cette cet ces'.split(' '));

/** `la Régie publie chaque matin`: a verb and what it says the body does. */
const takesObject = (tokens: readonly Token[], at: number): boolean => {
  const { text, folded } = tokens[at] as Token;
  return /^\p{Ll}{4,}/u.test(text) && !BEFORE_NOUNS.has(folded) && DETERMINERS.has(tokens[at + 1]?.folded ?? '');
};

/** `la coopérative X et hébergé par …`: a second participle of what X makes, no part of its name. */
const PARTICIPLE = /^\p{Ll}{2,}(?:é|i|u|is|it|rt)(?:e?s?)$/u;
/** Kinds that stand after their name. */
const ENDS_NAMES = new Set(['agglomeration', 'agglo', 'metropole', 'communaute', 'habitat', 'tourisme']);
const AGENT = new Set(['par', 'avec', 'dans', 'chez', 'a', 'au', 'aux', 'en', 'sur', 'depuis', 'pour']);

/** `le ministère du Sud et des Îles`, `les Fédérations du Nord et des Landes`: one name. */
const goesOn = (tokens: readonly Token[], from: number, at: number): boolean =>
  (tokens[from]?.folded === 'ministere' && tokens[at + 1]?.folded === 'des') ||
  isSharedComplement(tokens, from, at) ||
  isParallel(tokens, at);

/** `les acteurs locaux`, `des administrations`: index of the separator after a member without a name; `at` where it is none. */
function genericEnd(tokens: readonly Token[], at: number, to: number): number {
  let next = skipArticle(tokens, at);
  if (tokens[next]?.kind !== 'word') return at;
  while (next < to && tokens[next]?.kind !== 'punct' && tokens[next]?.folded !== 'et') {
    if (RELATIVES.has(tokens[next]?.folded ?? '')) return at;
    next += 1;
  }
  return next - at > 6 ? at : next;
}

/** Index of the next member after `,`, `et`, `ainsi que`; appositions (`, coopérative de …`) and brackets are skipped. */
function separator(tokens: readonly Token[], from: number, to: number): number | undefined {
  let at = from;
  if (tokens[at]?.text === '(') at = closing(tokens, at) + 1;
  while (at < to) {
    const token = tokens[at] as Token;
    if (token.folded === 'et' || token.text === '&' || token.text === '/') return at + 1;
    if (token.folded === 'ainsi' && tokens[at + 1]?.folded === 'que') return at + 2;
    if (token.text !== ',' && token.text !== ';' && token.text !== '•') return undefined;
    if (tokens[at + 1]?.folded === 'et') return at + 2;
    if (tokens[at + 1]?.folded === 'ainsi') return at + 3;
    if (opensMember(tokens, at + 1)) return at + 1;
    // An apposition: the list may go on after it.
    at += 1;
    while (at < to && tokens[at]?.kind !== 'punct' && tokens[at]?.folded !== 'et') at += 1;
    if (tokens[at]?.text !== ',' && tokens[at]?.folded !== 'et') return undefined;
    if (tokens[at]?.text === ',' && !opensMember(tokens, at + 1)) return undefined;
  }
  return undefined;
}

function opensMember(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'punct') return false;
  if (ARTICLES.has(token.folded) || OF.has(token.folded)) {
    const head = tokens[at + 1];
    return (
      isCapitalized(head) ||
      isOrganizationKind(head?.text ?? '') ||
      QUALIFIERS.has(head?.folded ?? '') ||
      token.folded === 'les'
    );
  }
  return isCapitalized(token);
}

/** `les départements X et Y`: the kind in the plural belongs to each. */
const singular = (body: OrganizationName): OrganizationName =>
  body.kind !== undefined && /^(?:departements|equipes|services|collectifs|ministeres)$/.test(body.kind)
    ? { ...body, name: body.name.replace(/^(\p{L}+?)s(?=\s)/u, '$1') }
    : body;
