import type { Found } from '../text/scan.ts';
import { isCapitalized, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS } from '../words/connectors.ts';
import { ITEM_VERBS } from '../words/projects.ts';
import { kindOf, stops } from './nouns.ts';
import { type NamedProject, stewardsAt } from './project-name.ts';

/** `l'observatoire de l'accessibilité`, `la cartographie nationale des lieux …`: a thing called by what it is. */
export function describedAt(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const noun = tokens[at] as Token;
  const kind = kindOf(noun);
  if (kind === undefined || !DESCRIBED.has(noun.folded) || !DEFINITE.has(tokens[at - 1]?.folded ?? ''))
    return undefined;
  let next = at + 1;
  let content = 0;
  while (next < tokens.length && next - at <= 14) {
    const token = tokens[next] as Token;
    const small = OF.has(token.folded) || ARTICLES.has(token.folded) || INSIDE.has(token.folded);
    if (token.kind === 'punct' || token.newline || stops(token) || isCapitalized(token) || ITEM_VERBS.has(token.folded))
      break;
    if (PREPOSITIONS.has(token.folded) && !small) break;
    if (tokens[next + 1]?.folded === 'par' || token.folded === 'ainsi' || /.{3}ant$/.test(token.folded)) break;
    if (!small) content += 1;
    next += 1;
  }
  while (
    next > at + 1 &&
    (OF.has(tokens[next - 1]?.folded ?? '') ||
      ARTICLES.has(tokens[next - 1]?.folded ?? '') ||
      INSIDE.has(tokens[next - 1]?.folded ?? ''))
  )
    next -= 1;
  if (content < 2 && !OF.has(tokens[at + 1]?.folded ?? '')) return undefined;
  if (content < 1) return undefined;
  const surface = textOf(source, tokens, at, next);
  const stewards = stewardsAt(source, tokens, next);
  const end = (tokens[next - 1] as Token).end;
  return {
    value: { name: surface, surface, kind, start: noun.start, end, stewards },
    next,
  };
}

// --- internal ---

/** Nouns of things that often have no other name than their description. */
const DESCRIBED = new Set([
  'observatoire',
  'cartographie',
  'referentiel',
  'rapport',
  'barometre',
  'panorama',
  'schema',
  'standard',
  'indice',
  'annuaire',
]);
/** Prepositions that such a description goes on after: `le rapport sur …`, `l'annuaire des ressources en …`. */
const INSIDE = new Set(['sur', 'en', 'a', 'au', 'aux']);

const DEFINITE = new Set(['le', 'la', "l'", 'du', 'au', 'son', 'futur', 'premier', 'premiere', 'un']);
