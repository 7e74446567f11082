import type { Found } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, EN_BREAKS, OF, PREPOSITIONS, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { isAcronymOf } from './acronym.ts';
import { type OrganizationName, skipArticle } from './body-name.ts';
import { scanName } from './name.ts';

/** After `de`, `du`, `l'` a capitalised word completes the kind (`équipe d'X`); otherwise it is the body's own name. */
export const hangsOn = (before: Token | undefined): boolean =>
  before !== undefined && (OF.has(before.folded) || ARTICLES.has(before.folded));

/** `de la Solidarité`, `des droits`, `du Sud`: what hangs on a proper name; index after it, 0 where it is not one. */
export function ofComplement(source: string, tokens: readonly Token[], at: number): number {
  let next = at + 1;
  if (tokens[next]?.folded === 'la' || tokens[next]?.folded === "l'" || tokens[next]?.folded === 'les') next += 1;
  const word = tokens[next];
  if (word === undefined || word.kind !== 'word' || isRoleWord(word.text) || PRONOUNS.has(word.folded)) return 0;
  if (isCapitalized(word) && scanName(source, tokens, next)?.value.known === true) return 0;
  if (!isCapitalized(word) && !isLowercase(word)) return 0;
  return next + 1;
}

/** `les Fédérations du Nord et des Landes`: the complement of a plural goes on after `et`. @param start of the name */
export const isSharedComplement = (tokens: readonly Token[], start: number, at: number): boolean =>
  tokens[at]?.folded === 'et' &&
  OF.has(tokens[at + 1]?.folded ?? '') &&
  isCapitalized(tokens[at + 2]) &&
  /^\p{Lu}\p{Ll}+s$/u.test(tokens[start]?.text ?? '') &&
  OF.has(tokens[start + 1]?.folded ?? '');

/** `centre pour l'Étude et l'Observation`: what a body is for, in capitals on both sides of *et*. */
export const isParallel = (tokens: readonly Token[], at: number): boolean =>
  ['pour', 'sur'].includes(tokens[at - 3]?.folded ?? '') &&
  ARTICLES.has(tokens[at - 2]?.folded ?? '') &&
  [at - 1, at + 2].every((word) => isCapitalized(tokens[word]) && !isAllCaps(tokens[word])) &&
  !isOrganizationKind(tokens[at + 2]?.text ?? '');

/** Inside a proper name that begins at `start`: index after what goes on with it at `at`, or `at`. */
export function goesOn(source: string, tokens: readonly Token[], start: number, at: number): number {
  const token = tokens[at] as Token;
  if (isCapitalized(token) && !isRoleAhead(tokens, at)) return at + 1;
  if (token.kind === 'number') return at + 1;
  if ((token.text === '&' || token.text === '+') && isCapitalized(tokens[at + 1])) return at + 2;
  const complement = OF.has(token.folded) ? ofComplement(source, tokens, at) : 0;
  if (complement > 0) return complement;
  if (isSharedComplement(tokens, start, at)) return at + 3;
  if (INSIDE_NAMES.has(token.folded) && isCapitalized(tokens[at + 1])) return at + 2;
  if (actsAt(tokens, at)) return at + 3;
  return isTail(tokens, at) ? at + 1 : at;
}

