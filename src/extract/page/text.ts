import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { Lines } from '../../domain/evidence.ts';
import type { Block, Link, ReadDocument } from '../../read/reader.ts';
import { linesAt, type Passage } from '../people/mentions.ts';
import { boldOpening } from './opening.ts';

/** A text of a page, with what its markup said of it. Text line i stands on file line `lines.first` + i. */
export interface PageText extends Passage {
  readonly kind: Block['kind'] | 'abstract';
  readonly depth?: number;
  readonly strong: boolean;
  /** The same text and offsets, with line ends as spaces where they only wrap the paragraph. What scanners read. */
  readonly flat: string;
  readonly links: readonly PlacedLink[];
  /** Offset after the bold words that the text opens with; 0 without. */
  readonly opening: number;
}

/** A link with the offsets of its words. */
export interface PlacedLink {
  readonly text: string;
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

/** The texts of a page in reading order: the abstract of its own record, then its blocks. */
export function pageTexts(document: ReadDocument, own: EventRecord | Article | undefined): PageText[] {
  const source = document.file.text.split('\n');
  const abstract = own?.abstract === undefined || own.abstract.document === 'config' ? undefined : own.abstract;
  const texts: PageText[] = [];
  if (abstract !== undefined) texts.push(abstractText(abstract.value, abstract.lines, source));
  for (const block of document.blocks) if (block.kind !== 'rule') texts.push(blockText(block, source));
  return texts;
}

/** File lines of the characters `start` to `end` (exclusive) of a text. */
export const linesOf = (text: PageText, start: number, end: number): Lines => linesAt(text, start, end);

// --- internal ---

/** A paragraph all of whose lines but the last are this long was wrapped by an editor. */
const WRAPPED = 60;

function blockText(block: Block, source: readonly string[]): PageText {
  const { text } = block;
  return {
    kind: block.kind,
    text,
    lines: block.lines,
    flat: flatten(text),
    strong: block.emphasis === 'strong',
    links: placed(text, block.links ?? []),
    opening: boldOpening(text, source.slice(block.lines.first - 1, block.lines.last)),
    ...(block.depth === undefined ? {} : { depth: block.depth }),
  };
}

function flatten(text: string): string {
  const lines = text.split('\n');
  return lines.slice(0, -1).every((line) => line.length >= WRAPPED) ? text.replaceAll('\n', ' ') : text;
}

/** Links in the order of their words; one whose words are not found in order is left out. */
function placed(text: string, links: readonly Link[]): PlacedLink[] {
  const flat = text.replaceAll('\n', ' ');
  const found: PlacedLink[] = [];
  let from = 0;
  for (const link of links) {
    const start = link.text === '' ? -1 : flat.indexOf(link.text, from);
    if (start < 0) continue;
    found.push({ text: link.text, url: link.url, start, end: start + link.text.length });
    from = start + link.text.length;
  }
  return found;
}

/** An abstract of the front matter: Markdown links taken off, its line ends put back where the file has them. */
function abstractText(value: string, lines: Lines, source: readonly string[]): PageText {
  const marked = breakLikeSource(value, lines, source);
  const { text, links } = withoutLinks(marked);
  return {
    kind: 'abstract',
    text,
    lines,
    flat: text.replaceAll('\n', ' '),
    strong: false,
    links,
    opening: 0,
  };
}

/** YAML folds lines: where the words of the lines are those of the value, one for one, their ends are known. */
function breakLikeSource(value: string, lines: Lines, source: readonly string[]): string {
  const raw = source.slice(lines.first - 1, lines.last);
  const counts = raw.map(
    (line, at) => words(at === 0 ? line.replace(/^[^:]*:\s*(?:[|>][-+\d]*\s*$)?/u, '') : line).length,
  );
  const all = words(value);
  if (all.length !== counts.reduce((sum, count) => sum + count, 0)) return value.replace(/\s+/g, ' ');
  let at = 0;
  return counts
    .map((count) => {
      at += count;
      return all.slice(at - count, at).join(' ');
    })
    .join('\n');
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** `[words](https://…)` as its words, in one pass. */
function withoutLinks(marked: string): { text: string; links: PlacedLink[] } {
  const links: PlacedLink[] = [];
  let text = '';
  let at = 0;
  for (const found of marked.matchAll(/\[([^[\]]{1,300})\]\(\s*([^\s()]{1,500})\s*\)/g)) {
    text += marked.slice(at, found.index);
    const [whole, words = '', url = ''] = found;
    if (/^https?:\/\//i.test(url))
      links.push({ text: words.replaceAll('\n', ' '), url, start: text.length, end: text.length + words.length });
    text += words;
    at = found.index + whole.length;
    // The address may have run over a line end: keep the count of lines right.
    text += '\n'.repeat(whole.split('\n').length - words.split('\n').length);
  }
  return { text: text + marked.slice(at), links };
}
