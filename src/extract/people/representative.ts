import { isCapitalized, type Token } from '../text/tokens.ts';
import { connectorAt, isRoleAt } from './role.ts';

/** `un représentant de`, `plusieurs acteurs locaux des`: index after the preposition, or 0. */
export function representativeAt(tokens: readonly Token[], at: number): number {
  const plain = (token: Token | undefined): string => token?.folded.split(/[·.(]/)[0] ?? '';
  let next = at;
  const determiner = plain(tokens[next]);
  const bare = REPRESENTATIVES.has(determiner) && determiner.endsWith('s');
  if (!bare && !DETERMINERS.has(determiner)) return 0;
  if (!bare) next += 1;
  const noun = tokens[next];
  if (noun === undefined || isCapitalized(noun)) return 0;
  if (!REPRESENTATIVES.has(plain(noun)) && !isRoleAt(tokens, next) && !WHO_DOES.test(plain(noun))) return 0;
  next += 1;
  if (tokens[next]?.folded === 'et' && isRoleAt(tokens, next + 1)) next += 2;
  if (tokens[next]?.kind === 'word' && connectorAt(tokens, next) === 0 && connectorAt(tokens, next + 1) > 0) next += 1;
  return connectorAt(tokens, next) > 0 ? next + 1 : 0;
}

// --- internal ---

const REPRESENTATIVES = new Set([
  'representant',
  'representante',
  'representants',
  'representantes',
  'representant·e',
  'membre',
  'membres',
  'agent',
  'agents',
  'acteurs',
  'elus',
  'salaries',
  'delegation',
  'porte-parole',
  'intervenant',
  'intervenante',
  'benevole',
  'benevoles',
  'eleve',
  'eleves',
  'etudiante',
  'etudiantes',
  'usagers',
  'mediateurs',
]);

/** `une administratrice`, `un jardinier`: endings of nouns for who does something. */
const WHO_DOES = /(?:[st]eurs?|euses?|trices?|ieres?|[dlnrt]iers?|iennes?|iciens?|istes?)$/;

const DETERMINERS = new Set(['un', 'une', 'des', 'plusieurs', 'les', 'deux', 'trois', 'quelques']);
