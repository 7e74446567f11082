import type { Attested, Lines } from '../../domain/evidence.ts';
import { span } from '../../domain/evidence.ts';
import type { Finding } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import type { DomainRecord } from '../../domain/record.ts';
import type { Presented, Session } from '../../domain/session.ts';
import type { Block, ReadDocument } from '../../read/reader.ts';
import type { Extraction } from '../extraction.ts';
import { linesAt } from '../people/mentions.ts';
import { initiativeOf, type ProjectInBlock, projectsOfBlocks } from '../projects/initiative.ts';
import { projectRecord } from '../projects/record.ts';
import { timeOfDay } from '../time/clock.ts';
import { isoDay, weekdayOf } from '../time/day.ts';
import { localDateTime } from '../time/zone.ts';
import { partsOf } from './parts.ts';
import { presentsLine, toPresented } from './presented.ts';
import { sessionFormat } from './session-format.ts';
import { peopleOf } from './session-people.ts';
import { type Slot, slotsOf } from './slots.ts';
import { casedWords, pairTitles, sentenceCase } from './titles.ts';

/** What the config says of the event that a programme is the programme of. */
export interface ProgrammeEvent {
  /** Key of the event's record. */
  readonly key: string;
  /** ISO 8601 date or date-time; gives the year to days printed without one. */
  readonly startDate?: string;
  readonly endDate?: string;
  /** IANA time zone of the printed times. */
  readonly timezone: string;
}

/**
 * Reads a programme booklet: its sessions with times, formats, people and what they present, and what is odd about it.
 * The event itself comes from the config; its record is not made here.
 */
export function extractProgramme(document: ReadDocument, event: ProgrammeEvent): Extraction {
  const { slots, index } = slotsOf(partsOf(document.blocks));
  const titles = pairInSections(slots, index);
  const cased = casedWords(document.blocks.filter((block) => block.kind !== 'heading').map((block) => block.text));
  const known = new Set<string>();
  const first = slots.map((slot) => peopleOf(slot, '', { known }));
  for (const read of first) for (const name of read.bodies) known.add(name.toLowerCase());
  const records: DomainRecord[] = [];
  const findings: Finding[] = [];
  const keys = new Map<string, number>();
  slots.forEach((slot, at) => {
    const entry = index[titles.get(at) ?? -1];
    const heading = headingOf(slot);
    const title: Attested =
      entry === undefined
        ? { ...heading, value: sentenceCase(heading.value, cased) }
        : { value: entry.title, lines: entry.lines, rule: 'index-title', grade: 'stated' };
    const date = slot.day === undefined ? onlyDay(event) : isoDay(slot.day, event.startDate);
    const key = uniqueKey(`${event.key}/${date ?? ''}/${fold(title.value)}`, keys);
    const people = peopleOf(slot, key, { known });
    const named = projectsOfBlocks(slot.texts);
    const inLists = slot.people.flatMap(({ blocks }) =>
      projectsOfBlocks(
        blocks.filter((block) => block.number === undefined),
        true,
      ),
    );
    const said = [...people.presents, ...slot.texts.flatMap((block) => presentsLine(block) ?? [])];
    const about = said.length > 0 ? undefined : initiativeOf(`${slot.heading} ${title.value}`, slot.texts, named);
    const presents = about === undefined ? said : [aboutOf(about)];
    records.push(
      sessionRecord(
        slot,
        key,
        event,
        title,
        heading,
        date,
        presents,
        entry?.page === undefined ? undefined : { page: entry.page, lines: entry.lines },
      ),
      ...people.participations,
    );
    records.push(...[...named, ...inLists].map(projectRecord));
    findings.push(...people.findings, ...dayFindings(slot, date, key));
  });
  return { records, findings };
}

// --- internal ---

/** Index lines are paired with the bodies of their own half-day first, then with what is left anywhere. */
function pairInSections(
  slots: readonly Slot[],
  index: readonly { title: string; section: number }[],
): Map<number, number> {
  const pairs = new Map<number, number>();
  const sections = [...new Set(index.map((entry) => entry.section))];
  const pair = (slotAt: number[], indexAt: number[]): void => {
    const found = pairTitles(
      slotAt.map((at) => fullHeading(slots[at] as Slot)),
      indexAt.map((at) => index[at]?.title ?? ''),
    );
    for (const [a, b] of found) pairs.set(slotAt[a] as number, indexAt[b] as number);
  };
  for (const section of sections) {
    pair(
      numbers(slots, (slot) => slot.section === section),
      numbers(index, (entry) => entry.section === section),
    );
  }
  const taken = new Set(pairs.values());
  pair(
    numbers(slots, (_slot, at) => !pairs.has(at)),
    numbers(index, (_entry, at) => !taken.has(at)),
  );
  return pairs;
}

