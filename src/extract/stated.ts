import type { Grade } from '../domain/evidence.ts';
import type { DomainRecord } from '../domain/record.ts';

/**
 * What the text states in so many words: the records without anything that a rule inferred. A value, mention,
 * affiliation, presented item or record of grade `inferred` is left out. What cannot be without it falls with it: a
 * record without its name or actor, an affiliation without role and organisation, a place without name and locality, and
 * what stands in an event, session or article that is left out. Everything else stays as it is, in its order.
 */
export const onlyStated = (records: readonly DomainRecord[]): DomainRecord[] =>
  without(records, (part) => (part as { grade?: Grade }).grade === 'inferred');

/** The same for any reason to leave a record, value or mention out; what cannot be without it falls with it. */
export function without(records: readonly DomainRecord[], isOut: (part: object) => boolean): DomainRecord[] {
  const pruned = records.flatMap((record): DomainRecord[] => {
    const left = partsWithout(record, isOut) as DomainRecord | undefined;
    return left === undefined || NEEDED[record.type].some((part) => !(part in left)) ? [] : [left];
  });
  return withoutOrphans(pruned, keysOf(records));
}

// --- internal ---

/** The parts that a record of each type cannot be without, of those that have evidence of their own. */
const NEEDED: { readonly [T in DomainRecord['type']]: readonly (keyof Extract<DomainRecord, { type: T }>)[] } = {
  event: ['name'],
  'agenda-item': ['title'],
  session: ['title'],
  participation: ['actor'],
  article: ['headline'],
  person: ['person'],
  organization: ['organization'],
  project: ['project'],
  cohort: ['cohort'],
  concept: ['concept'],
  mention: ['mention'],
};

/** The same for parts of records, by the field that they stand in: one of these must be there. */
const NEEDED_OF_PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['affiliations', ['role', 'organization']],
  ['location', ['name', 'locality']],
  ['presents', ['project']],
]);

/** Records are plain data whose evidence stands beside each value, so one walk serves them all, whatever they hold. */
function partsWithout(value: unknown, isOut: (part: object) => boolean, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => partsWithout(item, isOut, field)).filter(isThere);
  if (typeof value !== 'object' || value === null) return value;
  if (isOut(value)) return undefined;
  const left = Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, partsWithout(part, isOut, key)] as const)
      .filter(([, part]) => isThere(part)),
  );
  const needed = NEEDED_OF_PARTS.get(field);
  return needed === undefined || needed.some((key) => key in left) ? left : undefined;
}

const isThere = (value: unknown): boolean => value !== undefined;

/** Takes out what stands in a record that is not there any more, until nothing does. */
function withoutOrphans(records: DomainRecord[], before: ReadonlySet<string>): DomainRecord[] {
  const there = keysOf(records);
  const left = records.filter((record) => {
    const home = homeOf(record);
    return home === undefined || there.has(home) || !before.has(home);
  });
  return left.length === records.length ? left : withoutOrphans(left, before);
}

const keysOf = (records: readonly DomainRecord[]): Set<string> =>
  new Set(records.flatMap((record) => ('key' in record ? [record.key] : [])));

/** Key of the record that a record stands in. */
function homeOf(record: DomainRecord): string | undefined {
  if (record.type === 'session' || record.type === 'agenda-item') return record.event;
  return record.type === 'participation' ? record.in : undefined;
}
