import type { RecordType } from '../../config/record-types.ts';
import type { ReferenceSpec } from '../../config/types.ts';
import type { Affiliation } from '../../domain/participation.ts';
import type { Scope } from './paths.ts';
import type { Place, Report } from './report.ts';
import { compileTemplate } from './template.ts';

/** A reference to a record that may be in a file not read yet. Plain data: an extraction with it can be kept. */
export interface PendingReference extends Place {
  /** Index of the record, among those of its document, whose field waits. */
  readonly record: number;
  /** Canonical name of the field. */
  readonly field: string;
  readonly source: string;
  readonly type: RecordType;
  /** Key or name of the record that is meant. */
  readonly key: string;
  /** The value as the row writes it. */
  readonly surface: string;
  /** Take this field of it. */
  readonly take?: string;
  /** An affiliation whose organisation this is: it stands by its role alone where nothing is found. */
  readonly affiliation?: Affiliation;
  /** The address that the mapping gives for what is named. */
  readonly url?: string;
}

export type Reference = Omit<PendingReference, 'record' | 'field'>;

/** Compiles references: the keys that a row points with. */
export function compileReferences(refs: readonly ReferenceSpec[], field: string) {
  const readings = refs.map((ref) => compileReference(ref, field));
  return (scope: Scope, report: Report): readonly Reference[] => readings.flatMap((read) => read(scope, report));
}

// --- internal ---

function compileReference(ref: ReferenceSpec, field: string) {
  const fill = compileTemplate(ref.key);
  return (scope: Scope, report: Report): readonly Reference[] => {
    try {
      return fill(scope).map(({ text, lines, surface }) => ({
        source: ref.source,
        type: ref.type,
        key: text,
        surface,
        lines,
        ...(ref.field === undefined ? {} : { take: ref.field }),
      }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      report.drop(error.message, field, { text: ref.key, lines: scope.row.linesOf(scope.base) });
      return [];
    }
  };
}
