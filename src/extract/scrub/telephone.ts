import type { Cut } from './email.ts';

/**
 * The telephone number that begins at offset `at`, or undefined. Known are French numbers (`01 23 45 67 89`,
 * `0123456789`, `0 800 123 456`, the groupings of neighbours) and international ones (`+33 (0)1 23…`, `0033 1…`), and
 * whatever digits follow `tél.` or `téléphone`.
 */
export function telephoneAt(text: string, at: number): Cut | undefined {
  let start = at;
  if (text.charAt(at) === '(' && (text.charAt(at + 1) === '+' || text.charAt(at + 1) === '0')) start = at + 1;
  const c = text.charAt(start);
  if (c === '+') return international(text, at, start + 1);
  if (c !== '0') return isCue(text, at) ? afterCue(text, at) : undefined;
  if (isInsideNumber(text, at)) return undefined;
  return (text.charAt(start + 1) === '0' ? international(text, at, start + 2) : undefined) ?? national(text, at, start);
}

// --- internal ---

/** How national numbers that begin with 0 are grouped: sizes of the groups, in France and next door. */
const GROUPINGS = new Set([
  '10',
  '2-2-2-2-2',
  '4-3-3',
  '4-2-2-2',
  '4-6',
  '1-3-3-3',
  '1-3-2-2-2',
  '2-8',
  '2-4-4',
  '2-3-3-2',
  '3-3-2-2',
  '3-7',
  '3-3-4',
  '2-3-2-2',
  '3-2-2-2',
  '3-2-2-3',
  '5-5',
  '2-2-3-3',
  '1-1-2-2-2-2',
  '1-9',
]);

function national(text: string, start: number, from: number): Cut | undefined {
  const groups = groupsFrom(text, from, 6);
  if (groups.digits.charAt(1) === '0') return undefined;
  // More groups may follow that are no part of it; try the longest reading first.
  for (let count = groups.sizes.length; count > 0; count--) {
    if (!GROUPINGS.has(groups.sizes.slice(0, count).join('-'))) continue;
    const digits = groups.digits.slice(0, sum(groups.sizes.slice(0, count)));
    if (isCounting(digits, groups.sizes.slice(0, count))) return undefined;
    return { start, end: groups.ends[count - 1] as number };
  }
  return undefined;
}

/** `from`: offset after `+` or `00`. E.164 numbers have 8 to 15 digits and no leading 0. */
function international(text: string, start: number, from: number): Cut | undefined {
  const first = text.charAt(from) === ' ' && text.charAt(from - 1) === '0' ? from + 1 : from;
  const groups = groupsFrom(text, first, 9);
  const { digits, sizes, ends } = groups;
  if (digits.length < 8 || digits.startsWith('0')) return undefined;
  const isPrefix00 = text.charAt(from - 1) === '0';
  if (isPrefix00 && (digits.length < 10 || (digits.length > 13 && !digits.startsWith('33')))) return undefined;
  const most = digits.startsWith('33') ? (digits.charAt(2) === '0' ? 12 : 11) : 15;
  if (digits.length > most) {
    const count = sizes.findIndex((_, i) => sum(sizes.slice(0, i + 1)) > most);
    return count > 0 && sum(sizes.slice(0, count)) >= 8 ? { start, end: ends[count - 1] as number } : undefined;
  }
  const isAmount = digits.length <= 10 && digits.endsWith('000') && sizes.slice(1).every((size) => size === 3);
  return isAmount ? undefined : { start, end: ends[ends.length - 1] as number };
}

interface Groups {
  readonly digits: string;
  readonly sizes: readonly number[];
  /** Offset after each group. */
  readonly ends: readonly number[];
}

