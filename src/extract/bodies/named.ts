import { fold } from '../../domain/fold.ts';
import { isAcronymOf } from '../people/acronym.ts';
import { closing } from '../text/scan.ts';
import { isCapitalized, isLowercase, type Token, textOf } from '../text/tokens.ts';
import { ARTICLES, OF, PREPOSITIONS, PRONOUNS, RELATIVES } from '../words/connectors.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { bodyAt, bodyList, isVerbAt, type NamedBody } from './body-list.ts';
import {
  isKind,
  isLetters,
  isNamed,
  isNamedByOwner,
  isNamedTeam,
  isPublisher,
  isTellingKind,
  quotedBodies,
} from './signs.ts';

/** Stretches of a text that already speak of something, by offsets. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** A text with its tokens; offsets are those of `flat`. */
export interface Tokens {
  readonly flat: string;
  readonly tokens: readonly Token[];
}

/**
 * The bodies that running text names by their kind (`la Ville de X`, `le département Y`), by letters (`l'ABC`), by a
 * name that the document knows for a body, or in one enumeration with such bodies.
 * @param known folded names of bodies @param taken stretches that are read already
 */
export function bodiesNamed(text: Tokens, known: ReadonlySet<string>, taken: readonly Taken[]): NamedBody[] {
  const { tokens, flat } = text;
  const found: NamedBody[] = [];
  const isTaken = within(taken);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || isTaken(token.start)) {
      at += 1;
      continue;
    }
    const here = knownBody(text, at, known) ?? enumerated(text, at, known, isTaken) ?? namedBody(flat, tokens, at);
    found.push(...(here?.bodies ?? []));
    at = Math.max(at + 1, here?.next ?? 0);
  }
  return found;
}

/** Number of tokens of the longest known name (folded) at `at`; 0 where none stands there. */
export function knownAt(tokens: readonly Token[], at: number, known: ReadonlySet<string>): number {
  if (known.size === 0 || (!isCapitalized(tokens[at]) && !isOrganizationKind(tokens[at]?.text ?? ''))) return 0;
  let text = '';
  let length = 0;
  for (let next = at; next < tokens.length && next - at < 10; next += 1) {
    const token = tokens[next] as Token;
    text += (token.spaced && next > at ? ' ' : '') + token.folded;
    if (known.has(text)) length = next - at + 1;
  }
  // `Open Source` is not `Open`: a single word may begin another name.
  const other = tokens[at + 1];
  return length === 1 && isCapitalized(other) && other?.newline === false ? 0 : length;
}

// --- internal ---

interface Bodies {
  readonly bodies: readonly NamedBody[];
  readonly next: number;
}

/** A test of offsets, asked in rising order, that goes through the stretches once. */
function within(taken: readonly Taken[]): (offset: number) => boolean {
  const sorted = [...taken].sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return (offset) => {
    while (next < sorted.length && (sorted[next] as Taken).start <= offset) {
      end = Math.max(end, (sorted[next] as Taken).end);
      next += 1;
    }
    return offset < end;
  };
}

/** A name that the document knows, with the letters that may stand after it: `Agence des berges (ADB)`. */
function knownBody({ flat, tokens }: Tokens, at: number, known: ReadonlySet<string>): Bodies | undefined {
  const length = knownAt(tokens, at, known);
  if (length === 0) return undefined;
  const first = tokens[at] as Token;
  const next = at + length;
  const name = flat.slice(first.start, (tokens[next - 1] as Token).end);
  const close = tokens[next]?.text === '(' ? closing(tokens, next) : next;
  const inner = close > next && close < tokens.length ? textOf(flat, tokens, next + 1, close) : '';
  const alias = inner !== '' && (isAcronymOf(inner, name) || isAcronymOf(name, inner));
  const last = tokens[alias ? close : next - 1] as Token;
  const body = {
    name,
    surface: flat.slice(first.start, last.end),
    unit: false,
    aliases: alias ? [inner] : [],
  };
  return { bodies: [{ body, start: first.start, end: last.end }], next: alias ? close + 1 : next };
}

/**
 * `X, Y et l'agence Z racontent`, `avec X et le centre Y`: in one enumeration with a body that its kind or the document
 * vouches for, bare proper names are bodies too. People are none.
 */
function enumerated(
  { flat, tokens }: Tokens,
  at: number,
  known: ReadonlySet<string>,
  isTaken: (offset: number) => boolean,
): Bodies | undefined {
  const before = tokens[at - 1];
  const opens =
    before === undefined ||
    /^[.:;!?(]$/.test(before.text) ||
    ['avec', 'par', 'entre'].includes(before.folded) ||
    (/(?:ra|ront|it|issent|ent|e)$/.test(before.folded) && isLowercase(before) && isVerbAt(tokens, at - 1));
  const head = ARTICLES.has(tokens[at]?.folded ?? '') ? at + 1 : at;
  const first = tokens[head];
  if (!opens || first === undefined || !isCapitalized(first) || opensSentence(first)) return undefined;
  const { bodies, next } = bodyList(flat, tokens, at, Math.min(tokens.length, at + LONGEST_LIST));
  if (bodies.length < 2) return undefined;
  const proper = bodies.every(({ body }) => /\p{Lu}/u.test(body.name));
  const vouched = bodies.some(
    ({ body }) => known.has(fold(body.name)) || (body.kind !== undefined && isTellingKind(body.kind)),
  );
  if (!proper || !vouched || bodies.some(({ start }) => isTaken(start))) return undefined;
  return { bodies, next };
}

/** `Entre`, `Dans`, `Cette`: in capitals only because a sentence begins. */
const opensSentence = ({ folded }: Token): boolean =>
  PREPOSITIONS.has(folded) || PRONOUNS.has(folded) || RELATIVES.has(folded) || OPENINGS.has(folded);

const OPENINGS = new Set(
  `entre avec par selon depuis apres avant sans sous vers contre ainsi comme lorsque quand si mais et ou donc car enfin puis
  ici grace`.split(/\s+/),
);

function namedBody(flat: string, tokens: readonly Token[], at: number): Bodies | undefined {
  const token = tokens[at] as Token;
  const quoted = quotedBodies(flat, tokens, at);
  if (quoted !== undefined) return quoted;
  const letters = isLetters(tokens, at);
  const kind = isKind(tokens, at) || isNamedTeam(flat, tokens, at);
  if (!letters && !kind && !isPublisher(flat, tokens, at)) return undefined;
  // What a body in letters does is no part of its name: `l'ABC agit`.
  if (letters && !kind && isLowercase(tokens[at + 1]) && !OF.has(tokens[at + 1]?.folded ?? '')) {
    const { text: name, start, end } = token;
    return { bodies: [{ body: { name, surface: name, unit: false, aliases: [] }, start, end }], next: at + 1 };
  }
  const body = bodyAt(flat, tokens, at, tokens.length);
  if (body === undefined) return undefined;
  const { named, next } = body;
  if (!kind || isNamed(named, tokens, at)) return { bodies: [named], next };
  const { start, end } = named;
  const surface = flat.slice(start, end);
  return isNamedByOwner(named, tokens, at) && surface.endsWith(named.body.within?.surface ?? '')
    ? { bodies: [{ body: { ...named.body, surface }, start, end }], next }
    : undefined;
}

/** Tokens. */
const LONGEST_LIST = 120;
