import { closing, type Found, isQuote } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, EN_BREAKS, OF, PREPOSITIONS, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind, LABELS, TEAMS, TERRITORIAL, UNITS } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { scanName } from './name.ts';

/** A body as a text names it. */
export interface OrganizationName {
  /** Its own name, without a label before it: `Visière` of `l'association Visière`. */
  readonly name: string;
  /** As printed, on one line, without the article. */
  readonly surface: string;
  /** Folded kind word, where it starts with one: `ville`, `association`, `equipe`. */
  readonly kind?: string;
  /** It is only part of a body (a service, a project) and cannot stand for it beside a post. */
  readonly unit: boolean;
  readonly within?: OrganizationName;
  /** Acronym or expansion in parentheses. */
  readonly aliases: readonly string[];
}

/**
 * Reads the name of a body after a preposition, an article or nothing: a quoted name, a kind word with what belongs to
 * it (`centre social du X`, `direction du numérique en santé`), a proper name (`La Coop des X`), an acronym. The most
 * specific body is the value, the larger one that the text adds is its `within`.
 * @param anyKind takes any small noun for a kind word (`la résidence X`): only where a body must stand
 * @param depth of a body inside other bodies; beyond the fourth nobody names any
 */
export function scanOrganization(
  source: string,
  tokens: readonly Token[],
  at: number,
  anyKind = false,
  depth = 0,
): Found<OrganizationName> | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const start = skipArticle(tokens, at);
  const first = tokens[start];
  if (first === undefined) return undefined;
  if (isQuote(first)) return quoted(source, tokens, start, depth);
  if (first.kind === 'punct' || RELATIVES.has(first.folded) || PRONOUNS.has(first.folded)) return undefined;
  const known = isOrganizationKind(first.text);
  const unknownKind = !known && anyKind && start > at && isLowercase(first) && !isRoleWord(first.text);
  const found =
    isOrganizationKind(first.text) || unknownKind
      ? kindFirst(source, tokens, start, depth)
      : properFirst(source, tokens, start, depth);
  if (unknownKind && !/\p{Lu}/u.test(found?.value.name ?? '')) return undefined;
  return found === undefined ? undefined : withParentheses(source, tokens, found, depth);
}

/** Index after the article at `at`: `l'`, `la` in small letters; `La` is kept when a capitalised word follows it. */
export function skipArticle(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !ARTICLES.has(token.folded)) return at;
  const partOfName =
    isCapitalized(token) &&
    isCapitalized(tokens[at + 1]) &&
    !isOrganizationKind(tokens[at + 1]?.text ?? '') &&
    !isAllCaps(tokens[at + 1]);
  return partOfName ? at : at + 1;
}

// --- internal ---

const MAX_TOKENS = 24;
const MAX_DEPTH = 4;

/** After `de`, `du`, `l'` a capitalised word completes the kind (`équipe d'X`); otherwise it is the body's own name. */
const hangsOn = (before: Token | undefined): boolean =>
  before !== undefined && (OF.has(before.folded) || ARTICLES.has(before.folded));

function quoted(
  source: string,
  tokens: readonly Token[],
  at: number,
  depth: number,
): Found<OrganizationName> | undefined {
  const end = closing(tokens, at);
  if (end >= tokens.length || end - at > 10 || end === at + 1 || isLowercase(tokens[at + 1])) return undefined;
  const name = textOf(source, tokens, at + 1, end);
  return withParentheses(
    source,
    tokens,
    { value: { name, surface: name, unit: false, aliases: [] }, next: end + 1 },
    depth,
  );
}

