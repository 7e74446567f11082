import { PROJECT_KINDS } from '../domain/project.ts';
import { suggestion } from './nearest.ts';
import { check, type Report } from './problems.ts';
import { isNamed, readingsOf } from './record-types.ts';
import { readReferences, type Yields } from './reference.ts';
import { list } from './shapes.ts';
import { parseTemplate, pathFault } from './template.ts';
import type { ValueSpec, YamlPath } from './types.ts';
import { type RawValue, type ValuePlace, valueSchema } from './value-schema.ts';

/**
 * Reads one value spec: a path, a list of paths, or an object. Reports what is wrong with it under `at`;
 * gives undefined where it cannot be read at all.
 */
export function readValue(
  raw: unknown,
  at: YamlPath,
  place: ValuePlace,
  yields: Yields,
  report: Report,
): ValueSpec | undefined {
  const readings = readingsOf(place.field.takes, place.part);
  const plain = { at, const: [], refs: [], split: [], as: readings[0] ?? 'text' };
  if (typeof raw === 'string' || (Array.isArray(raw) && raw.length > 0))
    return { ...plain, from: readPaths(raw, at, report) };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report(at, 'must be a key of the source, a list of keys, or an object; a fixed value is {const: …}');
    return undefined;
  }
  const spec = check(valueSchema, raw, at, report);
  if (spec === undefined) return undefined;

  const origins = ORIGINS.filter((key) => spec[key] !== undefined);
  const isLinkOnName = spec.link !== undefined && isNamed(place.field.takes);
  const primary = origins.filter((key) => !(key === 'link' && isLinkOnName));
  if (primary.length !== 1) {
    const found = primary.length === 0 ? 'has none' : `has ${primary.join(' and ')}`;
    report(at, `must say where its value comes from by exactly one of ${ORIGINS.join(', ')}, forEach; it ${found}`);
  }
  if (spec.link !== undefined && !isLinkOnName && place.field.takes !== 'url') {
    report([...at, 'link'], 'fits only fields that take an address or a named thing');
  }
  if (spec.field !== undefined && spec.ref === undefined)
    report([...at, 'field'], 'needs a ref to take the field from');
  if (spec.split !== undefined && spec.from === undefined && spec.template === undefined) {
    report([...at, 'split'], 'needs a from or template to split');
  }
  if (spec.as !== undefined && !readings.includes(spec.as)) {
    report([...at, 'as'], `does not fit this field${suggestion(spec.as, readings)}`);
  }
  for (const key of ['template', 'link'] as const) checkTemplate(spec[key], [...at, key], report);
  if (place.field.takes === 'kind') checkKinds(spec, at, report);
  const refs = readReferences(spec, at, place, yields, report);
  return {
    ...plain,
    from: spec.from === undefined ? [] : readPaths(spec.from, [...at, 'from'], report),
    const: list(spec.const).map(String),
    split: list(spec.split),
    as: spec.as ?? plain.as,
    ...(spec.template === undefined ? {} : { template: spec.template }),
    ...(spec.link === undefined ? {} : { link: spec.link }),
    ...(spec.lookup === undefined ? {} : { lookup: new Map(Object.entries(spec.lookup).map(([k, v]) => [k, `${v}`])) }),
    ...(spec.default === undefined ? {} : { default: `${spec.default}` }),
    refs,
  };
}

/** Reports a template that cannot be taken apart. */
export function checkTemplate(template: string | undefined, at: YamlPath, report: Report): void {
  if (template === undefined) return;
  try {
    parseTemplate(template);
  } catch (error) {
    report(at, (error as RangeError).message);
  }
}

// --- internal ---

const ORIGINS = ['from', 'const', 'template', 'link', 'ref'] as const;

function readPaths(raw: unknown, at: YamlPath, report: Report): string[] {
  const paths: string[] = [];
  for (const [index, path] of list(raw).entries()) {
    const where = Array.isArray(raw) ? [...at, index] : at;
    const fault = typeof path === 'string' ? pathFault(path) : 'must be a key of the source';
    if (fault !== undefined) report(where, fault);
    else paths.push((path as string).trim());
  }
  return paths;
}

function checkKinds(spec: RawValue, at: YamlPath, report: Report): void {
  const given: [YamlPath, unknown][] = [
    ...list(spec.const).map((value): [YamlPath, unknown] => [[...at, 'const'], value]),
    ...Object.entries(spec.lookup ?? {}).map(([key, value]): [YamlPath, unknown] => [[...at, 'lookup', key], value]),
    [[...at, 'default'], spec.default],
  ];
  for (const [where, value] of given) {
    if (value !== undefined && !(PROJECT_KINDS as readonly unknown[]).includes(value)) {
      report(where, `is no kind of project${suggestion(String(value), PROJECT_KINDS)}`);
    }
  }
}
