import { CIVILITIES, TITLES } from '../../domain/civility.ts';
import { rememberedAt } from '../text/memo.ts';
import type { Found } from '../text/scan.ts';
import { isAllCaps, isCapitalized, type Token, textOf } from '../text/tokens.ts';
import { FRENCH_PARTICLES, OTHER_PARTICLES } from '../words/connectors.ts';
import { isGivenName } from '../words/given-names.ts';
import { isOrganizationWord } from '../words/organizations.ts';
import {
  afterInitials,
  canBeName,
  isGivenShape,
  isInitials,
  isNamePart,
  isSetOff,
  isSurnameInCapitals,
  looksLikeBody,
} from './name-shape.ts';

/** A person's name as it stands in a text. */
export interface PersonName {
  /** Given name first, surname in normal case. */
  readonly name: string;
  /** As printed, on one line, without civility where there is a given name. */
  readonly surface: string;
  /** The given name is a known one, or initials before a surname. Without it, only its place can vouch for the name. */
  readonly known: boolean;
}

/** `list`: names stand bare or before their post, and `de X` after a full name is a body. `prose`: it is a particle. */
export type NameMode = 'list' | 'prose';

/**
 * Reads a person's name: given name and surname (particles, hyphens, apostrophes, initials), or SURNAME in capitals
 * and given name. A single word is a name only after a civility (`Mme Untel`), which its surface then holds.
 */
export function scanName(
  source: string,
  tokens: readonly Token[],
  at: number,
  mode: NameMode = 'list',
): Found<PersonName> | undefined {
  return names(tokens, at, mode === 'list' ? 0 : 1, () => {
    const start = skipCivility(tokens, at);
    return (
      surnameFirst(source, tokens, start) ??
      givenFirst(source, tokens, start, mode) ??
      surnameAlone(source, tokens, at, start)
    );
  });
}

/**
 * `DUPONT` -> `Dupont`, `LE GALL` -> `Le Gall`, `DE LA TOUR` -> `de la Tour`; words with a small letter stay, and so do
 * initials: a single capital, or two where the given name stands first and they are no particle (`JB DUPONT`).
 */
