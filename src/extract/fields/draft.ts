import type { FieldType, RecordType } from '../../config/record-types.ts';
import { FIELDS, isNamed, requiredField } from '../../config/record-types.ts';
import type { FieldSpec, RecordSpec } from '../../config/types.ts';
import type { Attested } from '../../domain/evidence.ts';
import type { Mention } from '../../domain/mention.ts';
import type { Affiliation } from '../../domain/participation.ts';
import type { Place } from '../../domain/place.ts';
import { compileAffiliations } from './affiliations.ts';
import { compileConversion } from './attested.ts';
import { type Compiling, configLines } from './context.ts';
import { compileLink, compileMentions } from './mentions.ts';
import type { Scope } from './paths.ts';
import { compileReferences, type Reference } from './pending.ts';
import { compilePlaces } from './places.ts';
import type { Report } from './report.ts';
import { compileReading } from './values.ts';

/** The fields of a record before it has its shape, by canonical name. */
export interface Draft {
  readonly attested: Map<string, readonly Attested[]>;
  readonly mentions: Map<string, readonly Mention[]>;
  readonly places: Place[];
  readonly affiliations: Affiliation[];
  readonly references: {
    readonly field: string;
    readonly reference: Reference & { affiliation?: Affiliation; url?: string };
  }[];
}

export type Draw = (scope: Scope, report: Report) => Draft;

/** Compiles the fields of a record spec. */
export function compileDraft(spec: RecordSpec, compiling: Compiling): Draw {
  const readers = [...spec.fields].map(([field, fieldSpec]) => {
    const type = FIELDS[spec.type].get(field);
    if (type === undefined) throw new RangeError(`${spec.type} has no field ${field}`);
    return compileField(spec.type, field, type, fieldSpec, compiling);
  });
  return (scope, report) => {
    const draft: Draft = { attested: new Map(), mentions: new Map(), places: [], affiliations: [], references: [] };
    for (const read of readers) read(scope, report, draft);
    return draft;
  };
}

// --- internal ---

type FieldReader = (scope: Scope, report: Report, draft: Draft) => void;

function compileField(
  record: RecordType,
  field: string,
  type: FieldType,
  spec: FieldSpec,
  compiling: Compiling,
): FieldReader {
  if (!('parts' in spec) && spec.refs.length > 0) {
    const read = compileReferences(spec.refs, field);
    const link = compileLink(type.takes === 'url' ? undefined : spec.link, field);
    return (scope, report, draft) => {
      const urls = link(scope, report);
      for (const [i, reference] of read(scope, report).entries()) {
        const url = urls.length === 1 ? urls[0] : urls[i];
        draft.references.push({ field, reference: url === undefined ? reference : { ...reference, url } });
      }
    };
  }
  if (type.takes === 'place') {
    const read = compilePlaces(spec, type, compiling);
    return (scope, report, draft) => {
      draft.places.push(...onlyOne(read(scope, report), type, field, report));
    };
  }
  if (type.takes === 'affiliation') {
    const read = compileAffiliations(spec, compiling);
    return (scope, report, draft) => {
      for (const { affiliation, reference } of read(scope, report)) {
        if (reference === undefined) draft.affiliations.push(...(affiliation === undefined ? [] : [affiliation]));
        else
          draft.references.push({
            field,
            reference: affiliation === undefined ? reference : { ...reference, affiliation },
          });
      }
    };
  }
  if (isNamed(type.takes)) {
    const read = compileMentions(spec, field, type, compiling);
    return (scope, report, draft) => {
      draft.mentions.set(field, onlyOne(read(scope, report), type, field, report));
    };
  }
  if ('parts' in spec) throw new RangeError(`${field} has no parts`);
  const read = compileReading(spec, field, type.many, configLines(compiling, spec.at));
  const isName = field === 'alternateNames' || field === requiredField(record);
  const convert = compileConversion(isName ? 'name' : type.takes, spec.as, field, compiling);
  return (scope, report, draft) => {
    const values = onlyOne(read(scope, report), type, field, report);
    const attested: Attested[] = [];
    for (const value of values) {
      const one = convert(value, report);
      if (one !== undefined) attested.push(one);
    }
    draft.attested.set(field, attested);
  };
}

/** The first value of a field that takes one; that there were more is reported. */
function onlyOne<T extends object>(values: readonly T[], type: FieldType, field: string, report: Report): readonly T[] {
  if (type.many || values.length <= 1) return values;
  const second = values[1] as T;
  const place = 'lines' in second ? second : Object.values(second)[0];
  const text = 'text' in second ? String(second.text) : '';
  report.finding({ code: 'several-values', field, value: text }, place);
  return values.slice(0, 1);
}