/** Inside a name that began with a kind word: may the token at `at` go on with it? */
export function continues(source: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.kind === 'number') return true;
  // At a line start a hyphen is the bullet of the next entry.
  if (token.text === '-' || token.text === '&') return !token.newline && isCapitalized(next);
  const delegated = /^deleguee?s?$/;
  if (delegated.test(token.folded) && isOrganizationKind(tokens[at - 1]?.text ?? '')) return true;
  if (token.folded === 'a' && delegated.test(tokens[at - 1]?.folded ?? '')) return true;
  if (actsAt(tokens, at)) return true;
  // `Délégation générale à la pêche`, `Commissariat à l'énergie`
  if (token.folded === 'a' && ARTICLES.has(next?.folded ?? ''))
    return [tokens[at - 1], tokens[at - 2]].some((word) => CHARGED_WITH.has(word?.folded ?? ''));
  // `Main à Main`: the same word on both sides.
  if (token.folded === 'a' && tokens[at - 1]?.folded === next?.folded) return true;
  // `Grand Est` is a place, `est` a verb.
  if (RELATIVES.has(token.folded) || PRONOUNS.has(token.folded)) return false;
  // `le projet X initié par Y`
  if (next?.folded === 'par' && isLowercase(token)) return false;
  if (STOPS.has(token.folded) && token.text !== 'Est') return false;
  if (isCapitalized(token)) return !isRoleAhead(tokens, at) || PARTS.has(tokens[at - 1]?.folded ?? '');
  if (token.folded === 'pour' && (worksFor(tokens, at) || /(?:er|ir|oir|dre|tre)$/.test(next?.folded ?? '')))
    return false;
  if (token.folded === 'en') return next !== undefined && !EN_BREAKS.has(next.folded);
  if (token.folded === 'et') return etContinues(source, tokens, at);
  if (token.folded === 'au' && (next?.folded === 'sein' || next?.folded === 'titre')) return false;
  if (['a', 'au', 'aux', 'chez', 'dans', 'avec', 'par', 'sous', 'lors'].includes(token.folded))
    return token.folded === 'au' || token.folded === 'a' || token.folded === 'aux'
      ? isLowercase(next) &&
          !isRoleWord(next?.text ?? '') &&
          !ARTICLES.has(next?.folded ?? '') &&
          !isOrganizationKind(next?.text ?? '')
      : false;
  if (PREPOSITIONS.has(token.folded) || ARTICLES.has(token.folded))
    return next !== undefined && next.kind === 'word' && (token.folded === 'des' || !isRoleWord(next.text));
  if (/(?:ant|ants)$/.test(token.folded) && token.folded.length > 6) return false;
  // `centre hospitalier universitaire`: an adjective as well.
  if (/^universitaires?$/.test(token.folded)) return true;
  if (isRoleWord(token.text) && !token.newline && isLowercase(token))
    return OF.has(tokens[at - 1]?.folded ?? '') || ARTICLES.has(tokens[at - 1]?.folded ?? '');
  return true;
}

/**
 * `l'agence des rivages vivants (ARV)`: letters in parentheses vouch for words that would not go on with a name by
 * themselves. Gives the longer name, or the one found where they do not.
 * @param start where the name begins
 */
export function vouched(
  source: string,
  tokens: readonly Token[],
  start: number,
  found: Found<OrganizationName>,
): Found<OrganizationName> {
  const { value, next } = found;
  let open = next;
  while (open - next <= MAX_VOUCHED && tokens[open]?.kind === 'word') open += 1;
  const letters = tokens[open + 1];
  const bracketed = tokens[open]?.text === '(' && tokens[open + 2]?.text === ')';
  if (open === next || !bracketed || letters === undefined || value.within !== undefined) return found;
  const spells = (end: number): boolean => isAcronymOf(letters.text, textOf(source, tokens, start, end));
  if (spells(next) || !spells(open)) return found;
  const more = textOf(source, tokens, next, open);
  return { value: { ...value, name: `${value.name} ${more}`, surface: `${value.surface} ${more}` }, next: open };
}

/** The line before the token ends in the middle of a group, so the name runs over the line end. */
export function endsOpen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    before.kind === 'word' &&
    (PREPOSITIONS.has(before.folded) || ARTICLES.has(before.folded) || before.folded === 'et')
  );
}

