import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { startsWith } from '../text/scan.ts';
import type { Token } from '../text/tokens.ts';
import { ARTICLES, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { NAMING_NOUNS } from '../words/naming.ts';
import { PROJECT_NOUNS } from '../words/projects.ts';

/** The kind that the noun at a token gives to what is named after it: `le tableau de bord X`, `l'outil X`. */
export const kindAt = (tokens: readonly Token[], at: number): ProjectKind | undefined =>
  tokens[at]?.folded === 'tableau' ? explainingKind(tokens, at) : kindOf(tokens[at] as Token);

/** The kind that a noun gives to what is named after it; undefined for nouns that stand before all sorts of names. */
export function kindOf(token: Token): ProjectKind | undefined {
  const kind = PROJECT_NOUNS.get(token.folded);
  return kind === 'organisation' || COMMON_NOUNS.has(token.folded) ? undefined : kind;
}

/** The kind that a noun gives to a name in quotes after it: `le plan « X »`. */
export function namingKind({ folded }: Token): ProjectKind | undefined {
  const kind = PROJECT_NOUNS.get(folded) ?? NAMING_NOUNS.get(folded);
  return kind === 'organisation' || kind === 'event' ? undefined : kind;
}

/** The kind that the noun at a token gives where it explains a name: `X, un carnet …`, `X, le tableau de bord …`. */
export function explainingKind(tokens: readonly Token[], at: number): ProjectKind | undefined {
  const noun = tokens[at]?.folded ?? '';
  if (/^jeux?$/.test(noun) && startsWith(tokens, at + 1, ['de', 'donnees'])) return 'dataset';
  if (noun === 'tableau') return startsWith(tokens, at + 1, ['de', 'bord']) ? 'software' : undefined;
  const kind = PROJECT_NOUNS.get(noun) ?? EXPLAINING.get(noun) ?? NAMING_NOUNS.get(noun);
  return kind === 'organisation' || NEVER_EXPLAIN.has(noun) ? undefined : kind;
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

/** Nouns that after a name and `un` say what it is; before a name they are said of all sorts of things. */
const EXPLAINING = new Map<string, ProjectKind>(
  (
    [
      ['service', 'simulateur calculateur comparateur maquette jumeau calendrier carte visualiseur assistant'],
      ['software', 'bibliotheque generateur robot chatbot module script'],
      ['dataset', 'inventaire catalogue registre corpus collection entrepot thesaurus glossaire lexique'],
      ['initiative', 'jeu exposition mallette malle'],
    ] as const
  ).flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [noun, kind] as const)),
);

/** Nouns that after a name more often tell of a place, an occasion or people. */
const NEVER_EXPLAIN = new Set(
  'reseau collectif appel plan action journee journees rencontre rencontres salon'.split(' '),
);

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
