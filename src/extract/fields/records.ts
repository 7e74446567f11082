import { requiredField } from '../../config/record-types.ts';
import type { Condition, RecordSpec } from '../../config/types.ts';
import type { Finding } from '../../domain/finding.ts';
import { RecordError } from '../../errors.ts';
import type { ReadDocument } from '../../read/reader.ts';
import { evidence } from './attested.ts';
import type { Compiling } from './context.ts';
import { compileDraft } from './draft.ts';
import { compilePath, isObject, type Scope, textsAt } from './paths.ts';
import type { PendingReference } from './pending.ts';
import { Report } from './report.ts';
import { type MappedRecord, shape } from './shape.ts';
import { compileTemplate } from './template.ts';

/** What a mapping makes of one document. Rows in = rows mapped + rows that no record is for + rows with an error. */
export interface FieldsExtraction {
  readonly sourceId: string;
  /** Name of the document, as in SourceFile. */
  readonly document: string;
  readonly records: readonly MappedRecord[];
  /** Of each record, the key that references know it by. */
  readonly keys: readonly (string | undefined)[];
  /** References to resolve when all documents are there. */
  readonly pending: readonly PendingReference[];
  readonly findings: readonly Finding[];
  /** Records that were left out, each with its reason. */
  readonly skipped: readonly RecordError[];
  /** Fields that were left out of records that stay, each with its reason. */
  readonly dropped: readonly RecordError[];
  /** Rows whose conditions (`when`, `unless`) let no record come of them. */
  readonly excluded: number;
}

/** Compiles the records of a source once; what comes out maps one document at a time. */
export function compileRecords(compiling: Compiling): (document: ReadDocument) => FieldsExtraction {
  const makers = compiling.source.records.map((spec) => compileRecord(spec, compiling));
  return (document) => {
    const out = {
      sourceId: compiling.source.id,
      document: document.file.name,
      records: [] as MappedRecord[],
      keys: [] as (string | undefined)[],
      pending: [] as PendingReference[],
      skipped: [] as RecordError[],
      excluded: 0,
    };
    const report = new Report(document.file, compiling.config.path);
    const name = baseName(document.file.name);
    // The file's name can only stand for one row.
    const key = document.rows.length === 1 ? name : undefined;
    let numbered = 0;
    for (const row of document.rows) {
      const scope: Scope = { row, object: row.values, base: [], name };
      let tried = 0;
      for (const make of makers) {
        for (const inner of make.scopes(scope)) {
          if (!make.holds(inner)) continue;
          tried++;
          try {
            const made = make.record(inner, report, `${out.sourceId}/${out.document}#${numbered + 1}`);
            if ('key' in made.record) numbered++;
            for (const { field, reference } of made.references) {
              out.pending.push({ ...reference, field, record: out.records.length });
            }
            out.records.push(made.record);
            out.keys.push(made.key ?? (make.isMany ? undefined : key));
          } catch (error) {
            if (!(error instanceof RecordError)) throw error;
            out.skipped.push(error);
          }
        }
      }
      if (tried === 0) out.excluded++;
    }
    return { ...out, findings: report.findings, dropped: report.dropped };
  };
}

// --- internal ---

function compileRecord(spec: RecordSpec, compiling: Compiling) {
  const draw = compileDraft(spec, compiling);
  const when = spec.when.map(compileCondition);
  const unless = spec.unless.map(compileCondition);
  const list = spec.forEach === undefined ? undefined : compilePath(spec.forEach);
  const key = spec.key === undefined ? undefined : compileTemplate(spec.key);
  const required = requiredField(spec.type);
  return {
    isMany: list !== undefined,
    scopes(scope: Scope): readonly Scope[] {
      if (list === undefined) return [scope];
      const scopes: Scope[] = [];
      list(scope, (object, base) => {
        if (isObject(object)) scopes.push({ ...scope, object, base });
      });
      return scopes;
    },
    holds: (scope: Scope) => when.every((is) => is(scope)) && !unless.some((is) => is(scope)),
    record(scope: Scope, report: Report, recordKey: string) {
      const draft = draw(scope, report);
      const name = draft.attested.get(required)?.[0];
      if (name === undefined) {
        const lines = scope.row.linesOf(scope.base);
        throw report.error(`a record of type ${spec.type} needs one; the record is left out`, required, { lines });
      }
      // A name from the config says nothing of where the record stands: its row does.
      const place = name.document === undefined ? name : { lines: scope.row.linesOf(scope.base) };
      return {
        record: shape(spec, draft, name, evidence({ lines: place.lines }, `record:${spec.type}`), recordKey),
        key: keyOf(key, scope),
        references: draft.references,
      };
    },
  };
}

/** Present is what is neither blank nor `false`. */
function compileCondition({ path, values }: Condition): (scope: Scope) => boolean {
  const get = compilePath(path);
  const wanted = values === undefined ? undefined : new Set(values);
  return (scope) => {
    if (wanted !== undefined) return textsAt(get, scope).some(({ text }) => wanted.has(text));
    let present = false;
    get(scope, (value) => {
      present ||= value !== false;
    });
    return present;
  };
}

function keyOf(fill: ReturnType<typeof compileTemplate> | undefined, scope: Scope): string | undefined {
  if (fill === undefined) return undefined;
  try {
    return fill(scope)[0]?.text;
  } catch {
    return undefined;
  }
}

function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