function kindFirst(
  source: string,
  tokens: readonly Token[],
  start: number,
  depth: number,
): Found<OrganizationName> | undefined {
  const kind = (tokens[start] as Token).folded;
  // `Mission locale` is an institution, `mission` a part of one.
  const isUnit = UNITS.has(kind) && tokens[start + 1]?.folded !== 'locale';
  let at = start + 1;
  let proper = isCapitalized(tokens[start]) ? start : -1;
  let plainProper = -1;
  let within: Found<OrganizationName> | undefined;
  let quote: Found<OrganizationName> | undefined;
  while (at < tokens.length && at - start < MAX_TOKENS) {
    const token = tokens[at] as Token;
    if (isQuote(token)) {
      quote = quoted(source, tokens, at, depth);
      break;
    }
    const listed = token.text === ',' ? enumeratedName(tokens, at) : 0;
    if (listed > 0) {
      at = listed;
      continue;
    }
    if (token.kind === 'punct' && !(token.text === '-' || token.text === '&')) break;
    if (token.newline && isCapitalized(token) && !endsOpen(tokens, at)) break;
    const parent =
      at > start + 1 || !UNITS.has(kind) || isCapitalized(tokens[start])
        ? parentAt(source, tokens, at, start, kind, depth)
        : undefined;
    if (parent !== undefined) {
      within = parent;
      break;
    }
    if (!continues(source, tokens, at)) break;
    if (isCapitalized(token) && proper < 0) proper = at;
    if (isCapitalized(token) && plainProper < 0) plainProper = hangsOn(tokens[at - 1]) ? tokens.length : at;
    at += 1;
  }
  if (at === start + 1 && quote === undefined && within === undefined) {
    // A bare kind word says nothing, unless it is capitalised as a name (`l'Incubateur`) or heads what follows.
    if (!isCapitalized(tokens[start]) || isRoleWord((tokens[start] as Token).text)) return undefined;
  }
  if (quote !== undefined) {
    const surface = textOf(source, tokens, start, quote.next);
    return { value: { ...quote.value, surface, kind, unit: isUnit }, next: quote.next };
  }
  const surface = textOf(source, tokens, start, at);
  const label =
    (LABELS.has(kind) || UNITS.has(kind) || TEAMS.has(kind) || !isOrganizationKind(kind)) &&
    !isCapitalized(tokens[start]) &&
    plainProper > start &&
    plainProper < at &&
    !TERRITORIAL.has(kind);
  const name = label ? textOf(source, tokens, plainProper, at) : surface;
  const value: OrganizationName = {
    name,
    surface,
    kind,
    unit: isUnit,
    aliases: [],
    ...(within === undefined ? {} : { within: within.value }),
  };
  return { value, next: within?.next ?? at };
}

function properFirst(
  source: string,
  tokens: readonly Token[],
  start: number,
  depth: number,
): Found<OrganizationName> | undefined {
  const first = tokens[start] as Token;
  const domain = isDomain(first);
  if (!isCapitalized(first) && !domain && first.text[0] !== '@') return undefined;
  if (isRoleWord(first.text) && !isAllCaps(first)) return undefined;
  let at = start + 1;
  let within: Found<OrganizationName> | undefined;
  while (at < tokens.length && at - start < MAX_TOKENS && !domain) {
    const token = tokens[at] as Token;
    if (token.newline && !endsOpen(tokens, at)) break;
    const parent = parentAt(source, tokens, at, start, undefined, depth);
    if (parent !== undefined) {
      within = parent;
      break;
    }
    if (isCapitalized(token) && !isRoleAhead(tokens, at)) at += 1;
    else if (token.kind === 'number' && at > start) at += 1;
    else if ((token.text === '&' || token.text === '+') && isCapitalized(tokens[at + 1])) at += 2;
    else if (OF.has(token.folded) && ofComplement(source, tokens, at) > 0) at = ofComplement(source, tokens, at);
    else if (
      (token.folded === 'en' ||
        token.folded === 'les' ||
        token.folded === 'la' ||
        token.folded === 'sur' ||
        token.folded === 'pour' ||
        token.folded === 'sans' ||
        token.folded === 'for' ||
        token.folded === 'of' ||
        token.folded === 'a') &&
      isCapitalized(tokens[at + 1])
    )
      at += 2;
    else if (isTail(tokens, at)) at += 1;
    else break;
  }
  const surface = textOf(source, tokens, start, at);
  if (surface.length < 2) return undefined;
  const value: OrganizationName = {
    name: surface,
    surface,
    unit: false,
    aliases: [],
    ...(within === undefined ? {} : { within: within.value }),
  };
  return { value, next: within?.next ?? at };
}

