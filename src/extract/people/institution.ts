import { isAllCaps, isCapitalized, type Token } from '../text/tokens.ts';
import { LABELS, TEAMS, TERRITORIAL } from '../words/organizations.ts';

/** True when the word at `at`, after `de` or `à`, opens an institution that a smaller body may be part of. */
export function isInstitutionAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (word === undefined || PARTS_OF_NAMES.has(word.folded)) return false;
  return (
    TERRITORIAL.has(word.folded) ||
    (isAllCaps(word) && word.text.length >= 3 && !isSigleOfPlace(tokens, at)) ||
    (isCapitalized(word) && (LABELS.has(word.folded) || isSciences(tokens, at)))
  );
}

/** `le groupe de travail X de La Y`: what is part of a body ends where the body's own article says that its name begins. */
export function isWholeAt(tokens: readonly Token[], at: number, partKind: string | undefined): boolean {
  const isPart = partKind !== undefined && (partKind === 'groupe' || TEAMS.has(partKind));
  return isPart && ['La', 'Le', 'Les'].includes(tokens[at]?.text ?? '') && isCapitalized(tokens[at + 1]);
}

// --- internal ---

/** `syndicat des communes de X`, `maison des pays de Y`: they belong to the name itself. */
const PARTS_OF_NAMES = new Set(['pays', 'centre', 'centres', 'cite', 'communes', 'villes', 'departements', 'regions']);

const isSigleOfPlace = (tokens: readonly Token[], at: number): boolean => tokens[at]?.folded === 'france';

const isSciences = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'sciences' && tokens[at + 1]?.folded === 'po';
