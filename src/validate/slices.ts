import { iriToken } from '../map/nquads.ts';
import { ONTOLOGY_GRAPH } from '../map/vocab.ts';
import type { Store } from '../store/store.ts';

/** Some things of a graph, with all that is said of them, and the classes of what they refer to. */
export interface Slice {
  readonly things: ReadonlySet<string>;
  /** As N-Triples. */
  readonly triples: string;
}

/**
 * All things of a graph in slices, so that a graph of any size is looked through in the memory of one. The ontology, which
 * is not made by a build, is left out.
 */
export async function* slices(store: Store): AsyncGenerator<Slice> {
  for await (const things of batches(store)) {
    const nodes = things.map(iriToken).join(' ');
    const said = `VALUES ?s { ${nodes} } GRAPH ?g { ?s ?p ?o } ${NOT_ONTOLOGY}`;
    const { body } = await store.query(
      `CONSTRUCT { ?s ?p ?o . ?o a ?class } WHERE { ${said} OPTIONAL { ?o a ?class } }`,
      { accept: 'ntriples' },
    );
    yield { things: new Set(things), triples: body };
  }
}

// --- internal ---

const NOT_ONTOLOGY = `FILTER(?g != <${ONTOLOGY_GRAPH}>)`;

/** Things that one query lists. */
const PAGE = 100_000;

/** Bytes of IRIs in one query: a store takes queries of 16 KB. */
const BATCH = 12_000;

/** Things in lists that fit into a query. Blank nodes, which no build makes, cannot be asked for by name. */
async function* batches(store: Store): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (let offset = 0; ; offset += PAGE) {
    const page = await store.query(
      `SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s ?p ?o } ${NOT_ONTOLOGY} FILTER(isIRI(?s)) } ORDER BY ?s LIMIT ${PAGE} OFFSET ${offset}`,
      { accept: 'json' },
    );
    const { results } = JSON.parse(page.body) as { results: { bindings: { s: { value: string } }[] } };
    for (const { s } of results.bindings) {
      const more = Buffer.byteLength(s.value) + 3;
      if (bytes + more > BATCH) {
        yield batch;
        batch = [];
        bytes = 0;
      }
      batch.push(s.value);
      bytes += more;
    }
    if (results.bindings.length < PAGE) break;
  }
  if (batch.length > 0) yield batch;
}
