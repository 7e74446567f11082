import { suggestion } from './nearest.ts';
import type { Report } from './problems.ts';
import { canonicalField, FIELDS, isNamed, type RecordType, type Takes } from './record-types.ts';
import { parseTemplate } from './template.ts';
import type { ReferenceSpec, YamlPath } from './types.ts';
import type { RawValue, ValuePlace } from './value-schema.ts';

/** What each source yields: the type of each of its records with the fields it maps, in the config's order. */
export type Yields = ReadonlyMap<
  string,
  readonly { readonly type: RecordType; readonly fields: ReadonlySet<string> }[]
>;

/** Reads `ref: source/{{key}}` and its `field`, and reports what it cannot point at. */
export function readReference(
  spec: RawValue,
  at: YamlPath,
  place: ValuePlace,
  yields: Yields,
  report: Report,
): ReferenceSpec | undefined {
  if (spec.ref === undefined) return undefined;
  const where = [...at, 'ref'];
  if (!place.refs) {
    report(
      where,
      'cannot stand here: a reference is the whole value of a field, or the organization of an affiliation',
    );
    return undefined;
  }
  const slash = spec.ref.indexOf('/');
  const source = slash < 0 ? spec.ref : spec.ref.slice(0, slash);
  const key = slash < 0 ? '' : spec.ref.slice(slash + 1).trim();
  const records = yields.get(source);
  if (records === undefined) {
    report(where, `names no source with records${suggestion(source, [...yields.keys()])}`);
    return undefined;
  }
  if (key === '') {
    report(where, `must be a source, a slash and a key, such as ${source}/{{key}}`);
    return undefined;
  }
  try {
    parseTemplate(key);
  } catch (error) {
    report(where, (error as RangeError).message);
    return undefined;
  }
  const types = records.map(({ type }) => type).join(', ');
  const takes = place.part === 'organization' ? 'organization' : place.field.takes;
  if (spec.field === undefined) {
    if (!isNamed(takes)) {
      report(where, 'needs a field: which field of the referenced record to take');
      return undefined;
    }
    const target = records.find(({ type }) => points(takes, type));
    if (target !== undefined) return { source, type: target.type, key };
    report(where, `finds no ${takes} there: ${source} yields ${types}. Name the field to take (field: …)`);
    return undefined;
  }
  for (const { type, fields } of records) {
    const field = canonicalField(type, spec.field);
    if (field === undefined || !fields.has(field)) continue;
    if (gives(FIELDS[type].get(field)?.takes ?? 'text', takes)) return { source, type, key, field };
    report([...at, 'field'], `of ${source} is of another nature than what is filled here`);
    return undefined;
  }
  const known = records.flatMap(({ fields }) => [...fields]);
  report([...at, 'field'], `is no field that ${source} maps${suggestion(spec.field, known)}`);
  return undefined;
}

// --- internal ---

const points = (takes: Takes, type: RecordType): boolean =>
  takes === type || (takes === 'anything' && type !== 'article');

/** A field can be filled from one of its own nature; text is made of names too. */
function gives(from: Takes, to: Takes): boolean {
  if (from === to || (to === 'anything' && isNamed(from))) return true;
  return to === 'text' && isNamed(from);
}
