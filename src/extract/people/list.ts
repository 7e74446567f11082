import type { Capacity, ParticipantKind } from '../../domain/participation.ts';
import { closing, type Found } from '../text/scan.ts';
import { isAllCaps, isCapitalized, type Token, textOf, tokenize } from '../text/tokens.ts';
import { CIVILITIES, FRENCH_PARTICLES, OF, RELATIVES } from '../words/connectors.ts';
import { isGivenName } from '../words/given-names.ts';
import { isOrganizationKind, TEAMS } from '../words/organizations.ts';
import type { Contribution, Join, ReadActor } from './contribution.ts';
import { scanDescriptor } from './descriptor.ts';
import { isTentativeAt } from './doubt.ts';
import { peopleLabel } from './labels.ts';
import { type PersonName, scanName } from './name.ts';
import { type OrganizationName, scanOrganization, skipArticle } from './organization.ts';
import { connectorAt, isRoleAt, type Post, type RoleContext } from './role.ts';
import { sharePosts } from './share.ts';

export type { Contribution } from './contribution.ts';

/**
 * Reads a people block: persons with posts and bodies, teams and bodies that take part themselves. Only places where a
 * list can name someone are looked at; prose about them is passed over.
 * @param capacity what the block's label says of those it lists
 */
export function scanPeople(text: string, capacity: Capacity, context: RoleContext = {}): Contribution[] {
  const tokens = tokenize(text);
  const actors = findActors(text, tokens, capacity, context);
  const read = actors.map((actor, index) => describe(text, tokens, actor, actors[index + 1], context));
  return sharePosts(read);
}

// --- internal ---

interface Actor {
  readonly person?: PersonName;
  readonly collective?: OrganizationName;
  readonly kind?: ParticipantKind;
  readonly capacity: Capacity;
  readonly joined: Join;
  readonly from: number;
  readonly next: number;
  /** Where the label before it begins, when there is one: what is said of the actor before ends there. */
  readonly opens?: number;
  /** For a member: the body whose parentheses name it. */
  readonly of?: OrganizationName;
  /** Where its description ends at the latest (the closing parenthesis of a member). */
  readonly limit?: number;
}

function findActors(source: string, tokens: readonly Token[], initial: Capacity, context: RoleContext): Actor[] {
  const actors: Actor[] = [];
  let capacity = initial;
  let join: Join | undefined = 'first';
  let inClause = false;
  let inBio = false;
  let opens: number | undefined;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.newline && at > 0 && !continuesLine(tokens, at)) {
      join = 'line';
      inClause = false;
      inBio = false;
    }
    if (join !== undefined && !inClause) {
      const label = inlineLabel(source, tokens, at);
      if (label !== undefined) {
        opens = at;
        capacity = label.value;
        at = label.next;
        join = 'line';
        continue;
      }
      const lead = leadIn(tokens, at, initial, capacity);
      if (lead !== undefined) {
        capacity = lead.value;
        at = lead.next;
        join = join === 'first' ? 'first' : REPRESENTED.test(tokens[at - 2]?.folded ?? '') ? 'delegate' : 'with';
        continue;
      }
      // `de A et de B`: the preposition is repeated before each.
      if (join === 'and' && OF.has(token.folded) && scanName(source, tokens, at + 1)?.value.known === true) {
        at += 1;
        continue;
      }
      const actor = actorAt(source, tokens, at, join, capacity, actors, inBio, context);
      if (actor !== undefined) {
        actors.push(opens === undefined ? actor : { ...actor, opens });
        opens = undefined;
        at = addMembers(source, tokens, actor.next, actor, actors);
        join = undefined;
        inBio = false;
        continue;
      }
    }
    const separator = separatorAt(tokens, at);
    if (separator !== undefined && (separator.next > at || (join === undefined && !inClause))) {
      // A bullet at a line start leaves it a new line.
      if (!(join === 'line' && token.newline && separator.value === 'comma')) join = separator.value;
      at = separator.next;
      if (tokens[at - 1]?.text === '.') inBio = true;
      continue;
    }
    if (RELATIVES.has(token.folded) || token.text === 'où') inClause = !isPluralList(actors.at(-1));
    if (token.text === '.') {
      inClause = false;
      inBio = actors.length > 0;
      join = 'comma';
      at += 1;
      continue;
    }
    if (token.text === '(') {
      at = Math.min(closing(tokens, at) + 1, tokens.length);
      continue;
    }
    join = token.folded === 'et' ? 'and' : undefined;
    at += 1;
  }
  return actors;
}

