import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { isAcronymOf } from './acronym.ts';

/**
 * `laboratoire Techniques, Territoires et Sociétés`, `centre de recherche sur l'Eau, les Vents et la Terre`: index after
 * the last of the listed words, 0 where it is no such name.
 */
export function enumeratedName(tokens: readonly Token[], comma: number): number {
  const single = (at: number): boolean =>
    isCapitalized(tokens[at]) && !isAllCaps(tokens[at]) && !isRoleWord(tokens[at]?.text ?? '');
  const determined = (at: number): boolean =>
    ARTICLES.has(tokens[at - 1]?.folded ?? '') && single(at) && !isOrganizationKind(tokens[at]?.text ?? '');
  if (determined(comma - 1) && determined(comma + 2) && tokens[comma + 3]?.folded === 'et' && determined(comma + 5))
    return comma + 6;
  if (single(comma - 1) && explained(tokens, comma)) return comma + 4;
  return single(comma - 1) &&
    single(comma + 1) &&
    tokens[comma + 2]?.folded === 'et' &&
    single(comma + 3) &&
    !isCapitalized(tokens[comma + 4])
    ? comma + 4
    : 0;
}

// --- internal ---

/** `laboratoire Sols, aliments et sociétés (LaSAS)`: the letters in parentheses are those of all the words. */
function explained(tokens: readonly Token[], comma: number): boolean {
  const words = tokens.slice(comma - 2, comma + 4).filter((_, at) => at !== 2);
  const [et, open, letters, close] = [comma + 2, comma + 4, comma + 5, comma + 6].map((at) => tokens[at]?.text);
  return (
    [comma + 1, comma + 3].every((at) => isLowercase(tokens[at])) &&
    et === 'et' &&
    open === '(' &&
    close === ')' &&
    isAcronymOf(letters ?? '', words.map(({ text }) => text).join(' '))
  );
}
