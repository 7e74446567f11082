import type { Evidence } from '../../domain/evidence.ts';
import { fold } from '../../domain/fold.ts';
import type { Affiliation, Participation } from '../../domain/participation.ts';
import { bodiesNamed } from '../bodies/named.ts';
import type { Contribution } from '../people/list.ts';
import { organizationMention, participation } from '../people/mentions.ts';
import { postsBefore } from '../people/post-before.ts';
import { tokenFrom } from '../text/tokens.ts';
import type { ReadItem } from './agenda.ts';
import type { OwnRecord, Scanned } from './context.ts';
import { moved, peopleIn, proseOf, tightened } from './people-prose.ts';
import { linesOf } from './text.ts';

/** Who takes part, and the stretches of text that say so. */
export interface PagePeople {
  readonly participations: readonly Participation[];
  /** Stretches of text that name people and their posts. */
  readonly spans: ReadonlyMap<Scanned, readonly { start: number; end: number }[]>;
  /** Texts that were not read to their end. */
  readonly leftAside: readonly Scanned[];
}

/** The people of a page: in its agenda items first, then in its prose. Each stands once in what they take part in. */
export function peopleOfPage(texts: readonly Scanned[], items: readonly ReadItem[], own: OwnRecord): PagePeople {
  const spans = new Map<Scanned, { start: number; end: number }[]>();
  const found: Participation[] = [];
  const take = (text: Scanned, contribution: Contribution, key: string, rule: string): Participation => {
    const list = spans.get(text) ?? [];
    list.push({ start: contribution.start, end: contribution.end });
    spans.set(text, list);
    return participation(contribution, text, key, rule);
  };
  for (const read of items) {
    for (const { stretch, capacity } of read.people) {
      const words = withoutLooseBracket(stretch.text.flat.slice(stretch.start, stretch.end));
      const lead = /^\s*(?:(?:par|avec)\s+)?/iu.exec(words)?.[0].length ?? 0;
      for (const one of peopleIn(words.slice(lead), capacity)) {
        const by = stretch.start + lead;
        const placed = moved(tightened(words.slice(lead), one), by);
        const posts =
          one.posts.length > 0
            ? one.posts
            : postsBefore(stretch.text.flat, stretch.text.tokens, tokenFrom(stretch.text.tokens, placed.start));
        const tentative = one.tentative || read.tentative;
        found.push(take(stretch.text, { ...placed, tentative, posts }, read.item.key, 'agenda-people'));
      }
    }
  }
  const told = new Set<Participation>();
  const leftAside: Scanned[] = [];
  texts.forEach((text, at) => {
    if (text.kind === 'heading' || text.kind === 'caption') return;
    const prose = proseOf(text);
    if (!prose.complete) leftAside.push(text);
    for (const person of prose.people) {
      if (spans.get(text)?.some(({ start, end }) => person.contribution.start < end && start < person.contribution.end))
        continue;
      const read = items.find(({ stretches }) =>
        stretches.some(
          (one) =>
            one.text === text && one.start <= person.contribution.start && person.contribution.end <= one.end + 1,
        ),
      );
      const record = take(text, person.contribution, read?.item.key ?? own.key, person.rule);
      if (person.onlyPost === true) told.add(record);
      found.push(person.ofLastBody ? inLastBody(record, texts.slice(0, at + 1), person.contribution.start) : record);
    }
  });
  const acting = new Set(found.filter((one) => !told.has(one)).map((one) => fold(one.actor.name)));
  const counted = found.filter((one) => !told.has(one) || acting.has(fold(one.actor.name)));
  return { participations: merged(counted, own.key), spans, leftAside };
}

// --- internal ---

/** `(Prénom Nom, BODY)` where the opening bracket stood before the people. */
const withoutLooseBracket = (words: string): string => (words.includes('(') ? words : words.replace(/\)\s*$/u, ''));

/** `sa directrice`: the post is held in the body that the text named last. */
function inLastBody(record: Participation, texts: readonly Scanned[], start: number): Participation {
  const here = texts.at(-1);
  const before = texts.at(-2);
  if (here === undefined) return record;
  const near = bodiesNamed(here, new Set(), []).filter(({ end }) => end <= start && start - end < 600);
  const text = near.length > 0 ? here : before;
  const body = near.at(-1) ?? (before === undefined ? undefined : bodiesNamed(before, new Set(), []).at(-1));
  if (body === undefined || text === undefined) return record;
  const evidence: Evidence = {
    lines: linesOf(text, body.start, body.end),
    rule: 'prose-possessive',
    grade: 'inferred',
  };
  const organization = organizationMention(body.body, evidence);
  const affiliations: Affiliation[] = record.affiliations.map((one) =>
    one.organization === undefined ? { ...one, organization, grade: 'inferred', rule: 'prose-possessive' } : one,
  );
  return { ...record, affiliations };
}

/**
 * One participation a person and thing taken part in: that with the most to say of posts, the first of equals. Who is in
 * the agenda does not stand a second time for the page.
 */
function merged(found: readonly Participation[], own: string): Participation[] {
  const byPerson = new Map<string, Participation[]>();
  for (const one of found) {
    const name = fold(one.actor.name);
    const list = byPerson.get(name) ?? [];
    const same = list.findIndex((other) => other.in === one.in);
    if (same < 0) list.push(one);
    else list[same] = better(list[same] as Participation, one);
    byPerson.set(name, list);
  }
  return [...byPerson.values()].flatMap((list) => {
    const inside = list.filter((one) => one.in !== own);
    const loose = list.find((one) => one.in === own);
    if (inside.length === 0 || loose === undefined) return list;
    const first = inside[0] as Participation;
    const affiliations = weight(first) >= weight(loose) ? first.affiliations : loose.affiliations;
    return [{ ...first, affiliations }, ...inside.slice(1)];
  });
}

const weight = (one: Participation): number =>
  one.affiliations.length + one.affiliations.filter(({ organization }) => organization !== undefined).length;

/** The fuller of two; what the other says of the capacity is kept where it says more than that someone was there. */
function better(a: Participation, b: Participation): Participation {
  const kept = weight(b) > weight(a) ? b : a;
  const capacity = a.capacity === 'participant' ? b.capacity : a.capacity;
  return { ...kept, capacity, tentative: a.tentative && b.tentative };
}
