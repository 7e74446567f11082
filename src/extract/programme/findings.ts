import { type Finding, finding, type Said } from '../../domain/finding.ts';
import { fold } from '../../domain/fold.ts';
import type { Participation } from '../../domain/participation.ts';
import type { Session } from '../../domain/session.ts';
import type { Block } from '../../read/reader.ts';
import { sameButOneLetter } from '../text/one-letter.ts';
import { weekdayOf } from '../time/day.ts';
import type { IndexEntry } from './index-page.ts';
import { headingOf } from './session-record.ts';
import type { Slot } from './slot.ts';
import { likeness } from './titles.ts';

/** A session as read, with what its findings rest on. */
export interface ReadSession {
  readonly session: Session;
  readonly participations: readonly Participation[];
  /** Numbered items of its lists. */
  readonly listed: number;
  readonly texts: readonly Block[];
  /** The index line that it was paired with. */
  readonly entry?: IndexEntry;
}

/**
 * What an editor should see in a programme as a whole: index and bodies that differ, a page or a people block that
 * stands twice, a person in two places at once, a count that the list does not keep, names one letter apart.
 */
export function programmeFindings(read: readonly ReadSession[], index: readonly IndexEntry[]): Finding[] {
  return [
    ...indexFindings(read, index),
    ...pagesUsedTwice(index),
    ...repeatedPeople(read),
    ...inTwoPlaces(read),
    ...read.flatMap(countFindings),
    ...nearNames(read),
  ];
}

/** What is odd about one slot: its day, its times. @param date ISO date @param key of the session */
export function slotFindings(slot: Slot, date: string | undefined, key: string): Finding[] {
  const findings: Finding[] = [];
  const { day } = slot;
  if (day?.weekday !== undefined && date !== undefined && weekdayOf(date) !== day.weekday) {
    const said: Said = { code: 'weekday-mismatch', printed: day.weekday, date, weekday: weekdayOf(date) };
    findings.push(finding('warning', said, day.lines, key));
  }
  const time = slot.times[0];
  if (time === undefined) {
    findings.push(finding('info', { code: 'missing-time', title: slot.heading }, headingOf(slot).lines, key));
  } else if (time.range.end !== undefined && time.range.end.minutes < time.range.start.minutes) {
    findings.push(finding('error', { code: 'end-before-start', in: 'session' }, time.lines, key));
  }
  return findings;
}

// --- internal ---

function indexFindings(read: readonly ReadSession[], index: readonly IndexEntry[]): Finding[] {
  if (index.length === 0) return [];
  const used = new Set(read.map(({ entry }) => entry));
  const findings: Finding[] = index
    .filter((entry) => !used.has(entry))
    .map(({ title, lines }) => finding('warning', { code: 'index-without-body', title }, lines));
  for (const { session, entry } of read) {
    const heading = session.heading?.value ?? session.title.value;
    if (entry === undefined)
      findings.push(finding('warning', { code: 'body-without-index', title: heading }, session.lines, session.key));
    else if (likeness(entry.title, heading) < 0.9) {
      const said: Said = { code: 'title-mismatch', index: entry.title, heading };
      findings.push(finding('warning', said, session.lines, session.key));
    }
  }
  return findings;
}

function pagesUsedTwice(index: readonly IndexEntry[]): Finding[] {
  const first = new Map<number, IndexEntry>();
  return index.flatMap((entry) => {
    if (entry.page === undefined) return [];
    const before = first.get(entry.page);
    if (before === undefined) {
      first.set(entry.page, entry);
      return [];
    }
    const said: Said = { code: 'page-used-twice', page: entry.page, first: before.title, second: entry.title };
    return [finding('warning', said, entry.lines)];
  });
}

const people = ({ participations }: ReadSession): Participation[] =>
  participations.filter(({ actor }) => actor.kind === 'person');

/** The same two people and more, in another session of another title. */
function repeatedPeople(read: readonly ReadSession[]): Finding[] {
  const seen = new Map<string, ReadSession>();
  return read.flatMap((one) => {
    const names = people(one).map(({ actor }) => fold(actor.name));
    if (names.length < 2) return [];
    const key = names.sort().join('|');
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, one);
      return [];
    }
    if (fold(before.session.title.value) === fold(one.session.title.value)) return [];
    const [title, other] = [one.session.title.value, before.session.title.value];
    const { lines } = people(one)[0] as Participation;
    return [finding('warning', { code: 'repeated-people-block', title, other }, lines, one.session.key)];
  });
}

function inTwoPlaces(read: readonly ReadSession[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Map<string, { session: Session; participation: Participation }[]>();
  for (const one of read) {
    for (const participation of people(one)) {
      const name = fold(participation.actor.name);
      const others = seen.get(name) ?? [];
      for (const other of others) {
        if (other.session.key !== one.session.key && overlap(other.session, one.session)) {
          const said: Said = {
            code: 'same-person-twice',
            name: participation.actor.name,
            title: one.session.title.value,
            other: other.session.title.value,
          };
          findings.push(finding('warning', said, participation.lines, one.session.key));
        }
      }
      seen.set(name, [...others, { session: one.session, participation }]);
    }
  }
  return findings;
}

/** Times of one event carry the same offset on a day, so that their text compares as they do. */
function overlap(a: Session, b: Session): boolean {
  const [aStart, aEnd, bStart, bEnd] = [a.start?.value, a.end?.value, b.start?.value, b.end?.value];
  return (
    aStart !== undefined &&
    aEnd !== undefined &&
    bStart !== undefined &&
    bEnd !== undefined &&
    aStart < bEnd &&
    bStart < aEnd
  );
}

/** `14 modèles …` in the title, `13 participants` in the text, and another number of items in the list. */
function countFindings({ session, listed, texts }: ReadSession): Finding[] {
  if (listed === 0) return [];
  const counts = [
    { said: /^(\d{1,2})\s+\p{L}/u.exec(session.title.value)?.[1], lines: session.lines },
    ...texts.map((block) => ({
      said: /(?<![\dh])(\d{1,2})\s+(?:participant|intervenant|projet|initiative)/iu.exec(block.text)?.[1],
      lines: block.lines,
    })),
  ];
  return counts.flatMap(({ said, lines }) =>
    said === undefined || Number(said) === listed
      ? []
      : [finding('warning', { code: 'count-mismatch', of: 'items', said: Number(said), listed }, lines, session.key)],
  );
}

/** Names that differ by one letter: a misprint, or two people. */
function nearNames(read: readonly ReadSession[]): Finding[] {
  const first = new Map<string, Participation>();
  for (const one of read)
    for (const participation of people(one))
      if (!first.has(fold(participation.actor.name))) first.set(fold(participation.actor.name), participation);
  const names = [...first];
  // Names one letter apart share the given name or the surname.
  const byPart = new Map<string, [string, Participation][]>();
  const findings: Finding[] = [];
  for (const [name, participation] of names) {
    const parts = name.split(' ');
    const reported = new Set<string>();
    for (const part of [`^${parts[0]}`, `$${parts.at(-1)}`]) {
      const others = byPart.get(part) ?? [];
      for (const [other, earlier] of others) {
        if (reported.has(other) || !sameButOneLetter(name, other)) continue;
        reported.add(other);
        const said: Said = {
          code: 'near-names',
          name: participation.actor.name,
          other: earlier.actor.name,
          line: earlier.lines.first,
        };
        findings.push(finding('info', said, participation.lines));
      }
      byPart.set(part, [...others, [name, participation]]);
    }
  }
  return findings;
}
