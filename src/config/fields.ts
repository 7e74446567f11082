import { suggestion } from './nearest.ts';
import type { Report } from './problems.ts';
import { canonicalField, FIELDS, type FieldType, partsOf, type RecordType, requiredField } from './record-types.ts';
import type { Yields } from './reference.ts';
import { pathFault } from './template.ts';
import type { FieldSpec, GroupSpec, ValueSpec, YamlPath } from './types.ts';
import { readValue } from './value.ts';

/**
 * Reads the `fields` of a record against the allow-list of its type. Reports unknown fields, parts and whatever is wrong
 * with their values; gives the fields that could be read, by canonical name.
 */
export function readFields(
  type: RecordType,
  raw: Readonly<Record<string, unknown>>,
  at: YamlPath,
  yields: Yields,
  report: Report,
): ReadonlyMap<string, FieldSpec> {
  const fields = new Map<string, FieldSpec>();
  for (const [written, value] of Object.entries(raw)) {
    const where = [...at, written];
    const [name, part] = dotted(written);
    const field = canonicalField(type, name);
    const known = field === undefined ? undefined : FIELDS[type].get(field);
    if (field === undefined || known === undefined) {
      report(where, `is not a field of a record of type ${type}${suggestion(name, [...FIELDS[type].keys()])}`);
      continue;
    }
    const before = fields.get(field);
    if (part !== undefined) {
      const spec = readPart(known, part, value, where, yields, report);
      if (spec === undefined) continue;
      if (before === undefined) fields.set(field, { at: where, parts: new Map([[part, spec]]) });
      else if ('parts' in before && before.forEach === undefined)
        (before.parts as Map<string, ValueSpec>).set(part, spec);
      else report(where, `is given twice: as ${field} and as ${field}.${part}`);
      continue;
    }
    if (before !== undefined) {
      report(where, `is given twice: ${field} is the same field`);
      continue;
    }
    const spec = isForEach(value)
      ? readForEach(known, value, where, yields, report)
      : readValue(
          value,
          where,
          {
            field: known,
            refs:
              known.takes !== 'place' &&
              known.takes !== 'affiliation' &&
              field !== requiredField(type) &&
              field !== 'alternateNames' &&
              field !== 'kind',
          },
          yields,
          report,
        );
    if (spec !== undefined) fields.set(field, spec);
  }
  const required = requiredField(type);
  if (!Object.keys(raw).some((written) => canonicalField(type, dotted(written)[0]) === required)) {
    report(at, `has no ${required}: a record of type ${type} needs one`);
  }
  return fields;
}

// --- internal ---

function readPart(field: FieldType, part: string, raw: unknown, at: YamlPath, yields: Yields, report: Report) {
  const parts = partsOf(field.takes);
  if (parts === undefined) {
    report(at, 'has no parts: leave out what follows the dot');
    return undefined;
  }
  if (!parts.has(part)) {
    report(at, `is not a part of this field${suggestion(part, [...parts.keys()])}`);
    return undefined;
  }
  const refs = field.takes === 'affiliation' && part === 'organization';
  return readValue(raw, at, { field, part, refs }, yields, report);
}

const isForEach = (value: unknown): value is { forEach: unknown; fields?: unknown } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'forEach');

function readForEach(
  field: FieldType,
  raw: { forEach: unknown; fields?: unknown },
  at: YamlPath,
  yields: Yields,
  report: Report,
): GroupSpec | undefined {
  if (partsOf(field.takes) === undefined) {
    report(
      [...at, 'forEach'],
      'fits only fields of parts; for plain values write the path through the list: tags.label',
    );
    return undefined;
  }
  const strange = Object.keys(raw).filter((key) => key !== 'forEach' && key !== 'fields');
  for (const key of strange) report([...at, key], `is not a known key${suggestion(key, ['forEach', 'fields'])}`);
  const fault = typeof raw.forEach === 'string' ? pathFault(raw.forEach) : 'must be the path of a list of objects';
  if (fault !== undefined) report([...at, 'forEach'], fault);
  if (typeof raw.fields !== 'object' || raw.fields === null || Array.isArray(raw.fields)) {
    report([...at, 'fields'], 'must be a map: what to take of each object');
    return undefined;
  }
  const parts = new Map<string, ValueSpec>();
  for (const [part, value] of Object.entries(raw.fields)) {
    const spec = readPart(field, part, value, [...at, 'fields', part], yields, report);
    if (spec !== undefined) parts.set(part, spec);
  }
  return { at, forEach: String(raw.forEach), parts };
}

function dotted(written: string): readonly [string, string | undefined] {
  const dot = written.indexOf('.');
  return dot < 0 ? [written, undefined] : [written.slice(0, dot), written.slice(dot + 1)];
}
