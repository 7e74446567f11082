import { fold } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import { leadingFormat, type NamedFormat } from '../format.ts';
import { type PeopleLabel, peopleLabel } from '../people/labels.ts';
import { scanPeople } from '../people/list.ts';
import { type ClockRange, clockRanges } from '../time/clock.ts';
import { isHalfDay, type PrintedDay, printedDays, wholeDay } from '../time/day.ts';
import { BREAKS } from '../words/calendar.ts';
import { type IndexEntry, indexEntries } from './index-page.ts';
import { goesOnInCapitals } from './titles.ts';

/** What a block of a programme is. */
export type Part =
  | { readonly kind: 'day'; readonly block: Block; readonly day: PrintedDay; readonly section: boolean }
  | { readonly kind: 'half-day'; readonly block: Block }
  | { readonly kind: 'index'; readonly block: Block; readonly entries: readonly IndexEntry[] }
  | { readonly kind: 'index-heading'; readonly block: Block }
  | {
      readonly kind: 'heading';
      readonly block: Block;
      readonly title: string;
      readonly time?: ClockRange;
      readonly format?: NamedFormat;
    }
  | { readonly kind: 'time'; readonly block: Block; readonly time: ClockRange; readonly format?: NamedFormat }
  | { readonly kind: 'people'; readonly block: Block; readonly label: PeopleLabel }
  | { readonly kind: 'format'; readonly block: Block; readonly format: NamedFormat }
  | { readonly kind: 'furniture'; readonly block: Block; readonly day?: PrintedDay }
  | { readonly kind: 'text'; readonly block: Block };

/** Says of each block what it is; looks at the whole document for what recurs on its pages. */
export function partsOf(blocks: readonly Block[]): Part[] {
  const furniture = recurring(blocks);
  const scale = drawnScale(blocks);
  const timeLines = timesBelowTitles(blocks);
  let inIndex = false;
  let before: Part | undefined;
  return blocks.map((block, at) => {
    const time = timeLines.get(at);
    const read = time === undefined ? partOf(block, furniture, scale.has(at), inIndex) : timeLine(block, time);
    const part = read.kind === 'text' && endsTitle(block, before) ? heading(block) : read;
    if (part.kind === 'index-heading') inIndex = true;
    else if (part.kind === 'heading' || part.kind === 'people') inIndex = false;
    if (block.text.trim() !== '') before = part;
    return part;
  });
}

// --- internal ---

/** The rest of a heading in capitals, which the OCR did not mark. */
const endsTitle = ({ kind, text }: Block, before: Part | undefined): boolean =>
  before?.kind === 'heading' &&
  before.time === undefined &&
  kind === 'paragraph' &&
  goesOnInCapitals(before.title, text);

/** Longer texts are prose, whatever times they hold. */
const LINE_LENGTH = 140;
const RECURS = 4;
const NUMBERED = 3;

function partOf(block: Block, furniture: ReadonlySet<string>, inScale: boolean, inIndex: boolean): Part {
  const { text } = block;
  if (block.kind === 'rule' || text.trim() === '' || inScale) return { kind: 'furniture', block };
  const day = wholeDay(text);
  if (day !== undefined && text.length < 60) return { kind: 'day', block, day, section: block.kind === 'heading' };
  if (isHalfDay(text) && text.length < 30) return { kind: 'half-day', block };
  const label = block.kind === 'item' ? undefined : peopleLabel(text);
  if (label !== undefined && (label.alone || (block.kind !== 'heading' && namesSomeone(text, label)))) {
    return { kind: 'people', block, label };
  }
  if (furniture.has(pattern(text)) || isPageFooter(text) || SESSION_NUMBER.test(fold(text))) {
    const footerDay = printedDays(text)[0];
    return { kind: 'furniture', block, ...(footerDay === undefined ? {} : { day: footerDay }) };
  }
  const entries = indexEntries(block);
  if (entries.length > 0) return { kind: 'index', block, entries };
  if (block.kind === 'heading' || isStrongHeading(block)) return heading(block);
  if (inIndex && block.kind === 'item' && block.number === undefined) {
    return { kind: 'index', block, entries: [{ title: text.replace(/\s+/g, ' ').trim(), lines: block.lines }] };
  }
  if (text.length <= LINE_LENGTH && block.kind !== 'item') return line(block);
  return { kind: 'text', block };
}

