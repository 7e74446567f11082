import { isIri } from '../map/nquads.ts';
import { NAMESPACES } from '../map/vocab.ts';
import type { QueryOptions, Store } from '../store/store.ts';
import { batchesOf } from './batches.ts';

/** Where a statement was read. */
export interface Reading {
  /** The document's path as configured. */
  readonly path: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The words of those lines. */
  readonly quote: string;
  /** Rules that read the passage, with their grades: `people-block (stated)`. */
  readonly rules: readonly string[];
}

/**
 * What the graphs that are passages are of, by IRI; others are not there. They are looked up by name: a
 * query that joins them to statements makes a store look through all passages that there are.
 */
export async function readPassages(store: Store, graphs: Iterable<string>): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  const wanted = [...new Set(graphs)].filter((iri) => iri.includes('#') && isIri(iri)).sort();
  for (const batch of batchesOf(wanted)) {
    const nodes = batch.map((iri) => `<${iri}>`).join(' ');
    const rules = new Map<string, Set<string>>();
    for (const { g = '', rule, grade } of await selectRows(
      store,
      RULES.replace('?_nodes', () => nodes),
    ))
      rules.set(g, (rules.get(g) ?? new Set()).add(`${rule} (${grade})`));
    for (const row of await selectRows(
      store,
      PASSAGES.replace('?_nodes', () => nodes),
    )) {
      const { g = '', path = '', first = '0', last = '0', quote = '' } = row;
      const own = [...(rules.get(g) ?? [])].sort();
      found.set(g, { path, firstLine: Number(first), lastLine: Number(last), quote, rules: own });
    }
  }
  return found;
}

/** Rows of a SELECT, with the values of their columns. */
export async function selectRows(
  store: Store,
  sparql: string,
  options: Pick<QueryOptions, 'timeoutMs'> = {},
): Promise<Record<string, string | undefined>[]> {
  const { body } = await store.query(sparql, { ...options, accept: 'json' });
  const { results } = JSON.parse(body) as { results: { bindings: Record<string, { value: string }>[] } };
  return results.bindings.map((binding) =>
    Object.fromEntries(Object.entries(binding).map(([name, { value }]) => [name, value])),
  );
}

// --- internal ---

const PREFIXES = `PREFIX mlg: <${NAMESPACES.mlg}> PREFIX prov: <${NAMESPACES.prov}> PREFIX oa: <${NAMESPACES.oa}>`;

const PASSAGES = `${PREFIXES} SELECT ?g ?path ?first ?last ?quote WHERE {
  VALUES ?g { ?_nodes }
  ?g prov:wasDerivedFrom ?document ; mlg:firstLine ?first ; mlg:lastLine ?last ; oa:exact ?quote . ?document mlg:path ?path
}`;

const RULES = `${PREFIXES} SELECT ?g ?rule ?grade WHERE {
  VALUES ?g { ?_nodes }
  GRAPH ?g { ?g mlg:rule ?rule ; mlg:grade ?grade }
}`;
