import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import type { Token } from '../text/tokens.ts';
import { ARTICLES, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { PROJECT_NOUNS } from '../words/projects.ts';

/** The kind that a noun gives to what is named after it; undefined for nouns that stand before all sorts of names. */
export function kindOf(token: Token): ProjectKind | undefined {
  const kind = PROJECT_NOUNS.get(token.folded);
  return kind === 'organisation' || COMMON_NOUNS.has(token.folded) ? undefined : kind;
}

/** Words that no project's name goes past. */
export const stops = (token: Token): boolean =>
  RELATIVES.has(token.folded) ||
  PRONOUNS.has(token.folded) ||
  token.folded === 'et' ||
  token.folded === 'par' ||
  token.folded === 'pour';

/** Words before a noun that say that a certain thing is meant. */
export const DETERMINERS = new Set([
  ...ARTICLES,
  'du',
  'au',
  'des',
  'aux',
  'ce',
  'cet',
  'cette',
  'son',
  'sa',
  'notre',
  'leur',
  'nouveau',
  'nouvelle',
  'premier',
  'premiere',
]);

/** Words that are printed with a capital and name no project. */
export const isGeneral = (name: string): boolean => GENERAL.has(fold(name));

// --- internal ---

/** Folded. */
const GENERAL = new Set([
  'etat',
  "l'etat",
  'internet',
  'web',
  'ia',
  'europe',
  'france',
  'covid-19',
  'open source',
  'open data',
  'gafam',
  'collectivites territoriales',
]);

/** Nouns of the list that stand before all sorts of names. */
const COMMON_NOUNS = new Set([
  'plan',
  'base',
  'site',
  'jeu',
  'donnees',
  'experience',
  'guide',
  'livre',
  'parcours',
  'reseau',
  'collectif',
  'cafe',
  'appel',
  'bus',
  'permanence',
  'journee',
  'journees',
  'salon',
  'rencontre',
  'rencontres',
  'strategie',
]);