/** Groups of digits joined by one kind of separator; `(0)` and a closing bracket of the prefix are passed over. */
function groupsFrom(text: string, from: number, most: number): Groups {
  const sizes: number[] = [];
  const ends: number[] = [];
  let digits = '';
  let joint: string | undefined;
  let i = from;
  while (sizes.length < most) {
    const start = i;
    while (i - start <= 16 && isDigit(text, i)) i++;
    if (i === start || i - start > 15) break;
    digits += text.slice(start, i);
    sizes.push(i - start);
    ends.push(i);
    const gap = gapAfter(text, i);
    if (gap === undefined) break;
    if (sizes.length > 1 && joint !== undefined && gap.kind !== joint && gap.kind !== 'zero') break;
    // What stands behind a country code often differs from what joins the rest.
    if (sizes.length > 1 && gap.kind !== 'zero' && gap.kind !== 'bracket') joint = gap.kind;
    i = gap.end;
  }
  // A group that runs on as a word, a decimal or a time was no group of a number.
  const last = ends.length - 1;
  if (last >= 0 && runsOn(text, ends[last] as number)) {
    digits = digits.slice(0, digits.length - (sizes.pop() as number));
    ends.pop();
  }
  return { digits, sizes, ends };
}

/** What joins two groups: blanks, or one mark with or without blanks around it. */
function gapAfter(text: string, at: number): { kind: string; end: number } | undefined {
  let i = at;
  let kind: string | undefined;
  for (; i - at < 6; i++) {
    const c = text.charAt(i);
    if (isDigit(text, i)) break;
    if (c === ')') kind = 'bracket';
    else if (startsZero(text, i)) {
      i += 2;
      kind = 'zero';
    } else if (BLANKS.includes(c) && c !== '') kind ??= ' ';
    else if (MARKS.includes(c) && c !== '' && (kind === undefined || kind === ' ')) kind = c;
    else return undefined;
  }
  return kind !== undefined && isDigit(text, i) ? { kind, end: i } : undefined;
}

const BLANKS = ' \u00a0\u202f\u2009\u2007';
const MARKS = '.-/·•_‑–';

const startsZero = (text: string, at: number): boolean => text.startsWith('(0)', at);

/** The digit at `at` continues a number, a date or an id that began before it. */
function isInsideNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (before === '') return false;
  if (/^[\p{L}\p{N}]$/u.test(before)) return true;
  if ('./_='.includes(before) && isLetter(text.charAt(at - 2))) return true;
  return '.,-/:_+'.includes(before) && isDigit(text, at - 2);
}

function runsOn(text: string, at: number): boolean {
  const c = text.charAt(at);
  if (c === '') return false;
  if (/^[\p{L}\p{N}]$/u.test(c)) return true;
  return (c === ':' || c === ',') && isDigit(text, at + 1);
}

/** 01 02 03 04 05: a list of pages or departments, not a number. */
function isCounting(digits: string, sizes: readonly number[]): boolean {
  if (sizes.length !== 5) return false;
  return [0, 2, 4, 6].every((i) => Number(digits.slice(i + 2, i + 4)) === Number(digits.slice(i, i + 2)) + 1);
}

const CUES = ['téléphone', 'telephone', 'tél', 'tel.', 'tel :', 'tel:', '☎'];

const isLetter = (c: string): boolean => /^\p{L}$/u.test(c);

const isCue = (text: string, at: number): boolean =>
  !isLetter(text.charAt(at - 1)) &&
  CUES.some((cue) => text.slice(at, at + cue.length).toLowerCase() === cue && !isLetter(text.charAt(at + cue.length)));

/** The digits that follow the cue directly: at least 6, at most 15. The cue itself stays. */
function afterCue(text: string, at: number): Cut | undefined {
  let start = at;
  const limit = at + 14;
  while (start < limit && start < text.length && !isDigit(text, start) && text.charAt(start) !== '+') {
    if (start > at + 8 && isLetter(text.charAt(start))) return undefined;
    start++;
  }
  if (text.charAt(start) !== '+' && !isDigit(text, start)) return undefined;
  const groups = groupsFrom(text, start + (text.charAt(start) === '+' ? 1 : 0), 8);
  if (groups.digits.length < 6 || groups.digits.length > 15) return undefined;
  if (groups.sizes.join('-') === '4-4' && /^(?:19|20)..(?:19|20)/.test(groups.digits)) return undefined;
  return { start, end: groups.ends[groups.ends.length - 1] as number };
}

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
