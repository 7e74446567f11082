import { graphOf, step } from './graph.ts';
import type { Network } from './network.ts';
import { hashOf, seeded } from './random.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * Where each node stands (ForceAtlas2), in the order of the nodes. The same network gives the same picture: each node
 * starts at a point that its id gives, and the number of steps is fixed.
 */
export function layout(network: Network, progress: (done: number) => void = () => {}): Position[] {
  if (network.nodes.length === 0) return [];
  const graph = graphOf(network);
  network.nodes.forEach(({ id }, i) => {
    const chance = seeded(hashOf(id));
    graph.mergeNodeAttributes(String(i), { x: (chance() - 0.5) * SPREAD, y: (chance() - 0.5) * SPREAD });
  });
  const steps = network.nodes.length > 2_000 ? 120 : network.nodes.length > 500 ? 200 : 400;
  for (let done = 0; done < steps; done += CHUNK) {
    step(graph, CHUNK);
    progress((done + CHUNK) / steps);
  }
  return network.nodes.map((_, i) => {
    const { x, y } = graph.getNodeAttributes(String(i)) as Position;
    return { x: Math.round(x * 1000) / 1000, y: Math.round(y * 1000) / 1000 };
  });
}

// --- internal ---

const SPREAD = 1_000;
const CHUNK = 20;
