import { afterFormat } from '../format.ts';
import { scanName } from '../people/name.ts';
import { explainingKind } from '../projects/nouns.ts';
import { appositionNoun } from '../projects/owner.ts';
import { isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { OF } from '../words/connectors.ts';
import { BODY_NOUNS, OPENERS } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import type { Scanned } from './context.ts';
import type { Named } from './project-named.ts';
import { carriersAfter } from './stewards.ts';
import { linked, printedTitle, type Title } from './title.ts';

/**
 * `- X, le planning d'astreinte que développe Y ;`, `1. X : l'enquête de Y`: an item of a list that opens with a name, and
 * then says what it is. A noun that is not of projects is one here where the item says whose it is.
 */
export function byItem(text: Scanned, at: number): Named[] | undefined {
  if (text.kind !== 'item' || at !== 0) return undefined;
  const title = openingTitle(text);
  const mark = title === undefined ? undefined : text.tokens[title.next];
  if (title === undefined || !isListMark(mark)) return undefined;
  const noun = appositionNoun(text.tokens, title.next);
  const word = text.tokens[noun];
  if (word === undefined || !isLowercase(word) || isRoleWord(word.text) || BODY_NOUNS.has(word.folded))
    return undefined;
  const kind = explainingKind(text.tokens, noun);
  if (kind === undefined && isOrganizationKind(text.tokens[0]?.text ?? '')) return undefined;
  const carriers = carriersAfter(text, title.end, text.flat.length);
  if (kind === undefined && carriers.length === 0) return undefined;
  return [{ title, as: 'project', ...(kind === undefined ? {} : { kind, noun }), carriers, rule: 'project-item' }];
}

// --- internal ---

/** Tokens of a name that is neither a link nor bold. */
const LONGEST = 7;

/** The name that an item opens with: a link, words in bold, or a few words up to a comma or a colon. */
function openingTitle(text: Scanned): Title | undefined {
  const { tokens } = text;
  const first = tokens[0];
  const link = text.links.find(({ start }) => start === first?.start);
  if (link !== undefined) return linked(text, link);
  if (first === undefined || !isCapitalized(first) || !isName(text, first)) return undefined;
  if (text.opening > 0) {
    const last = tokens.findIndex(({ end }) => end >= text.opening);
    // `**X :** un outil`
    return printedTitle(text, 0, isListMark(tokens[last]) ? last : last + 1);
  }
  const end = tokens.findIndex(isListMark);
  return end > LONGEST || tokens.slice(0, end).some(isMark) ? undefined : printedTitle(text, 0, end);
}

const isListMark = (token: Token | undefined): boolean => token?.text === ',' || token?.text === ':';

const isMark = ({ kind, text }: Token): boolean => kind === 'punct' && !/^['’&+-]$/u.test(text);

/** Neither a person, a post, a format of an agenda, nor the beginning of a sentence. */
const isName = (text: Scanned, first: Token): boolean =>
  scanName(text.flat, text.tokens, 0)?.value.known !== true &&
  !isRoleWord(first.text) &&
  !OPENERS.has(first.folded) &&
  !OF.has(first.folded) &&
  afterFormat(text.tokens, 0) === 0;
