import { fold } from '../../domain/fold.ts';
import type { ProjectKind } from '../../domain/project.ts';
import { afterFormat } from '../format.ts';
import { scanName } from '../people/name.ts';
import { type OrganizationName, scanOrganization, skipArticle } from '../people/organization.ts';
import { type Found, isQuote, phraseAt, startsWith } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf, tokenize } from '../text/tokens.ts';
import { MADE, MAKES_UP } from '../words/carriers.ts';
import { ARTICLES, OF, PREPOSITIONS, PRONOUNS } from '../words/connectors.ts';
import { OPENERS } from '../words/naming.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { CALLED, ITEM_VERBS } from '../words/projects.ts';
import { isRoleWord } from '../words/roles.ts';
import { describedAt } from './described.ts';
import { carried, commaAfter, made, saysMore } from './introduced.ts';
import { makersBefore } from './maker.ts';
import { DETERMINERS, explainingKind, isGeneral, kindAt, kindOf, stops } from './nouns.ts';
import { afterParenthesis, type NamedProject, nameAt, nameEnd, stewardsAt } from './project-name.ts';
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
  const newly = makingVerbBefore(tokens, at) !== undefined || MAKES_UP.has(tokens[at - 2]?.folded ?? '');
  const kind = kindAt(tokens, at) ?? (newly ? explainingKind(tokens, at) : undefined);
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
  const found = nameAt(source, tokens, next, kind, at);
  const said = found === undefined ? '' : textOf(source, tokens, found.next + 1, found.next + 3);
  const introduced = newly || (tokens[found?.next ?? -1]?.text === ',' && MADE.test(fold(said)));
  return found === undefined || !introduced ? found : { ...found, value: { ...found.value, introduced } };
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
  return { ...found, value: { ...found.value, introduced: true, stewards: makersBefore(source, tokens, noun + 1) } };
}

function explained(
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

/** `de la Base adresse de X, un jeu …`: inside a sentence a noun in capitals opens a name, which runs to the comma. */
function ownNounEnd(tokens: readonly Token[], at: number): number | undefined {
  const inside = isLowercase(tokens[at - 1]) && isCapitalized(tokens[at]) && !isAllCaps(tokens[at]);
  return inside && explainingKind(tokens, at) !== undefined ? commaAfter(tokens, at) : undefined;
}

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
  if (inList && !['le', 'la', "l'"].includes(article)) return undefined;
  const indefinite = /^une?$/.test(article);
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
    if (kind !== undefined) return { kind, next: next + 1, introduces: indefinite, loose };
  }
  return undefined;
}
