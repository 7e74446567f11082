import type { AgendaItem } from '../../domain/event.ts';
import type { Attested, Evidence } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Capacity } from '../../domain/participation.ts';
import type { Format } from '../../domain/session.ts';
import { bodyList, type NamedBody } from '../bodies/body-list.ts';
import { formatInText, leadingFormat } from '../format.ts';
import { peopleLabel } from '../people/labels.ts';
import { organizationMention } from '../people/mentions.ts';
import { tokenFrom } from '../text/tokens.ts';
import { timeOfDay } from '../time/clock.ts';
import { isoDay } from '../time/day.ts';
import { localDateTime } from '../time/zone.ts';
import type { Draft, Stretch } from './agenda-draft.ts';
import { agendaDrafts } from './agenda-lines.ts';
import { isPeopleLine, readTitle } from './agenda-title.ts';
import type { Scanned } from './context.ts';
import { peopleIn } from './people-prose.ts';
import { linesOf } from './text.ts';

/** Words of an item that name who takes part in it, and in what capacity. */
export interface ItemPeople {
  readonly stretch: Stretch;
  readonly capacity: Capacity;
}

/** An agenda item with what else its words hold. */
export interface ReadItem {
  readonly item: AgendaItem;
  readonly draft: Draft;
  readonly people: readonly ItemPeople[];
  readonly hosts: readonly (NamedBody & { readonly text: Scanned })[];
  /** All its stretches: what is named in them is named in the item. */
  readonly stretches: readonly Stretch[];
  readonly tentative: boolean;
  /** Minutes from midnight. */
  readonly minutes?: { readonly start: number; readonly end?: number };
  readonly date?: string;
}

export interface AgendaEvent {
  readonly key: string;
  /** ISO 8601; its day is that of items under no printed day. */
  readonly startDate?: string;
  readonly timezone: string;
}

/** The items of an event's agenda, in reading order. */
export function readAgenda(texts: readonly Scanned[], event: AgendaEvent): ReadItem[] {
  const drafts = agendaDrafts(texts);
  const items: ReadItem[] = [];
  const sure = drafts.filter((draft) => namesPeopleOnly(draft, false));
  const hosts = new Set(sure.flatMap(({ part }) => (part === undefined ? [] : [part])));
  const people = drafts.filter(
    (draft) =>
      sure.includes(draft) || (draft.part !== undefined && hosts.has(draft.part) && namesPeopleOnly(draft, true)),
  );
  const kept = drafts.filter((draft) => !people.includes(draft));
  for (const draft of people) {
    const host = draft.part ?? kept.filter((one) => drafts.indexOf(one) < drafts.indexOf(draft)).at(-1);
    host?.people.push(draft.head);
  }
  for (const draft of kept) {
    const item = readItem(draft, `${event.key}/agenda/${items.length + 1}`, event);
    if (item !== undefined) items.push(item);
  }
  return items;
}

// --- internal ---

function namesPeopleOnly({ head, how }: Draft, beside: boolean): boolean {
  const words = wordsOf(head);
  return how !== 'timed' && how !== 'day' && (isPeopleLine(words, beside) || peopleLabel(words) !== undefined);
}

const wordsOf = ({ text, start, end }: Stretch): string => text.flat.slice(start, end);

function readItem(draft: Draft, key: string, event: AgendaEvent): ReadItem | undefined {
  const { head } = draft;
  const words = wordsOf(head);
  const read = readTitle(words, head.start === 0 && draft.how !== 'day' ? head.text.opening : 0);
  if (!/\p{L}{2}/u.test(read.title)) return undefined;
  const evidence = (stretch: Stretch, rule: string, grade: Evidence['grade'] = 'stated'): Evidence => ({
    lines: linesOf(stretch.text, stretch.start, stretch.end),
    rule,
    grade,
  });
  const titleAt = { ...head, start: head.start + read.start, end: head.start + read.end };
  const people: ItemPeople[] = read.people.map(({ start, end, capacity }) => ({
    stretch: { ...head, start: head.start + start, end: head.start + end },
    capacity,
  }));
  const ownCapacity = read.people[0]?.capacity ?? (isOpening(read.title) ? 'opening' : 'speaker');
  for (const cell of draft.people)
    people.push({ stretch: cell, capacity: ownCapacity === 'facilitator' ? 'speaker' : ownCapacity });
  const rest = { ...head, start: head.start + Math.max(read.end, ...read.people.map(({ end }) => end)), end: head.end };
  const more = [rest, ...draft.more].filter(({ start, end }) => end > start);
  for (const stretch of more) people.push(...labelled(stretch));
  const hosts = people
    .flatMap(({ stretch }) => bodiesIn(stretch))
    .filter(
      (host, index, all) => all.findIndex((other) => other.text === host.text && other.start === host.start) === index,
    );
  const date = dateOf(draft, event);
  const format = formatOf(draft, read.format, more, evidence, titleAt);
  const range = draft.time?.range;
  const at = draft.time?.at ?? head;
  const when = (minutes: number | undefined): Attested | undefined =>
    minutes === undefined || date === undefined
      ? undefined
      : { value: localDateTime(date, timeOfDay(minutes), event.timezone), ...evidence(at, 'agenda-time') };
  const start = when(range?.start.minutes) ?? dayAlone(draft, date, evidence);
  const end = when(range?.end?.minutes);
  const item: AgendaItem = {
    type: 'agenda-item',
    key,
    event: event.key,
    title: { value: read.title, ...evidence(titleAt, `agenda-${draft.how}`) },
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(format === undefined ? {} : { format }),
    hosts: hosts.map(
      (host): Mention =>
        organizationMention(host.body, evidence({ text: host.text, start: host.start, end: host.end }, 'agenda-host')),
    ),
    projects: [],
    ...evidence(titleAt, `agenda-${draft.how}`),
  };
  return {
    item,
    draft,
    people,
    hosts,
    stretches: [head, ...draft.people, ...draft.more],
    tentative: read.tentative,
    ...(range === undefined
      ? {}
      : { minutes: { start: range.start.minutes, ...(range.end === undefined ? {} : { end: range.end.minutes }) } }),
    ...(date === undefined ? {} : { date }),
  };
}

