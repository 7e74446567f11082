import { fold } from '../../domain/fold.ts';
import type { Capacity } from '../../domain/participation.ts';
import { leadingFormat, type NamedFormat } from '../format.ts';
import { scanName } from '../people/name.ts';
import { scanOrganization } from '../people/organization.ts';
import { isRoleAt } from '../people/role.ts';
import { closing, phraseAt } from '../text/scan.ts';
import { isCapitalized, type Token, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF } from '../words/connectors.ts';
import { OPENING_WORDS } from '../words/events.ts';
import { isOrganizationKind } from '../words/organizations.ts';

export interface Cut {
  /** The format that stands with those who take part. */
  readonly format?: NamedFormat;
  /** Where the title ends. */
  readonly at: number;
  /** Where the people begin. */
  readonly from: number;
  readonly capacity: Capacity;
}

/** Where a title stops and those who take part are named. */
export function peopleFrom(words: string, end: number): Cut | undefined {
  const tokens = tokenize(words.slice(0, end));
  const opens = OPENING_WORDS.test(fold(words.slice(0, end)));
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (token.folded === 'par') {
      if (LED.test(before.folded) || GIVEN.test(before.folded)) {
        const first = at > 1 && ['co', '-'].includes(tokens[at - 2]?.text ?? '') ? at - 2 : at - 1;
        if (first === 0) return undefined;
        return {
          at: (tokens[first] as Token).start,
          from: token.start,
          capacity: LED.test(before.folded) ? 'facilitator' : 'speaker',
        };
      }
      if (namesSomeone(words, tokens, at + 1) && !isParticiple(before))
        return { at: token.start, from: token.start, capacity: 'speaker' };
      if (scanName(words, tokens, at + 1, 'prose')?.value.known === true)
        return { at: token.start, from: token.start, capacity: 'speaker' };
    }
    const name = (next: number): boolean => scanName(words, tokens, next, 'prose')?.value.known === true;
    if (OF.has(token.folded) && SPOKEN.has(before.folded) && at > 1 && name(at + 1))
      return { at: token.start, from: (tokens[at + 1] as Token).start, capacity: opens ? 'opening' : 'speaker' };
    const told = delimits(before) && before.text !== ':' ? formatOfSomeone(words, tokens, at) : undefined;
    if (told !== undefined) return { at: before.start, ...told, capacity: 'speaker' };
    if (token.text === '(' && isBodyInBrackets(words, tokens, at, end))
      return { at: token.start, from: (tokens[at + 1] as Token).start, capacity: 'speaker' };
    // `Conversation entre X et Y`, `Rencontre avec X` say nothing without them: they stay in the title.
    const bare = at === 1 && leadingFormat(words) === undefined;
    if ((token.folded === 'entre' || (token.folded === 'avec' && bare)) && name(at + 1))
      return { at: end, from: (tokens[at + 1] as Token).start, capacity: 'speaker' };
    const help = phraseAt(tokens, at, WITH_HELP);
    if (help > 0 && OF.has(tokens[at + help]?.folded ?? '') && namesSomeone(words, tokens, at + help + 1))
      return { at: token.start, from: (tokens[at + help + 1] as Token).start, capacity: 'speaker' };
    const phrase = company(tokens, at);
    if (phrase > 0 && (namesSomeone(words, tokens, at + phrase) || (before.text === ',' && phrase > 1)))
      return { at: token.start, from: token.start, capacity: 'speaker' };
    if (delimits(before) && listsPeople(words, tokens, at))
      return { at: before.start, from: token.start, capacity: 'speaker' };
  }
  return undefined;
}

// --- internal ---

const LED = /^(?:co-?)?(?:anime|modere|facilite)(?:e|s|es)?$/;
const GIVEN =
  /^(?:co-?)?(?:presente|propose|porte|assure|organise|introduit|ouvert|prononce|conclu|mene|donne|tenu)(?:e|s|es)?$/;

/** What is said or given by the one named after it: `mot de clôture de Prénom Nom`. */
const SPOKEN = new Set(
  'accueil ouverture introduction bienvenue cloture conclusion discours allocution synthese restitution parole lecture concert performance'.split(
    ' ',
  ),
);

