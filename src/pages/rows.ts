import type { Store } from '../store/store.ts';

/** A term of a result. */
export interface Term {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

export type Row = Readonly<Record<string, Term | undefined>>;

/** The rows of a SELECT, as terms. */
export async function selectRows(store: Store, sparql: string): Promise<readonly Row[]> {
  const { body } = await store.query(sparql, { accept: 'json' });
  return (JSON.parse(body) as { results: { bindings: Row[] } }).results.bindings;
}
