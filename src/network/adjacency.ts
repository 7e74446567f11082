import type { Network } from './network.ts';

/** Who is tied to whom, in compressed rows: the neighbours of node i are `targets` from `starts[i]` to `starts[i + 1]`. */
export interface Adjacency {
  readonly order: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Index of the edge of each target. */
  readonly edges: Int32Array;
}

export function adjacencyOf({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): Adjacency {
  const order = nodes.length;
  const starts = new Int32Array(order + 1);
  for (const { source, target } of edges) {
    starts[source + 1] = (starts[source + 1] as number) + 1;
    starts[target + 1] = (starts[target + 1] as number) + 1;
  }
  for (let i = 0; i < order; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const next = starts.slice(0, order);
  const targets = new Int32Array(edges.length * 2);
  const edgeOf = new Int32Array(edges.length * 2);
  edges.forEach(({ source, target }, edge) => {
    for (const [from, to] of [
      [source, target],
      [target, source],
    ] as const) {
      const at = next[from] as number;
      targets[at] = to;
      edgeOf[at] = edge;
      next[from] = at + 1;
    }
  });
  return { order, starts, targets, edges: edgeOf };
}