const numbers = <T>(items: readonly T[], wanted: (item: T, at: number) => boolean): number[] =>
  items.flatMap((item, at) => (wanted(item, at) ? [at] : []));

/** The heading with a short line under it that may carry on the title. */
const fullHeading = (slot: Slot): string => slot.heading;

function headingOf(slot: Slot): Attested {
  return {
    value: slot.heading,
    lines: span(...slot.headings.map((block) => block.lines)),
    rule: 'heading',
    grade: 'stated',
  };
}

function sessionRecord(
  slot: Slot,
  key: string,
  event: ProgrammeEvent,
  title: Attested,
  heading: Attested,
  date: string | undefined,
  presents: readonly Presented[],
  page: { page: number; lines: Lines } | undefined,
): Session {
  const time = slot.times[0];
  const clock = (minutes: number | undefined): Attested | undefined =>
    minutes === undefined || date === undefined || time === undefined
      ? undefined
      : {
          value: localDateTime(date, timeOfDay(minutes), event.timezone),
          lines: time.lines,
          rule: 'time-line',
          grade: 'stated',
        };
  const start = clock(time?.range.start.minutes) ?? dayAlone(slot, date, heading);
  const end = clock(time?.range.end?.minutes);
  const format = sessionFormat(slot);
  const abstract = abstractOf(slot);
  return {
    type: 'session',
    key,
    event: event.key,
    title,
    ...(heading.value === title.value ? {} : { heading }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(format === undefined ? {} : { format }),
    ...(page === undefined
      ? {}
      : { page: { value: page.page, lines: page.lines, rule: 'index-page', grade: 'stated' } }),
    ...(abstract === undefined ? {} : { abstract }),
    presents,
    lines: heading.lines,
    rule: 'heading',
    grade: 'stated',
  };
}

/** The initiative that a session is about, as something that it presents. */
function aboutOf(project: ProjectInBlock): Presented {
  const evidence = {
    lines: linesAt(project.block, project.start, project.end),
    rule: 'initiative',
    grade: 'inferred',
  } as const;
  return toPresented(project, evidence);
}

/** The day of an event of one day; several days leave the day of an undated session open. */
function onlyDay({ startDate, endDate }: ProgrammeEvent): string | undefined {
  const day = startDate?.slice(0, 10);
  return endDate === undefined || endDate.slice(0, 10) === day ? day : undefined;
}

/** The start of a session without a time: its day, as printed or as the event's only one. */
function dayAlone(slot: Slot, date: string | undefined, heading: Attested): Attested | undefined {
  if (date === undefined) return undefined;
  return slot.day === undefined
    ? { value: date, lines: heading.lines, rule: 'event-day', grade: 'inferred' }
    : { value: date, lines: slot.day.lines, rule: 'day', grade: 'stated' };
}

function abstractOf(slot: Slot): Attested | undefined {
  const prose = slot.texts.filter((block: Block) => block.text.length > 60);
  if (prose.length === 0) return undefined;
  return {
    value: prose.map((block) => block.text.replace(/\s+/g, ' ')).join('\n'),
    lines: span(...prose.map((block) => block.lines)),
    rule: 'abstract',
    grade: 'stated',
  };
}

/** The same title on the same day again gets a number, in reading order. */
function uniqueKey(key: string, seen: Map<string, number>): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}/${count}`;
}

function dayFindings(slot: Slot, date: string | undefined, key: string): Finding[] {
  const findings: Finding[] = [];
  if (slot.day?.weekday !== undefined && date !== undefined && weekdayOf(date) !== slot.day.weekday) {
    findings.push({
      severity: 'warning',
      code: 'weekday-mismatch',
      message: `The weekday printed with ${date} is not the weekday of that date.`,
      lines: slot.day.lines,
      about: key,
    });
  }
  const time = slot.times[0];
  if (time === undefined)
    findings.push({
      severity: 'info',
      code: 'missing-time',
      message: `No time is printed for "${slot.heading}".`,
      lines: span(...slot.headings.map((block) => block.lines)),
      about: key,
    });
  else if (time.range.end !== undefined && time.range.end.minutes < time.range.start.minutes) {
    findings.push({
      severity: 'error',
      code: 'end-before-start',
      message: 'The session ends before it starts.',
      lines: time.lines,
      about: key,
    });
  }
  return findings;
}
