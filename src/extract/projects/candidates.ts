import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { isVerbAt } from '../bodies/body-list.ts';
import { isDomain } from '../people/body-extent.ts';
import { type OrganizationName, skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { type Found, isQuote, phraseAt, startsWith } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf, tokenize } from '../text/tokens.ts';
import { MADE, MAKES_UP } from '../words/carriers.ts';
import { ARTICLES, OF, PREPOSITIONS } from '../words/connectors.ts';
import { OPENERS } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { CALLED, ITEM_VERBS } from '../words/projects.ts';
import { describedAt } from './described.ts';
import { explained } from './explained.ts';
import { carried, made } from './introduced.ts';
import { makersBefore } from './maker.ts';
import { DETERMINERS, explainingKind, isGeneral, kindAt, namingKind, stops } from './nouns.ts';
import { type NamedProject, nameAt, nameEnd, ownWords, stewardsAt } from './project-name.ts';
import { makingVerbBefore } from './verbs.ts';

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
      callFor(text, tokens, at) ??
      ofTeam(text, tokens, at) ??
      atWork(text, tokens, at) ??
      made(text, tokens, at) ??
      explained(text, tokens, at, onlyAfterNouns) ??
      (onlyAfterNouns ? undefined : carried(text, tokens, at));
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
  // `le projet X`, not `cheffe de projet X`.
  if (!isLowercase(noun) || !DETERMINERS.has(tokens[at - 1]?.folded ?? '')) return undefined;
  const newly = makingVerbBefore(tokens, at) !== undefined || MAKES_UP.has(tokens[at - 2]?.folded ?? '');
  const kind = kindAt(tokens, at) ?? (newly ? explainingKind(tokens, at) : quotedKind(tokens, at));
  if (kind === undefined) return undefined;
  const labelled = isOrganizationKind(noun.text) ? scanOrganization(source, tokens, at)?.value : undefined;
  if (labelled !== undefined && labelled.name !== labelled.surface && /^\p{Lu}/u.test(labelled.name)) {
    return labelledProject(source, tokens, at, kind, labelled);
  }
  let next = at + 1;
  while (next - at <= MAX_BETWEEN && isLowercase(tokens[next]) && !stops(tokens[next] as Token)) next += 1;
  // `une méthode (le X)`, `une plateforme pédagogique, X, …`
  if (tokens[next]?.text === '(') next = skipArticle(tokens, next + 1);
  else if (namesAfterComma(source, tokens, at, next)) next += 1;
  const before = tokens[next - 1] as Token;
  // After `de`, `par` stands who carries it, not its name.
  const opened = tokens[next - 2]?.text === '(' || before.text === '(';
  if (PREPOSITIONS.has(before.folded) || (ARTICLES.has(before.folded) && !opened) || ITEM_VERBS.has(before.folded))
    return undefined;
  const found = nameAt(source, tokens, next, kind, at);
  const said = found === undefined ? '' : textOf(source, tokens, found.next + 1, found.next + 3);
  const introduced = newly || (tokens[found?.next ?? -1]?.text === ',' && MADE.test(fold(said)));
  return found === undefined || !introduced ? found : { ...found, value: { ...found.value, introduced } };
}

/** `le plan « X »`: nouns that stand before all sorts of names say enough before one in quotes. */
function quotedKind(tokens: readonly Token[], at: number): ProjectKind | undefined {
  const kind = namingKind(tokens[at] as Token);
  if (kind === undefined) return undefined;
  for (let next = at + 1; next - at <= MAX_BETWEEN; next += 1) {
    const token = tokens[next];
    if (isQuote(token)) return kind;
    if (token === undefined || !isLowercase(token) || stops(token)) return undefined;
  }
  return undefined;
}

/** `une plateforme pédagogique, X, destinée à …`: what is told for the first time, and its name between commas. */
function namesAfterComma(source: string, tokens: readonly Token[], noun: number, comma: number): boolean {
  const isNew = /^une?$/.test(tokens[noun - 1]?.folded ?? '');
  const first = tokens[comma + 1];
  if (!isNew || tokens[comma]?.text !== ',' || first === undefined) return false;
  if (!isCapitalized(first) && !isQuote(first)) return false;
  if (OPENERS.has(first.folded) || isOrganizationKind(first.text)) return false;
  const end = nameEnd(source, tokens, comma + 1);
  return end !== undefined && /^[,.;]$/.test(tokens[end]?.text ?? '.');
}

/** `le projet X et Y (Z)`: the scanner of bodies knows where such a name ends and who stands behind it. */
function labelledProject(
  source: string,
  tokens: readonly Token[],
  at: number,
  kind: ProjectKind,
  body: OrganizationName,
): Found<NamedProject> | undefined {
  const name = ownWords(body.name);
  if (isGeneral(name)) return undefined;
  const surface = body.surface.replace(body.name, name);
  const next = at + tokenize(surface.replace(/\s*\([^)]*\)$/u, '')).length;
  const stewards = body.within === undefined ? stewardsAt(source, tokens, next) : [body.within];
  const start = (tokens[at] as Token).start;
  const end = (tokens[Math.min(next, tokens.length) - 1] as Token).end;
  const alias = body.aliases[0];
  return {
    value: {
      name,
      surface,
      kind,
      start,
      end,
      ...(alias === undefined ? {} : { alias }),
      stewards,
    },
    next,
  };
}

/** `l'AMI Métiers de la mer, …`: a call goes by the name after its letters, up to a mark or a verb. */
function callFor(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  if (!CALLS.has(tokens[at]?.text ?? '') || !isCapitalized(tokens[at + 1])) return undefined;
  let end = at + 2;
  while (
    end - at <= LONGEST_CALL &&
    tokens[end] !== undefined &&
    tokens[end]?.kind !== 'punct' &&
    !isVerbAt(tokens, end)
  )
    end += 1;
  return end - at > LONGEST_CALL ? undefined : nameAt(source, tokens, at, 'programme', at, end);
}

/** `l'équipe de « X »`: what a team in quotes works on. */
function ofTeam(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const [of, team] = [tokens[at - 1]?.folded ?? '', tokens[at - 2]?.folded ?? ''];
  if (!isQuote(tokens[at]) || !OF.has(of) || !/^equipes?$/.test(team)) return undefined;
  return nameAt(source, tokens, at, 'initiative');
}

/** `quais.exemple permet de …`: an address that opens a sentence as the subject of what a service does. */
function atWork(source: string, tokens: readonly Token[], at: number): Found<NamedProject> | undefined {
  const opens = at === 0 || /^[.!?:]$/.test(tokens[at - 1]?.text ?? '');
  const isAddress = opens && isDomain(tokens[at] as Token) && ITEM_VERBS.has(tokens[at + 1]?.folded ?? '');
  return isAddress ? nameAt(source, tokens, at, 'service', at, at + 1) : undefined;
}

/** Letters of the calls by which public money is given. */
const CALLS = new Set(['AMI', 'AAP', 'AAC']);
const LONGEST_CALL = 9;

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
  return { ...found, value: { ...found.value, introduced: true, stewards: makersBefore(source, tokens, noun + 1) } };
}
