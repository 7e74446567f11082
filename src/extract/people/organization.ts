import { rememberedAt } from '../text/memo.ts';
import { closing, type Found, isQuote } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { OF, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind, LABELS, TEAMS, TERRITORIAL, UNITS } from '../words/organizations.ts';
import { isRoleWord } from '../words/roles.ts';
import { isAcronymOf } from './acronym.ts';
import { continues, endsOpen, goesOn, hangsOn, isDomain, vouched } from './body-extent.ts';
import { type OrganizationName, skipArticle } from './body-name.ts';
import { enumeratedName } from './enumerated-name.ts';
import { isInstitutionAt, isWholeAt } from './institution.ts';
import { scanName } from './name.ts';

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
  return bodies(tokens, at, depth * 2 + (anyKind ? 1 : 0), () => bodyAt(source, tokens, at, anyKind, depth));
}

// --- internal ---

const MAX_TOKENS = 24;

const MAX_DEPTH = 4;

const bodies = rememberedAt<Found<OrganizationName> | undefined>(2 * (MAX_DEPTH + 1));

function bodyAt(
  source: string,
  tokens: readonly Token[],
  at: number,
  anyKind: boolean,
  depth: number,
): Found<OrganizationName> | undefined {
  const start = skipArticle(tokens, at);
  const first = tokens[start];
  if (first === undefined) return undefined;
  if (isQuote(first)) return quoted(source, tokens, start, depth);
  if (first.kind === 'punct' || RELATIVES.has(first.folded) || PRONOUNS.has(first.folded)) return undefined;
  const known = isOrganizationKind(first.text);
  const unknownKind = !known && anyKind && start > at && isLowercase(first) && !isRoleWord(first.text);
  const read = known || unknownKind ? kindFirst : properFirst;
  const found = read(source, tokens, start, depth);
  if (unknownKind && !/\p{Lu}/u.test(found?.value.name ?? '')) return undefined;
  return found === undefined
    ? undefined
    : withParentheses(source, tokens, vouched(source, tokens, start, found), depth);
}

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
  let isListed = false;
  while (at < tokens.length && at - start < MAX_TOKENS) {
    const token = tokens[at] as Token;
    if (isQuote(token)) {
      quote = quoted(source, tokens, at, depth);
      break;
    }
    const listed = token.text === ',' ? enumeratedName(tokens, at) : 0;
    if (listed > 0) {
      isListed = true;
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
      // `l'équipe de X et de Y` has no name that ends in *et*.
      if (tokens[at - 1]?.folded === 'et') at -= 1;
      else within = parent;
      break;
    }
    if (!continues(source, tokens, at) || (token.folded === 'et' && at === start + 1)) break;
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
  // `laboratoire Sols, aliments et sociétés`: without its kind such a list is nobody's name.
  const label =
    !isListed &&
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
    const next = goesOn(source, tokens, start, at);
    if (next === at) break;
    at = next;
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

const partOf = (value: OrganizationName, within: OrganizationName, next: number): Found<OrganizationName> => ({
  value: { ...value, within },
  next,
});

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
  if (!isInstitutionAt(tokens, head) && !isWholeAt(tokens, head, kind)) return undefined;
  const found = scanOrganization(source, tokens, at + 1, false, depth + 1);
  // A kind word alone (`la ville`) is nobody's name.
  return found !== undefined && (found.next > head + 1 || isAllCaps(word)) ? found : undefined;
}

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
    const value = { ...found.value, surface: `${found.value.surface} (${inner})`, aliases };
    // `le laboratoire X (LX) de l'Université Y`
    const parent = value.within === undefined ? parentAt(source, tokens, end + 1, open, undefined, depth) : undefined;
    return parent === undefined ? { value, next: end + 1 } : partOf(value, parent.value, parent.next);
  }
  const parent = scanOrganization(source, tokens, open + 1, false, depth + 1);
  if (
    parent !== undefined &&
    parent.next === end &&
    found.value.within === undefined &&
    scanName(source, tokens, open + 1)?.value.known !== true
  ) {
    return partOf(found.value, parent.value, end + 1);
  }
  return found;
}