/** `laboratoire Techniques, Territoires et Sociétés`: index after the last of the listed words, 0 where it is no such name. */
function enumeratedName(tokens: readonly Token[], comma: number): number {
  const single = (at: number): boolean =>
    isCapitalized(tokens[at]) && !isAllCaps(tokens[at]) && !isRoleWord(tokens[at]?.text ?? '');
  return single(comma - 1) &&
    single(comma + 1) &&
    tokens[comma + 2]?.folded === 'et' &&
    single(comma + 3) &&
    !isCapitalized(tokens[comma + 4])
    ? comma + 4
    : 0;
}

/** `de la Solidarité`, `des droits`, `du Sud`: what hangs on a proper name; index after it, 0 where it is not one. */
function ofComplement(source: string, tokens: readonly Token[], at: number): number {
  let next = at + 1;
  if (tokens[next]?.folded === 'la' || tokens[next]?.folded === "l'" || tokens[next]?.folded === 'les') next += 1;
  const word = tokens[next];
  if (word === undefined || word.kind !== 'word' || isRoleWord(word.text) || PRONOUNS.has(word.folded)) return 0;
  if (isCapitalized(word) && scanName(source, tokens, next)?.value.known === true) return 0;
  if (!isCapitalized(word) && !isLowercase(word)) return 0;
  return next + 1;
}

/** A larger institution after `de`, `à`: where the smaller body's name ends and its parent begins. */
function parentAt(
  source: string,
  tokens: readonly Token[],
  at: number,
  start: number,
  kind: string | undefined,
  depth: number,
): Found<OrganizationName> | undefined {
  const token = tokens[at];
  if (token === undefined || at === start) return undefined;
  const of = OF.has(token.folded);
  if (!of && !['a', 'au', 'aux'].includes(token.folded)) return undefined;
  if (kind !== undefined && at === start + 1 && (TERRITORIAL.has(kind) || TEAMS.has(kind) || !UNITS.has(kind))) {
    // `ville de X`, `université de X`, `équipe d'X`: X is the name itself, not a parent.
    if (!(of && at === start + 1 && UNITS.has(kind))) return undefined;
  }
  const head = skipArticle(tokens, at + 1);
  const word = tokens[head];
  if (word === undefined) return undefined;
  // `des communes`, `des maires` say who makes up the body, not whose it is.
  if (token.folded === 'des' && !isAllCaps(word)) return undefined;
  const institution =
    TERRITORIAL.has(word.folded) ||
    (isAllCaps(word) && word.text.length >= 3 && !isSigleOfPlace(tokens, head)) ||
    (isCapitalized(word) && (LABELS.has(word.folded) || isSciences(tokens, head)));
  if (!institution) return undefined;
  if (NO_PARENTS.has(word.folded)) return undefined;
  const found = scanOrganization(source, tokens, at + 1, false, depth + 1);
  // A kind word alone (`la ville`) is nobody's name.
  return found !== undefined && (found.next > head + 1 || isAllCaps(word)) ? found : undefined;
}

/** `syndicat des communes de X`, `maison des pays de Y`: they belong to the name itself. */
const NO_PARENTS = new Set(['pays', 'centre', 'centres', 'cite', 'communes', 'villes', 'departements', 'regions']);

const isSigleOfPlace = (tokens: readonly Token[], at: number): boolean => tokens[at]?.folded === 'france';
const isSciences = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.folded === 'sciences' && tokens[at + 1]?.folded === 'po';

