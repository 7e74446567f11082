/**
 * Cuts a long text at its headings into parts that mean the same when they are parsed one by one, so that limits and
 * quadratic times hold for a part. Texts with link definitions, fences, comments or raw HTML are left whole.
 */
export function partsOf(text: string): string[] {
  if (text.length < WORTH_CUTTING || UNCUTTABLE.test(text)) return [text];
  const parts: string[] = [];
  let start = 0;
  for (let at = text.indexOf('\n\n#'); at !== -1; at = text.indexOf('\n\n#', at + 1)) {
    if (at - start < PART || !HEADING.test(text.slice(at + 2, at + 10))) continue;
    parts.push(text.slice(start, at + 1));
    start = at + 2;
  }
  parts.push(text.slice(start));
  return parts;
}

/** A line that is not given to the Markdown parser. `line` is 1-based in the given text. */
export interface AsideLine {
  readonly line: number;
  readonly text: string;
}

/** Text of which Markdown can be parsed in a time that grows with its length only; what was taken out of it. */
export interface Shielded {
  /** As many lines as were given; those taken out are blank. */
  readonly text: string;
  readonly aside: readonly AsideLine[];
}

/**
 * Takes out the lines that would make the Markdown parser slow or deep: its time is quadratic in brackets and
 * delimiters of one paragraph, in levels of quotes and lists, and in link definitions (measured: 20,000 `]` 2.4 s, 5,000
 * `>` 1 s, 400 levels of items 1.9 s, 5,000 lines `> - > - a` 12 s). No page that people wrote comes near these limits.
 */
export function shield(text: string): Shielded {
  const lines = text.split('\n');
  const hostile = new Set<number>();
  const everything = text.length > MAX_TEXT || definitions(text) > MAX_DEFINITIONS;
  let paragraph = new Paragraph();
  let nested = 0;
  lines.forEach((line, index) => {
    if (line.trim() === '') paragraph = new Paragraph();
    else {
      if (STARTS_ANEW.test(line)) paragraph = new Paragraph();
      const cost = nesting(line);
      nested += Number.isFinite(cost) ? cost : 0;
      const deep = cost > 0 && (nested > MAX_NESTED || !Number.isFinite(cost));
      if (everything || line.length > MAX_LINE || deep) hostile.add(index);
      else for (const part of paragraph.add(index, line)) hostile.add(part);
    }
  });
  const aside = [...hostile].sort((a, b) => a - b).map((index) => ({ line: index + 1, text: lines[index] ?? '' }));
  if (aside.length === 0) return { text, aside };
  return { text: lines.map((line, index) => (hostile.has(index) ? '' : line)).join('\n'), aside };
}

// --- internal ---

const WORTH_CUTTING = 20_000;
const PART = 4_000;
const UNCUTTABLE = /\]:|```|~~~|<[!?]|<(?:script|style|pre|textarea)/i;
const HEADING = /^#{1,6}[ \t\n]/;

const MAX_TEXT = 5_000_000;
const MAX_LINE = 20_000;
const MAX_INDENT = 100;
const MAX_MARKERS = 20;
/** Sum over a text: 300 lines like `> - a`, 1,000 of a quote, 3,000 items of inner lists. */
const MAX_NESTED = 3_000;
const MAX_DEFINITIONS = 2_000;
/** Per paragraph. Lists and tables of links without blank lines stay far below. */
const MAX_SIGNS = 2_000;
const MAX_TAGS = 10_000;

/** A bullet or a heading ends the paragraph before it. */
const STARTS_ANEW = /^ {0,3}(?:[-+*]|#{1,6})[ \t]/;

/** Lines that belong together, and how many signs of inline markup they have. */
class Paragraph {
  #pending: number[] = [];
  #signs = 0;
  #tags = 0;

  /** The lines to take out now: none, or all so far where the paragraph has become too much. */
  add(index: number, line: string): readonly number[] {
    this.#pending.push(index);
    for (let i = 0; i < line.length; i += 1) {
      const code = line.charCodeAt(i);
      if (code === 0x3c) this.#tags += 1;
      else if (SIGNS.has(code)) this.#signs += 1;
    }
    if (this.#signs <= MAX_SIGNS && this.#tags <= MAX_TAGS) return [];
    const out = this.#pending;
    this.#pending = [];
    return out;
  }
}

const SIGNS = new Set([...'[]*_`~!\\'].map((sign) => sign.charCodeAt(0)));

/** What a line costs by the quote and list markers at its start and its indentation; Infinity where it is absurd. */
function nesting(line: string): number {
  let indent = 0;
  let quotes = 0;
  let bullets = 0;
  let inside = false;
  for (let i = 0; i < line.length && indent <= MAX_INDENT; i += 1) {
    const sign = line[i] ?? '';
    const closes = i + 1 === line.length || line[i + 1] === ' ' || line[i + 1] === '\t';
    if (sign === ' ' || sign === '\t') indent += sign === '\t' ? 4 : 1;
    else if (sign === '>') quotes += 1;
    else if ('-+*.)'.includes(sign) && closes) bullets += 1;
    else if (!('-+*'.includes(sign) || (sign >= '0' && sign <= '9'))) break;
    if (quotes + bullets === 1) inside ||= indent > 1;
  }
  const markers = quotes + bullets;
  if (indent > MAX_INDENT || (markers > MAX_MARKERS && !isRule(line))) return Number.POSITIVE_INFINITY;
  if (markers > 1 || (quotes === 1 && inside)) return 10;
  return quotes === 1 ? 3 : inside ? 1 : 0;
}

/** One of `-`, `*`, `_` repeated, spaced or not. */
function isRule(line: string): boolean {
  const signs = new Set(line.replace(/[ \t]/g, ''));
  return signs.size === 1 && ['-', '*', '_'].some((sign) => signs.has(sign));
}

function definitions(text: string): number {
  let count = 0;
  for (let at = text.indexOf(']:'); at !== -1; at = text.indexOf(']:', at + 2)) count += 1;
  return count;
}
