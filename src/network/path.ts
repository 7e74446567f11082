import { adjacencyOf } from './adjacency.ts';
import type { Network } from './network.ts';

/** How two actors are connected: nodes from one to the other, and the edges between them. */
export interface Path {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

/**
 * Shortest paths between two nodes, at most `most` of them: the strongest first, that is, with the greatest sum of weights,
 * then by the order of the nodes. Empty where nothing connects them.
 */
export function shortestPaths(network: Network, from: number, to: number, most = 5): Path[] {
  const adjacency = adjacencyOf(network);
  const { starts, targets, edges } = adjacency;
  // Measured from the end, so that a walk from the start knows where it comes nearer.
  const distance = distancesFrom(adjacency, to);
  if (from === to || distance[from] === undefined || distance[from] === -1) return [];
  const found: Path[] = [];
  const walk = (nodes: number[], over: number[]): void => {
    if (found.length >= MOST_WALKED) return;
    const last = nodes.at(-1) as number;
    if (last === to) {
      found.push({ nodes: [...nodes], edges: [...over] });
      return;
    }
    for (let i = starts[last] as number; i < (starts[last + 1] as number); i++) {
      const next = targets[i] as number;
      if (distance[next] !== (distance[last] as number) - 1) continue;
      walk([...nodes, next], [...over, edges[i] as number]);
    }
  };
  walk([from], []);
  const strength = (path: Path) => path.edges.reduce((sum, edge) => sum + (network.edges[edge]?.weight ?? 0), 0);
  return found
    .map((path) => ({ path, strength: strength(path) }))
    .sort((a, b) => b.strength - a.strength)
    .slice(0, most)
    .map(({ path }) => path);
}

// --- internal ---

/** Between two nodes of a dense network there may be very many. */
const MOST_WALKED = 1_000;

function distancesFrom({ order, starts, targets }: ReturnType<typeof adjacencyOf>, root: number): Int32Array {
  const distance = new Int32Array(order).fill(-1);
  distance[root] = 0;
  const queue = [root];
  for (const node of queue) {
    for (let i = starts[node] as number; i < (starts[node + 1] as number); i++) {
      const next = targets[i] as number;
      if (distance[next] !== -1) continue;
      distance[next] = (distance[node] as number) + 1;
      queue.push(next);
    }
  }
  return distance;
}
