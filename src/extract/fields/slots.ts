import { FIELDS, isNamed } from '../../config/record-types.ts';
import type { Attested } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import { withOrganization } from './affiliations.ts';
import type { PendingReference } from './pending.ts';
import { type MappedRecord, mentionOfRecord } from './shape.ts';

/** The values of a record's field, by its canonical name. */
export function take(record: MappedRecord, field: string): readonly (Mention | Attested)[] {
  if (record.type === 'event' || record.type === 'article') return valuesOf(record, field);
  const mention = mentionOfRecord(record);
  const { lines, rule, grade } = mention;
  if (field === 'name') return [{ value: mention.name, lines, rule, grade }];
  if (field === 'alternateNames') return (mention.aliases ?? []).map((value) => ({ value, lines, rule, grade }));
  if (field === 'within') return mention.within === undefined ? [] : [mention.within];
  return valuesOf(record, field);
}

/** The record with what a reference found in the field that waited for it. */
export function fill(
  record: MappedRecord,
  { field, affiliation }: PendingReference,
  found: readonly (Mention | Attested)[],
): MappedRecord {
  if (field === 'affiliations') {
    if (record.type !== 'person') return record;
    const organizations = found.filter(isMention);
    const added = organizations.map((organization) => withOrganization(affiliation, organization));
    if (
      added.length === 0 &&
      affiliation !== undefined &&
      !record.affiliations.some(({ role }) => role === affiliation.role)
    ) {
      added.push(affiliation);
    }
    return { ...record, affiliations: [...record.affiliations, ...added] };
  }
  if (found.length === 0) return record;
  if (field === 'within' && record.type === 'organization') {
    const within = found.find(isMention);
    return within === undefined ? record : { ...record, organization: { ...record.organization, within } };
  }
  const type = FIELDS[record.type].get(field);
  if (type === undefined) return record;
  // The allow-list, checked with the config, says which fields there are and what each takes.
  const fits = isNamed(type.takes) ? found.filter(isMention) : found.map(asText);
  const before = valuesOf(record, field);
  const after = [...before, ...fits];
  return { ...record, [field]: type.many ? after : after[0] };
}

export const isMention = (value: Mention | Attested): value is Mention => 'surface' in value;

// --- internal ---

const asText = (value: Mention | Attested): Attested => {
  if (!isMention(value)) return value;
  const { name, lines, rule, grade, document } = value;
  return { value: name, lines, rule, grade, ...(document === undefined ? {} : { document }) };
};

function valuesOf(record: MappedRecord, field: string): readonly (Mention | Attested)[] {
  if (!Object.hasOwn(record, field)) return [];
  const value = (record as unknown as Record<string, Mention | Attested | readonly (Mention | Attested)[] | undefined>)[
    field
  ];
  if (value === undefined) return [];
  return 'length' in value ? value : [value];
}