export function titleCase(text: string, givenFirst = false): string {
  return text
    .split(' ')
    .map((word, at, all) => {
      const small = word.toLowerCase();
      const particle = FRENCH_PARTICLES.has(small) || OTHER_PARTICLES.has(small);
      if (
        /\p{Ll}/u.test(word) ||
        INITIALS.test(word) ||
        (givenFirst && at === 0 && !particle && /^\p{Lu}{2}$/u.test(word))
      )
        return word;
      if (FRENCH_PARTICLES.has(small) || (small === 'la' && all[at - 1]?.toLowerCase() === 'de')) return small;
      return word
        .toLowerCase()
        .replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}

// --- internal ---

const names = rememberedAt<Found<PersonName> | undefined>(2);

/** `J`, `J.`, `J.-B.`, `J-B` */
const INITIALS = /^\p{Lu}\.?(?:[-‐‑]\p{Lu}\.?)?$/u;

/** Letters that stand for a given name together: `Ph. Untel`, `Th. Untel`. */
const DIGRAPHS = /^(?:Ch|Chr|Cl|Fr|Ph|Th)$/;

/** More capitalised words than this in a row are a title, not a name. */
const MAX_WORDS = 6;

function skipCivility(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined) return at;
  if (TITLES.has(token.folded) && isCapitalized(token) && isCapitalized(tokens[at + 1])) return at + 1;
  if (!CIVILITIES.has(token.folded.replace(/\.$/, ''))) return at;
  if (tokens[at + 1]?.text !== '.') return at + 1;
  // `M.-A. Untel`: initials.
  return tokens[at + 2]?.text === '-' && tokens[at + 2]?.spaced === false ? at : at + 2;
}

/** `M. Le Guen`, `Mme Durand`; `MM.` and `Mmes` speak of several. */
function surnameAlone(
  source: string,
  tokens: readonly Token[],
  at: number,
  start: number,
): Found<PersonName> | undefined {
  if (start === at || /^(?:mm|mmes|me)$/.test(tokens[at]?.folded ?? '') || !isCapitalized(tokens[at])) return undefined;
  const first = tokens[start]?.folded ?? '';
  const particle = FRENCH_PARTICLES.has(first) || first === 'le' || first === 'la' ? 1 : 0;
  const surname = tokens[start + particle];
  if (!isNamePart(surname) || surname?.newline === true) return undefined;
  const next = start + particle + 1;
  if (isNamePart(tokens[next]) && !isBreak(tokens, next, false)) return undefined;
  return {
    value: {
      name: titleCase(textOf(source, tokens, start, next)),
      surface: textOf(source, tokens, at, next),
      known: true,
    },
    next,
  };
}

function surnameFirst(source: string, tokens: readonly Token[], start: number): Found<PersonName> | undefined {
  let at = start;
  while (isSurnameInCapitals(tokens[at]) && at - start < 4 && (at === start || !isBreak(tokens, at, true))) at += 1;
  const given = tokens[at];
  if (at === start || given === undefined || !isGivenShape(given)) return undefined;
  if (!isGivenName(given.text)) return undefined;
  let next = at + 1;
  // A second given name, as in `DURAND Jean Michel`, but never the surname of the next person.
  while (
    isCapitalized(tokens[next]) &&
    !isAllCaps(tokens[next]) &&
    isGivenName(tokens[next]?.text ?? '') &&
    !isBreak(tokens, next, false)
  )
    next += 1;
  // `…, ACRONYM` at a line end, then `Prénom Nom`: the given name starts a name of its own.
  if (isNamePart(tokens[next]) && !isAllCaps(tokens[next]) && tokens[next]?.newline === false) return undefined;
  const surname = titleCase(textOf(source, tokens, start, at));
  return {
    value: {
      name: `${textOf(source, tokens, at, next)} ${surname}`,
      surface: textOf(source, tokens, start, next),
      known: true,
    },
    next,
  };
}

function givenFirst(
  source: string,
  tokens: readonly Token[],
  start: number,
  mode: NameMode,
): Found<PersonName> | undefined {
  const first = tokens[start];
  if (first === undefined || !isGivenShape(first) || !canBeName(first)) return undefined;
  const initials = isInitials(first) || (DIGRAPHS.test(first.text) && tokens[start + 1]?.text === '.');
  const from = initials ? afterInitials(tokens, start) : start + 1;
  let at = from;
  let surnames = 0;
  let givens = 1;
  while (at < tokens.length && at - from < MAX_WORDS - 1) {
    const token = tokens[at] as Token;
    if (isBreak(tokens, at, surnames === 0 || OTHER_PARTICLES.has(tokens[at - 1]?.folded ?? ''))) break;
    const particle = particleAt(tokens, at, surnames, mode);
    if (particle > 0) {
      at += particle + 1;
      surnames += 1;
    } else if (isNamePart(token)) {
      if (
        surnames === 0 &&
        givens === 1 &&
        isGivenName(token.text) &&
        isNamePart(tokens[at + 1]) &&
        !isAllCaps(token) &&
        !isBreak(tokens, at + 1, false)
      )
        givens += 1;
      else surnames += 1;
      at += 1;
    } else break;
  }
  if (surnames === 0 && givens < 2) return undefined;
  const surface = textOf(source, tokens, start, at);
  const known = initials || isGivenName(first.text) || isSetOff(tokens, start, at);
  if (!known && looksLikeBody(tokens, start, at)) return undefined;
  return { value: { name: titleCase(surface, true), surface, known }, next: at };
}

/** A name may run over a line end only while it is plainly unfinished. */
const isBreak = (tokens: readonly Token[], at: number, unfinished: boolean): boolean =>
  (tokens[at]?.newline ?? true) && !unfinished;

/** Length in tokens of a particle at `at` that a capitalised word follows; 0 where there is none. */
function particleAt(tokens: readonly Token[], at: number, surnames: number, mode: NameMode): number {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const french = FRENCH_PARTICLES.has(token.folded);
  if (!french && !OTHER_PARTICLES.has(token.folded)) return 0;
  if (french && isCapitalized(token) && surnames > 0 && isNamePart(next)) return 1;
  if (french && surnames > 0 && (mode === 'list' || token.folded !== "d'")) return 0;
  if (!french && isCapitalized(token)) return 0;
  const surname = (word: Token | undefined): boolean =>
    isNamePart(word) &&
    !isOrganizationWord(word?.text ?? '') &&
    // `Jean de MONTCLAR`; after a full name capitals are letters of a body.
    (!isAllCaps(word) || (surnames === 0 && (word?.text.length ?? 0) > 5));
  if (surname(next)) return 1;
  // `de la Tour`, `van der Broek`
  const double = french ? token.folded === 'de' && next?.folded === 'la' : OTHER_PARTICLES.has(next?.folded ?? '');
  return double && surnames === 0 && surname(tokens[at + 2]) ? 2 : 0;
}
