import type { Lines } from '../../domain/evidence.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { Block } from '../../read/reader.ts';
import type { NamedFormat } from '../format.ts';
import type { PeopleLabel } from '../people/labels.ts';
import type { ClockRange } from '../time/clock.ts';
import { type PrintedDay, printedDays } from '../time/day.ts';
import { biosOf } from './bios.ts';
import type { Part } from './parts.ts';

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

export type Heading = Extract<Part, { kind: 'heading' }>;

/** A time, with the day that its line prints. */
export interface Time {
  readonly range: ClockRange;
  readonly lines: Lines;
  readonly day?: PrintedDay & { readonly lines: Lines };
}

/** A slot while its parts are gathered. */
export interface Draft {
  readonly headings: Heading[];
  readonly times: Time[];
  readonly people: { label: PeopleLabel; blocks: Block[] }[];
  readonly texts: Block[];
  readonly section: number;
  readonly sectionDay: (PrintedDay & { lines: Lines }) | undefined;
  /** The time of the heading above it, which other sessions may stand under too. */
  readonly shared: Time | undefined;
  day?: (PrintedDay & { lines: Lines }) | undefined;
  format?: (NamedFormat & { lines: Lines }) | undefined;
}

/** A heading with nothing of a session about it is a section of the booklet. */
export const isSlot = (draft: Draft): boolean =>
  draft.times.length > 0 ||
  (draft.shared !== undefined && draft.texts.length > 0) ||
  draft.people.length > 0 ||
  (draft.format !== undefined && draft.texts.length > 0);

/** One slot, or one a day where it is given on several: `mardi 5 | 14h-15h`, `mercredi 6 | 10h-11h`. */
export function finish(draft: Draft): Slot[] {
  const days = groupBy(draft.times, ({ day }) => (day === undefined ? '' : `${day.day}/${day.month}`));
  if (days.size < 2 || days.has('')) return [slotOf(draft, draft.times)];
  return [...days.values()].map((times) => slotOf(draft, times));
}

// --- internal ---

/** A bio stands without a label of its own. */
const BIO: PeopleLabel = { capacity: 'speaker', end: 0, alone: false };

function slotOf(draft: Draft, times: readonly Time[]): Slot {
  const { headings, section, shared } = draft;
  const bios = draft.people.length === 0 ? biosOf(draft.texts) : [];
  const people = bios.length === 0 ? draft.people : bios.map((block) => ({ label: BIO, blocks: [block] }));
  const texts = draft.texts.slice(0, draft.texts.length - bios.length);
  const day = times[0]?.day ?? draft.day ?? dayInText(texts) ?? draft.sectionDay;
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
