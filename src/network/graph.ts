import { UndirectedGraph } from 'graphology';
import * as louvainModule from 'graphology-communities-louvain';
import * as forceModule from 'graphology-layout-forceatlas2';
import type { Network } from './network.ts';

/** A network for the library: keys of nodes and edges are their indices. */
export function graphOf({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): UndirectedGraph {
  const graph = new UndirectedGraph();
  nodes.forEach((_, i) => {
    graph.addNode(String(i));
  });
  edges.forEach(({ source, target, weight }, i) => {
    graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { weight });
  });
  return graph;
}

/** Communities by Louvain's method: a number for each key of a node, and how well they part the graph. */
export function communitiesOf(
  graph: UndirectedGraph,
  rng: () => number,
): { communities: Readonly<Record<string, number>>; modularity: number } {
  return functionOf(louvainModule).detailed(graph, { getEdgeWeight: 'weight', rng });
}

/** Moves the nodes of a graph some steps on, by ForceAtlas2. */
export function step(graph: UndirectedGraph, iterations: number): void {
  const force = functionOf(forceModule);
  force.assign(graph, {
    iterations,
    settings: { ...force.inferSettings(graph), barnesHutOptimize: graph.order > 500 },
  });
}

// --- internal ---

/** The libraries are CommonJS: their function is the module's default, or the default of that, as who loads them sees it. */
function functionOf<T>(module: { readonly default: T | { readonly default: T } }): T {
  const found = module.default;
  return typeof found === 'object' && found !== null && 'default' in found ? found.default : (found as T);
}