/** `les collectifs A qui … et B`: the clause belongs to A, the list goes on. */
const isPluralList = (actor: Actor | undefined): boolean =>
  actor?.collective?.kind?.endsWith('s') === true && actor.collective.kind !== 'services';

/** A line that only carries on the one before: it starts with a small word that is no list separator. */
function continuesLine(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at] as Token;
  return (
    before !== undefined &&
    before.text !== '.' &&
    before.text !== ';' &&
    ((!isCapitalized(token) && token.kind === 'word' && token.folded !== 'et') || connectorAt(tokens, at - 1) > 0)
  );
}

/** Words that introduce who animates or takes part; they may change the capacity. */
function leadIn(
  tokens: readonly Token[],
  at: number,
  initial: Capacity,
  current: Capacity,
): Found<Capacity> | undefined {
  const lead = leadInsAt(tokens, at)[0];
  if (lead === undefined) return undefined;
  const [words, said] = lead;
  const guest = initial === 'facilitator' ? 'speaker' : initial;
  const next = at + words.length;
  return {
    value: said === 'keep' ? current : said === 'guest' ? guest : said,
    next: tokens[next]?.text === ':' ? next + 1 : next,
  };
}

type LeadIn = readonly [words: readonly string[], capacity: Capacity | 'keep' | 'guest'];

/** The lead-ins that stand at `at`, the first word perhaps with an inclusive ending: `accompagné·e de`. */
function leadInsAt(tokens: readonly Token[], at: number): readonly LeadIn[] {
  const first = tokens[at]?.folded ?? '';
  const leads = LEAD_INS_BY_WORD.get(first) ?? LEAD_INS_BY_WORD.get(first.replace(INCLUSIVE_ENDING, '')) ?? [];
  return leads.filter(([words]) => words.every((word, n) => n === 0 || tokens[at + n]?.folded === word));
}
const INCLUSIVE_ENDING = /(?:[·•.-]e?s?|\(e?s?\)){1,2}$/;

