/** Bytes of IRIs that one query names: a store takes queries of 16 KB. */
const MOST = 12_000;

/** IRIs as lists that fit into `VALUES ?x { … }` of one query. */
export function* batchesOf(iris: Iterable<string>): Generator<readonly string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const iri of iris) {
    const more = Buffer.byteLength(iri) + 3;
    if (bytes + more > MOST && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(iri);
    bytes += more;
  }
  if (batch.length > 0) yield batch;
}