/** `Avec Prénom Nom, …` lists people, `Avec cet atelier, …` does not; a colon or a line end leaves no doubt. */
function namesSomeone(text: string, label: PeopleLabel): boolean {
  if (/[:\n]\s*$/.test(text.slice(0, label.end)) || text[label.end] === '\n') return true;
  const first = scanPeople(text.slice(label.end), label.capacity)[0];
  return first !== undefined && first.start <= 4;
}

const SESSION_NUMBER = /^(?:session|seance|atelier) n?°?\s?\d{1,3}$/;

const INDEX_WORDS =
  /^(?:l'|le |la )?(?:index|sommaire|table des matieres)\b|\ben bref\b|^(?:au programme|programme|programmation)(?: de .{3,30})?$/;

/**
 * Bold lines with a time and a room (`**13h30 – 14h15, Grande Halle**`) right below a title, where the programme prints its
 * times so: as many such lines as titles. Where bold lines with times follow each other they are titles themselves.
 */
function timesBelowTitles(blocks: readonly Block[]): ReadonlyMap<number, ClockRange> {
  const timed = [...blocks.entries()].flatMap(([at, block]) => {
    const range = isStrongHeading(block) ? rangeIn(block.text) : undefined;
    return range === undefined ? [] : [[at, range] as const];
  });
  const below = timed.filter(([at]) => {
    let above = at - 1;
    while (above >= 0 && (blocks[above] as Block).text.trim() === '') above -= 1;
    const title = blocks[above];
    return title?.kind === 'heading' && clockRanges(title.text).length === 0 && !isDivision(title.text);
  });
  return new Map(below.length < 2 || below.length < timed.length * MOSTLY ? [] : below);
}

const MOSTLY = 0.8;

const rangeIn = (text: string): ClockRange | undefined => clockRanges(text).find(({ end }) => end !== undefined);

/** A heading of a day, a half-day or the index: no session's title. */
const isDivision = (text: string): boolean =>
  wholeDay(text) !== undefined || isHalfDay(text) || INDEX_WORDS.test(fold(text));

/** Bold text that stands alone in capitals or before other blocks is a heading that the OCR did not mark. */
const isStrongHeading = (block: Block): boolean =>
  block.kind === 'paragraph' &&
  block.emphasis === 'strong' &&
  block.text.length < 200 &&
  !/[.:]$/.test(block.text.trim());

function heading(block: Block): Part {
  const text = block.text.replace(/\s+/g, ' ').trim();
  if (INDEX_WORDS.test(fold(text)) && text.length < 60) return { kind: 'index-heading', block };
  const range = rangeIn(text);
  if (range === undefined) {
    const format = /^[^–—:|]{3,30}\s[–—|]\s/.test(text) ? leadingFormat(text) : undefined;
    const rest = format === undefined ? text : text.replace(/^[^–—|]{3,30}\s[–—|]\s+/u, '');
    return { kind: 'heading', block, title: rest === '' ? text : rest, ...(format === undefined ? {} : { format }) };
  }
  const title = titleBeside(text, range);
  if (isBreakTitle(title)) return { kind: 'furniture', block };
  // A heading that is only a time is a time line.
  return title === '' ? { kind: 'time', block, time: range } : { kind: 'heading', block, title, time: range };
}

const isBreakTitle = (title: string): boolean => BREAKS.has(fold(title).split(/[^\p{L}-]+/u)[0] ?? '');

/** The heading without its time, the room beside the time, and the brackets or bars around them. */
function titleBeside(text: string, range: ClockRange): string {
  const before = text.slice(0, range.start.start).replace(/(?:\b(?:de|entre|à)\s*)$/u, '');
  const after = text.slice(range.end?.end ?? range.start.end);
  if (/[([]\s*$/.test(before)) return before.replace(/\s*[([]\s*$/, '').trim();
  const cleaned = (part: string): string => part.replace(/^[\s|:,;–—•·-]+|[\s|:,;–—•·-]+$/gu, '').trim();
  return cleaned(before).length >= cleaned(after).length ? cleaned(before) : cleaned(after);
}

/** A short line: a time line with or without format and room, a format alone, or text. */
function line(block: Block): Part {
  const { text } = block;
  const ranges = clockRanges(text);
  const format = formatOf(text);
  const range = ranges.find((found) => found.end !== undefined) ?? (isLoneTime(text, ranges) ? ranges[0] : undefined);
  if (range !== undefined && ranges.length === 1 && isTimeLine(text, range)) return timeLine(block, range, format);
  if (format !== undefined && text.split(/\s+/).length <= 6 && !/[?!]$/.test(text.trim()))
    return { kind: 'format', block, format };
  return { kind: 'text', block };
}

function timeLine(block: Block, time: ClockRange, format = formatOf(block.text)): Part {
  return { kind: 'time', block, time, ...(format === undefined ? {} : { format }) };
}

const formatOf = (text: string): NamedFormat | undefined => leadingFormat(text) ?? pieceFormat(text);

/** The format among the pieces of a line: `11 h – 12 h · Salle X · Table ronde`. */
function pieceFormat(text: string): NamedFormat | undefined {
  const pieces = text.split(/[|•·–—,()\n]|\s-\s/u).map((piece) => piece.trim());
  return pieces
    .map((piece) => (piece.split(/\s+/).length <= 4 ? leadingFormat(piece) : undefined))
    .find((found) => found !== undefined);
}

const isLoneTime = (text: string, ranges: readonly ClockRange[]): boolean =>
  ranges.length === 1 &&
  text.length - ((ranges[0] as ClockRange).start.end - (ranges[0] as ClockRange).start.start) <= 14;

/** Beside the time stand only a format, a room, a day: short pieces between separators, no sentence. */
function isTimeLine(text: string, range: ClockRange): boolean {
  const rest = `${text.slice(0, range.start.start)} | ${text.slice(range.end?.end ?? range.start.end)}`;
  const pieces = rest
    .split(/[|•·–—,()\n]|\s-\s/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return (
    pieces.every((piece) => piece.split(/\s+/).length <= 6 && !/[.?!]\s+\p{Lu}/u.test(piece)) &&
    pieces.length <= 5 &&
    !/[.?!]$/.test(text.trim().replace(/^.*\d$/u, ''))
  );
}

/** Running heads and feet: the same short text, but for its numbers, on several pages. */
function recurring(blocks: readonly Block[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const pages = new Map<string, number>();
  for (const block of blocks) {
    if (block.text.length > 90 || block.kind === 'item') continue;
    if (leadingFormat(block.text) !== undefined || clockRanges(block.text).length > 0) continue;
    const key = pattern(block.text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    // A page number that rises says that it is a foot, even of a booklet of few pages.
    const page = Number(/[-–—·|]\s*(\d{1,3})\s*$/u.exec(block.text)?.[1] ?? Number.NaN);
    if (page > (pages.get(key) ?? -1)) pages.set(key, page);
    else pages.set(key, Number.POSITIVE_INFINITY);
  }
  const recurs = (key: string, count: number): boolean =>
    count >= RECURS || (count >= NUMBERED && Number.isFinite(pages.get(key)));
  return new Set([...counts].filter(([key, count]) => recurs(key, count) && /\p{L}{3}/u.test(key)).map(([key]) => key));
}

const pattern = (text: string): string => fold(text).replace(/\d+/g, '#');

const isPageFooter = (text: string): boolean =>
  text.length < 90 &&
  /[·|•–—-]\s*(?:p\.?\s*)?\d{1,3}\s*$/u.test(text) &&
  !/\d\s*h/i.test(text) &&
  printedDays(text).length > 0;

/** Hours drawn as a scale: one line of five and more, or as many blocks of a single hour in a row. */
function drawnScale(blocks: readonly Block[]): ReadonlySet<number> {
  const marks = new Set<number>();
  const hours = (text: string): number =>
    /^(?:\s*\d{1,2}\s?h(?:00)?\s*)+$/iu.test(text) ? text.trim().split(/\s+/).length : 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const count = hours(blocks[at]?.text ?? '');
    if (count >= 5) marks.add(at);
    if (count !== 1) continue;
    let end = at;
    while (hours(blocks[end]?.text ?? '') === 1) end += 1;
    if (end - at >= 4) for (let mark = at; mark < end; mark += 1) marks.add(mark);
    at = end - 1;
  }
  return marks;
}
