import { iriToken } from '../map/nquads.ts';
import { ONTOLOGY_GRAPH } from '../map/vocab.ts';
import { batchesOf } from '../query/batches.ts';
import { selectRows } from '../query/passages.ts';
import { LEDGER_GRAPH } from '../store/remote-ledger.ts';
import type { Store } from '../store/store.ts';

/** Some things of a graph, with all that is said of them, and the classes of what they refer to. */
export interface Slice {
  readonly things: ReadonlySet<string>;
  /** As N-Triples. */
  readonly triples: string;
}

/**
 * All things of a graph in slices, so that a graph of any size is looked through in the memory of one. The ontology, which
 * is not made by a build, is left out, and so is what a server knows of loads.
 */
export async function* slices(store: Store): AsyncGenerator<Slice> {
  let next: Promise<Slice> | undefined;
  for await (const things of batches(store)) {
    const current = next;
    // The store looks the next one up while this one is checked.
    next = sliceOf(store, things);
    next.catch(() => {});
    if (current !== undefined) yield await current;
  }
  if (next !== undefined) yield await next;
}

/** Questions about all of a graph may take their time. */
export const PATIENT = { timeoutMs: 600_000 } as const;

// --- internal ---

async function sliceOf(store: Store, things: readonly string[]): Promise<Slice> {
  const nodes = things.map(iriToken).join(' ');
  const said = `VALUES ?s { ${nodes} } GRAPH ?g { ?s ?p ?o } ${OF_BUILD}`;
  const { body } = await store.query(
    `CONSTRUCT { ?s ?p ?o . ?o a ?class } WHERE { ${said} OPTIONAL { ?o a ?class } }`,
    { ...PATIENT, accept: 'ntriples' },
  );
  return { things: new Set(things), triples: body };
}

/** What no build makes: the ontology, and what `maillage load` notes on a server. */
const OF_BUILD = `FILTER(?g NOT IN (<${ONTOLOGY_GRAPH}>, <${LEDGER_GRAPH}>))`;

/** Things that one query lists. */
const PAGE = 100_000;

/** Things in lists that fit into a query. Blank nodes, which no build makes, cannot be asked for by name. */
async function* batches(store: Store): AsyncGenerator<readonly string[]> {
  for (let offset = 0; ; offset += PAGE) {
    const rows = await selectRows(
      store,
      `SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s ?p ?o } ${OF_BUILD} FILTER(isIRI(?s)) } ORDER BY ?s LIMIT ${PAGE} OFFSET ${offset}`,
      PATIENT,
    );
    yield* batchesOf(rows.map(({ s = '' }) => s));
    if (rows.length < PAGE) return;
  }
}
