import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { afterFormat } from '../format.ts';
import { scanName } from '../people/name.ts';
import { type OrganizationName, scanOrganization, skipArticle } from '../people/organization.ts';
import { type Found, isQuote, phraseAt, startsWith } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS, PRONOUNS } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { CALLED, ITEM_VERBS, PROJECT_NOUNS } from '../words/projects.ts';
import { isRoleWord } from '../words/roles.ts';
import { describedAt } from './described.ts';
import { makersBefore } from './maker.ts';
import { DETERMINERS, isGeneral, kindOf, stops } from './nouns.ts';
import { afterParenthesis, type NamedProject, nameAt, nameEnd, stewardsAt } from './project-name.ts';

/**
 * The projects that a text names as such: after a noun of their kind (`le programme X`, `l'outil « X »`), or explained
 * by one (`X, un service de …`, `X est une plateforme …`), or where the text says that it gives a name (`baptisé X`) or a
 * frame (`dans le cadre de X`). A capitalised name alone is not enough.
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
      workingGroup(text, tokens, at) ??
      afterNoun(text, tokens, at) ??
      describedAt(text, tokens, at) ??
      called(text, tokens, at) ??
      explained(text, tokens, at, onlyAfterNouns);
    if (one === undefined) at += 1;
    else {
      found.push(
        one.value.stewards.length > 0 ? one.value : { ...one.value, stewards: makersBefore(text, tokens, at) },
      );
      at = one.next;
    }
  }
  return found;
}

/** True when a text holds a name, however it is cased or spaced. */
export function holdsName(text: string, name: string): boolean {
  const folded = fold(name);
  return (
    folded.length > 2 &&
    (fold(text).includes(folded) || fold(text).replace(/ /g, '').includes(folded.replace(/ /g, '')))
  );
}

// --- internal ---

/** Words between the noun and the name: `commun de formation X`, `service public numérique X`. */
const MAX_BETWEEN = 5;

/** `le groupe de travail X de Y`: people who work on something under a name of their own. */
function workingGroup(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const words = phraseAt(tokens, at, WORKING_GROUPS);
  if (words === 0) return undefined;
  const body = scanOrganization(source, tokens, at)?.value;
  if (body?.within === undefined) return nameAt(source, tokens, at + words, 'initiative', at);
  return labelledProject(source, tokens, at, 'initiative', body);
}

const WORKING_GROUPS = ['groupe de travail', 'communaute de pratique', 'communaute de pratiques'].map((words) =>
  words.split(' '),
);

function afterNoun(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
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
): Found<NamedProject> | undefined {
  if (isGeneral(body.name)) return undefined;
  const next = at + tokenize(body.surface.replace(/\s*\([^)]*\)$/u, '')).length;
  const stewards = body.within === undefined ? stewardsAt(source, tokens, next) : [body.within];
  const start = (tokens[at] as Token).start;
  const end = (tokens[Math.min(next, tokens.length) - 1] as Token).end;
  const alias = body.aliases[0];
  return {
    value: {
      name: body.name,
      surface: body.surface,
      kind,
      start,
      end,
      ...(alias === undefined ? {} : { alias }),
      stewards,
    },
    next,
  };
}

/** `un modèle baptisé X`, `dans le cadre de X`. */
function called(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const before = tokens[at - 1]?.folded ?? '';
  const framed = OF.has(before) && startsWith(tokens, at - 4, ['dans', 'le', 'cadre']);
  if (!CALLED.has(before) && !framed) return undefined;
  const token = tokens[at] as Token;
  if (!isCapitalized(token) && !isQuote(token)) return undefined;
  // What a framing body is called says nothing of a project.
  if (framed && (isAllCaps(token) || isOrganizationKind(token.text))) return undefined;
  const found = nameAt(source, tokens, at, 'initiative');
  if (found === undefined || framed || found.value.stewards.length > 0) return found;
  // `X propose un modèle baptisé Y`: the maker stands before what is given the name.
  let noun = at - 2;
  while (noun > 0 && at - noun < 8 && !['un', 'une'].includes(tokens[noun]?.folded ?? '')) noun -= 1;
  return { ...found, value: { ...found.value, stewards: makersBefore(source, tokens, noun + 1) } };
}

function explained(
  source: string,
  tokens: readonly Token[],
  at: number,
  inList: boolean,
): Found<NamedProject> | undefined {
  const token = tokens[at] as Token;
  if (!isCapitalized(token) && !isQuote(token) && !/\.\p{L}{2,4}$/u.test(token.text)) return undefined;
  if (isRoleWord(token.text) || PRONOUNS.has(token.folded)) return undefined;
  // `Retour d'expérience sur X, une plateforme …`: the format of a session is no part of a name.
  if (afterFormat(tokens, at) > at) return undefined;
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
  const indefinite = /^une?$/.test(tokens[next]?.folded ?? '');
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
    const kind = kindOf(token) ?? (indefinite ? EXPLAINING.get(token.folded) : undefined);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Nouns that stand before all sorts of names, but after a name and `un` say what it is: `« X », un parcours de …`. */
const EXPLAINING = new Map<string, ProjectKind>(
  ['site', 'base', 'guide', 'livre', 'parcours', 'bus', 'jeu'].flatMap((noun) => {
    const kind = PROJECT_NOUNS.get(noun);
    return kind === undefined ? [] : [[noun, kind] as const];
  }),
);
