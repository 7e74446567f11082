import type { ProjectKind } from '../../domain/project.ts';
import { afterFormat } from '../format.ts';
import { skipArticle } from '../people/body-name.ts';
import { type Found, isQuote } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { ARTICLES, PREPOSITIONS, PRONOUNS } from '../words/connectors.ts';
import { OPENERS } from '../words/naming.ts';
import { isRoleWord } from '../words/roles.ts';
import { commaAfter, saysMore } from './introduced.ts';
import { explainingKind, kindOf, stops } from './nouns.ts';
import { afterParenthesis, type NamedProject, nameAt, nameEnd } from './project-name.ts';

/**
 * `X, un service de …`, `X est une plateforme …`: a name that a noun of its kind explains.
 * @param inList in lists of people, where after a comma only `le service …` or a thing (`un logiciel`) explains
 */
export function explained(
  source: string,
  tokens: readonly Token[],
  at: number,
  inList: boolean,
): Found<NamedProject> | undefined {
  const token = tokens[at] as Token;
  if (!isCapitalized(token) && !isQuote(token) && !/\.\p{L}{2,4}$/u.test(token.text)) return undefined;
  if (isRoleWord(token.text) || PRONOUNS.has(token.folded) || OPENERS.has(token.folded)) return undefined;
  // `Retour d'expérience sur X, une plateforme …`: the format of a session is no part of a name.
  if (afterFormat(tokens, at) > at) return undefined;
  if (!saysMore(tokens, at)) return undefined;
  const start = skipArticle(tokens, at);
  const end = ownNounEnd(tokens, at) ?? nameEnd(source, tokens, start);
  if (end === undefined) return undefined;
  const said = explanationAt(tokens, afterParenthesis(tokens, end), inList);
  const found = said === undefined ? undefined : nameAt(source, tokens, start, said.kind, start, end);
  if (said === undefined || found === undefined) return undefined;
  if (said.loose && found.value.stewards.length === 0) return undefined;
  // The noun that explains it names nothing of its own.
  return { value: said.introduces ? { ...found.value, introduced: true } : found.value, next: said.next };
}

// --- internal ---

/** `de la Base adresse de X, un jeu …`: inside a sentence a noun in capitals opens a name, which runs to the comma. */
function ownNounEnd(tokens: readonly Token[], at: number): number | undefined {
  const inside = isLowercase(tokens[at - 1]) && isCapitalized(tokens[at]) && !isAllCaps(tokens[at]);
  return inside && explainingKind(tokens, at) !== undefined ? commaAfter(tokens, at) : undefined;
}

/** Kinds that nobody is. */
const THINGS: ReadonlySet<ProjectKind> = new Set<ProjectKind>(['digital-common', 'software', 'dataset']);

/** What the words after a name say of it. */
interface Explanation {
  readonly kind: ProjectKind;
  /** Index after the noun. */
  readonly next: number;
  /** `un`: it is told to those who do not know it. */
  readonly introduces: boolean;
  /** A noun without an article that may stand after other names: only with who carries it does it say enough. */
  readonly loose: boolean;
}

/** `, un service de …`, `, première plateforme …`, `est une démarche …`. */
function explanationAt(tokens: readonly Token[], at: number, inList: boolean): Explanation | undefined {
  let next = at;
  if (tokens[next]?.text === ',') next += 1;
  else if (tokens[next]?.folded === 'est') next += 1;
  else return undefined;
  const article = tokens[next]?.folded ?? '';
  const definite = ['le', 'la', "l'"].includes(article);
  const indefinite = /^une?$/.test(article);
  if (inList && !definite && !indefinite) return undefined;
  const determined = ARTICLES.has(article) || article === 'ce' || article === 'cet';
  if (determined) next += 1;
  for (let step = 0; step < 3; step += 1, next += 1) {
    const token = tokens[next];
    if (
      token === undefined ||
      !isLowercase(token) ||
      stops(token) ||
      PREPOSITIONS.has(token.folded) ||
      ARTICLES.has(token.folded)
    )
      return undefined;
    const plain = kindOf(token);
    const kind = plain ?? (inList ? undefined : explainingKind(tokens, next));
    const loose = plain === undefined && !indefinite;
    // In a list of people `X, un réseau` may well be who takes part; a common or a piece of software is not.
    if (kind !== undefined && (!inList || definite || THINGS.has(kind)))
      return { kind, next: next + 1, introduces: indefinite, loose };
  }
  return undefined;
}
