import type { ProjectKind } from '../domain/project.ts';
import { type OrganizationName, skipArticle } from './people/body-name.ts';
import { scanOrganization } from './people/organization.ts';
import { projectsIn } from './projects/candidates.ts';
import { carriedBy } from './projects/carried-by.ts';
import { makerInClause, ownerInApposition } from './projects/owner.ts';
import { closing } from './text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf, tokenize } from './text/tokens.ts';
import { ARTICLES, OF, RELATIVES } from './words/connectors.ts';
import { isOrganizationKind, LABELS, TERRITORIAL } from './words/organizations.ts';
import { ITEM_VERBS, PROJECT_NOUNS } from './words/projects.ts';
import { isRoleWord } from './words/roles.ts';

/** What a list item or a sentence presents. */
export interface PresentedThing {
  readonly name: string;
  readonly surface: string;
  /** Its acronym or expansion, where the text introduces one. */
  readonly alias?: string;
  readonly kind: ProjectKind;
  readonly steward?: OrganizationName;
}

/**
 * Reads a numbered item of a list session: the thing it is about, its kind and who carries it.
 * `L'association X propose …`, `X, porté par Y, …`, `La régie Y avec l'expérience X, …`, `Le bus X de Y qui …`.
 */
export function presentedItem(text: string): PresentedThing | undefined {
  const tokens = tokenize(text);
  const quoted = /^[«“"]\s*([^»”"]+?)\s*[»”"]/u.exec(text);
  if (quoted !== null) {
    const owner = carriedBy(text) ?? ownerIn(text, tokens, closing(tokens, 0) + 1);
    return { ...thingOf(quoted[1] as string, kindFrom(tokens)), ...(owner === undefined ? {} : { steward: owner }) };
  }
  const start = skipArticle(tokens, 0);
  const subjectEnd = endOfSubject(tokens, start);
  const carrier = carriedBy(text) ?? ownerIn(text, tokens, subjectEnd);
  const initiated = /\s(?:est|sont|fut|a été) à l['’]initiative d(?:e |['’]|u |es )/u.exec(text);
  const subject = textOf(text, tokens, start, subjectEnd);
  if (initiated !== null) {
    const owner = scanOrganization(text, tokens, 0)?.value;
    const rest = text.slice(initiated.index + initiated[0].length);
    const named = scanOrganization(rest, tokenize(rest), 0);
    if (named !== undefined)
      return { ...thingOf(named.value.name, kindFrom(tokens)), ...(owner === undefined ? {} : { steward: owner }) };
  }
  const through =
    /\b(?:avec|grâce à) (?:l['’]|la |le |les |son |sa )?(?:expérience|projet|programme|dispositif|démarche|service)\s+(\p{Lu}[^,.;]*?)(?=,|\.|;| qui | pour |$)/u.exec(
      text,
    );
  if (through !== null) {
    const owner = scanOrganization(text, tokens, 0)?.value;
    return { ...thingOf(through[1] as string, kindFrom(tokens)), ...(owner === undefined ? {} : { steward: owner }) };
  }
  if (subject === '' || isIndefinite(tokens)) return indefinite(text, tokens);
  const made = madeBySubject(text, tokens[subjectEnd]?.start ?? text.length, subject);
  if (made !== undefined) return made;
  return subjectThing(text, tokens, start, subjectEnd, carrier);
}

// --- internal ---

/** `X, le tableau de bord de la régie Y`: the body of what X is. */
const ownerIn = (text: string, tokens: readonly Token[], at: number): OrganizationName | undefined =>
  ownerInApposition(text, tokens, at, tokens.length)?.body ?? makerInClause(text, tokens, at)?.body;

/** Characters of an item in which it names what it presents. */
const LONGEST_ITEM = 1000;

/** `Y présente X, une plateforme …`, `Y explique sa démarche X`: what the subject says that it makes, called by a name. */
function madeBySubject(text: string, after: number, subject: string): PresentedThing | undefined {
  const made = projectsIn(text.slice(0, LONGEST_ITEM)).find(
    ({ name, start, stewards: [owner] }) =>
      start >= after && /^\p{Lu}/u.test(name) && owner !== undefined && subject.includes(owner.name),
  );
  if (made === undefined) return undefined;
  const { name, surface, alias, kind, stewards } = made;
  return { name, surface, ...(alias === undefined ? {} : { alias }), kind, steward: stewards[0] as OrganizationName };
}

