import type { Row } from '../evaluate/rows.ts';
import { findQuery } from '../query/catalogue.ts';
import { runQuery } from '../query/run.ts';
import type { Store } from '../store/store.ts';
import { catalogue } from './context.ts';

/**
 * Rows of saved queries by name; empty cells are left out.
 * @throws Error where a result is cut at a cap: a figure made of some of the rows would be none
 */
export async function rowsOf(store: Store, names: readonly string[]): Promise<Map<string, Row[]>> {
  const queries = await catalogue();
  const rows = new Map<string, Row[]>();
  for (const name of names) {
    const result = await runQuery(store, findQuery(queries, name), new Map(), { format: 'json' });
    if (result.truncated !== undefined) throw new Error(`"${name}" gives too many rows: ${result.truncated.message}`);
    rows.set(name, (JSON.parse(result.body) as Results).results.bindings.map(texts));
  }
  return rows;
}

// --- internal ---

interface Results {
  readonly results: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] };
}

const texts = (binding: Results['results']['bindings'][number]): Row =>
  Object.fromEntries(
    Object.entries(binding)
      .map(([column, { value }]) => [column, value] as const)
      .filter(([, value]) => value !== ''),
  );
