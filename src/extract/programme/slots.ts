import { fold } from '../../domain/fold.ts';
import type { Block } from '../../read/reader.ts';
import { printedDays } from '../time/day.ts';
import { VENUES } from '../words/addresses.ts';
import { type IndexEntry, withoutNumbers } from './index-page.ts';
import type { Part } from './parts.ts';
import { type Draft, finish, type Heading, isSlot, type Slot, type Time } from './slot.ts';
import { timeHeadings } from './time-headings.ts';

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
  let pending: { time: Time; format: Draft['format'] } | undefined;
  const opening = timeHeadings(parts);
  let shared: Time | undefined;
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
        const [printed] = printedDays(part.block.text);
        const time: Time = {
          range: part.time,
          lines: part.block.lines,
          ...(printed === undefined ? {} : { day: { ...printed, lines: part.block.lines } }),
        };
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
  return { slots: drafts.filter(isSlot).flatMap(finish), index: withoutNumbers(index) };
}

// --- internal ---

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
