/** A stretch of text to take out: offsets, end excluded. */
export interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * The e-mail address whose sign (`@`, `[at]`, ` at ` …) stands at offset `at`, or undefined.
 * Never reaches back beyond `from`.
 */
export function emailAt(text: string, at: number, from: number): Cut | undefined {
  const sign = signAt(text, at);
  if (sign === undefined) return undefined;
  const start = localStart(text, sign.start, from);
  if (start === undefined) return undefined;
  const domain = domainEnd(text, sign.end);
  if (domain === undefined) return undefined;
  if (sign.needs === 'obfuscated dot' ? !domain.obfuscated : sign.needs === 'dot' && !domain.dotted) return undefined;
  return { start, end: domain.end };
}

// --- internal ---

/** A sign by itself proves less the more it looks like ordinary text: what must follow it to be believed. */
interface Sign extends Cut {
  readonly needs: 'nothing' | 'dot' | 'obfuscated dot';
}

const PLAIN_SIGNS = ['@', '＠', '%40', '&#64;', '&#x40;', '&commat;'];
const WORDS = ['at', '@', '＠', 'arobase', 'arobas', 'a commercial', 'chez'];
const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

function signAt(text: string, at: number): Sign | undefined {
  const plain = PLAIN_SIGNS.find((sign) => startsWith(text, sign, at));
  if (plain !== undefined) return { ...spaced(text, at, at + plain.length), needs: 'dot' };
  const close = BRACKETS[text.charAt(at)];
  if (close !== undefined) {
    let inner = at + 1;
    while (isBlank(text, inner)) inner++;
    const word = WORDS.find((candidate) => startsWith(text, candidate, inner));
    if (word === undefined) return undefined;
    let end = inner + word.length;
    while (isBlank(text, end)) end++;
    if (text.charAt(end) !== close) return undefined;
    return { ...spaced(text, at, end + 1), needs: word === 'chez' ? 'dot' : 'nothing' };
  }
  if (!isBlank(text, at - 1)) return undefined;
  for (const word of ['arobase', 'arobas', 'at'] as const) {
    if (!startsWith(text, word, at) || !isBlank(text, at + word.length)) continue;
    return { ...spaced(text, at, at + word.length), needs: word === 'at' ? 'obfuscated dot' : 'dot' };
  }
  return undefined;
}

/** The sign with the blanks around it: at most two on each side. */
function spaced(text: string, start: number, end: number): Cut {
  let first = start;
  let last = end;
  for (let n = 0; n < 2 && isBlank(text, first - 1); n++) first--;
  for (let n = 0; n < 2 && isBlank(text, last); n++) last++;
  return { start: first, end: last };
}

/** Start of the local part that ends at `end`; undefined where there is none. At most 64 characters (RFC 5321). */
function localStart(text: string, end: number, from: number): number | undefined {
  let start = end;
  while (start > from && end - start < 64 && isLocal(text.charAt(start - 1))) start--;
  while (start < end && !isWord(text.charAt(start))) start++;
  return start < end ? start : undefined;
}

/** End of the domain that starts at `start`: words joined by dots, plain or disguised (`[.]`, ` point `, ` dot `). */
function domainEnd(text: string, start: number) {
  let end = wordEnd(text, start);
  if (end === start) return undefined;
  let dotted = false;
  let obfuscated = false;
  while (end - start < 255) {
    const dot = dotEnd(text, end);
    if (dot === undefined) break;
    const next = wordEnd(text, dot.end);
    if (next - dot.end < 2) break;
    dotted = true;
    obfuscated ||= dot.obfuscated;
    end = next;
  }
  return { end, dotted, obfuscated };
}

function dotEnd(text: string, at: number): { end: number; obfuscated: boolean } | undefined {
  if (text.charAt(at) === '.' || text.charAt(at) === '．') return { end: at + 1, obfuscated: false };
  let i = at;
  while (isBlank(text, i) && i - at < 2) i++;
  const close = BRACKETS[text.charAt(i)];
  if (close === undefined && i === at) return undefined;
  if (close !== undefined) i++;
  const word = ['dot', 'point', '.'].find((candidate) => startsWith(text, candidate, i));
  if (word === undefined || (close === undefined && word === '.')) return undefined;
  i += word.length;
  if (close !== undefined && text.charAt(i++) !== close) return undefined;
  if (close === undefined && !isBlank(text, i)) return undefined;
  while (isBlank(text, i) && i - at < 16) i++;
  return { end: i, obfuscated: true };
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end - start < 63 && isDomain(text.charAt(end))) end++;
  while (end > start && text.charAt(end - 1) === '-') end--;
  return end;
}

const startsWith = (text: string, word: string, at: number): boolean =>
  text.length - at >= word.length && text.slice(at, at + word.length).toLowerCase() === word;

const isBlank = (text: string, at: number): boolean => {
  const c = text.charAt(at);
  return c === ' ' || c === '\u00a0' || c === '\u202f' || c === '\t';
};
const isWord = (c: string): boolean => /^[\p{L}\p{N}]$/u.test(c);
const isLocal = (c: string): boolean => isWord(c) || (c !== '' && '._+-'.includes(c));
const isDomain = (c: string): boolean => isWord(c) || c === '-';
