import type { Lines } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import type { NamedFormat } from '../format.ts';
import type { PeopleLabel } from '../people/labels.ts';
import type { ClockRange } from '../time/clock.ts';
import { type PrintedDay, printedDays } from '../time/day.ts';
import { VENUES } from '../words/addresses.ts';
import { biosOf } from './bios.ts';
import type { IndexEntry } from './index-page.ts';
import type { Part } from './parts.ts';
import { timeHeadings } from './time-headings.ts';

/** A slot of the programme as its body prints it, before titles and people are read. */
export interface Slot {
  readonly headings: readonly Block[];
  /** The headings' words, broken levels joined, without a time that stands among them. */
  readonly heading: string;
  readonly times: readonly { readonly range: ClockRange; readonly lines: Lines }[];
  readonly format?: NamedFormat & { readonly lines: Lines };
  readonly people: readonly PeopleBlock[];
  readonly texts: readonly Block[];
  /** The day that a footer or line inside the slot prints, else that of its section. */
  readonly day?: PrintedDay & { readonly lines: Lines };
  /** Number of the half-day section it stands in; index entries of the same section are its candidates. */
  readonly section: number;
}

export interface PeopleBlock {
  readonly label: PeopleLabel;
  readonly blocks: readonly Block[];
}

export interface Slots {
  readonly slots: readonly Slot[];
  readonly index: readonly (IndexEntry & { readonly section: number })[];
}

/** Cuts a programme into slots: a heading opens one when a time, people or an index line belongs to it. */
export function slotsOf(parts: readonly Part[]): Slots {
  const index: (IndexEntry & { section: number })[] = [];
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  let day: Draft['day'];
  let section = 0;
  let pending: { time: Draft['times'][number]; format: Draft['format'] } | undefined;
  const opening = timeHeadings(parts);
  let shared: Draft['times'][number] | undefined;
  parts.forEach((part, at) => {
    switch (part.kind) {
      case 'day':
        if (part.section) {
          current = undefined;
          shared = undefined;
          section += 1;
          day = { ...part.day, lines: part.block.lines };
        } else if (current !== undefined) current.day ??= { ...part.day, lines: part.block.lines };
        else day = { ...part.day, lines: part.block.lines };
        break;
      case 'half-day':
        if (part.block.kind === 'heading') {
          if (!isDayBefore(parts, at)) section += 1;
          current = undefined;
        }
        break;
      case 'index-heading':
        current = undefined;
        break;
      case 'index':
        for (const entry of part.entries) index.push({ ...entry, section });
        break;
      case 'heading': {
        if (current !== undefined && isRoom(part, current)) break;
        const continues = current !== undefined && isOpen(current) && part.time === undefined && !separated(parts, at);
        if (continues && current !== undefined) current.headings.push(part);
        else {
          current = { headings: [part], times: [], people: [], texts: [], section, sectionDay: day, shared };
          drafts.push(current);
        }
        if (part.time !== undefined) current.times.push({ range: part.time, lines: part.block.lines });
        if (pending !== undefined && current.times.length === 0) {
          current.times.push(pending.time);
          current.format ??= pending.format;
        }
        pending = undefined;
        current.format ??= part.format === undefined ? undefined : { ...part.format, lines: part.block.lines };
        break;
      }
      case 'time': {
        const time = { range: part.time, lines: part.block.lines };
        const format = part.format === undefined ? undefined : { ...part.format, lines: part.block.lines };
        if (opening.has(at)) {
          shared = time;
          current = undefined;
        } else if (opensNext(parts, at)) pending = { time, format };
        else if (current !== undefined) {
          current.times.push(time);
          current.format ??= format;
        }
        break;
      }
      case 'format':
        if (current !== undefined) current.format ??= { ...part.format, lines: part.block.lines };
        break;
      case 'people':
        current?.people.push({ label: part.label, blocks: [part.block] });
        break;
      case 'text':
        addText(current, part.block, parts, at);
        break;
      case 'furniture':
        if (current !== undefined && part.day !== undefined) current.day ??= { ...part.day, lines: part.block.lines };
        break;
    }
  });
  return { slots: drafts.filter(isSlot).map(finish), index };
}

// --- internal ---

/** A bio stands without a label of its own. */
const BIO: PeopleLabel = { capacity: 'speaker', end: 0, alone: false };

type Heading = Extract<Part, { kind: 'heading' }>;

