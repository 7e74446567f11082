import { UsageError } from '../errors.ts';
import { findQuery, type SavedQuery } from '../query/catalogue.ts';
import { runQuery } from '../query/run.ts';
import type { Store } from '../store/store.ts';

/** A CSV table as Frictionless describes one (https://specs.frictionlessdata.io/table-schema/). */
export interface Table {
  readonly name: string;
  readonly primaryKey: readonly string[];
  readonly fields: readonly Field[];
}

interface Field {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'boolean';
  readonly format?: 'uri';
  readonly constraints?: Readonly<Record<string, unknown>>;
  /** Table whose `id` the field holds. */
  readonly of?: string;
}

const text = (name: string, constraints?: Field['constraints']): Field => ({
  name,
  type: 'string',
  ...(constraints === undefined ? {} : { constraints }),
});
const count = (name: string): Field => ({ name, type: 'integer' });
const id: Field = { name: 'id', type: 'string', format: 'uri', constraints: { required: true } };
const iri = (name: string, of?: string): Field => ({
  name,
  type: 'string',
  format: 'uri',
  ...(of === undefined ? {} : { of }),
});
const named = [id, text('name', { required: true }), text('otherNames')];

/** The tables that are published: a saved query of `tables/` each, with the same columns. */
export const TABLES: readonly Table[] = [
  { name: 'people', primaryKey: ['id'], fields: [...named, count('participations'), iri('homepage')] },
  {
    name: 'organizations',
    primaryKey: ['id'],
    fields: [...named, count('participations'), iri('homepage'), iri('parent', 'organizations')],
  },
  {
    name: 'sessions',
    primaryKey: ['id'],
    fields: [
      id,
      text('kind', { required: true, enum: ['event', 'session', 'agenda-item', 'article'] }),
      text('title', { required: true }),
      iri('partOf', 'sessions'),
      ...[text('start'), text('end'), text('format'), count('page')],
    ],
  },
  {
    name: 'affiliations',
    primaryKey: ['id'],
    fields: [
      id,
      { ...iri('person', 'people'), constraints: { required: true } },
      iri('organization', 'organizations'),
      text('role'),
      { name: 'past', type: 'boolean' },
    ],
  },
  {
    name: 'participations',
    primaryKey: ['id', 'affiliation'],
    fields: [
      id,
      { ...iri('session', 'sessions'), constraints: { required: true } },
      ...[iri('person', 'people'), iri('collective', 'organizations'), text('capacity', { required: true })],
      { name: 'tentative', type: 'boolean' },
      ...[iri('affiliation', 'affiliations'), text('source'), count('line')],
    ],
  },
  {
    name: 'projects',
    primaryKey: ['id'],
    fields: [...named, text('kind'), iri('steward', 'organizations'), count('stewards'), iri('homepage')],
  },
];

/**
 * The rows of a table as CSV, as SPARQL writes it (RFC 4180): nothing is changed in a cell that a spreadsheet would take for a formula.
 * @throws UsageError for a query that is missing or has other columns; Error where the store cuts its result
 */
export async function csv(table: Table, queries: readonly SavedQuery[], store: Store): Promise<string> {
  const saved = findQuery(queries, table.name);
  const columns = table.fields.map(({ name }) => name).join(', ');
  if (saved.columns.join(', ') !== columns)
    throw new UsageError(`the columns must be ${columns}`, { path: saved.path });
  const { body, truncated } = await runQuery(store, saved, new Map(), { format: 'csv' });
  if (truncated !== undefined) throw new Error(`the table "${table.name}" is not whole: ${truncated.message}`);
  return body;
}

/** All tables as CSV, by name. Throws as `csv` does. */
export async function tablesOf(queries: readonly SavedQuery[], store: Store): Promise<ReadonlyMap<string, string>> {
  const tables = new Map<string, string>();
  for (const table of TABLES) tables.set(table.name, await csv(table, queries, store));
  return tables;
}

/** Fields and keys as `schema` of a resource in `datapackage.json`. */
export function tableSchema({ fields, primaryKey }: Table): object {
  const foreign = fields.filter(({ of }) => of !== undefined);
  return {
    fields: fields.map(({ of: _, ...field }) => field),
    missingValues: [''],
    primaryKey,
    foreignKeys: foreign.map(({ name, of }) => ({ fields: [name], reference: { resource: of, fields: ['id'] } })),
  };
}
