import type { SplitRole } from '../../../src/extract/fields.ts';
import { type FieldsExtraction, recordsOf, resolveReferences } from '../../../src/extract/fields.ts';
import type { ReadDocument, Row } from '../../../src/read/reader.ts';
import { configOf, indent } from '../../config/support.ts';

/** A row whose first key stands on line 2 of its file, the next on line 3 and so on. */
export function rowOf(values: Record<string, unknown>, first = 2): Row {
  const keys = Object.keys(values);
  return {
    values,
    linesOf([key]) {
      const at = keys.indexOf(String(key));
      return at < 0 ? { first: 1, last: first + keys.length } : { first: first + at, last: first + at };
    },
  };
}

export const documentOf = (name: string, ...rows: Record<string, unknown>[]): ReadDocument => ({
  file: { sourceId: 'pages', path: `pages/${name}`, name, text: '', sha256: '' },
  rows: rows.map((values) => rowOf(values)),
  blocks: [],
});

/** Stands in for the French grammar: `role chez organisation`. */
export function splitRole(text: string): SplitRole {
  const [role, organization] = text.split(' chez ');
  return {
    ...(role === undefined || role === '' ? {} : { role: role.replace(/^ex-/, '') }),
    ...(organization === undefined ? {} : { organization }),
    ...(text.startsWith('ex-') ? { past: true } : {}),
  };
}

/** The config of one source `pages`, whose records are given as YAML from line 6 on. */
export const oneSource = (records: string, head = ''): string =>
  `${head}sources:\n  - id: pages\n    files: pages/*.md\n    reader: front-matter\n    records:\n${indent(records, 6)}\n`;

/** Maps one document named a.md with one row or several, and resolves its references. */
export function map(records: string, ...rows: Record<string, unknown>[]) {
  return mapWith(oneSource(records), ...rows);
}

export function mapWith(yaml: string, ...rows: Record<string, unknown>[]): FieldsExtraction {
  const config = configOf(yaml);
  const source = config.sources[0];
  if (source === undefined) throw new Error('the config has no source');
  return recordsOf(documentOf('a.md', ...rows), source, { config, splitRole });
}

/** The only record that a row makes. */
export function one(records: string, row: Record<string, unknown>) {
  const { records: made, skipped, dropped } = map(records, row);
  if (made.length !== 1) throw new Error(`${made.length} records: ${[...skipped, ...dropped].join('; ')}`);
  return made[0] as unknown as Record<string, never>;
}

/** Maps documents of several sources, given by source id and name, and resolves their references. */
export function mapAll(yaml: string, documents: Readonly<Record<string, Record<string, unknown>>>) {
  const config = configOf(yaml);
  const context = { config, splitRole };
  const extractions = Object.entries(documents).map(([path, values]) => {
    const [id, name] = path.split('/') as [string, string];
    const source = config.sources.find((candidate) => candidate.id === id);
    if (source === undefined) throw new Error(`no source ${id}`);
    return recordsOf(documentOf(name, values), source, context);
  });
  const resolved = resolveReferences(extractions);
  return Object.fromEntries(Object.keys(documents).map((path, i) => [path, resolved[i]]));
}
