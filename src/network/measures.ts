import { adjacencyOf } from './adjacency.ts';
import { betweenness } from './betweenness.ts';
import { communitiesOf, graphOf } from './graph.ts';
import type { Network } from './network.ts';
import { seeded } from './random.ts';

export const MEASURES = ['degree', 'weightedDegree', 'betweenness', 'community'] as const;
export type Measure = (typeof MEASURES)[number];

/** The measures of each node, in the order of the nodes. */
export interface Measures {
  /** How many others it is tied to. */
  readonly degree: readonly number[];
  /** Sum of the weights of its ties. */
  readonly weightedDegree: readonly number[];
  /** 0 to 1, see `betweenness`. */
  readonly betweenness: readonly number[];
  /** Number of its community (Louvain); 0 is the largest. */
  readonly community: readonly number[];
  /** Of the communities: how much more tied within than by chance. */
  readonly modularity: number;
}

/** Measures of a network, the same each time. `progress` is told the share that is done, from 0 to 1. */
export function measure(network: Network, progress: (done: number) => void = () => {}): Measures {
  const { nodes, edges } = network;
  const degree = nodes.map(() => 0);
  const weightedDegree = nodes.map(() => 0);
  for (const { source, target, weight } of edges) {
    for (const end of [source, target]) {
      degree[end] = (degree[end] as number) + 1;
      weightedDegree[end] = (weightedDegree[end] as number) + weight;
    }
  }
  const found = communities(network);
  return {
    degree,
    weightedDegree: weightedDegree.map((sum) => rounded(sum)),
    betweenness: [...betweenness(adjacencyOf(network), progress)].map(rounded),
    community: bySize(nodes.map((_, i) => found.communities[String(i)] ?? i)),
    modularity: rounded(found.modularity),
  };
}

// --- internal ---

/** Louvain's method depends on chance: the best of this many runs is taken, each from a seed of its own. */
const RUNS = 8;

function communities(network: Network): ReturnType<typeof communitiesOf> {
  if (network.edges.length === 0) return { communities: {}, modularity: 0 };
  const graph = graphOf(network);
  const runs = Array.from({ length: RUNS }, (_, seed) => communitiesOf(graph, seeded(seed)));
  return runs.reduce((best, run) => (run.modularity > best.modularity ? run : best));
}

const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

/** Numbers communities by their size, and those of one size by their first node. */
function bySize(communities: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  // A Map keeps the order in which communities were met, and sort is stable.
  const order = [...sizes].sort((a, b) => b[1] - a[1]).map(([community]) => community);
  const rank = new Map(order.map((community, i) => [community, i]));
  return communities.map((community) => rank.get(community) as number);
}