/** `travail en équipes, avec l'aide de Prénom Nom`: who helps takes part. Sequences of folded tokens, before `de`. */
const WITH_HELP = ['aide', 'appui', 'expertise', 'accompagnement', 'intervention']
  .map((help) => ['avec', "l'", help])
  .concat([
    ['avec', 'le', 'concours'],
    ['avec', 'la', 'participation'],
    ['avec', 'la', 'complicite'],
  ]);

/** `« titre », conférence de Prénom Nom`: the format comes after the title, with who gives it. */
function formatOfSomeone(
  words: string,
  tokens: readonly Token[],
  at: number,
): { from: number; format: NamedFormat } | undefined {
  const format = leadingFormat(words.slice((tokens[at] as Token).start));
  if (format === undefined) return undefined;
  const tie = tokens.findIndex(
    ({ folded }, index) => index > at && index <= at + 4 && (OF.has(folded) || folded === 'par' || folded === 'avec'),
  );
  const name = tie < 0 ? undefined : scanName(words, tokens, tie + 1, 'prose');
  return name?.value.known === true ? { from: (tokens[tie + 1] as Token).start, format } : undefined;
}

/** `Introduction (Direction du budget)`: a body alone in the brackets at the end; a room (`(Salle 2)`) is none. */
function isBodyInBrackets(words: string, tokens: readonly Token[], at: number, end: number): boolean {
  const close = closing(tokens, at);
  const head = tokens[at + 1];
  if (head === undefined || (tokens[close]?.end ?? 0) < end - 2) return false;
  if (!isOrganizationKind(head.text) && !/^\p{Lu}{3,}$/u.test(head.text)) return false;
  return (
    isCapitalized(head) &&
    !/^(?:salle|espace|hall|atelier|centre)/.test(head.folded) &&
    scanOrganization(words, tokens, at + 1)?.next === close
  );
}

/** `les projets accompagnés par X`: what X does there is told, not who takes part. */
const isParticiple = ({ text }: Token): boolean => /^\p{Ll}.*(?:ée?s?|ies?|ues?|uite?s?|erte?s?|aite?s?)$/u.test(text);

/** Length of `avec`, `en présence de`, `en compagnie de` at a token. */
function company(tokens: readonly Token[], at: number): number {
  const token = tokens[at]?.folded;
  if (token === 'avec') return 1;
  return token === 'en' &&
    ['presence', 'compagnie'].includes(tokens[at + 1]?.folded ?? '') &&
    OF.has(tokens[at + 2]?.folded ?? '')
    ? 3
    : 0;
}

const delimits = (token: Token): boolean =>
  ['–', '—', '(', '|', ':', '/'].includes(token.text) || (token.text === '-' && token.spaced) || token.text === ',';

/** A known name, or an article and a capitalised body. */
function namesSomeone(words: string, tokens: readonly Token[], at: number): boolean {
  const name = scanName(words, tokens, at, 'prose');
  if (name?.value.known === true) return true;
  if (
    name !== undefined &&
    (tokens[name.next]?.text === ',' || tokens[name.next]?.text === '(') &&
    isRoleAt(tokens, name.next + 1)
  )
    return true;
  const head = ARTICLES.has(tokens[at]?.folded ?? '') ? at + 1 : at;
  const person = (from: number): boolean => scanName(words, tokens, from, 'prose')?.value.known === true;
  // `le maire, Prénom Nom`: the post first.
  if (head > at && isRoleAt(tokens, head) && tokens.some((_, later) => later > head && person(later))) return true;
  return (
    isCapitalized(tokens[head]) ||
    (head > at &&
      /^(?:equipe|association|communaute|collectif|departement|direction|agence|ville|metropole|region|cooperative|ministere|mairie|federation|reseau)$/.test(
        tokens[head]?.folded ?? '',
      ))
  );
}

/** `– Prénom Nom, rôle` to the end: after a delimiter a known name, with a post or nothing after it. */
function listsPeople(words: string, tokens: readonly Token[], at: number): boolean {
  const name = scanName(words, tokens, at, 'prose');
  if (name?.value.known !== true) return false;
  const after = tokens[name.next];
  return (
    after === undefined ||
    [',', '(', ')', ';', '&', '.'].includes(after.text) ||
    after.folded === 'et' ||
    isRoleAt(tokens, name.next)
  );
}
