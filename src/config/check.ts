import { readFields } from './fields.ts';
import { type Report, valueAt } from './problems.ts';
import { canonicalField, RECORD_TYPES, type RecordType } from './record-types.ts';
import type { Yields } from './reference.ts';
import { conditions, isMap, listAt } from './shapes.ts';
import { pathFault } from './template.ts';
import type { FieldSpec, YamlPath } from './types.ts';
import { checkTemplate } from './value.ts';

/** The fields read of each record, by its place `sources.0.records.1`. */
export type FieldsOf = ReadonlyMap<string, ReadonlyMap<string, FieldSpec>>;

/**
 * What no schema of one value can see: ids given twice, sources that say nothing, fields that the type has not,
 * references to sources that are not there. Takes the YAML as it is, so that all errors come in one go.
 */
export function checkSources(value: unknown, report: Report): FieldsOf {
  const sources = listAt(value, ['sources']);
  const yields = yieldsOf(sources);
  const fields = new Map<string, ReadonlyMap<string, FieldSpec>>();
  const ids = new Map<unknown, number>();
  for (const [i, source] of sources.entries()) {
    const at: YamlPath = ['sources', i];
    const id = valueAt(source, ['id']);
    const other = ids.get(id);
    if (id !== undefined && other !== undefined)
      report([...at, 'id'], `is the id of sources[${other}] too: ids are unique`);
    ids.set(id, i);
    checkReader(source, at, report);
    for (const [j, record] of listAt(source, ['records']).entries()) {
      const where = [...at, 'records', j];
      checkRecord(record, where, report);
      const type = valueAt(record, ['type']);
      const mapped = valueAt(record, ['fields']);
      if (isType(type) && isMap(mapped))
        fields.set(where.join('.'), readFields(type, mapped, [...where, 'fields'], yields, report));
    }
  }
  return fields;
}

// --- internal ---

function checkReader(source: unknown, at: YamlPath, report: Report): void {
  const has = (key: string) => valueAt(source, [key]) !== undefined;
  const isProgramme = valueAt(source, ['reader']) === 'programme';
  if (isProgramme && !has('event')) report([...at, 'event'], 'is missing: give the event that it is the programme of');
  if (!isProgramme && has('event')) report([...at, 'event'], 'fits only sources whose reader is programme');
  if (!isProgramme && isMap(source) && !has('records')) {
    report([...at, 'records'], 'is missing: give the records that each row of this source yields');
  }
}

function checkRecord(record: unknown, at: YamlPath, report: Report): void {
  const key = valueAt(record, ['key']);
  if (typeof key === 'string') {
    if (key.includes('{{')) checkTemplate(key, [...at, 'key'], report);
    else checkPath(key, [...at, 'key'], report);
  }
  const forEach = valueAt(record, ['forEach']);
  if (typeof forEach === 'string') checkPath(forEach, [...at, 'forEach'], report);
  for (const name of ['when', 'unless']) {
    for (const { path } of conditions(valueAt(record, [name]))) checkPath(path, [...at, name], report);
  }
  if (valueAt(record, ['scheme']) !== undefined && valueAt(record, ['type']) !== 'concept') {
    report([...at, 'scheme'], 'fits only records of type concept');
  }
}

function checkPath(path: unknown, at: YamlPath, report: Report): void {
  const fault = typeof path === 'string' ? pathFault(path) : undefined;
  if (fault !== undefined) report(at, fault);
}

function yieldsOf(sources: readonly unknown[]): Yields {
  const yields = new Map<string, { type: RecordType; fields: Set<string> }[]>();
  for (const source of sources) {
    const id = valueAt(source, ['id']);
    const records = listAt(source, ['records']).flatMap((record) => {
      const type = valueAt(record, ['type']);
      const fields = valueAt(record, ['fields']);
      if (!isType(type)) return [];
      const names = isMap(fields)
        ? Object.keys(fields).map((name) => canonicalField(type, name.split('.')[0] ?? ''))
        : [];
      return [{ type, fields: new Set(names.filter((name) => name !== undefined)) }];
    });
    if (typeof id === 'string' && records.length > 0) yields.set(id, records);
  }
  return yields;
}

const isType = (value: unknown): value is RecordType => (RECORD_TYPES as readonly unknown[]).includes(value);
