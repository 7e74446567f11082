import type { AgendaItem } from '../../domain/event.ts';
import { fold } from '../../domain/fold.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Organization } from '../../domain/organization.ts';
import type { Project } from '../../domain/project.ts';
import type { LooseMention } from '../../domain/record.ts';
import type { NamedBody } from '../bodies/body-list.ts';
import { organizationMention } from '../people/mentions.ts';
import { tokenize } from '../text/tokens.ts';
import { NAMING_NOUNS } from '../words/naming.ts';
import type { ReadItem } from './agenda.ts';
import { bodyMentions, type PlacedBody } from './body-mentions.ts';
import type { OwnRecord, Scanned } from './context.ts';
import { foundedProjects } from './founded.ts';
import { namingLinks } from './links.ts';
import type { Involved } from './organizers.ts';
import type { PagePeople } from './people.ts';
import { projectMention, projectRecords } from './project-records.ts';
import type { Sighting } from './projects.ts';
import { type Span, sightingKey, sightingsOf } from './sightings.ts';
import { linesOf } from './text.ts';
import { hintsOf } from './title.ts';

/** What the other scanners of this room read of a page. */
export interface PageReading {
  readonly texts: readonly Scanned[];
  readonly own: OwnRecord | undefined;
  readonly items: readonly ReadItem[];
  readonly people: PagePeople;
  readonly involved: readonly Involved[];
}

/** The page's own record and agenda items with what they name, and records of all that is named. */
export interface PageNames {
  readonly own: OwnRecord | undefined;
  readonly items: readonly AgendaItem[];
  readonly projects: readonly Project[];
  readonly organizations: readonly Organization[];
  readonly mentions: readonly LooseMention[];
}

/** Names projects and bodies of a page, each once as a record with its addresses, elsewhere as a mention. */
export function namesOfPage({ texts, own, items, people, involved }: PageReading): PageNames {
  const links = texts.flatMap(namingLinks);
  const linked = links.filter(({ as }) => as !== 'organization').map(({ title }) => title.name);
  const hints = hintsOf([...linked, ...(own?.keywords ?? []).map(({ value }) => value).filter(namesProject)]);
  const parts: PlacedBody[] = [
    ...involved.map((named) => ({ text: named.text, named })),
    ...items.flatMap(({ hosts }) => hosts.map((named) => ({ text: named.text, named }))),
  ];
  const seen = sightingsOf(texts, hints, links, takenBy(parts, people));
  const projects = seen.filter(({ as }) => as === 'project');
  const { records, mentions } = projectRecords(projects, texts);
  const placed = unique([
    ...parts,
    ...seen.flatMap(carriersOf),
    ...seen.filter(({ as }) => as === 'organization').map(asBody),
  ]);
  const bodies = bodyMentions(texts, placed, people, projects, links);
  return {
    own: enriched(own, involved, records),
    items: items.map((read) => withProjects(read, projects)),
    projects: [...records, ...foundedProjects(people.participations, new Set(projects.map(sightingKey)))],
    organizations: bodies.organizations,
    mentions: [...mentions, ...bodies.mentions],
  };
}

// --- internal ---

/** A keyword that begins with a naming noun shows how far a project's name goes: `Programme d'appui aux communes`. */
const namesProject = (keyword: string): boolean => {
  const head = tokenize(keyword)[0];
  return head !== undefined && NAMING_NOUNS.has(head.folded) && /\s/.test(keyword);
};

/** People and bodies; a programme that acts as a body (`à l'initiative du programme X`) is a project as well. */
function takenBy(parts: readonly PlacedBody[], people: PagePeople): Map<Scanned, Span[]> {
  const taken = new Map<Scanned, Span[]>();
  const add = (text: Scanned, span: Span): void => {
    const list = taken.get(text);
    if (list === undefined) taken.set(text, [span]);
    else list.push(span);
  };
  for (const [text, spans] of people.spans) for (const span of spans) add(text, span);
  for (const { text, named } of parts) if (!NAMING_NOUNS.has(named.body.kind ?? '')) add(text, named);
  return taken;
}

const carriersOf = ({ text, carriers }: Sighting): PlacedBody[] =>
  carriers.map((carrier) => ({ text: carrier.text ?? text, named: carrier }));

function asBody({ title, text }: Sighting): PlacedBody {
  const surface = text.flat.slice(title.start, title.end).replace(/\s+/g, ' ');
  const body = { name: title.name, surface, unit: false, aliases: title.aliases };
  return { text, named: { body, start: title.start, end: title.end } };
}

/** Each place once: the same words may name an organiser and a carrier. */
function unique(placed: readonly PlacedBody[]): PlacedBody[] {
  return placed.filter(
    ({ text, named }, at) => placed.findIndex((other) => other.text === text && samePlace(other.named, named)) === at,
  );
}

const samePlace = (a: NamedBody, b: NamedBody): boolean => a.start === b.start && a.end === b.end;

/** Projects that an item's words name are what it is about. */
function withProjects({ item, stretches }: ReadItem, projects: readonly Sighting[]): AgendaItem {
  const inside = projects.filter(({ text, title }) =>
    stretches.some((one) => one.text === text && one.start <= title.start && title.end <= one.end),
  );
  const mentions = new Map<string, Mention>();
  for (const one of inside) if (!mentions.has(sightingKey(one))) mentions.set(sightingKey(one), projectMention(one));
  return mentions.size === 0 ? item : { ...item, projects: [...mentions.values()] };
}

function enriched(
  own: OwnRecord | undefined,
  involved: readonly Involved[],
  projects: readonly Project[],
): OwnRecord | undefined {
  if (own?.type !== 'event') return own;
  const told = fold(`${own.name.value}\n${own.abstract?.value ?? ''}`);
  const isTold = ({ project }: Project): boolean => project.name.length > 2 && told.includes(fold(project.name));
  const about = projects
    .filter(isTold)
    .map(({ project }): Mention => ({ ...project, rule: 'named-in-title-or-abstract', grade: 'inferred' }));
  const mentioned = (as: Involved['as']): Mention[] =>
    involved
      .filter((one) => one.as === as)
      .map(({ text, body, start, end, rule }) =>
        organizationMention(body, { lines: linesOf(text, start, end), rule, grade: 'stated' }),
      );
  return {
    ...own,
    organizers: withoutRepeats([...own.organizers, ...mentioned('organizer')]),
    partners: withoutRepeats([...own.partners, ...mentioned('partner')]),
    about: withoutRepeats([...own.about, ...about]),
  };
}

const withoutRepeats = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter(({ name }, at) => mentions.findIndex((other) => fold(other.name) === fold(name)) === at);
