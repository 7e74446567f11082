import { schema } from '../map/vocab.ts';
import { pathOf } from '../search/read-documents.ts';
import type { Store } from '../store/store.ts';
import type { ReconcileProperty } from './reconcile-schema.ts';

/** A value of a property: a thing of the dataset, by its id and name, or a text. */
export interface Value {
  readonly text: string;
  /** `organization/la-filature`. */
  readonly id?: string;
  readonly isDateTime?: boolean;
}

/** By id of the thing, then by id of the property; in order, and at most MOST_VALUES of each. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, readonly Value[]>>;

export const MOST_VALUES = 50;

/** Values of properties of things, by their ids. The ids must be those of documents of search. */
export async function readValues(
  store: Store,
  base: string,
  ids: readonly string[],
  properties: readonly ReconcileProperty[],
): Promise<Values> {
  const values = new Map<string, Map<string, Value[]>>();
  if (properties.length === 0) return values;
  for (let i = 0; i < ids.length; i += THINGS_A_QUERY) {
    const { body } = await store.query(queryOf(base, ids.slice(i, i + THINGS_A_QUERY), properties), { accept: 'json' });
    for (const { thing, property, value, name } of (JSON.parse(body) as Rows).results.bindings) {
      const id = thing.value.slice(`${base}id/`.length);
      const of = values.get(id) ?? new Map<string, Value[]>();
      values.set(id, of);
      const list = of.get(property.value) ?? [];
      of.set(property.value, list);
      const entity = value.type === 'uri' && pathOf(value.value, base) !== undefined;
      const found: Value = entity
        ? { text: name?.value ?? value.value, id: value.value.slice(`${base}id/`.length) }
        : { text: value.value, ...(value.datatype?.endsWith('#dateTime') ? { isDateTime: true } : {}) };
      // A thing with two names gives two rows.
      if (list.length < MOST_VALUES && !list.some((one) => (one.id ?? one.text) === (found.id ?? found.text)))
        list.push(found);
    }
  }
  return values;
}

// --- internal ---

/** Keeps the query below what a store takes. */
const THINGS_A_QUERY = 40;

interface Term {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly datatype?: string;
}
interface Rows {
  readonly results: {
    readonly bindings: readonly {
      readonly thing: Term;
      readonly property: Term;
      readonly value: Term;
      readonly name?: Term;
    }[];
  };
}

function queryOf(base: string, ids: readonly string[], properties: readonly ReconcileProperty[]): string {
  const things = ids.map((id) => `<${base}id/${id}>`).join(' ');
  const branches = properties.map(({ id, path }) => `{ ?thing ${path} ?value BIND("${id}" AS ?property) }`);
  return `SELECT DISTINCT ?thing ?property ?value ?name WHERE { VALUES ?thing { ${things} }
${branches.join(' UNION\n')}
OPTIONAL { ?value <${schema.name}> ?name } } ORDER BY ?thing ?property ?value ?name`;
}
