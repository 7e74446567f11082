import { isAllCaps, isCapitalized, type Token } from '../text/tokens.ts';
import { MONTHS, WEEKDAYS } from '../words/calendar.ts';
import { isGivenName } from '../words/given-names.ts';
import { isOrganizationWord } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';

/** What the words of a person's name look like, and what looks like one and is none. */

export function isSurnameInCapitals(token: Token | undefined): boolean {
  return isAllCaps(token) && !/[\d&.]/.test((token as Token).text) && !BODIES.test((token as Token).text);
}

export function isGivenShape(token: Token): boolean {
  return (
    isInitials(token) ||
    (isCapitalized(token) && /^\p{Lu}[\p{Ll}\p{M}]+(?:[-‐‑]\p{L}[\p{L}\p{M}]*)*$/u.test(token.text)) ||
    (isAllCaps(token) && isGivenName(token.text))
  );
}

/** `JB`, `J.-B`, `J`: capitals that stand for a given name. */
export const isInitials = (token: Token): boolean =>
  /^\p{Lu}(?:[.\-‐]{0,2}\p{Lu})?$/u.test(token.text) && !BODIES.test(token.text);

/** Index after `J`, `J.`, or `J.-B.`, of which the tokenizer makes five tokens. */
export function afterInitials(tokens: readonly Token[], at: number): number {
  if (tokens[at + 1]?.text !== '.') return at + 1;
  const hyphen = tokens[at + 2];
  const second = tokens[at + 3];
  const double = hyphen?.text === '-' && !hyphen.spaced && second !== undefined && !second.spaced && isInitials(second);
  return double ? afterInitials(tokens, at + 3) : at + 2;
}

export function canBeName(token: Token): boolean {
  return (
    !isRoleWord(token.text) &&
    !(isOrganizationWord(token.text) && !isGivenName(token.text)) &&
    !MONTHS.has(token.folded) &&
    !WEEKDAYS.has(token.folded) &&
    !COMMON.has(token.folded)
  );
}

export function isNamePart(token: Token | undefined): boolean {
  if (token === undefined || !isCapitalized(token) || /[\d&@]/.test(token.text)) return false;
  if (/\.\p{L}{2,}$/u.test(token.text)) return false;
  return !isRoleWord(token.text) || isAllCaps(token);
}

/** `Prénom NOM DE FAMILLE`: a surname in capitals after a word that is not. An acronym is shorter. */
export function isSetOff(tokens: readonly Token[], from: number, to: number): boolean {
  const surname = tokens.slice(from + 1, to);
  return (
    !isAllCaps(tokens[from]) &&
    surname.length > 0 &&
    surname.every((token) => isAllCaps(token) && !/[\d.&]/.test(token.text)) &&
    surname.some((token) => token.text.length >= 5)
  );
}

/** An unknown given name with a word that bodies bear: `Vallée Numérique`, `Village Internet`. */
export function looksLikeBody(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at] as Token;
    if (isOrganizationWord(token.text) || (at > from && isAllCaps(token) && token.text.length <= 5)) return true;
  }
  return false;
}

/** Capitalised at the start of a sentence or a list, never a given name. */
const COMMON = new Set(
  `avec par pour dans sur sous entre vers chez selon apres avant depuis pendant lors comme mais donc or ni car si quand
  comment pourquoi quel quelle quels quelles que qui quoi ou et il elle ils elles nous vous on ce cet cette ces un une des
  du de la le les au aux en accueil pause dejeuner cafe cocktail cloture ouverture mot introduction conclusion table ronde
  atelier conference plenieres pleniere session seance visite demonstration presentation anime animee animation intervenants
  intervenantes intervenant intervenante moderation salle espace amphitheatre hall programme tout tous toute toutes
  tarif gratuit inscription duree public lieu horaires date titre theme retour experience docteur monsieur madame
  secretariat grand grande petit petite nouveau nouvelle premier premiere notre votre leur son sa ses mon ma mes rue avenue
  place boulevard saint sainte rdv attention`.split(/\s+/),
);

/** Two letters that open names of public bodies: `CH Untel`, `CC du Val`. */
const BODIES = /^(?:CA|CC|CD|CH|CR|CU)$/;
