import type { Finding } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import type { Participation } from '../../domain/participation.ts';
import type { DomainRecord } from '../../domain/record.ts';
import type { Format, Presented } from '../../domain/session.ts';
import type { Block, ReadDocument } from '../../read/reader.ts';
import type { Extraction } from '../extraction.ts';
import type { OrganizationName } from '../people/body-name.ts';
import { linesAt } from '../people/mentions.ts';
import { holdsName } from '../projects/candidates.ts';
import { carriedBy } from '../projects/carried-by.ts';
import { initiativeOf, projectsOfBlocks } from '../projects/initiative.ts';
import type { ProjectInBlock } from '../projects/project-name.ts';
import { projectRecord } from '../projects/record.ts';
import { isReadable, leftAside } from '../text/bounded.ts';
import { sentencesOf } from '../text/sentences.ts';
import { isoDay } from '../time/day.ts';
import { isOrganizationKind } from '../words/organizations.ts';
import { programmeFindings, type ReadSession, slotFindings } from './findings.ts';
import { presentedInText } from './lists.ts';
import { partsOf } from './parts.ts';
import { carriedByPosts } from './post-carriers.ts';
import { presentsLine, proseOf, toPresented } from './presented.ts';
import { blockMentions, knownNames, proseMentions, type ReadBlocks } from './prose-mentions.ts';
import { sessionFormat } from './session-format.ts';
import { bodiesOf, peopleOf, type ReadPeople } from './session-people.ts';
import { headingOf, sessionRecord } from './session-record.ts';
import type { Slot } from './slot.ts';
import { slotsOf } from './slots.ts';
import { casedWords, pairInSections, sentenceCase } from './titles.ts';

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
  const blocks = document.blocks.filter(isReadable);
  const { slots, index } = slotsOf(partsOf(blocks));
  const entries = pairInSections(slots, index);
  const cased = casedWords(blocks.filter(({ kind }) => kind !== 'heading').map(({ text }) => text));
  // Bodies are learnt from the whole document first: elsewhere they stand without a preposition to tell them by.
  const known = new Set(slots.flatMap(bodiesOf).map((name) => name.toLowerCase()));
  const keys = new Map<string, number>();
  const records: DomainRecord[] = [];
  const findings: Finding[] = document.blocks
    .filter((block) => !isReadable(block))
    .map(({ lines }) => leftAside(lines, event.key));
  const prose: Prose[] = [];
  const read = slots.map((slot, at): ReadSession => {
    const entry = index[entries.get(at) ?? -1];
    const heading = headingOf(slot);
    const title =
      entry === undefined
        ? { ...heading, value: sentenceCase(heading.value, cased) }
        : { value: entry.title, lines: entry.lines, rule: 'index-title', grade: 'stated' as const };
    const date = slot.day === undefined ? onlyDay(event) : isoDay(slot.day, event.startDate);
    const key = uniqueKey(`${event.key}/${date ?? ''}/${fold(title.value)}`, keys);
    const people = peopleOf(slot, key, { known });
    const projects = (all: ProjectInBlock[]): ProjectInBlock[] =>
      carriedByPosts(withoutBodies(all, people.participations), people.participations);
    const named = projects(projectsOfBlocks(slot.texts));
    const listedIn = projects(projectsInLists(slot));
    const presented = people.presents.map(({ project }) => project.surface);
    prose.push({ slot, named, lists: { participations: people.participations, projects: listedIn, presented } });
    const format = sessionFormat(slot);
    const presents = presentedIn(slot, title.value, people, { named, listedIn }, format?.value);
    const session = sessionRecord(slot, { key, event, title, heading, date, format, presents, entry });
    records.push(session, ...people.participations, ...[...named, ...listedIn].map(projectRecord));
    findings.push(...people.findings, ...slotFindings(slot, date, key));
    const listed = slot.people.flatMap(({ blocks }) => blocks).filter(({ number }) => number !== undefined).length;
    return {
      session,
      participations: people.participations,
      listed,
      texts: slot.texts,
      ...(entry === undefined ? {} : { entry }),
    };
  });
  const names = knownNames(read.flatMap(({ participations }) => participations));
  for (const { slot, named, lists } of prose) {
    const blocks = slot.people.flatMap((people) => people.blocks);
    records.push(...proseMentions(slot.texts, names, named), ...blockMentions(blocks, names, lists));
  }
  return { records, findings: [...findings, ...programmeFindings(read, index)] };
}

// --- internal ---

/** A slot with what is read of it, until the names of the whole programme are known. */
interface Prose {
  readonly slot: Slot;
  readonly named: readonly ProjectInBlock[];
  readonly lists: ReadBlocks;
}

/** What the slot's lists and lines say that it presents; else the one initiative that it is about. */
function presentedIn(
  slot: Slot,
  title: string,
  people: ReadPeople,
  { named, listedIn }: { named: readonly ProjectInBlock[]; listedIn: readonly ProjectInBlock[] },
  format: Format | undefined,
): Presented[] {
  const said = [
    ...people.presents,
    ...slot.texts.flatMap((block) => presentsLine(block) ?? []),
    ...presentedInText(slot, title, format?.startsWith('pitch') === true),
  ];
  if (said.length > 0) return said;
  const texts = proseOf(slot);
  const inTexts = texts === slot.texts ? named : projectsOfBlocks(texts);
  // What the line of who presents it explains, and the text names as well: `l'équipe de X, un commun de …`.
  const explained = listedIn.filter(
    ({ name, introduced }) => introduced === true && texts.some(({ text }) => holdsName(text, name)),
  );
  const about = initiativeOf(slot.heading, title, texts, [...inTexts, ...explained]);
  if (about === undefined) return [];
  const lines = linesAt(about.block, about.start, about.end);
  const steward = about.stewards[0] ?? onlyCarrier(texts);
  const thing = steward === undefined ? about : { ...about, steward };
  return [toPresented(thing, { lines, rule: 'initiative', grade: 'inferred' })];
}

/** The body of the only `porté par …` of a text that is about one thing. */
function onlyCarrier(blocks: readonly Block[]): OrganizationName | undefined {
  const carriers = blocks.flatMap(({ text }) =>
    sentencesOf(text).flatMap(({ start, end }) => carriedBy(text.slice(start, end)) ?? []),
  );
  return carriers.length === 1 ? carriers[0] : undefined;
}

/** Of `l'Observatoire X` someone is the director: a name that says a kind of body, and whose people are there, is no project's. */
function withoutBodies(named: readonly ProjectInBlock[], participations: readonly Participation[]): ProjectInBlock[] {
  const bodies = new Set(
    participations.flatMap(({ affiliations }) =>
      affiliations.flatMap(({ organization }) => (organization === undefined ? [] : [fold(organization.name)])),
    ),
  );
  return named.filter(({ name }) => !(bodies.has(fold(name)) && isOrganizationKind(name.split(' ', 1)[0] as string)));
}

/** Projects that people stand for (`pour le projet X`). */
const projectsInLists = (slot: Slot): ProjectInBlock[] =>
  slot.people.flatMap(({ blocks }) =>
    projectsOfBlocks(
      blocks.filter((block) => block.number === undefined),
      true,
    ),
  );

/** The day of an event of one day; several days leave the day of an undated session open. */
function onlyDay({ startDate, endDate }: ProgrammeEvent): string | undefined {
  const day = startDate?.slice(0, 10);
  return endDate === undefined || endDate.slice(0, 10) === day ? day : undefined;
}

/** The same title on the same day again gets a number, in reading order. */
function uniqueKey(key: string, seen: Map<string, number>): string {
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}/${count}`;
}
