import { bodyAt, isVerbAt, type NamedBody } from '../bodies/body-list.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token } from '../text/tokens.ts';
import { MADE, MAKES } from '../words/carriers.ts';
import { ARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { PRAISE } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { explainingKind } from './nouns.ts';

/**
 * `X, la grille d'évaluation de l'agence Y`, `X : un atelier de l'association Y`: what X is, of the body that ends the
 * apposition. What shows something (`une carte de la Ville`) may be of what it shows.
 * @param at index of the token after the name @param stop index of the token that the apposition must end before
 */
export function ownerInApposition(
  source: string,
  tokens: readonly Token[],
  at: number,
  stop: number,
): NamedBody | undefined {
  if (tokens[at]?.text !== ',' && tokens[at]?.text !== ':') return undefined;
  const determined = ARTICLES.has(tokens[at + 1]?.folded ?? '');
  const head = appositionNoun(tokens, at);
  const noun = tokens[head];
  if (!isLowercase(noun) || SHOWING.has(noun?.folded ?? '') || OF.has(noun?.folded ?? '')) return undefined;
  // `X, a reçu l'appui de Y`: without an article only a known noun, or one that `de` follows, is an apposition.
  if (!determined && explainingKind(tokens, head) === undefined && !OF.has(tokens[head + 1]?.folded ?? ''))
    return undefined;
  for (let next = head + 1; next < Math.min(stop, head + LONGEST_APPOSITION); next += 1) {
    const token = tokens[next];
    if (!isLowercase(token) || RELATIVES.has(token?.folded ?? '')) return undefined;
    if (!OF.has(token?.folded ?? '')) continue;
    const body = bodyAfterOf(source, tokens, next);
    if (body !== undefined) return closes(tokens, body.next, stop) ? body.named : undefined;
  }
  return undefined;
}

/** Index of the noun of an apposition after a mark: an article and a word of praise are passed over. */
export function appositionNoun(tokens: readonly Token[], mark: number): number {
  const head = ARTICLES.has(tokens[mark + 1]?.folded ?? '') ? mark + 2 : mark + 1;
  return PRAISE.has(tokens[head]?.folded ?? '') ? head + 1 : head;
}

/** `de l'agence Y`, `de l'ABC`, `des Veilleurs de Y`: a body whose kind, letters or plural show it. */
export function bodyAfterOf(source: string, tokens: readonly Token[], of: number): ReturnType<typeof bodyAt> {
  const head = ARTICLES.has(tokens[of + 1]?.folded ?? '') ? tokens[of + 2] : tokens[of + 1];
  const plural = tokens[of]?.folded === 'des' && isCapitalized(head) && /s$/.test(head?.folded ?? '');
  return isAllCaps(head) || isOrganizationKind(head?.text ?? '') || plural
    ? bodyAt(source, tokens, of, tokens.length)
    : undefined;
}

/** `X, un schéma que l'association Y maintient`, `X, le logiciel que développe Y`: who makes it, in a clause after it. */
export function makerInClause(source: string, tokens: readonly Token[], from: number): NamedBody | undefined {
  // `X : l'enquête que mène Y`
  const first = tokens[from]?.text === ':' ? from + 1 : from;
  for (let at = first; at < Math.min(tokens.length, from + LONGEST_CLAUSE); at += 1) {
    const token = tokens[at] as Token;
    if (/^[.;:!?()]$/.test(token.text)) return undefined;
    if (token.folded !== 'que' && token.folded !== "qu'") continue;
    if (MAKES.has(tokens[at + 1]?.folded ?? '')) return named(bodyAt(source, tokens, at + 2, tokens.length));
    const body = bodyAt(source, tokens, at + 1, tokens.length);
    const verb =
      body === undefined || !/^(?:a|ont)$/.test(tokens[body.next]?.folded ?? '') ? body?.next : body.next + 1;
    return verb !== undefined && MAKES.has(tokens[verb]?.folded ?? '') ? named(body) : undefined;
  }
  return undefined;
}

// --- internal ---

/** Tokens of an apposition before the body. */
const LONGEST_APPOSITION = 10;

/** Tokens from a name to the clause that tells who makes it. */
const LONGEST_CLAUSE = 16;

/** Nouns whose `de` may tell what is shown. Folded. */
const SHOWING = new Set(
  'carte cartographie plan maquette histoire portrait inventaire modele jumeau photographie panorama etude siege'.split(
    ' ',
  ),
);

const named = (body: ReturnType<typeof bodyAt>): NamedBody | undefined =>
  body !== undefined && /\p{Lu}/u.test(body.named.body.name) ? body.named : undefined;

/** The apposition ends: at a mark, a further member, a clause, or the verb of the sentence. */
function closes(tokens: readonly Token[], at: number, stop: number): boolean {
  const token = tokens[at];
  if (token === undefined || at >= stop || token.kind === 'punct' || RELATIVES.has(token.folded)) return true;
  return (
    /^(?:et|pour|avec|s'|se)$/.test(token.folded) ||
    MADE.test(token.folded) ||
    MAKES.has(token.folded) ||
    isVerbAt(tokens, at)
  );
}
