/**
 * What a mapping may publish: the records, their fields, and what each field takes. Nothing else leaves a source.
 * Field names are those of the domain types; the singular of a plural name is understood too.
 */

export const RECORD_TYPES = ['event', 'article', 'person', 'organization', 'project', 'concept', 'cohort'] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** What a field takes. A named type (`person`, `organization` …) is a mention of such a thing. */
export type Takes = 'text' | 'date' | 'url' | 'kind' | 'place' | 'affiliation' | 'anything' | RecordType;

/** How a value is read. */
export const AS = ['text', 'date', 'url', 'integer', 'fr-role', 'fr-address'] as const;
export type As = (typeof AS)[number];

export interface FieldType {
  readonly takes: Takes;
  readonly many: boolean;
}

const one = (takes: Takes): FieldType => ({ takes, many: false });
const many = (takes: Takes): FieldType => ({ takes, many: true });
const table = (fields: Record<string, FieldType>): ReadonlyMap<string, FieldType> => new Map(Object.entries(fields));

/** The allow-list: fields of each type of record. */
export const FIELDS: Readonly<Record<RecordType, ReadonlyMap<string, FieldType>>> = {
  event: table({
    name: one('text'),
    startDate: one('date'),
    endDate: one('date'),
    location: one('place'),
    organizers: many('organization'),
    partners: many('organization'),
    about: many('anything'),
    keywords: many('text'),
    abstract: one('text'),
    urls: many('url'),
  }),
  article: table({
    headline: one('text'),
    datePublished: one('date'),
    abstract: one('text'),
    keywords: many('text'),
    urls: many('url'),
  }),
  person: table({
    name: one('text'),
    alternateNames: many('text'),
    affiliations: many('affiliation'),
    projects: many('project'),
    urls: many('url'),
    sameAs: many('url'),
  }),
  organization: table({
    name: one('text'),
    alternateNames: many('text'),
    within: one('organization'),
    description: one('text'),
    location: many('place'),
    urls: many('url'),
    sameAs: many('url'),
  }),
  project: table({
    name: one('text'),
    alternateNames: many('text'),
    kind: one('kind'),
    stewards: many('organization'),
    description: one('text'),
    concepts: many('concept'),
    keywords: many('text'),
    location: many('place'),
    cohorts: many('cohort'),
    urls: many('url'),
    sameAs: many('url'),
  }),
  concept: table({
    name: one('text'),
    alternateNames: many('text'),
    definition: one('text'),
  }),
  cohort: table({
    name: one('text'),
    alternateNames: many('text'),
    programme: one('project'),
    startDate: one('date'),
  }),
};

/** Other spellings of field names that are understood. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    organizer: 'organizers',
    partner: 'partners',
    keyword: 'keywords',
    url: 'urls',
    alternateName: 'alternateNames',
    affiliation: 'affiliations',
    project: 'projects',
    steward: 'stewards',
    concept: 'concepts',
    cohort: 'cohorts',
  }),
);

/** The field's canonical name, or undefined where the type has no such field. `name` of an article is its headline. */
export function canonicalField(type: RecordType, name: string): string | undefined {
  const fields = FIELDS[type];
  if (fields.has(name)) return name;
  if (type === 'article' && name === 'name') return 'headline';
  const synonym = SYNONYMS.get(name);
  return synonym !== undefined && fields.has(synonym) ? synonym : undefined;
}

/** The field without which there is no record. */
export const requiredField = (type: RecordType): string => (type === 'article' ? 'headline' : 'name');

/** The parts of a value that is made of parts, with what each takes; undefined for plain values. */
export function partsOf(takes: Takes): ReadonlyMap<string, Takes> | undefined {
  if (takes === 'place') return PLACE;
  if (takes === 'affiliation') return AFFILIATION;
  return isNamed(takes) ? NAMED : undefined;
}

/** Readings that suit what a field takes; the first is what it does by itself. */
export function readingsOf(takes: Takes, part?: string): readonly As[] {
  if (takes === 'place') return part === undefined || part === 'address' ? ['fr-address'] : ['text', 'integer'];
  if (takes === 'affiliation')
    return part === undefined ? ['fr-role'] : part === 'role' ? ['text', 'fr-role'] : ['text'];
  if (takes === 'date' || takes === 'url') return [takes];
  if (part === 'url') return ['url'];
  if (takes === 'text') return ['text', 'integer', 'date', 'url'];
  return ['text'];
}

/** True where the field holds a mention of something that has a name of its own. */
export const isNamed = (takes: Takes): boolean =>
  takes === 'anything' || (RECORD_TYPES as readonly string[]).includes(takes);

// --- internal ---

const PLACE = new Map<string, Takes>(
  ['name', 'street', 'postalCode', 'locality', 'country', 'address'].map((part) => [part, 'text']),
);
const AFFILIATION = new Map<string, Takes>([
  ['role', 'text'],
  ['organization', 'organization'],
]);
const NAMED = new Map<string, Takes>([
  ['name', 'text'],
  ['alternateName', 'text'],
  ['within', 'text'],
  ['url', 'url'],
]);
