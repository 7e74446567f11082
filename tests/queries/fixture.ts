import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { namedNode, type Quad, Store } from 'oxigraph';
import { ONTOLOGY_GRAPH } from '../../src/map/vocab.ts';
import { readSavedQuery, type SavedQuery } from '../../src/query/catalogue.ts';
import { bindParameters } from '../../src/query/parameters.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const QUERIES = `${ROOT}queries`;

/** A question put to the fixture: what is given and what must come back, cell by cell, written by hand. */
export interface Case {
  /** Values of parameters, by name. */
  readonly given?: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  /** IRIs are shortened by `shorten`; an empty cell is `''`. */
  readonly rows: readonly (readonly string[])[];
}

/** The hand-written graph, with the schemes in the ontology's graph as a build has them. */
export function fixture(): Store {
  const store = new Store();
  store.load(readFileSync(`${ROOT}tests/queries/fixture.trig`, 'utf8'), { format: 'application/trig' });
  for (const name of ['maillage', 'schemes', 'alignments']) {
    const text = readFileSync(`${ROOT}ontology/${name}.ttl`, 'utf8');
    store.load(text, { format: 'text/turtle', to_graph_name: namedNode(ONTOLOGY_GRAPH) });
  }
  return store;
}

export const savedQuery = (name: string): SavedQuery => {
  const path = `${QUERIES}/${name}.rq`;
  return readSavedQuery(readFileSync(path, 'utf8'), path);
};

/** Rows as the engine gives them, in order, each cell a short text. */
export function ask(store: Store, name: string, given: Readonly<Record<string, string>> = {}): string[][] {
  const saved = savedQuery(name);
  const sparql = bindParameters(saved, new Map(Object.entries(given)));
  const solutions = store.query(sparql, { use_default_graph_as_union: true }) as Map<string, { value: string }>[];
  return solutions.map((row) => saved.columns.map((column) => shorten(row.get(column)?.value ?? '')));
}

/** `person/x` for an id, `#` and the rest for a passage, `mlg:x` and `schema:x` for terms. */
export const shorten = (value: string): string =>
  value
    .replace('https://maillage.example/id/', '')
    .replace('https://maillage.example/source/', 'source/')
    .replace('https://w3id.org/maillage/ontology#', 'mlg:')
    .replace('https://schema.org/', 'schema:')
    .replace('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:')
    .replace('http://www.w3.org/2004/02/skos/core#', 'skos:')
    .replace('http://www.w3.org/ns/org#', 'org:');

/** The statements of a store. */
export const quadsOf = (store: Store): Quad[] => store.match(null, null, null, null);
