import type { RecordType } from '../../config/record-types.ts';
import type { RecordSpec } from '../../config/types.ts';
import type { Attested, Evidence } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import type { DomainRecord } from '../../domain/record.ts';
import { isKind } from './attested.ts';
import type { Draft } from './draft.ts';

/** A record that a mapping can make. */
export type MappedRecord = Extract<DomainRecord, { readonly type: RecordType }>;

/**
 * Gives a draft the shape of its record. `name` is its name (an article's headline), `own` the evidence of the record
 * itself, `key` the key of an event or article.
 */
export function shape(spec: RecordSpec, draft: Draft, name: Attested, own: Evidence, key: string): MappedRecord {
  const { type } = spec;
  const all = (field: string): readonly Attested[] => draft.attested.get(field) ?? [];
  const named = (field: string): readonly Mention[] => draft.mentions.get(field) ?? [];
  const one = <K extends string>(field: K) => optional(field, all(field)[0]);
  const links = { urls: all('urls'), sameAs: all('sameAs') };
  if (type === 'event') {
    return {
      type,
      key,
      ...own,
      name,
      ...one('startDate'),
      ...one('endDate'),
      ...optional('location', draft.places[0]),
      organizers: named('organizers'),
      partners: named('partners'),
      about: named('about'),
      keywords: all('keywords'),
      ...one('abstract'),
      urls: links.urls,
    };
  }
  if (type === 'article') {
    return {
      type,
      key,
      ...own,
      headline: name,
      ...one('datePublished'),
      ...one('abstract'),
      keywords: all('keywords'),
      urls: links.urls,
    };
  }
  const aliases = all('alternateNames').map(({ value }) => value);
  const mention: Mention = {
    kind: type,
    name: name.value,
    surface: name.value,
    ...optional('within', named('within')[0]),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...evidenceOf(name),
  };
  switch (type) {
    case 'person':
      return { type, ...own, person: mention, affiliations: draft.affiliations, projects: named('projects'), ...links };
    case 'organization':
      return { type, ...own, organization: mention, ...one('description'), location: draft.places, ...links };
    case 'project': {
      const kind = all('kind')[0];
      return {
        type,
        ...own,
        project: mention,
        ...(kind !== undefined && isKind(kind.value) ? { kind: { ...kind, value: kind.value } } : {}),
        stewards: named('stewards'),
        ...one('description'),
        concepts: named('concepts'),
        keywords: all('keywords'),
        location: draft.places,
        cohorts: named('cohorts'),
        ...links,
      };
    }
    case 'concept':
      return { type, ...own, concept: mention, ...optional('scheme', spec.scheme), ...one('definition') };
    case 'cohort':
      return { type, ...own, cohort: mention, ...optional('programme', named('programme')[0]), ...one('startDate') };
  }
}

/** What a record is called. */
export function nameOf(record: MappedRecord): string {
  switch (record.type) {
    case 'event':
      return record.name.value;
    case 'article':
      return record.headline.value;
    default:
      return mentionOfRecord(record).name;
  }
}

/** The mention by which a record names its thing. */
export function mentionOfRecord(record: Exclude<MappedRecord, { type: 'event' | 'article' }>): Mention {
  switch (record.type) {
    case 'person':
      return record.person;
    case 'organization':
      return record.organization;
    case 'project':
      return record.project;
    case 'concept':
      return record.concept;
    case 'cohort':
      return record.cohort;
  }
}

// --- internal ---

const evidenceOf = ({ lines, rule, grade, document }: Evidence): Evidence => ({
  lines,
  rule,
  grade,
  ...optional('document', document),
});

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