/** `département Opérateur de services`: what such a part is called may be the word for a trade. */
const PARTS = new Set(['departement', 'departements', 'pole', 'bureau']);

/** Inside a name that began with a kind word: may the token at `at` go on with it? */
function continues(source: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  if (token.kind === 'number') return true;
  // At a line start a hyphen is the bullet of the next entry.
  if (token.text === '-' || token.text === '&') return !token.newline && isCapitalized(next);
  const delegated = /^deleguee?s?$/;
  if (delegated.test(token.folded) && isOrganizationKind(tokens[at - 1]?.text ?? '')) return true;
  if (token.folded === 'a' && delegated.test(tokens[at - 1]?.folded ?? '')) return true;
  // `Main à Main`: the same word on both sides.
  if (token.folded === 'a' && tokens[at - 1]?.folded === next?.folded) return true;
  // `Grand Est` is a place, `est` a verb.
  if (RELATIVES.has(token.folded) || PRONOUNS.has(token.folded)) return false;
  if (STOPS.has(token.folded) && token.text !== 'Est') return false;
  if (isCapitalized(token)) return !isRoleAhead(tokens, at) || PARTS.has(tokens[at - 1]?.folded ?? '');
  if (token.folded === 'pour' && /(?:er|ir|oir|dre|tre)$/.test(next?.folded ?? '')) return false;
  if (token.folded === 'en') return next !== undefined && !EN_BREAKS.has(next.folded);
  if (token.folded === 'et') return etContinues(source, tokens, at);
  if (token.folded === 'au' && (next?.folded === 'sein' || next?.folded === 'titre')) return false;
  if (['a', 'au', 'aux', 'chez', 'dans', 'avec', 'par', 'sous', 'lors'].includes(token.folded))
    return token.folded === 'au' || token.folded === 'a' || token.folded === 'aux'
      ? isLowercase(next) &&
          !isRoleWord(next?.text ?? '') &&
          !ARTICLES.has(next?.folded ?? '') &&
          !isOrganizationKind(next?.text ?? '')
      : false;
  if (PREPOSITIONS.has(token.folded) || ARTICLES.has(token.folded))
    return next !== undefined && next.kind === 'word' && (token.folded === 'des' || !isRoleWord(next.text));
  if (/(?:ant|ants)$/.test(token.folded) && token.folded.length > 6) return false;
  if (isRoleWord(token.text) && !token.newline && isLowercase(token))
    return OF.has(tokens[at - 1]?.folded ?? '') || ARTICLES.has(tokens[at - 1]?.folded ?? '');
  return true;
}

/** `Internet et Société`, `des Dons et des Legs`; not the next person, post or body. */
function etContinues(source: string, tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (next === undefined || next.kind !== 'word' || next.newline || isRoleWord(next.text)) return false;
  if (next.text === '/' || tokens[at + 1]?.text === '/') return false;
  const after = skipArticle(tokens, PREPOSITIONS.has(next.folded) ? at + 2 : at + 1);
  if (
    isOrganizationKind(tokens[after]?.text ?? '') &&
    !(after === at + 1 && isCapitalized(tokens[after]) && isCapitalized(tokens[at - 1]))
  )
    return false;
  if (ARTICLES.has(next.folded)) return false;
  const person = scanName(source, tokens, at + 1);
  return person === undefined || (!person.value.known && isLowercase(next));
}

/** A post begins here; a capitalised plural (`X Avocats`) is part of a firm's name. */
const isRoleAhead = (tokens: readonly Token[], at: number): boolean =>
  isRoleWord(tokens[at]?.text ?? '') && !isAllCaps(tokens[at]) && !/s$/.test(tokens[at]?.folded ?? '');

