import { fold } from '../../domain/fold.ts';
import { skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { closing, type Found, isQuote } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { CARRIES } from '../words/carriers.ts';
import { ARTICLES, PRONOUNS } from '../words/connectors.ts';
import { BODY_NOUNS, OPENERS } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { makersBefore } from './maker.ts';
import { explainingKind } from './nouns.ts';
import { afterParenthesis, type NamedProject, nameAt, nameEnd, stewardsAt } from './project-name.ts';
import { makingVerbBefore } from './verbs.ts';

/** `Les Veilleurs ont conçu X, une sonde …`: the object of a verb of making, which a noun of any kind explains. */
export function made(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const first = tokens[at] as Token;
  if (!opensName(first) || makingVerbBefore(tokens, at) === undefined) return undefined;
  if (scanName(source, tokens, at)?.value.known === true || isOrganizationKind(first.text)) return undefined;
  const end = commaAfter(tokens, at);
  if (end === undefined || !ARTICLES.has(tokens[end + 1]?.folded ?? '') || !isLowercase(tokens[end + 2]))
    return undefined;
  const noun = tokens[end + 2] as Token;
  if (BODY_NOUNS.has(noun.folded) || isRoleWord(noun.text)) return undefined;
  const quoted = isQuote(first);
  const [from, to] = quoted ? [at + 1, end - 1] : [at, end];
  const name = textOf(source, tokens, from, to);
  const carriers = stewardsAt(source, tokens, end);
  return {
    value: {
      name,
      surface: name,
      kind: explainingKind(tokens, end + 2) ?? 'initiative',
      start: (tokens[from] as Token).start,
      end: (tokens[to - 1] as Token).end,
      introduced: true,
      stewards: carriers.length > 0 ? carriers : makersBefore(source, tokens, at),
    },
    next: end + 3,
  };
}

/** `L'Atelier des quais, porté par X, …`: a name, and right after it who carries what is called so. */
export function carried(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const first = tokens[at] as Token;
  if (!opensName(first) || isRoleWord(first.text) || PRONOUNS.has(first.folded)) return undefined;
  if (!saysMore(tokens, at)) return undefined;
  const start = skipArticle(tokens, at);
  const end = nameEnd(source, tokens, start);
  const comma = end === undefined ? -1 : afterParenthesis(tokens, end);
  if (tokens[comma]?.text !== ',') return undefined;
  const after = fold(textOf(source, tokens, comma + 1, comma + 8));
  const isBody = isOrganizationKind(tokens[start]?.text ?? '');
  if (CARRIES.exec(after)?.index !== 0 || !(isBody ? CARRIED_ON : CARRIED).test(after)) return undefined;
  const found = nameAt(source, tokens, start, 'initiative');
  return found === undefined || found.value.stewards.length === 0
    ? undefined
    : { ...found, value: { ...found.value, introduced: true } };
}

/** Index of the comma right after a name of a few words, quoted or not. */
export function commaAfter(tokens: readonly Token[], at: number): number | undefined {
  if (isQuote(tokens[at])) {
    const close = closing(tokens, at, LONGEST_NAME + 6);
    return tokens[close + 1]?.text === ',' ? close + 1 : undefined;
  }
  for (let end = at + 1; end <= at + LONGEST_NAME; end += 1) {
    const token = tokens[end];
    if (token?.text === ',') return end;
    if (token === undefined || (token.kind === 'punct' && !/^['’&-]$/u.test(token.text))) return undefined;
  }
  return undefined;
}

/** A comma or `est` stands near: most capitals have none, and the end of a name is not looked for there. */
export function saysMore(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + FARTHEST); next += 1)
    if (tokens[next]?.text === ',' || tokens[next]?.folded === 'est') return true;
  return false;
}

// --- internal ---

/** Tokens from the start of a name to what is said of it, brackets included. */
const FARTHEST = 24;

/** Tokens of a name between a verb and the comma after it. */
const LONGEST_NAME = 7;

/** What one may do for a body as well (`créée par`) does not make it a project. */
const CARRIED =
  /^(?:porte|pilote|developpe|edite|publie|concu|cree|lance|imagine|initie|maintenu|produit|tenu|mise?s? )/;
const CARRIED_ON = /^(?:porte|pilote|developpe|edite|publie|concu)/;

const opensName = (token: Token): boolean =>
  isQuote(token) || (isCapitalized(token) && !OPENERS.has(token.folded) && token.kind === 'word');
