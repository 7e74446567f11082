import type { Article } from '../../../src/domain/article.ts';
import type { AgendaItem, EventRecord } from '../../../src/domain/event.ts';
import type { Attested, Lines } from '../../../src/domain/evidence.ts';
import type { Mention } from '../../../src/domain/mention.ts';
import type { Organization } from '../../../src/domain/organization.ts';
import type { Participation } from '../../../src/domain/participation.ts';
import type { Project } from '../../../src/domain/project.ts';
import type { DomainRecord } from '../../../src/domain/record.ts';
import { extractPage } from '../../../src/extract/page/page.ts';
import { messageOf } from '../../../src/map/finding-messages.ts';
import { frontMatter } from '../../../src/read/front-matter.ts';
import type { ReadDocument } from '../../../src/read/reader.ts';

/** A page as its file has it: lines of front matter, then the body. */
export const pageOf = (head: string, body: string): string => `---\n${head.trim()}\n---\n\n${body}\n`;

/** A page of an event on one day, 14 May 2024, from 9:00 to 17:00. Its body begins on line 7. */
export const eventPage = (body: string): string =>
  pageOf('title: Une journée\nstart: 2024-05-14T09:00:00+02:00\nend: 2024-05-14T17:00:00+02:00', body);

export const articlePage = (body: string): string =>
  pageOf('title: Retour sur une journée\ndate: 2024-05-16T08:00:00+02:00', body);

export const documentOf = (text: string): ReadDocument =>
  frontMatter.read({ sourceId: 'pages', path: 'pages/a.md', name: 'a.md', text, sha256: '' });

/** Which key of the front matter holds what. */
export type FieldNames = Readonly<Record<'title' | 'start' | 'end' | 'date' | 'abstract', string>>;
const PLAIN: FieldNames = { title: 'title', start: 'start', end: 'end', date: 'date', abstract: 'abstract' };

/** What a page's own fields give: an event where it has a start, else an article. */
export function ownOf(document: ReadDocument, fields: FieldNames = PLAIN): EventRecord | Article {
  const row = document.rows[0];
  if (row === undefined) throw new Error('the page has no front matter');
  const field = (key: string): Attested | undefined =>
    row.values[key] === undefined
      ? undefined
      : { value: isoOf(String(row.values[key])), lines: row.linesOf([key]), rule: `field:${key}`, grade: 'stated' };
  const title = field(fields.title) as Attested;
  const abstract = field(fields.abstract);
  const keyword = field('tag');
  const common = {
    key: 'pages/a.md#1',
    keywords: keyword === undefined ? [] : [keyword],
    urls: [],
    ...(abstract === undefined ? {} : { abstract }),
    lines: title.lines,
    rule: 'field:title',
    grade: 'stated',
  } as const;
  const [start, end, date] = [field(fields.start), field(fields.end), field(fields.date)];
  if (start === undefined)
    return { type: 'article', headline: title, ...(date === undefined ? {} : { datePublished: date }), ...common };
  return {
    type: 'event',
    name: title,
    startDate: start,
    ...(end === undefined ? {} : { endDate: end }),
    organizers: [],
    partners: [],
    about: [],
    ...common,
  };
}

export interface ReadPage {
  readonly source: readonly string[];
  readonly records: readonly DomainRecord[];
  readonly event: EventRecord;
  readonly items: readonly AgendaItem[];
  readonly people: readonly Participation[];
  readonly projects: readonly Project[];
  readonly organizations: readonly Organization[];
  readonly mentions: readonly Mention[];
  /** `code line`, sorted. */
  readonly findings: readonly string[];
  readonly messages: readonly string[];
}

/** Reads a page and sorts its records by type. */
export function read(text: string): ReadPage {
  const document = documentOf(text);
  const { records, findings } = extractPage(document, ownOf(document), { timezone: 'Europe/Paris' });
  const of = <T extends DomainRecord['type']>(type: T) =>
    records.filter((record): record is Extract<DomainRecord, { type: T }> => record.type === type);
  return {
    source: text.split('\n'),
    records,
    event: records[0] as EventRecord,
    items: of('agenda-item'),
    people: of('participation'),
    projects: of('project'),
    organizations: of('organization'),
    mentions: of('mention').map(({ mention }) => mention),
    findings: findings.map(({ code, lines }) => `${code} ${lines.first}`).sort(),
    messages: findings.map((finding) => messageOf(finding, 'en')),
  };
}

/** `2024-05-14 09:00:00 +02:00` as ISO 8601; other values as they are. */
const isoOf = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d:\d\d)$/, '$1T$2$3');

/** `9:00-10:30 title`, with the hours that the item has. */
export function line({ title, start, end }: AgendaItem): string {
  const clock = (date: Attested | undefined): string => date?.value.slice(11, 16) ?? '';
  return `${clock(start)}${end === undefined ? '' : `-${clock(end)}`} ${title.value}`.trim();
}

/** `Name (capacity): role @ body; …`. */
export function person({ actor, capacity, affiliations }: Participation): string {
  const posts = affiliations.map(({ role, organization }) =>
    [role, organization?.name].filter((part) => part !== undefined).join(' @ '),
  );
  return `${actor.name} (${capacity})${posts.length === 0 ? '' : `: ${posts.join('; ')}`}`;
}

/** `name [kind] < steward, steward`. */
export function project({ project: { name }, kind, stewards }: Project): string {
  const carried = stewards.length === 0 ? '' : ` < ${stewards.map((steward) => steward.name).join(', ')}`;
  return `${name}${kind === undefined ? '' : ` [${kind.value}]`}${carried}`;
}

export const names = (mentions: readonly Mention[]): string[] => mentions.map(({ name }) => name);

/** The words of the source on some lines, markup and white space folded away. */
export const wordsOn = (source: readonly string[], { first, last }: Lines): string =>
  plain(source.slice(first - 1, last).join(' '));

export const plain = (text: string): string =>
  text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_#[\]|`>\\-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