/** The subject ends at a verb, a comma, a relative, a bracket or a carrier's participle. */
function endOfSubject(tokens: readonly Token[], start: number): number {
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const verb = isLowercase(token) && token.text !== 'à' && ITEM_VERBS.has(token.folded);
    if (at > start && (verb || RELATIVES.has(token.folded) || /^s'/.test(token.folded))) return at;
    if ([',', ';', ':', '(', '.', '–', '—', '«'].includes(token.text)) return at;
    if (at > start && /(?:e|es|s|u)$/.test(token.folded) && tokens[at + 1]?.folded === 'par') return at;
    const participle = /ant$/.test(token.folded) && token.folded.length > 6 && !isRoleWord(token.text);
    if (at > start && participle && !DETERMINERS.test(tokens[at - 1]?.folded ?? '')) return at;
  }
  return tokens.length;
}

function subjectThing(
  text: string,
  tokens: readonly Token[],
  start: number,
  end: number,
  carrier: OrganizationName | undefined,
): PresentedThing | undefined {
  let from = start;
  let to = end;
  const head = tokens[from] as Token;
  // `L'ambition de X`, `La mission du pôle X`: X is meant.
  if (
    ['ambition', 'mission', 'objectif', 'but', 'idee', 'principe'].includes(head.folded) &&
    OF.has(tokens[from + 1]?.folded ?? '')
  )
    from = skipArticle(tokens, from + 2);
  let steward = carrier;
  const parent = ownerAt(text, tokens, from, to);
  if (parent !== undefined) {
    to = parent.at;
    steward ??= parent.owner;
  }
  const noun = tokens[from]?.folded ?? '';
  const kind = PROJECT_NOUNS.get(noun) ?? (isOrganizationKind(noun) ? 'organisation' : kindFrom(tokens));
  const proper = properTail(tokens, from, to, noun);
  const name = textOf(text, tokens, proper, to);
  return name === ''
    ? undefined
    : {
        ...thingOf(name, kind),
        surface: textOf(text, tokens, from, to),
        ...(steward === undefined ? {} : { steward }),
      };
}

/** Tokens: bodies inside bodies reach no further. */
const LONGEST_OWNER = 150;

const DETERMINERS = /^(?:mon|ton|son|ma|sa|mes|ses|notre|nos|votre|vos|leurs?|un|une|le|la|les|l'|des)$/;

/** `X de ORG`, where the larger body carries what it is named with. */
function ownerAt(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { at: number; owner: OrganizationName } | undefined {
  for (let at = Math.max(from + 1, to - LONGEST_OWNER); at < to; at += 1) {
    if (!OF.has(tokens[at]?.folded ?? '')) continue;
    const head = tokens[skipArticle(tokens, at + 1)];
    const named =
      isAllCaps(head) ||
      (isCapitalized(head) && TERRITORIAL.has(head?.folded ?? '')) ||
      (isCapitalized(head) && LABELS.has(head?.folded ?? ''));
    if (!named) continue;
    const found = scanOrganization(text, tokens, at + 1);
    if (found !== undefined && found.next >= to) return { at, owner: found.value };
  }
  return undefined;
}

/** `association X`, `maraudes numériques X`: the proper name at the end, when a common noun opens the subject. */
function properTail(tokens: readonly Token[], from: number, to: number, noun: string): number {
  if (isCapitalized(tokens[from]) && !PROJECT_NOUNS.has(noun) && !LABELS.has(noun)) return from;
  for (let at = from + 1; at < to; at += 1) {
    const before = tokens[at - 1];
    // `Indice de Fragilité Numérique`: what began after *de* goes on.
    const goesOn = at > from + 1 && isCapitalized(before);
    if (
      isCapitalized(tokens[at]) &&
      !goesOn &&
      !OF.has(before?.folded ?? '') &&
      !ARTICLES.has(before?.folded ?? '') &&
      !TERRITORIAL.has(noun)
    )
      return at;
  }
  return from;
}

const isIndefinite = (tokens: readonly Token[]): boolean =>
  ['un', 'une', 'pour', 'dans', 'avec', 'depuis', 'a'].includes(tokens[0]?.folded ?? '');

/** `Un conseiller se déplace grâce au bus X de Y`: the thing after `grâce à`; else what the item carries or names. */
function indefinite(text: string, tokens: readonly Token[]): PresentedThing | undefined {
  for (let at = 0; at < tokens.length - 2; at += 1) {
    if (tokens[at]?.folded !== 'grace') continue;
    const start = skipArticle(tokens, at + 2);
    const end = endOfSubject(tokens, start);
    if (end > start) return subjectThing(text, tokens, start, end, carriedBy(text));
  }
  const comma = tokens.findIndex((token) => token.text === ',');
  if (comma > 0 && tokens[0]?.folded !== 'un' && tokens[0]?.folded !== 'une') {
    const start = skipArticle(tokens, comma + 1);
    const verb = endOfSubject(tokens, start);
    const object = skipArticle(tokens, tokens[verb + 1]?.folded === 'des' ? verb + 2 : verb + 1);
    const owner = scanOrganization(text, tokens, comma + 1)?.value;
    const end = endOfSubject(tokens, object);
    if (verb < tokens.length && end > object)
      return {
        ...thingOf(textOf(text, tokens, object, end), kindFrom(tokens)),
        ...(owner === undefined ? {} : { steward: owner }),
      };
  }
  return undefined;
}

function kindFrom(tokens: readonly Token[]): ProjectKind {
  for (const token of tokens) {
    const kind = PROJECT_NOUNS.get(token.folded);
    if (kind !== undefined && kind !== 'organisation') return kind;
  }
  return 'initiative';
}

const thingOf = (name: string, kind: ProjectKind): PresentedThing => {
  const clean = name.replace(/\s+/g, ' ').trim();
  return { name: clean, surface: clean, kind };
};