/** A small adjective or noun that closes a proper name: `Plaines numériques`, `Carnet culture`. */
function isTail(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  if (!isLowercase(token) || token.newline || isRoleWord(token.text) || token.folded === 'et' || token.folded === 'ou')
    return false;
  if (
    PREPOSITIONS.has(token.folded) ||
    ARTICLES.has(token.folded) ||
    RELATIVES.has(token.folded) ||
    PRONOUNS.has(token.folded) ||
    STOPS.has(token.folded)
  )
    return false;
  if (
    /(?:ant|e|ent|ee|ees|era|eront)$/.test(token.folded) &&
    !/(?:que|ques|iere|aire|ale|tive|enne|ose|ture)$/.test(token.folded) &&
    tokens[at + 1]?.kind === 'word'
  )
    return false;
  const next = tokens[at + 1];
  return (
    next === undefined || next.kind === 'punct' || next.newline || next.folded === 'et' || PREPOSITIONS.has(next.folded)
  );
}

/** The line before the token ends in the middle of a group, so the name runs over the line end. */
function endsOpen(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before !== undefined &&
    before.kind === 'word' &&
    (PREPOSITIONS.has(before.folded) || ARTICLES.has(before.folded) || before.folded === 'et')
  );
}

const isDomain = (token: Token): boolean =>
  /^[\p{L}\p{N}@-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(token.text) &&
  /\./.test(token.text) &&
  !/[·•]/.test(token.text) &&
  DOMAIN_END.test(token.folded);
const DOMAIN_END = /\.(?:fr|org|com|net|eu|info|coop|io|gouv|tech|dev|be|ch|ca|brussels|bzh|paris|education|social)$/;

/** `(ANLCI)` is an alias, `(Ville de Lyon)` a parent, `(77)` and `(sous réserve)` neither. */
function withParentheses(
  source: string,
  tokens: readonly Token[],
  found: Found<OrganizationName>,
  depth: number,
): Found<OrganizationName> {
  const open = found.next;
  if (tokens[open]?.text !== '(') return found;
  const end = closing(tokens, open);
  if (end >= tokens.length || end === open + 1) return found;
  const inner = textOf(source, tokens, open + 1, end);
  if (isAcronymOf(inner, found.value.surface) || isAcronymOf(found.value.surface, inner)) {
    const aliases = [...found.value.aliases, inner];
    return { value: { ...found.value, surface: `${found.value.surface} (${inner})`, aliases }, next: end + 1 };
  }
  const parent = scanOrganization(source, tokens, open + 1, false, depth + 1);
  if (
    parent !== undefined &&
    parent.next === end &&
    found.value.within === undefined &&
    scanName(source, tokens, open + 1)?.value.known !== true
  ) {
    return { value: { ...found.value, within: parent.value }, next: end + 1 };
  }
  return found;
}

/**
 * True when the letters of `short` stand in order at the starts of words of `long` (`ANLCI`, `Agence nationale de
 * lutte contre l'illettrisme`). Small words may give no letter.
 */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^\p{Lu}[\p{Lu}\p{Ll}\d]{1,11}$/u.test(short) || !/\p{Lu}.*\p{Lu}/u.test(short)) return false;
  const words = long.split(/[\s'’\-‐]+/).filter((word) => word !== '');
  const letters = short
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const capitals = short
    .normalize('NFD')
    .replace(/[^A-Z]/g, '')
    .toLowerCase();
  const initials = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()[0] ?? '').join('');
  return (
    words.length > 1 && (isSubsequence(letters, initials) || (capitals.length > 1 && isSubsequence(capitals, initials)))
  );
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return short.length > 1 && at === short.length;
}

/** Words after which a name of a body cannot go on. */
const STOPS = new Set(
  `est sont sera seront etait avec qui ainsi accompagne accompagnee accompagnes represente representee representes puis
  mais car afin comme lors suivi suivie anime animee animes par autour depuis presente presentent propose proposent
  permet vise va ont a developpe realise porte portee deleguee delegue charge chargee chargees soit partagera partage
  partageront reviendra reviennent revient temoignera presentera explique dispose ouvre notamment egalement actuellement
  aujourd'hui ancien ancienne ex sous`.split(/\s+/),
);
