import type { Adjacency } from './adjacency.ts';

/**
 * Betweenness of each node: the share of shortest paths between two others that lead over it, from 0 to 1 (Brandes 2001,
 * paths counted in ties, not in weights; normalised by (n - 1)(n - 2) / 2). Own code, since the library's says nothing
 * until it is done: `progress` is told the share that is.
 */
export function betweenness(
  { order, starts, targets }: Adjacency,
  progress: (done: number) => void = () => {},
): Float64Array {
  const result = new Float64Array(order);
  const distance = new Int32Array(order);
  const paths = new Float64Array(order);
  const dependency = new Float64Array(order);
  const queue = new Int32Array(order);
  for (let root = 0; root < order; root++) {
    distance.fill(-1);
    paths.fill(0);
    dependency.fill(0);
    distance[root] = 0;
    paths[root] = 1;
    queue[0] = root;
    let length = 1;
    for (let head = 0; head < length; head++) {
      const node = queue[head] as number;
      const further = (distance[node] as number) + 1;
      for (let i = starts[node] as number; i < (starts[node + 1] as number); i++) {
        const next = targets[i] as number;
        if (distance[next] === -1) {
          distance[next] = further;
          queue[length++] = next;
        }
        if (distance[next] === further) paths[next] = (paths[next] as number) + (paths[node] as number);
      }
    }
    for (let tail = length - 1; tail > 0; tail--) {
      const node = queue[tail] as number;
      const share = (1 + (dependency[node] as number)) / (paths[node] as number);
      const nearer = (distance[node] as number) - 1;
      for (let i = starts[node] as number; i < (starts[node + 1] as number); i++) {
        const before = targets[i] as number;
        if (distance[before] === nearer)
          dependency[before] = (dependency[before] as number) + (paths[before] as number) * share;
      }
      result[node] = (result[node] as number) + (dependency[node] as number);
    }
    if (root % STEP === 0) progress(root / order);
  }
  progress(1);
  const scale = order > 2 ? 1 / ((order - 1) * (order - 2)) : 0;
  return result.map((value) => value * scale);
}

// --- internal ---

const STEP = 64;
