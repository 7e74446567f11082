import type { FieldType } from '../../config/record-types.ts';
import type { FieldSpec, GroupSpec, ValueSpec } from '../../config/types.ts';
import { type Compiling, configLines } from './context.ts';
import { compilePath, isObject, type Scope } from './paths.ts';
import type { Report, Value } from './report.ts';
import { compileReading, type Reading } from './values.ts';

/** The values of one thing's parts, e.g. of a place: `{name: […], locality: […]}`. */
export type Parts<T = Value> = Readonly<Record<string, T | undefined>>;

/**
 * Compiles a field of parts. Dotted fields (`location.name`, `location.locality`) go side by side: the first of each makes
 * the first thing; a part with one value is shared by all. With `forEach`, each object of the list makes its own.
 * `whole` is the part that a spec without parts stands for.
 */
export function compileParts(
  spec: FieldSpec,
  whole: string,
  field: string,
  type: FieldType,
  compiling: Compiling,
): (scope: Scope, report: Report) => readonly Parts[] {
  const group: GroupSpec = 'parts' in spec ? spec : { at: spec.at, parts: new Map([[whole, spec]]) };
  const readings = [...group.parts].map(([part, value]): readonly [string, Reading] => [
    part,
    compileReading(value, nameOf(field, part, spec, whole), type.many, configLines(compiling, value.at)),
  ]);
  const read = (scope: Scope, report: Report) =>
    sideBySide(
      readings.map(([part, reading]) => [part, reading(scope, report)]),
      field,
      report,
    );
  return group.forEach === undefined ? read : eachObject(group.forEach, read);
}

/** Puts lists of parts side by side. Lists of other lengths than the longest do not fit, and are reported. */
export function sideBySide<T extends Value>(
  lists: readonly (readonly [string, readonly T[]])[],
  field: string,
  report: Report,
): Parts<T>[] {
  let count = 0;
  for (const [, values] of lists) if (values.length > count) count = values.length;
  const things: Record<string, T>[] = [];
  for (let i = 0; i < count; i++) things.push({});
  for (const [part, values] of lists) {
    if (values.length > 1 && values.length !== count) {
      uneven(`${field}.${part}`, values, count, report);
      continue;
    }
    for (let i = 0; i < count; i++) {
      const value = values.length === 1 ? values[0] : values[i];
      const thing = things[i];
      if (value !== undefined && thing !== undefined) thing[part] = value;
    }
  }
  return things;
}

/** Runs a reading for each object of the list at a path. */
export function eachObject<T>(path: string, read: (scope: Scope, report: Report) => readonly T[]) {
  const get = compilePath(path);
  return (scope: Scope, report: Report): readonly T[] => {
    const all: T[] = [];
    get(scope, (object, base) => {
      if (isObject(object)) all.push(...read({ ...scope, object, base }, report));
    });
    return all;
  };
}

/** The spec of a part, where the field has one. */
export const partOf = (spec: FieldSpec, part: string): ValueSpec | undefined =>
  'parts' in spec ? spec.parts.get(part) : undefined;

// --- internal ---

function uneven(field: string, values: readonly Value[], beside: number, report: Report): void {
  const [first] = values;
  if (first === undefined) return;
  report.finding({ code: 'uneven-parts', field, values: values.length, beside, value: first.text }, first);
}

const nameOf = (field: string, part: string, spec: FieldSpec, whole: string): string =>
  'parts' in spec || part !== whole ? `${field}.${part}` : field;
