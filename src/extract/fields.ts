import type { SourceConfig } from '../config/types.ts';
import type { ReadDocument } from '../read/reader.ts';
import type { FieldsContext } from './fields/context.ts';
import { compileRecords, type FieldsExtraction } from './fields/records.ts';

export type { FieldsContext, SplitOrganization, SplitRole } from './fields/context.ts';
export { eventOf } from './fields/event.ts';
export type { PendingReference } from './fields/pending.ts';
export { compileRecords, type FieldsExtraction } from './fields/records.ts';
export { resolveReferences } from './fields/references.ts';

/**
 * Maps the rows of a document to records, as the source's config says. References to other records stay pending until
 * `resolveReferences` sees all documents. Whatever is left out is told: as skipped records, dropped fields or findings.
 *
 * The specs of a source are compiled at its first document; keep to one context object for that to hold.
 */
export function recordsOf(document: ReadDocument, source: SourceConfig, context: FieldsContext): FieldsExtraction {
  const kept = compiled.get(source);
  if (kept?.context === context) return kept.map(document);
  const map = compileRecords({ ...context, source });
  compiled.set(source, { context, map });
  return map(document);
}

// --- internal ---

const compiled = new WeakMap<
  SourceConfig,
  { context: FieldsContext; map: (document: ReadDocument) => FieldsExtraction }
>();
