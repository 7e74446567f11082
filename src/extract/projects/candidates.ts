import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { scanName } from '../people/name.ts';
import { isAcronymOf, type OrganizationName, scanOrganization, skipArticle } from '../people/organization.ts';
import { carriedBy } from '../presented.ts';
import { closing, isQuote } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { ITEM_VERBS, PROJECT_NOUNS } from '../words/projects.ts';
import { isRoleWord } from '../words/roles.ts';

/** A project, service, programme … that running text names. */
export interface NamedProject {
  readonly name: string;
  readonly surface: string;
  /** Its expansion or acronym in parentheses. */
  readonly alias?: string;
  readonly kind: ProjectKind;
  readonly steward?: OrganizationName;
  /** Offsets of the surface in the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The projects that a text names as such: after a noun of their kind (`le programme X`, `l'outil « X »`), or explained
 * by one (`X, un service de …`, `X est une plateforme …`). A capitalised name alone is not enough.
 * @param onlyAfterNouns in lists of people, where after a comma only `le service …` explains
 */
export function projectsIn(text: string, onlyAfterNouns = false): NamedProject[] {
  const tokens = tokenize(text);
  const found: NamedProject[] = [];
  for (let at = 0; at < tokens.length; ) {
    const person = scanName(text, tokens, at);
    if (person?.value.known === true) {
      at = person.next;
      continue;
    }
    const one =
      afterNoun(text, tokens, at) ?? describedAt(text, tokens, at) ?? explained(text, tokens, at, onlyAfterNouns);
    if (one === undefined) at += 1;
    else {
      found.push(one.project);
      at = one.next;
    }
  }
  return found;
}

// --- internal ---

interface Found {
  readonly project: NamedProject;
  readonly next: number;
}

const DETERMINERS = new Set([
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

/** Words between the noun and the name: `commun de formation X`, `service public numérique X`. */
const MAX_BETWEEN = 5;

function afterNoun(source: string, tokens: readonly Token[], at: number): Found | undefined {
  const noun = tokens[at] as Token;
  const kind = kindOf(noun);
  // `le projet X`, not `cheffe de projet X`.
  if (kind === undefined || !isLowercase(noun) || !DETERMINERS.has(tokens[at - 1]?.folded ?? '')) return undefined;
  const labelled = isOrganizationKind(noun.text) ? scanOrganization(source, tokens, at)?.value : undefined;
  if (labelled !== undefined && labelled.name !== labelled.surface && /^\p{Lu}/u.test(labelled.name)) {
    return labelledProject(source, tokens, at, kind, labelled);
  }
  let next = at + 1;
  while (next - at <= MAX_BETWEEN && isLowercase(tokens[next]) && !stops(tokens[next] as Token)) next += 1;
  // `une méthode (le X)`
  if (tokens[next]?.text === '(') next = skipArticle(tokens, next + 1);
  const before = tokens[next - 1] as Token;
  // After `de`, `par` stands who carries it, not its name.
  const opened = tokens[next - 2]?.text === '(' || before.text === '(';
  if (PREPOSITIONS.has(before.folded) || (ARTICLES.has(before.folded) && !opened) || ITEM_VERBS.has(before.folded))
    return undefined;
  return nameAt(source, tokens, next, kind, at);
}

/** `le projet X et Y (Z)`: the scanner of bodies knows where such a name ends and who stands behind it. */
function labelledProject(
  source: string,
  tokens: readonly Token[],
  at: number,
  kind: ProjectKind,
  body: OrganizationName,
): Found | undefined {
  if (isGeneral(body.name)) return undefined;
  const next = at + tokenize(body.surface.replace(/\s*\([^)]*\)$/u, '')).length;
  const steward = body.within ?? stewardAt(source, tokens, next);
  const start = (tokens[at] as Token).start;
  const end = (tokens[Math.min(next, tokens.length) - 1] as Token).end;
  const alias = body.aliases[0];
  return {
    project: {
      name: body.name,
      surface: body.surface,
      kind,
      start,
      end,
      ...(alias === undefined ? {} : { alias }),
      ...(steward === undefined ? {} : { steward }),
    },
    next,
  };
}

/** `l'observatoire de l'accessibilité`, `la cartographie nationale des lieux …`: a thing called by what it is. */
function describedAt(source: string, tokens: readonly Token[], at: number): Found | undefined {
  const noun = tokens[at] as Token;
  const kind = kindOf(noun);
  if (kind === undefined || !DESCRIBED.has(noun.folded) || !DEFINITE.has(tokens[at - 1]?.folded ?? ''))
    return undefined;
  let next = at + 1;
  let content = 0;
  while (next < tokens.length && next - at <= 14) {
    const token = tokens[next] as Token;
    const small = OF.has(token.folded) || ARTICLES.has(token.folded) || token.folded === 'sur';
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
      tokens[next - 1]?.folded === 'sur')
  )
    next -= 1;
  if (content < 2 && !OF.has(tokens[at + 1]?.folded ?? '')) return undefined;
  if (content < 1) return undefined;
  const surface = textOf(source, tokens, at, next);
  const steward = stewardAt(source, tokens, next);
  const end = (tokens[next - 1] as Token).end;
  return {
    project: { name: surface, surface, kind, start: noun.start, end, ...(steward === undefined ? {} : { steward }) },
    next,
  };
}

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
const DEFINITE = new Set(['le', 'la', "l'", 'du', 'au', 'son', 'futur', 'premier', 'premiere', 'un']);

function explained(source: string, tokens: readonly Token[], at: number, inList: boolean): Found | undefined {
  const token = tokens[at] as Token;
  if (!isCapitalized(token) && !isQuote(token) && !/\.\p{L}{2,4}$/u.test(token.text)) return undefined;
  if (isRoleWord(token.text) || PRONOUNS.has(token.folded) || scanName(source, tokens, at)?.value.known === true)
    return undefined;
  const start = skipArticle(tokens, at);
  const end = nameEnd(source, tokens, start);
  if (end === undefined) return undefined;
  const kind = explanationAt(tokens, afterParenthesis(tokens, end), inList);
  return kind === undefined ? undefined : nameAt(source, tokens, start, kind);
}

/** `, un service de …`, `, première plateforme …`, `est une démarche …`: the kind that the words after a name give. */
function explanationAt(tokens: readonly Token[], at: number, inList: boolean): ProjectKind | undefined {
  let next = at;
  if (tokens[next]?.text === ',') next += 1;
  else if (tokens[next]?.folded === 'est') next += 1;
  else return undefined;
  const determined =
    ARTICLES.has(tokens[next]?.folded ?? '') || tokens[next]?.folded === 'ce' || tokens[next]?.folded === 'cet';
  if (inList && !['le', 'la', "l'"].includes(tokens[next]?.folded ?? '')) return undefined;
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
    const kind = kindOf(token);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function nameAt(
  source: string,
  tokens: readonly Token[],
  start: number,
  kind: ProjectKind,
  from = start,
): Found | undefined {
  const end = nameEnd(source, tokens, start);
  if (end === undefined) return undefined;
  const quoted = isQuote(tokens[start]);
  const first = tokens[quoted ? start + 1 : start] as Token;
  const last = tokens[quoted ? end - 2 : end - 1] as Token;
  const printed = textOf(source, tokens, quoted ? start + 1 : start, quoted ? end - 1 : end);
  // The purpose after a name is not the name: `X pour mener …`.
  const name = quoted
    ? printed
    : printed
        .replace(/\s+(?:pour\s+\p{Ll}|et\s+(?:des|les|de)\s).*$/u, '')
        .replace(tokens[end]?.folded === 'par' ? /\s+\p{Ll}+ée?s?$/u : /$^/, '');
  if (name.length < 3 || isGeneral(name)) return undefined;
  const expanded = tokens[end]?.text === '(' ? textOf(source, tokens, end + 1, closing(tokens, end)) : '';
  const expands = isAcronymOf(name, expanded) || isAcronymOf(expanded, name);
  const steward = stewardAt(source, tokens, expands ? afterParenthesis(tokens, end) : end);
  return {
    project: {
      name,
      surface: `${from < start ? `${textOf(source, tokens, from, start)} ` : ''}${printed === name ? textOf(source, tokens, start, end) : name}${expands ? ` (${expanded})` : ''}`,
      ...(expands ? { alias: expanded } : {}),
      kind,
      start: (from < start ? (tokens[from] as Token) : first).start,
      end: last.end,
      ...(steward === undefined ? {} : { steward }),
    },
    next: end,
  };
}

/** Index after a quoted or capitalised name; undefined where none stands, or where it is a person's. */
function nameEnd(source: string, tokens: readonly Token[], start: number): number | undefined {
  const token = tokens[start];
  if (token === undefined) return undefined;
  if (isQuote(token)) {
    const end = closing(tokens, start);
    return end < tokens.length && end - start <= 12 && end > start + 1 && isCapitalized(tokens[start + 1])
      ? end + 1
      : undefined;
  }
  if (!isCapitalized(token) && !/[@.]/.test(token.text)) return undefined;
  if (scanName(source, tokens, start)?.value.known === true) return undefined;
  if (/^(?:mon|ma|mes|notre|nos)$/.test(token.folded)) return possessiveEnd(tokens, start);
  const found = scanOrganization(source, tokens, start);
  if (found === undefined) return undefined;
  // The scanner of bodies also reads what a body is part of: here that is who carries the project.
  const words = tokenize(found.value.name.replace(/\s*\([^)]*\)$/, '')).length;
  return Math.min(start + words, found.next);
}

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

function afterParenthesis(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '(' ? closing(tokens, at) + 1 : at;
}

/** Who carries it: `, porté par X`, `de l'X` right after the name, `(X)`. */
function stewardAt(source: string, tokens: readonly Token[], end: number): OrganizationName | undefined {
  const after = tokens[end];
  if (after === undefined) return undefined;
  if (OF.has(after.folded)) {
    const found = scanOrganization(source, tokens, end + 1);
    return found !== undefined && isCapitalized(tokens[skipArticle(tokens, end + 1)]) ? found.value : undefined;
  }
  const until = tokens.findIndex((token, at) => at >= end && (token.text === '.' || token.text === ';'));
  return carriedBy(textOf(source, tokens, end, Math.min(until < 0 ? tokens.length : until, end + 14)));
}

function kindOf(token: Token): ProjectKind | undefined {
  const kind = PROJECT_NOUNS.get(token.folded);
  return kind === 'organisation' || COMMON_NOUNS.has(token.folded) ? undefined : kind;
}

const stops = (token: Token): boolean =>
  RELATIVES.has(token.folded) ||
  PRONOUNS.has(token.folded) ||
  token.folded === 'et' ||
  token.folded === 'par' ||
  token.folded === 'pour';

/** Words that are printed with a capital and name no project. */
export const isGeneral = (name: string): boolean => GENERAL.has(fold(name));

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

/** True when a text holds a name, however it is cased or spaced. */
export function holdsName(text: string, name: string): boolean {
  const folded = fold(name);
  return (
    folded.length > 2 &&
    (fold(text).includes(folded) || fold(text).replace(/ /g, '').includes(folded.replace(/ /g, '')))
  );
}