/** `passerelle.coop`: a name that is an address on the web. */
export const isDomain = (token: Token): boolean =>
  token.text.includes('.') &&
  /^[\p{L}\p{N}@-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(token.text) &&
  !/[·•]/.test(token.text) &&
  DOMAIN_END.test(token.folded);

// --- internal ---

const MAX_VOUCHED = 4;

/** Small words that a proper name goes on after: `Coder pour Tous`. */
const INSIDE_NAMES = new Set(['en', 'les', 'la', 'sur', 'pour', 'sans', 'for', 'of', 'a']);

/** Kinds of bodies that are named by what they see to, after *à*. */
const CHARGED_WITH = new Set(
  'delegation delegations commissariat commissariats haut-commissariat secretariat secretariats'.split(' '),
);

/** `département Opérateur de services`: what such a part is called may be the word for a trade. */
const PARTS = new Set(['departement', 'departements', 'pole', 'bureau']);

/** `Internet et Société`, `des Dons et des Legs`; not the next person, post or body. */
function etContinues(source: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word' || next.newline || isRoleWord(next.text)) return false;
  if (STOPS.has(next.folded) || ['par', 'puis'].includes(next.folded)) return false;
  if (next.text === '/' || tokens[at + 1]?.text === '/') return false;
  const after = skipArticle(tokens, PREPOSITIONS.has(next.folded) ? at + 2 : at + 1);
  // `la Maison de X et du LaSAS`: letters of its own are another body's.
  if (OF.has(next.folded) && isOwnLetters(tokens[after]) && !isAllCaps(tokens[at - 1])) return false;
  if (
    isOrganizationKind(tokens[after]?.text ?? '') &&
    !(after === at + 1 && isCapitalized(tokens[after]) && isCapitalized(tokens[at - 1]))
  )
    return false;
  if (ARTICLES.has(next.folded)) return isParallel(tokens, at);
  const person = scanName(source, tokens, at + 1);
  return person === undefined || (!person.value.known && isLowercase(next));
}

/** `Lire à l'ombre`: what one does, where or how. */
const actsAt = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'a' &&
  /^\p{Lu}\p{Ll}+(?:er|ir|re)$/u.test(tokens[at - 1]?.text ?? '') &&
  ARTICLES.has(tokens[at + 1]?.folded ?? '') &&
  isLowercase(tokens[at + 2]);

/** `la coopérative X pour le CHY`: whom X works for. */
const worksFor = (tokens: readonly Token[], at: number): boolean =>
  ARTICLES.has(tokens[at + 1]?.folded ?? '') &&
  isAllCaps(tokens[at + 2]) &&
  isCapitalized(tokens[at - 1]) &&
  !isOrganizationKind(tokens[at - 1]?.text ?? '');

/** `CNRS`, `LaSAS` */
const isOwnLetters = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}\S*\p{Lu}/u.test(token.text) && !token.text.includes('-');

const DOMAIN_END = /\.(?:fr|org|com|net|eu|info|coop|io|gouv|tech|dev|be|ch|ca|brussels|bzh|paris|education|social)$/;

/** Words after which a name of a body cannot go on. */
const STOPS = new Set(
  `est sont sera seront etait avec qui ainsi accompagne accompagnee accompagnes represente representee representes puis
  mais car afin comme lors suivi suivie anime animee animes par autour depuis presente presentent propose proposent
  permet vise va ont a developpe realise porte portee deleguee delegue charge chargee chargees soit partagera partage
  partageront reviendra reviennent revient temoignera presentera explique dispose ouvre notamment egalement actuellement
  aujourd'hui ancien ancienne ex sous`.split(/\s+/),
);

/** A post begins here; a capitalised plural (`X Avocats`) is part of a firm's name. */
const isRoleAhead = (tokens: readonly Token[], at: number): boolean =>
  isRoleWord(tokens[at]?.text ?? '') && !isAllCaps(tokens[at]) && !/s$/.test(tokens[at]?.folded ?? '');

/** A small adjective or noun that closes a proper name: `Plaines numériques`, `Carnet culture`. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!isLowercase(token) || token.newline || isRoleWord(token.text) || token.folded === 'et' || token.folded === 'ou')
    return false;
  if (
    PREPOSITIONS.has(token.folded) ||
    ARTICLES.has(token.folded) ||
    RELATIVES.has(token.folded) ||
    PRONOUNS.has(token.folded) ||
    STOPS.has(token.folded)
  )
    return false;
  if (
    /(?:ant|e|ent|ee|ees|era|eront)$/.test(token.folded) &&
    !/(?:que|ques|iere|aire|ale|tive|enne|ose|ture)$/.test(token.folded) &&
    tokens[at + 1]?.kind === 'word'
  )
    return false;
  const next = tokens[at + 1];
  return (
    next === undefined || next.kind === 'punct' || next.newline || next.folded === 'et' || PREPOSITIONS.has(next.folded)
  );
}