interface Draft {
  readonly headings: Heading[];
  readonly times: { range: ClockRange; lines: Lines }[];
  readonly people: { label: PeopleLabel; blocks: Block[] }[];
  readonly texts: Block[];
  readonly section: number;
  readonly sectionDay: (PrintedDay & { lines: Lines }) | undefined;
  /** The time of the heading above it, which other sessions may stand under too. */
  readonly shared: { range: ClockRange; lines: Lines } | undefined;
  day?: (PrintedDay & { lines: Lines }) | undefined;
  format?: (NamedFormat & { lines: Lines }) | undefined;
}

/** Nothing but headings yet: the next heading goes on with the same title. */
const isOpen = (draft: Draft): boolean =>
  draft.times.length === 0 && draft.people.length === 0 && draft.texts.length === 0 && draft.format === undefined;

/** `**Salle des fêtes**` right below a title and its time: where it is, no title of its own. */
const isRoom = (part: Heading, { times, people, texts }: Draft): boolean =>
  part.block.kind === 'paragraph' &&
  part.time === undefined &&
  times.length > 0 &&
  people.length === 0 &&
  texts.length === 0 &&
  VENUES.has(fold(part.title).split(/[^\p{L}-]+/u)[0] ?? '');

/** A page break or a closed day stands between this heading and the one before. */
const separated = (parts: readonly Part[], at: number): boolean => {
  const before = parts[at - 1];
  return (
    before === undefined ||
    (before.kind === 'furniture' && (before.block.kind === 'rule' || before.day !== undefined)) ||
    before.kind === 'day'
  );
};

const isDayBefore = (parts: readonly Part[], at: number): boolean => parts[at - 1]?.kind === 'day';

/** A time that stands after a page break and right before a heading announces what follows. */
function opensNext(parts: readonly Part[], at: number): boolean {
  const next = parts[at + 1];
  const before = parts[at - 1];
  if (next?.kind !== 'heading' || next.time !== undefined) return false;
  return (
    before === undefined ||
    before.kind === 'furniture' ||
    before.kind === 'half-day' ||
    (before.kind === 'day' && before.section)
  );
}

/** Text after a people label belongs to its block until a paragraph in italics or a break says otherwise. */
function addText(current: Draft | undefined, block: Block, parts: readonly Part[], at: number): void {
  if (current === undefined) return;
  const people = current.people.at(-1);
  const follows = people !== undefined && followsPeople(parts, at);
  if (follows && block.emphasis !== 'em') people.blocks.push(block);
  else current.texts.push(block);
}

/** Walks back over text to a people label; a time, format or italic text in between ends its block. */
function followsPeople(parts: readonly Part[], at: number): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const part = parts[back] as Part;
    if (part.kind === 'people') return true;
    if (part.kind === 'text' && part.block.emphasis !== 'em') continue;
    if (part.kind === 'furniture' && part.block.kind !== 'rule') continue;
    return false;
  }
  return false;
}

/** A heading with nothing of a session about it is a section of the booklet. */
const isSlot = (draft: Draft): boolean =>
  draft.times.length > 0 ||
  (draft.shared !== undefined && draft.texts.length > 0) ||
  draft.people.length > 0 ||
  (draft.format !== undefined && draft.texts.length > 0);

function finish(draft: Draft): Slot {
  const { headings, times, section, shared } = draft;
  const bios = draft.people.length === 0 ? biosOf(draft.texts) : [];
  const people = bios.length === 0 ? draft.people : bios.map((block) => ({ label: BIO, blocks: [block] }));
  const texts = draft.texts.slice(0, draft.texts.length - bios.length);
  const day = draft.day ?? dayInText(texts) ?? draft.sectionDay;
  return {
    headings: headings.map((heading) => heading.block),
    heading: headings
      .map((heading) => heading.title)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    times: times.length === 0 && shared !== undefined ? [shared] : times,
    people,
    texts,
    section,
    ...(day === undefined ? {} : { day }),
    ...(draft.format === undefined ? {} : { format: draft.format }),
  };
}

/** A day that a short line of the slot prints with its weekday. */
function dayInText(texts: readonly Block[]): (PrintedDay & { lines: Lines }) | undefined {
  for (const block of texts) {
    const day =
      block.text.length < 80 ? printedDays(block.text).find((found) => found.weekday !== undefined) : undefined;
    if (day !== undefined) return { ...day, lines: block.lines };
  }
  return undefined;
}