const isOpening = (title: string): boolean => /^(?:mot|ouverture|accueil|bienvenue|allocution|discours)/iu.test(title);

/** `Avec …`, `Par Prénom Nom, rôle`, `Modération : …`, `Atelier animé par …`: sentences of the description that name people. */
function labelled(stretch: Stretch): ItemPeople[] {
  const { text } = stretch;
  const people: ItemPeople[] = [];
  for (const sentence of text.sentences) {
    const from = Math.max(sentence.start, stretch.start);
    const end = Math.min(sentence.end, stretch.end);
    const start = from + (/^[\s–—:,;(|-]+/u.exec(text.flat.slice(from, end))?.[0].length ?? 0);
    if (end <= start) continue;
    const words = text.flat.slice(start, end);
    const label = peopleLabel(words);
    const by =
      /(?:^|\s)(?:co-?)?(anim|modér|facilit|propos|présent|organis|port|assur|introdui|men)(?:ée?s?|te?s?|ts?)\s+par\s+/iu.exec(
        words,
      );
    const given = /^par\s+/iu.exec(words)?.[0].length ?? 0;
    if (given > 0 && isPeopleLine(words.slice(given)))
      people.push({ stretch: { text, start: start + given, end }, capacity: 'speaker' });
    else if (isPeopleLine(words)) people.push({ stretch: { text, start, end }, capacity: 'speaker' });
    else if (label !== undefined && !label.alone)
      people.push({ stretch: { text, start: start + label.end, end }, capacity: label.capacity });
    else if (by !== null)
      people.push({
        stretch: { text, start: start + by.index + by[0].length, end },
        capacity: /^(?:anim|modér|facilit)/iu.test(by[1] ?? '') ? 'facilitator' : 'speaker',
      });
  }
  return people;
}

/** The bodies that a stretch lists as hosts: only where it opens with one. */
function bodiesIn(stretch: Stretch): (NamedBody & { text: Scanned })[] {
  const { text, start, end } = stretch;
  let from = tokenFrom(text.tokens, start);
  if (['par', 'avec'].includes(text.tokens[from]?.folded ?? '')) from += 1;
  const people = peopleIn(text.flat.slice(start, end), 'speaker').map((one) => ({
    start: one.start + start,
    end: one.end + start,
  }));
  return bodyList(text.flat, text.tokens, from, tokenFrom(text.tokens, end))
    .bodies.filter((body) => !people.some((one) => one.start < body.end && body.start < one.end))
    .map((body) => ({ ...body, text }));
}

function dateOf(draft: Draft, event: AgendaEvent): string | undefined {
  const day = draft.day ?? draft.part?.day;
  const first = event.startDate?.slice(0, 10);
  if (day === undefined || first === undefined)
    return day !== undefined && !('ordinal' in day) ? isoDay(day, event.startDate) : first;
  if (!('ordinal' in day)) return isoDay(day, event.startDate) ?? first;
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day.ordinal - 1);
  return date.toISOString().slice(0, 10);
}

/** An item without a time under a printed day starts on that day. */
function dayAlone(
  draft: Draft,
  date: string | undefined,
  evidence: (at: Stretch, rule: string) => Evidence,
): Attested | undefined {
  const { day } = draft;
  if (day === undefined || 'ordinal' in day || date === undefined || draft.part !== undefined) return undefined;
  return { value: date, ...evidence(day.at, 'agenda-day') };
}

/** As the title's own words, its introduction or its description give it; else as the item it is part of announces it. */
function formatOf(
  draft: Draft,
  named: { format: Format } | undefined,
  more: readonly Stretch[],
  evidence: (at: Stretch, rule: string, grade?: Evidence['grade']) => Evidence,
  title: Stretch,
): Attested<Format> | undefined {
  if (named !== undefined && draft.how !== 'day') return { value: named.format, ...evidence(title, 'agenda-format') };
  const introduced = draft.introduced === undefined ? undefined : leadingFormat(draft.introduced);
  if (introduced !== undefined)
    return { value: introduced.format, ...evidence(draft.head, 'agenda-introduction', 'inferred') };
  if (draft.how === 'day' || draft.how === 'timed') return undefined;
  for (const stretch of more) {
    const told = formatInText(wordsOf(stretch));
    if (told !== undefined) return { value: told.format, ...evidence(stretch, 'agenda-text') };
  }
  const parent =
    draft.part === undefined
      ? undefined
      : /(?:\d+|deux|trois|quatre|cinq|six|plusieurs|des)\s+(\p{L}+s)\b/iu.exec(wordsOf(draft.part.head));
  const whole = parent?.[1] === undefined ? undefined : leadingFormat(parent[1]);
  return whole === undefined ? undefined : { value: whole.format, ...evidence(draft.head, 'agenda-part', 'inferred') };
}
