// Against networkx: the values and the script that made them stand beside this file.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measure } from '../../src/network/measures.ts';
import { shortestPaths } from '../../src/network/path.ts';
import { plainNetwork } from './support.ts';

interface Recorded {
  readonly name: string;
  readonly nodes: number;
  readonly edges: readonly (readonly [number, number, number])[];
  readonly degree: readonly number[];
  readonly weightedDegree: readonly number[];
  readonly betweenness: readonly number[];
  /** Of the best of fifty runs of Louvain. */
  readonly modularity: number;
  readonly distancesFromFirst: readonly number[];
}

const { graphs } = JSON.parse(readFileSync(new URL('networkx.json', import.meta.url), 'utf8')) as {
  graphs: Recorded[];
};

describe.each(graphs)('$name', ({ nodes, edges, modularity, distancesFromFirst, ...recorded }) => {
  const network = plainNetwork(nodes, edges);
  const measures = measure(network);

  it.each(['degree', 'weightedDegree', 'betweenness'] as const)('has the %s that networkx finds', (name) => {
    expect(measures[name]).toHaveLength(nodes);
    recorded[name].forEach((value, i) => {
      expect(measures[name][i], `node ${i}`).toBeCloseTo(value, 8);
    });
  });

  it('falls into communities about as good as the best that networkx finds', () => {
    expect(measures.modularity).toBeGreaterThan(modularity * 0.97);
    expect(measures.modularity).toBeCloseTo(modularityOf(edges, measures.community), 6);
  });

  it('has ways as short as networkx finds', () => {
    distancesFromFirst.forEach((distance, to) => {
      const [path] = shortestPaths(network, 0, to);
      expect(path?.edges.length ?? (to === 0 ? 0 : -1), `to ${to}`).toBe(distance);
    });
  });

  it('is measured the same each time', () => {
    expect(measure(plainNetwork(nodes, edges))).toEqual(measures);
  });
});

// --- internal ---

/** By the definition (Newman 2004): ties within, less those that chance would give. */
function modularityOf(edges: Recorded['edges'], community: readonly number[]): number {
  const total = edges.reduce((sum, [, , weight]) => sum + weight, 0);
  const within = new Map<number, number>();
  const ends = new Map<number, number>();
  const add = (map: Map<number, number>, key: number, value: number) => map.set(key, (map.get(key) ?? 0) + value);
  for (const [a, b, weight] of edges) {
    const [of, to] = [community[a] as number, community[b] as number];
    if (of === to) add(within, of, weight);
    add(ends, of, weight);
    add(ends, to, weight);
  }
  return [...ends].reduce((sum, [key, of]) => sum + (within.get(key) ?? 0) / total - (of / (2 * total)) ** 2, 0);
}
