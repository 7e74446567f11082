import { skipArticle } from '../people/body-name.ts';
import { scanName } from '../people/name.ts';
import { closing, isQuote } from '../text/scan.ts';
import { isAllCaps, isCapitalized, isLowercase, type Token, textOf, tokenize } from '../text/tokens.ts';
import { ARTICLES, OF } from '../words/connectors.ts';
import { NAMING_NOUNS, OPENERS } from '../words/naming.ts';
import type { Scanned } from './context.ts';
import { runEnd } from './title-run.ts';

/** The name of a thing (a project, a service, an event) as a text prints it, with offsets. */
export interface Title {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Index of the first token after it, its acronym in parentheses included. */
  readonly next: number;
  readonly url?: string;
}

/** Names whose extent another place of the document shows (links, keywords), by their first folded word. */
export type Hints = ReadonlyMap<string, readonly (readonly string[])[]>;

export function hintsOf(names: Iterable<string>): Hints {
  const hints = new Map<string, (readonly string[])[]>();
  for (const name of names) {
    const words = tokenize(name).map((token) => token.folded);
    const first = words[0];
    if (first === undefined || name.length < 3) continue;
    const known = hints.get(first);
    if (known === undefined) hints.set(first, [words]);
    else known.push(words);
  }
  for (const list of hints.values()) list.sort((a, b) => b.length - a.length);
  return hints;
}

/** Reads the name that starts at a token: a link, a quoted or known name, or a run of capitalised words with what ties them. */
export function titleAt(text: Scanned, from: number, hints: Hints): Title | undefined {
  const { tokens, flat } = text;
  const token = tokens[from];
  if (token === undefined || (token.kind === 'punct' && !isQuote(token))) return undefined;
  const link = text.links.find(
    ({ start, end }) => start <= token.start && token.end <= end && token.start - start <= 3,
  );
  if (link !== undefined) return linked(text, link);
  const at = articleSkipped(tokens, from);
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (isQuote(first)) {
    const end = closing(tokens, at);
    const name = textOf(flat, tokens, at + 1, end);
    return end - at > 14 || end >= tokens.length || name === '' || !/^[\p{Lu}\p{N}@]/u.test(name)
      ? undefined
      : named(text, at + 1, end, end + 1);
  }
  const hint = hints
    .get(first.folded)
    ?.find((words) => words.every((word, index) => tokens[at + index]?.folded === word));
  if (hint !== undefined && isCapitalized(first)) return named(text, at, at + hint.length, at + hint.length);
  if (!startsName(first) || scanName(flat, tokens, at, 'prose')?.value.known === true) return undefined;
  const end = runEnd(tokens, at);
  // `Sous`, `Pour` open a title that small words carry on: where it ends cannot be told.
  if (end === at + 1 && SMALL.has(first.folded)) return undefined;
  return named(text, at, end, end);
}

/** Reads backwards the name that ends right before a token (a comma): a link, or words that a capital opens. */
export function titleBefore(text: Scanned, end: number, hints: Hints): Title | undefined {
  const { tokens } = text;
  const last = tokens[end - 1];
  if (last === undefined) return undefined;
  const link = text.links.find((one) => one.end === last.end);
  if (link !== undefined) return linked(text, link);
  for (let at = end - 1; at >= 0 && end - at <= 8; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'punct' && !['-', '&', '+', ')', '('].includes(token.text)) return undefined;
    if (!isCapitalized(token) && !startsName(token)) continue;
    let start = at;
    while (start > 0 && end - start < 10 && isCapitalized(tokens[start - 1]) && tokens[start - 1]?.newline === false) {
      if (OPENERS.has(tokens[start - 1]?.folded ?? '')) break;
      start -= 1;
    }
    const found = titleAt(text, start, hints);
    if (found !== undefined && found.next === end) return found;
    const whole =
      start === at && end - at <= 6 && followsDeterminer(tokens, start) ? named(text, start, end, end) : undefined;
    if (whole !== undefined && scanName(text.flat, tokens, start, 'prose')?.value.known !== true) return whole;
    return undefined;
  }
  return undefined;
}

/** A link's words as a name: without article, label noun and acronym in parentheses. */
export function linked(text: Scanned, link: Scanned['links'][number]): Title | undefined {
  const from = text.tokens.findIndex(({ start }) => start >= link.start);
  const past = text.tokens.findIndex(({ start }) => start >= link.end);
  const next = past < 0 ? text.tokens.length : past;
  let at = articleSkipped(text.tokens, from);
  while (
    at < next - 1 &&
    isLowercase(text.tokens[at]) &&
    NAMING_NOUNS.has(text.tokens[at]?.folded ?? '') &&
    isCapitalized(text.tokens[at + 1])
  )
    at += 1;
  const open = text.tokens.findIndex(({ text: mark }, index) => index > at && index < next && mark === '(');
  const acronym = open > at && isAllCaps(text.tokens[open + 1]) && closing(text.tokens, open) === next - 1;
  const end = acronym ? open : next;
  if (from < 0 || end <= at) return undefined;
  const start = (text.tokens[at] as Token).start;
  const close = acronym ? (text.tokens[end - 1] as Token).end : link.end;
  const name = text.flat.slice(start, close).replace(/\s+/g, ' ').trim();
  return name === ''
    ? undefined
    : {
        name,
        aliases: acronym ? [(text.tokens[open + 1] as Token).text] : [],
        start,
        end: close,
        next: withAcronym(text.tokens, next).next,
        url: link.url,
      };
}

/** The words from one token up to another (exclusive), as they stand, for a name. */
export function printedTitle({ tokens, flat }: Scanned, from: number, to: number): Title | undefined {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) return undefined;
  const name = flat.slice(first.start, last.end).replace(/\s+/g, ' ');
  return { name, aliases: [], start: first.start, end: last.end, next: to };
}

// --- internal ---

const SMALL = new Set(
  'sous sur dans pour en au aux a avec par chez vers il elle on nous vous ce cet cette ces mon ton son notre votre quand comment pourquoi si et ou mais'.split(
    ' ',
  ),
);

/** `l'` and the articles before a name; `La` of `La Base` is part of it, `L'` of `L'Accélérateur` is not. */
function articleSkipped(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !ARTICLES.has(token.folded)) return at;
  return NAMING_NOUNS.has(tokens[at + 1]?.folded ?? '') || !isCapitalized(token) ? at + 1 : skipArticle(tokens, at);
}

const startsName = (token: Token): boolean =>
  token.kind === 'word' &&
  (isCapitalized(token) ||
    /^[\p{L}\d-]*[@.][\p{L}\d.-]*\p{L}$/u.test(token.text) ||
    /^\p{Ll}{1,2}\p{Lu}/u.test(token.text));

const followsDeterminer = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before !== undefined && (ARTICLES.has(before.folded) || OF.has(before.folded));
};

function named(text: Scanned, from: number, end: number, next: number): Title | undefined {
  const title = printedTitle(text, from, end);
  if (title === undefined) return undefined;
  const acronym = withAcronym(text.tokens, next);
  return { ...title, aliases: acronym.alias === undefined ? [] : [acronym.alias], next: acronym.next };
}

function withAcronym(tokens: readonly Token[], next: number): { alias?: string; next: number } {
  const inner = tokens[next + 1];
  if (
    tokens[next]?.text !== '(' ||
    tokens[next + 2]?.text !== ')' ||
    !isAllCaps(inner) ||
    (inner?.text.length ?? 9) > 8
  )
    return { next };
  return { alias: (inner as Token).text, next: next + 3 };
}
