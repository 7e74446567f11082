import type { Article } from '../../domain/article.ts';
import type { EventRecord } from '../../domain/event.ts';
import type { DomainRecord } from '../../domain/record.ts';
import type { ReadDocument } from '../../read/reader.ts';
import type { Extraction } from '../extraction.ts';
import { isReadable, leftAside } from '../text/bounded.ts';
import { readAgenda } from './agenda.ts';
import { scanned } from './context.ts';
import { namesOfPage } from './names.ts';
import { involvedIn } from './organizers.ts';
import { pageFindings } from './page-findings.ts';
import { type PagePeople, peopleOfPage } from './people.ts';
import { personMentions } from './person-mentions.ts';
import { pageTexts } from './text.ts';

export interface PageOptions {
  /** IANA zone of the times that the page prints. */
  readonly timezone: string;
  readonly language?: string;
}

/**
 * Reads the body of a page with the French grammar: an event's agenda, who takes part in it, organises it and is partner
 * to it, what an article's people say, and the projects and bodies that either names; and what is odd about it.
 * @param own the record that the fields of the page's front matter gave; without it only what the body names is read
 * @returns the own record first (an event's with organizers, partners and about added), then all others
 */
export function extractPage(
  document: ReadDocument,
  own: EventRecord | Article | undefined,
  options: PageOptions,
): Extraction {
  const printed = pageTexts(document, own);
  const texts = printed.filter(isReadable).map(scanned);
  const event = own?.type === 'event' ? own : undefined;
  const start = event?.startDate?.value;
  const items =
    event === undefined
      ? []
      : readAgenda(texts, {
          key: event.key,
          timezone: options.timezone,
          ...(start === undefined ? {} : { startDate: start }),
        });
  const people = own === undefined ? NOBODY : peopleOfPage(texts, items, own);
  const title = event?.name.value ?? '';
  const agendaTexts = new Set(items.flatMap(({ stretches }) => stretches.map(({ text }) => text)));
  const involved =
    event === undefined
      ? []
      : texts
          .filter((text) => !agendaTexts.has(text) && text.kind !== 'heading')
          .flatMap((text) => involvedIn(text, title));
  const names = namesOfPage({ texts, own, items, people, involved });
  const records: DomainRecord[] = [
    ...(names.own === undefined ? [] : [names.own]),
    ...names.items,
    ...people.participations,
    ...names.projects,
    ...names.organizations,
    ...names.mentions,
    ...personMentions(texts, people),
  ];
  const unread = [...printed.filter((text) => !isReadable(text)), ...people.leftAside];
  return {
    records,
    findings: [
      ...unread.map(({ lines }) => leftAside(lines, own?.key)),
      ...(own === undefined ? [] : pageFindings({ document, texts, own, items })),
    ],
  };
}

// --- internal ---

/** Without a record of the page there is nothing to take part in. */
const NOBODY: PagePeople = { participations: [], spans: new Map(), leftAside: [] };
