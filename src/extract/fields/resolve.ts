import type { Attested, Evidence } from '../../domain/evidence.ts';
import { type Finding, finding, type Said } from '../../domain/finding.ts';
import type { Mention } from '../../domain/mention.ts';
import { scrub } from '../scrub.ts';
import { evidence } from './attested.ts';
import type { PendingReference } from './pending.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { type MappedRecord, mentionOfRecord } from './shape.ts';
import { isMention, take } from './slots.ts';

/** What a reference gives, with its evidence where it stands; or why it gives nothing. */
export interface Outcome {
  readonly found: readonly (Mention | Attested)[];
  readonly fault?: 'reference-not-found' | 'reference-ambiguous';
}

/**
 * Looks a reference up. The record itself is stated by the row that names it; a field taken of it is inferred, because it
 * is the mapping that joins the two.
 */
export function resolve(reference: PendingReference, index: ReferenceIndex): Outcome {
  const targets = index.find(reference).map((found) => index.record(found));
  if (targets.length === 0) return { found: [], fault: 'reference-not-found' };
  const field = reference.take;
  const answers = targets.map((target) =>
    field === undefined ? itself(target, reference) : taken(target, field, reference),
  );
  const given = answers.filter((answer) => answer.length > 0);
  if (new Set(given.map(essence)).size > 1) return { found: [], fault: 'reference-ambiguous' };
  return { found: given[0] ?? [] };
}

/** The finding that an outcome deserves, if any. */
export function findingOf(reference: PendingReference, { fault }: Outcome, record: MappedRecord): Finding | undefined {
  if (fault === undefined) return undefined;
  const { field, source, type, key, lines, document } = reference;
  const said: Said = { code: fault, field, value: scrub(key).text, type, source };
  const found = finding('warning', said, lines, 'key' in record ? record.key : undefined);
  return document === undefined ? found : { ...found, document };
}

// --- internal ---

function itself(target: MappedRecord, reference: PendingReference): readonly Mention[] {
  if (target.type === 'article') return [];
  const own = evidence(reference, `field:${reference.field}`);
  if (target.type === 'event') return [mention(target.type, target.name.value, reference, own)];
  const { kind, name, within, aliases } = mentionOfRecord(target);
  return [
    {
      ...mention(kind, name, reference, own),
      ...(within === undefined ? {} : { within: { ...within, ...own } }),
      ...(aliases === undefined ? {} : { aliases }),
    },
  ];
}

function mention(kind: Mention['kind'], name: string, reference: PendingReference, own: Evidence): Mention {
  // People may be referred to by their e-mail addresses.
  const surface = scrub(reference.surface).removed.length > 0 ? name : reference.surface;
  return { kind, name, surface, ...own, ...(reference.url === undefined ? {} : { url: reference.url }) };
}

function taken(target: MappedRecord, field: string, reference: PendingReference): readonly (Mention | Attested)[] {
  const own = evidence(reference, `field:${reference.field}`, 'inferred');
  return take(target, field).map((value) =>
    isMention(value)
      ? { ...value, ...own, ...(value.within === undefined ? {} : { within: { ...value.within, ...own } }) }
      : { ...value, ...own },
  );
}

/** What two answers must have in common to be the same. */
const essence = (answer: readonly (Mention | Attested)[]): string =>
  JSON.stringify(
    answer.map((value) => (isMention(value) ? [value.kind, value.name, value.within?.name] : value.value)),
  );
