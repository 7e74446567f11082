import { suggestion } from './nearest.ts';
import type { Report } from './problems.ts';
import { canonicalField, FIELDS, isNamed, type RecordType, type Takes } from './record-types.ts';
import { list } from './shapes.ts';
import { parseTemplate } from './template.ts';
import type { ReferenceSpec, YamlPath } from './types.ts';
import type { RawValue, ValuePlace } from './value-schema.ts';

/** What each source yields: the type of each of its records with the fields it maps, in the config's order. */
export type Yields = ReadonlyMap<
  string,
  readonly { readonly type: RecordType; readonly fields: ReadonlySet<string> }[]
>;

/** Reads `ref: source/{{key}}`, or a list of such, and its `field`; reports what they cannot point at. */
export function readReferences(
  spec: RawValue,
  at: YamlPath,
  place: ValuePlace,
  yields: Yields,
  report: Report,
): readonly ReferenceSpec[] {
  if (spec.ref !== undefined && !place.refs) {
    const message = 'a reference is the whole value of a field, or the organization of an affiliation';
    report([...at, 'ref'], `cannot stand here: ${message}`);
    return [];
  }
  return list(spec.ref).flatMap((ref, i) => {
    const where = Array.isArray(spec.ref) ? [...at, 'ref', i] : [...at, 'ref'];
    const pointer = readPointer(ref, where, yields, report);
    const target = pointer && targetOf(pointer, spec.field, at, where, place, yields, report);
    return pointer === undefined || target === undefined ? [] : [{ ...pointer, ...target }];
  });
}

// --- internal ---

/** `source/key` taken apart. */
function readPointer(ref: string, where: YamlPath, yields: Yields, report: Report) {
  const slash = ref.indexOf('/');
  const source = slash < 0 ? ref : ref.slice(0, slash);
  const key = slash < 0 ? '' : ref.slice(slash + 1).trim();
  if (!yields.has(source)) {
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
  return { source, key };
}

/** The type of record that the pointer points at there, and the field to take of it. */
function targetOf(
  { source }: { readonly source: string },
  wanted: string | undefined,
  at: YamlPath,
  where: YamlPath,
  place: ValuePlace,
  yields: Yields,
  report: Report,
): Pick<ReferenceSpec, 'type' | 'field'> | undefined {
  const records = yields.get(source) ?? [];
  const types = records.map(({ type }) => type).join(', ');
  const takes = place.part === 'organization' ? 'organization' : place.field.takes;
  if (wanted === undefined) {
    if (!isNamed(takes)) {
      report(where, 'needs a field: which field of the referenced record to take');
      return undefined;
    }
    const target = records.find(({ type }) => points(takes, type));
    if (target !== undefined) return { type: target.type };
    report(where, `finds no ${takes} there: ${source} yields ${types}. Name the field to take (field: …)`);
    return undefined;
  }
  for (const { type, fields } of records) {
    const field = canonicalField(type, wanted);
    if (field === undefined || !fields.has(field)) continue;
    if (gives(FIELDS[type].get(field)?.takes ?? 'text', takes)) return { type, field };
    report([...at, 'field'], `of ${source} is of another nature than what is filled here`);
    return undefined;
  }
  const known = records.flatMap(({ fields }) => [...fields]);
  report([...at, 'field'], `is no field that ${source} maps${suggestion(wanted, known)}`);
  return undefined;
}

const points = (takes: Takes, type: RecordType): boolean =>
  takes === type || (takes === 'anything' && type !== 'article');

/** A field can be filled from one of its own nature; text is made of names too. */
function gives(from: Takes, to: Takes): boolean {
  if (from === to || (to === 'anything' && isNamed(from))) return true;
  return to === 'text' && isNamed(from);
}
