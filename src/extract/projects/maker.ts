import { bodyAt, bodyList, isVerbAt } from '../bodies/body-list.ts';
import type { OrganizationName } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { isCapitalized, type Token, textOf } from '../text/tokens.ts';
import { CARRIED_BY, MAKING, TO_MAKE } from '../words/carriers.ts';
import { ARTICLES, AT, OF, PREPOSITIONS } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { carriersIn } from './carried-by.ts';
import { makingVerbBefore } from './verbs.ts';

/**
 * Who makes what is named at a token, where the text says so before it: `X développe une méthode (le Y)`, `X s'est lancée
 * dans la production d'un Y`, `X publie son rapport « Y »`, `un travail piloté par X a permis de définir un schéma Y`.
 * A subject is the nearest body that opens the sentence or follows a comma.
 * @param at index of the first token of what is named, its noun included
 */
export function makersBefore(source: string, tokens: readonly Token[], at: number): readonly OrganizationName[] {
  const owner = ownerBefore(source, tokens, at);
  if (owner !== undefined) return [owner];
  const making = makingVerbBefore(tokens, at);
  if (making !== undefined) {
    const subject = ledTo(source, tokens, making) ?? subjectBefore(source, tokens, making, making);
    return subject === undefined ? [] : [subject];
  }
  const founders = foundersBefore(source, tokens, at);
  if (founders.length > 0) return founders;
  const verb = beforeSmallWords(tokens, at);
  const word = tokens[verb]?.folded ?? '';
  if (verb < 1 || at - verb > 4) return [];
  // `la publication du Y` needs its `du`; `publie le Y` has none.
  const of = OF.has(tokens[verb + 1]?.folded ?? '');
  const working = TO_MAKE.has(word) && !of ? carriersOfWork(source, tokens, verb) : [];
  if (working.length > 0) return working;
  if (!(MAKING.has(word) && of)) return [];
  const subject = subjectBefore(source, tokens, verb, verb);
  return subject === undefined ? [] : [subject];
}

// --- internal ---

/** Index of the word before what begins at a token, articles and `de` passed over; -1 where there is none. */
function beforeSmallWords(tokens: readonly Token[], at: number): number {
  let word = at - 1;
  while (word >= 0 && (ARTICLES.has(tokens[word]?.folded ?? '') || OF.has(tokens[word]?.folded ?? ''))) word -= 1;
  return word;
}

/** `un constat qui a amené X à lancer le programme Y`: X is made to make it. */
function ledTo(source: string, tokens: readonly Token[], verb: number): OrganizationName | undefined {
  if (tokens[verb - 1]?.text !== 'à') return undefined;
  for (let at = verb - 2; at >= 0 && verb - at < LONGEST_NAME && !isSentenceEnd(tokens, at); at -= 1) {
    if (!LED.has(tokens[at]?.folded ?? '')) continue;
    const found = bodyAt(source, tokens, at + 1, verb - 1);
    return found?.next === verb - 1 ? found.named.body : undefined;
  }
  return undefined;
}

/** `X et Y, cofondateurs du programme Z`: bodies that are called its makers. */
function foundersBefore(source: string, tokens: readonly Token[], at: number): readonly OrganizationName[] {
  const noun = beforeSmallWords(tokens, at);
  if (!FOUNDERS.test(tokens[noun]?.folded ?? '') || tokens[noun - 1]?.text !== ',') return [];
  const comma = noun - 1;
  let longest: readonly OrganizationName[] = [];
  for (let from = Math.max(0, comma - LONGEST_NAME); from < comma; from += 1) {
    if (!OF.has(tokens[from - 1]?.folded ?? '') && !/^[,.;:]?$/.test(tokens[from - 1]?.text ?? '')) continue;
    const { bodies, next } = bodyList(source, tokens, from, comma);
    const isWhole = next === comma && bodies.every(({ body }) => /\p{Lu}/u.test(body.name));
    if (isWhole && bodies.length > longest.length) longest = bodies.map(({ body }) => body);
  }
  return longest;
}

const LED = new Set('amene amenent conduit conduisent pousse poussent incite incitent decide invite'.split(' '));

const FOUNDERS =
  /^(?:co-?)?(?:fondat|creat|initiat|edit|realisat)(?:eur|rice)s?$|^(?:co-?)?(?:porteu|developpeu)(?:r|se)s?$|^(?:co-?)?pilotes?$/;

/** Tokens of a list of bodies before what is said of them. */
const LONGEST_NAME = 16;

/** Tokens. */
const LONGEST_SENTENCE = 80;

const isSentenceEnd = (tokens: readonly Token[], at: number): boolean => /^[.!?;:]$/.test(tokens[at]?.text ?? '');

/** The body that opens a clause of the sentence before `from`, the nearest first. @param limit it ends there at the latest */
function subjectBefore(
  source: string,
  tokens: readonly Token[],
  from: number,
  limit: number,
  followedByVerb = false,
): OrganizationName | undefined {
  for (let at = from - 1; at >= 0 && from - at < LONGEST_SENTENCE; at -= 1) {
    if (isSentenceEnd(tokens, at)) return undefined;
    const opens = at === 0 || tokens[at - 1]?.text === ',' || isSentenceEnd(tokens, at - 1);
    const subject = opens ? subjectAt(source, tokens, at, limit, followedByVerb) : undefined;
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** A body that opens a clause: with its article, or by a proper name; never after a preposition, and no person. */
function subjectAt(
  source: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  followedByVerb: boolean,
): OrganizationName | undefined {
  const first = tokens[from] as Token;
  if (PREPOSITIONS.has(first.folded) || AT.has(first.folded) || OF.has(first.folded)) return undefined;
  const head = ARTICLES.has(first.folded) ? tokens[from + 1] : first;
  if (head === undefined || !(isCapitalized(head) || isOrganizationKind(head.text))) return undefined;
  if (scanName(source, tokens, from)?.value.known === true) return undefined;
  const found = bodyAt(source, tokens, from, to);
  if (found === undefined || found.next > to || !/\p{Lu}/u.test(found.named.body.name)) return undefined;
  return followedByVerb && !isVerbAt(tokens, found.next) ? undefined : found.named.body;
}

/** `X partagera les chiffres de son rapport « Y »`; `X a suivi trente lieux. Son rapport « Y »`: X is the subject meant. */
function ownerBefore(source: string, tokens: readonly Token[], at: number): OrganizationName | undefined {
  const possessive = /^(?:futur|future|premier|premiere|nouveau|nouvelle|dernier|derniere)$/.test(
    tokens[at - 1]?.folded ?? '',
  )
    ? at - 2
    : at - 1;
  if (!/^(?:son|sa)$/.test(tokens[possessive]?.folded ?? '')) return undefined;
  const opens = possessive === 0 || isSentenceEnd(tokens, possessive - 1);
  return opens
    ? subjectBefore(source, tokens, possessive - 1, possessive - 1, true)
    : subjectBefore(source, tokens, possessive, possessive, true);
}

/** `un travail de concertation, piloté par X et Y, a réuni … pour définir un schéma Z`: the only ones that the sentence has. */
function carriersOfWork(source: string, tokens: readonly Token[], verb: number): readonly OrganizationName[] {
  let from = verb;
  while (from > 0 && verb - from < LONGEST_SENTENCE && !isSentenceEnd(tokens, from - 1)) from -= 1;
  const before = textOf(source, tokens, from, verb);
  const carriers = carriersIn(before);
  const second = before.slice(before.indexOf(' par ') + 4);
  return CARRIED_BY.test(second) ? [] : carriers;
}
