import type { Finding } from '../../domain/finding.ts';
import type { Extraction } from '../extraction.ts';
import type { PendingReference } from './pending.ts';
import type { FieldsExtraction } from './records.ts';
import { ReferenceIndex } from './reference-index.ts';
import { findingOf, type Outcome, resolve } from './resolve.ts';
import type { MappedRecord } from './shape.ts';
import { fill } from './slots.ts';

/**
 * Fills the references of all documents of all sources, once each has been extracted alone. Gives an extraction for each,
 * in their order. A reference that points nowhere, or at several things, fills nothing and is a finding.
 */
export function resolveReferences(all: readonly FieldsExtraction[]): readonly Extraction[] {
  const records: MappedRecord[][] = all.map((extraction) => [...extraction.records]);
  const findings: Finding[][] = all.map((extraction) => [...extraction.findings]);
  const index = new ReferenceIndex(all, records);
  let waiting: Waiting[] = all.flatMap(({ pending }, document) =>
    pending.map((reference) => ({ document, reference })),
  );
  const settle = ({ document, reference }: Waiting, outcome: Outcome) => {
    const list = records[document] as MappedRecord[];
    const record = list[reference.record] as MappedRecord;
    const finding = findingOf(reference, outcome, record);
    if (finding !== undefined) findings[document]?.push(finding);
    list[reference.record] = fill(record, reference, outcome.found);
  };
  // A field taken from a record may itself be a reference: those that wait for nobody go first, round by round.
  while (waiting.length > 0) {
    const unfilled = new Set(
      waiting.map(({ document, reference }) => slotName(document, reference.record, reference.field)),
    );
    const isReady = ({ reference }: Waiting) =>
      reference.take === undefined ||
      index
        .find(reference)
        .every(({ document, record }) => !unfilled.has(slotName(document, record, reference.take as string)));
    const ready = waiting.filter(isReady);
    // Nothing ready: they wait for each other in a circle, and get what there is.
    const now = ready.length > 0 ? ready : waiting;
    const outcomes = now.map(({ reference }) => resolve(reference, index));
    for (const [i, one] of now.entries()) settle(one, outcomes[i] as Outcome);
    if (ready.length === 0) break;
    const done = new Set(ready);
    waiting = waiting.filter((one) => !done.has(one));
  }
  return all.map((_, i) => ({ records: records[i] as MappedRecord[], findings: findings[i] as Finding[] }));
}

// --- internal ---

interface Waiting {
  readonly document: number;
  readonly reference: PendingReference;
}

const slotName = (document: number, record: number, field: string): string => `${document} ${record} ${field}`;
