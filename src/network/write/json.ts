import type { Position } from '../layout.ts';
import type { Measures } from '../measures.ts';
import type { Actor, Network } from '../network.ts';

/** A network as `network/{view}.json` has it: everything, with the measures and the place of each node. */
export interface NetworkFile extends Network {
  readonly modularity: number;
  readonly nodes: readonly PlacedActor[];
}

export interface PlacedActor extends Actor, Position {
  readonly degree: number;
  readonly weightedDegree: number;
  readonly betweenness: number;
  readonly community: number;
}

export function networkFile(network: Network, measures: Measures, positions: readonly Position[]): NetworkFile {
  const nodes = network.nodes.map(
    ({ id, name, kind, presences }, i): PlacedActor => ({
      id,
      name,
      kind,
      degree: measures.degree[i] ?? 0,
      weightedDegree: measures.weightedDegree[i] ?? 0,
      betweenness: measures.betweenness[i] ?? 0,
      community: measures.community[i] ?? 0,
      x: positions[i]?.x ?? 0,
      y: positions[i]?.y ?? 0,
      presences,
    }),
  );
  const { view, weighting, occasions, edges } = network;
  return { view, weighting, modularity: measures.modularity, occasions, nodes, edges };
}
