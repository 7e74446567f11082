import type { ProjectKind } from '../../domain/project.ts';
import type { Block } from '../../read/reader.ts';
import { isAcronymOf } from '../people/acronym.ts';
import { type OrganizationName, skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { closing, type Found, isQuote } from '../text/scan.ts';
import { isCapitalized, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { ITEM_VERBS } from '../words/projects.ts';
import { carriersIn } from './carried-by.ts';
import { isGeneral, stops } from './nouns.ts';
import { makerInClause, ownerInApposition } from './owner.ts';

/** A project, service, programme … that running text names. */
export interface NamedProject {
  readonly name: string;
  readonly surface: string;
  /** Its expansion or acronym in parentheses. */
  readonly alias?: string;
  readonly kind: ProjectKind;
  /** Who carries it, as the text names them; empty where it does not say. */
  readonly stewards: readonly OrganizationName[];
  /** The text tells its readers what it is, or who made it: they need not have heard of it. */
  readonly introduced?: true;
  /** Offsets of the surface in the text. */
  readonly start: number;
  readonly end: number;
}

/** A named project with the block that names it. */
export interface ProjectInBlock extends NamedProject {
  readonly block: Block;
}

/**
 * Reads the name that stands at `start`. @param from where the noun before it begins, which the surface holds too
 * @param ends index after the name, where the caller knows it
 */
export function nameAt(
  source: string,
  tokens: readonly Token[],
  start: number,
  kind: ProjectKind,
  from = start,
  ends?: number,
): Found<NamedProject> | undefined {
  const end = ends ?? nameEnd(source, tokens, start);
  if (end === undefined) return undefined;
  const quoted = isQuote(tokens[start]);
  const first = tokens[quoted ? start + 1 : start] as Token;
  const last = tokens[quoted ? end - 2 : end - 1] as Token;
  const printed = textOf(source, tokens, quoted ? start + 1 : start, quoted ? end - 1 : end);
  const name = quoted
    ? printed
    : ownWords(printed).replace(tokens[end]?.folded === 'par' ? /\s+\p{Ll}+ée?s?$/u : /$^/, '');
  // `« q_moy »`: a column, a file.
  if (name.length < 3 || isGeneral(name) || name.includes('_')) return undefined;
  const expanded = tokens[end]?.text === '(' ? textOf(source, tokens, end + 1, closing(tokens, end)) : '';
  const expands = isAcronymOf(name, expanded) || isAcronymOf(expanded, name);
  const inBrackets = expands ? undefined : bodyInBrackets(source, tokens, end);
  const stewards =
    inBrackets === undefined ? stewardsAt(source, tokens, expands ? afterParenthesis(tokens, end) : end) : [inBrackets];
  return {
    value: {
      name,
      surface: `${from < start ? `${textOf(source, tokens, from, start)} ` : ''}${printed === name ? textOf(source, tokens, start, end) : name}${expands ? ` (${expanded})` : ''}`,
      ...(expands ? { alias: expanded } : {}),
      kind,
      start: (from < start ? (tokens[from] as Token) : first).start,
      end: last.end,
      stewards,
    },
    next: end,
  };
}

/** A name without its purpose (`X pour mener …`) and without who comes next (`X et des Y`). */
export const ownWords = (name: string): string =>
  name.replace(/\s+(?:pour\s+(?!tou(?:s|tes)\b)\p{Ll}|et\s+(?:des|les|de|du)\s).*$/u, '');

/** Index after a quoted or capitalised name; undefined where none stands, or where it is a person's. */
export function nameEnd(source: string, tokens: readonly Token[], start: number): number | undefined {
  const token = tokens[start];
  if (token === undefined) return undefined;
  if (isQuote(token)) {
    const end = closing(tokens, start, MOST_QUOTED + 2);
    return end < tokens.length && end > start + 1 && isCapitalized(tokens[start + 1]) ? end + 1 : undefined;
  }
  if (!isCapitalized(token) && !/[@.]/.test(token.text)) return undefined;
  if (scanName(source, tokens, start)?.value.known === true) return undefined;
  if (/^(?:mon|ma|mes|notre|nos)$/.test(token.folded)) return possessiveEnd(tokens, start);
  const found = scanOrganization(source, tokens, start);
  if (found === undefined) return undefined;
  const { name, surface, within } = found.value;
  if (within === undefined && name === surface)
    return Math.min(start + found.next - skipArticle(tokens, start), found.next);
  // The scanner of bodies also reads what a body is part of: here that is who carries the project.
  const words = tokenize(name.replace(/\s*\([^)]*\)$/, '')).length;
  return Math.min(start + words, found.next);
}

/** Index after the parentheses at `at`, or `at`. */
export function afterParenthesis(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '(' ? closing(tokens, at) + 1 : at;
}

/** Who carries it: `, porté par X`, `de l'X` right after the name. */
export function stewardsAt(source: string, tokens: readonly Token[], end: number): readonly OrganizationName[] {
  const after = tokens[end];
  if (after === undefined) return [];
  if (OF.has(after.folded)) {
    const found = scanOrganization(source, tokens, end + 1);
    return found !== undefined && isCapitalized(tokens[skipArticle(tokens, end + 1)]) ? [found.value] : [];
  }
  const until = (limit: number): string => {
    let at = end;
    while (at < Math.min(tokens.length, end + limit) && tokens[at]?.text !== '.' && tokens[at]?.text !== ';') at += 1;
    return textOf(source, tokens, end, at);
  };
  // What ties the name to them stands near; they may be several.
  if (carriersIn(until(CARRIED_WITHIN)).length > 0) return carriersIn(until(CARRIERS_WITHIN));
  const owner =
    ownerInApposition(source, tokens, end, tokens.length) ??
    (after.text === ',' ? makerInClause(source, tokens, end + 1) : undefined);
  return owner === undefined ? [] : [owner.body];
}

// --- internal ---

/** `X (Direction des quais)`: a body of a kind that says so, and nothing else, right after a name. */
function bodyInBrackets(source: string, tokens: readonly Token[], open: number): OrganizationName | undefined {
  if (tokens[open]?.text !== '(') return undefined;
  const close = closing(tokens, open);
  const first = skipArticle(tokens, open + 1);
  if (close >= tokens.length || !isOrganizationKind(tokens[first]?.text ?? '')) return undefined;
  const found = scanOrganization(source, tokens, first);
  return found?.next === close && /\p{Lu}/u.test(found.value.name) ? found.value : undefined;
}

/** Tokens between quotes: what is longer is a sentence. */
const MOST_QUOTED = 11;

/** Tokens after a name in which the text may say that it is carried, and by whom. */
const CARRIED_WITHIN = 14;
const CARRIERS_WITHIN = 40;

/** `Mon espace santé`, `Mon Passe X`: a name that begins with a possessive runs to a verb, a comma or a preposition. */
function possessiveEnd(tokens: readonly Token[], start: number): number | undefined {
  let end = start + 1;
  while (end - start < 5 && tokens[end]?.kind === 'word' && !stops(tokens[end] as Token)) {
    const word = tokens[end] as Token;
    if (ITEM_VERBS.has(word.folded) || PREPOSITIONS.has(word.folded) || ARTICLES.has(word.folded)) break;
    end += 1;
  }
  return end > start + 1 ? end : undefined;
}