const animated = [
  'anime',
  'animee',
  'animes',
  'animees',
  'modere',
  'moderee',
  'moderes',
  'moderees',
  'co-anime',
  'co-animee',
  'facilite',
  'facilitee',
];
const LEAD_INS: readonly LeadIn[] = [
  ...animated.map((word) => [[word, 'par'], 'facilitator'] as const),
  ...[
    'represente',
    'representee',
    'representes',
    'propose',
    'proposee',
    'organise',
    'organisee',
    'presente',
    'presentee',
    'introduit',
    'introduite',
    'introduits',
    'accompagne',
    'accompagnee',
    'accompagnes',
    'accompagnees',
    'porte',
    'portee',
  ].flatMap((word) => ['par', 'de', "d'"].map((p) => [[word, p], 'keep'] as const)),
  ...['de', 'du', 'des', "d'"].map((p) => [['avec', 'la', 'participation', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['et', 'la', 'participation', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['en', 'presence', p], 'guest'] as const),
  ...['de', 'du', 'des', "d'"].map((p) => [['en', 'compagnie', p], 'guest'] as const),
  [['en', 'collaboration', 'avec'], 'keep'],
  [['en', 'partenariat', 'avec'], 'keep'],
  [['en', 'duo', 'avec'], 'keep'],
  [['ainsi', 'que'], 'keep'],
  [['aux', 'cotes', 'de'], 'keep'],
  [['avec'], 'guest'],
  [['par'], 'keep'],
];

const LEAD_INS_BY_WORD = new Map<string, LeadIn[]>();
for (const lead of LEAD_INS) {
  const word = lead[0][0] as string;
  LEAD_INS_BY_WORD.set(word, [...(LEAD_INS_BY_WORD.get(word) ?? []), lead]);
}

const REPRESENTED = /^represente(?:e|s|es|·e|·e·s|·es|\(e\))?$/;

/** `Intervenants : …` in the middle of a block: those after it take part in that capacity. */
function inlineLabel(source: string, tokens: readonly Token[], at: number): Found<Capacity> | undefined {
  const token = tokens[at] as Token;
  if (!isCapitalized(token)) return undefined;
  const text = source.slice(token.start, token.start + 60);
  if (!text.includes(':')) return undefined;
  const label = peopleLabel(text);
  if (label === undefined || !/:\s*$/.test(text.slice(0, label.end))) return undefined;
  const next = tokens.findIndex((one) => one.start >= token.start + label.end);
  return { value: label.capacity, next: next < 0 ? tokens.length : next };
}

/** What ends one element of a list and lets another begin. */
function separatorAt(tokens: readonly Token[], at: number): Found<Join> | undefined {
  const token = tokens[at] as Token;
  if (token.folded === 'et' && tokens[at + 1]?.text === '/' && tokens[at + 2]?.folded === 'ou')
    return { value: 'and-or', next: at + 3 };
  if (token.folded === 'et' || token.text === '&') return { value: 'and', next: at + 1 };
  if (token.folded === 'puis') return { value: 'comma', next: at + 1 };
  if (token.folded === 'ou' && token.text !== 'où' && isCapitalized(tokens[at + 1]))
    return { value: 'and-or', next: at + 1 };
  if ([',', ';', ':', '•', '–', '—', '|', '*', '·'].includes(token.text) || (token.text === '-' && token.spaced)) {
    return { value: token.text === ';' || token.text === '•' ? 'line' : 'comma', next: at + 1 };
  }
  // `avec`, `animé par` open an element of their own wherever they stand outside a clause.
  const lead = leadInsAt(tokens, at).some(([words]) => words[0] !== 'par');
  return lead && !isVerbBefore(tokens, at) ? { value: 'with', next: at } : undefined;
}

/** `fondé avec`, `mené avec`: company in an action told, not in the session. */
const isVerbBefore = (tokens: readonly Token[], at: number): boolean =>
  /(?:e|es|ees|ee|er|ir|ent)$/.test(tokens[at - 1]?.folded ?? '') &&
  tokens[at]?.folded === 'avec' &&
  (tokens[at - 2]?.folded === 'a' || tokens[at - 2]?.folded === 'ont');

function actorAt(
  source: string,
  tokens: readonly Token[],
  at: number,
  joined: Join,
  capacity: Capacity,
  before: readonly Actor[],
  inBio: boolean,
  context: RoleContext,
): Actor | undefined {
  const person = scanName(source, tokens, at, context.names);
  if (person !== undefined && accepts(source, tokens, person, joined, before, inBio, context)) {
    const body = joined === 'delegate' ? before.at(-1)?.collective : undefined;
    return {
      person: person.value,
      capacity,
      joined,
      from: at,
      next: person.next,
      ...(body === undefined ? {} : { of: body }),
    };
  }
  if (inBio || person?.value.known === true) return undefined;
  return collectiveAt(source, tokens, at, joined, capacity, before);
}

/** A known given name vouches for itself; otherwise what stands around the name must. */
function accepts(
  source: string,
  tokens: readonly Token[],
  person: Found<PersonName>,
  joined: Join,
  before: readonly Actor[],
  inBio: boolean,
  context: RoleContext,
): boolean {
  const after = tokens[person.next];
  const surname = person.value.name.split(' ').at(-1);
  if (before.some((actor) => actor.person?.name === person.value.name)) return false;
  if (inBio)
    return joined !== 'line'
      ? person.value.known &&
          (after?.text === ',' || after?.text === '(') &&
          isRoleAt(tokens, person.next + 1) &&
          before.at(-1)?.person?.name.split(' ').at(-1) !== surname
      : true;
  if (person.value.known) return true;
  if (context.known?.has(person.value.surface.toLowerCase()) === true) return false;
  if (after === undefined || after.newline)
    return joined === 'first' || joined === 'line' || before.at(-1)?.person !== undefined;
  if (after.text === ',' || after.text === '–' || after.text === '—' || after.text === '-' || after.text === ':')
    return (
      isRoleAt(tokens, person.next + 1) ||
      joined === 'first' ||
      joined === 'line' ||
      scanName(source, tokens, person.next + 1)?.value.known === true
    );
  if (after.text === '(' || after.folded === 'et' || after.text === '&' || after.text === ';')
    return joined !== 'comma' || before.at(-1)?.person !== undefined;
  if (after.text === '.') return before.at(-1)?.person !== undefined || joined === 'first';
  return (
    isRoleAt(tokens, person.next) ||
    (connectorAt(tokens, person.next) > 0 && scanOrganization(source, tokens, person.next + 1) !== undefined) ||
    after.folded === 'est'
  );
}

/** A body or team that takes part itself. */
function collectiveAt(
  source: string,
  tokens: readonly Token[],
  at: number,
  joined: Join,
  capacity: Capacity,
  before: readonly Actor[],
): Actor | undefined {
  const token = tokens[at] as Token;
  const representative = representativeAt(tokens, at);
  const start = representative > 0 ? representative : at;
  const bodyAt = skipArticle(tokens, start);
  const article = bodyAt > start;
  const last = before.findLast((actor) => actor.joined !== 'member');
  const inList = last?.collective !== undefined || before.length === 0;
  if (representative === 0) {
    if (joined === 'comma' && !(inList && article && before.length > 0)) return undefined;
    if (
      connectorAt(tokens, at) > 0 &&
      !(FRENCH_PARTICLES.has(token.folded) && token.folded === 'des' && TEAMS.has(tokens[at + 1]?.folded ?? ''))
    )
      return undefined;
    if (
      !article &&
      !inList &&
      !(joined === 'line' && [',', ';', '•'].includes(tokens[at - 1]?.text ?? '')) &&
      joined !== 'with'
    )
      return undefined;
    // After a person, `et la …` mostly goes on describing: only a team, a kind of body or an acronym is one more actor.
    if (joined === 'and' && !inList && !isOrganizationKind(tokens[bodyAt]?.text ?? '') && !isAllCaps(tokens[bodyAt]))
      return undefined;
    if (isRoleAt(tokens, at) && !isCapitalized(token)) return undefined;
  }
  const found = scanOrganization(source, tokens, start);
  if (found === undefined || (representative === 0 && isPersonal(tokens, bodyAt, found))) return undefined;
  const after = tokens[found.next];
  if (representative === 0 && !article && !isCapitalized(tokens[bodyAt])) return undefined;
  // `…, l'équipe qui a travaillé à …` explains the one before it.
  if (joined === 'comma' && (RELATIVES.has(after?.folded ?? '') || last?.person !== undefined)) return undefined;
  if (article && token.folded.startsWith('un') && representative === 0) return undefined;
  const kind: ParticipantKind =
    representative > 0 ? 'unnamed-representative' : TEAMS.has(found.value.kind ?? '') ? 'team' : 'organisation';
  return { collective: found.value, kind, capacity, joined, from: at, next: found.next };
}

/** `Mme Untel`, a given name alone or before `de`: half a person's name, not the name of a body. */
function isPersonal(tokens: readonly Token[], at: number, found: Found<OrganizationName>): boolean {
  const first = tokens[at] as Token;
  if (CIVILITIES.has(first.folded) && isCapitalized(tokens[at + 1])) return true;
  const next = tokens[at + 1];
  return isGivenName(first.text) && !isAllCaps(first) && (found.next === at + 1 || OF.has(next?.folded ?? ''));
}

const REPRESENTATIVES = new Set([
  'representant',
  'representante',
  'representants',
  'representantes',
  'representant·e',
  'membre',
  'membres',
  'agent',
  'agents',
  'acteurs',
  'elus',
  'salaries',
  'delegation',
  'porte-parole',
  'intervenant',
  'intervenante',
  'benevoles',
  'usagers',
  'mediateurs',
]);
const DETERMINERS = new Set(['un', 'une', 'des', 'plusieurs', 'les', 'deux', 'trois', 'quelques']);

/** `un représentant de`, `plusieurs acteurs locaux des`: index after the preposition, or 0. */
function representativeAt(tokens: readonly Token[], at: number): number {
  const plain = (token: Token | undefined): string => token?.folded.split(/[·.(]/)[0] ?? '';
  let next = at;
  const determiner = plain(tokens[next]);
  const bare = REPRESENTATIVES.has(determiner) && determiner.endsWith('s');
  if (!bare && !DETERMINERS.has(determiner)) return 0;
  if (!bare) next += 1;
  const noun = tokens[next];
  if (noun === undefined || !(REPRESENTATIVES.has(plain(noun)) || (isRoleAt(tokens, next) && !isCapitalized(noun))))
    return 0;
  next += 1;
  if (tokens[next]?.folded === 'et' && isRoleAt(tokens, next + 1)) next += 2;
  if (tokens[next]?.kind === 'word' && connectorAt(tokens, next) === 0 && connectorAt(tokens, next + 1) > 0) next += 1;
  return connectorAt(tokens, next) > 0 ? next + 1 : 0;
}

/** Tokens after the colon of a team: those of its members, and those before the first of them. */
const MAX_MEMBERS = 200;
const MAX_BEFORE_MEMBERS = 24;

/** `l'équipe X (A, B et C)`: those in the parentheses, after a body or a colon. */
function addMembers(source: string, tokens: readonly Token[], at: number, actor: Actor, actors: Actor[]): number {
  const token = tokens[at];
  if (actor.collective === undefined || token === undefined) return at;
  const open = token.text === '(' ? at : token.text === ':' ? at : -1;
  if (open < 0) return at;
  const end = token.text === '(' ? closing(tokens, open) : Math.min(tokens.length, open + MAX_MEMBERS);
  let next = open + 1;
  let found = 0;
  while (next < end && (found > 0 || next - open < MAX_BEFORE_MEMBERS)) {
    const person = scanName(source, tokens, next);
    if (
      person !== undefined &&
      person.next <= end &&
      (person.value.known || found > 0 || isListed(tokens, open, person.next))
    ) {
      actors.push({
        person: person.value,
        capacity: actor.capacity,
        joined: 'member',
        from: next,
        next: person.next,
        of: actor.collective,
        limit: end,
      });
      found += 1;
      next = person.next;
    } else next += 1;
  }
  return found > 0 ? Math.min(end + (token.text === '(' ? 1 : 0), tokens.length) : at;
}

/** In parentheses after a team, a name that a comma, `et` or the bracket follows is a member's, known or not. */
const isListed = (tokens: readonly Token[], open: number, next: number): boolean =>
  tokens[open]?.text === '(' &&
  (tokens[next]?.text === ',' || tokens[next]?.text === ')' || tokens[next]?.folded === 'et');

function describe(
  source: string,
  tokens: readonly Token[],
  actor: Actor,
  following: Actor | undefined,
  context: RoleContext,
): ReadActor {
  const limit = Math.min(following?.opens ?? following?.from ?? tokens.length, actor.limit ?? tokens.length);
  const to = trimEnd(tokens, actor.next, limit);
  const common = {
    capacity: actor.capacity,
    inferred: false,
    joined: actor.joined,
    described: to > actor.next,
    start: (tokens[actor.from] as Token).start,
    end: (tokens[Math.max(to, actor.next) - 1] as Token).end,
  };
  if (actor.person === undefined) {
    const collective = actor.collective as OrganizationName;
    const surface = textOf(source, tokens, actor.from, actor.next);
    return {
      ...common,
      actor: { collective, kind: actor.kind ?? 'organisation', surface },
      tentative: hasDoubt(tokens, actor.next, to),
      posts: [],
      trailingBody: false,
    };
  }
  const descriptor = scanDescriptor(source, tokens, actor.next, to, context);
  const posts = actor.of === undefined ? descriptor.posts : heldIn(actor.of, descriptor.posts);
  return {
    ...common,
    actor: { person: actor.person },
    tentative: descriptor.tentative || hasDoubt(tokens, actor.next, to),
    posts,
    trailingBody: descriptor.trailingBody,
  };
}

/** Posts of a member or delegate of a body: those without a body of their own are held there. */
const heldIn = (body: OrganizationName, posts: readonly Post[]): readonly Post[] =>
  posts.length === 0
    ? [{ organization: body, past: false }]
    : posts.map((post) => (post.organization === undefined ? { ...post, organization: body } : post));

/** Takes separators and lead-in words off the end of a description. */
function trimEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const token = tokens[end - 1] as Token;
    const loose =
      [',', ';', ':', '–', '—', '-', '&', '/', '•', '|', '.', '*', '·'].includes(token.text) ||
      ['et', 'ou', 'avec', 'par', 'puis', 'que', 'ainsi'].includes(token.folded);
    if (!loose) break;
    end -= 1;
  }
  return startOfLeadIn(tokens, from, end) ?? end;
}

/** Where a lead-in begins that ends at `end`, or whose last word stands there. */
function startOfLeadIn(tokens: readonly Token[], from: number, end: number): number | undefined {
  for (let at = Math.max(from, end - LONGEST_LEAD_IN); at < end; at += 1)
    if (leadInsAt(tokens, at).some(([words]) => at + words.length === end || at + words.length === end + 1)) return at;
  return undefined;
}
const LONGEST_LEAD_IN = 4;

function hasDoubt(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isTentativeAt(tokens, at)) return true;
  return false;
}
