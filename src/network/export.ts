import { layout } from './layout.ts';
import { measure } from './measures.ts';
import type { Network } from './network.ts';
import { edgesCsv, nodesCsv } from './write/csv.ts';
import { gexf } from './write/gexf.ts';
import { graphml } from './write/graphml.ts';
import { networkFile } from './write/json.ts';

export const NETWORK_FORMATS = ['gexf', 'graphml', 'csv', 'json'] as const;
export type NetworkFormat = (typeof NETWORK_FORMATS)[number];

/** A network as a file; the same network gives the same bytes. `table` says which table CSV is: default `edges`. */
export function exportNetwork(network: Network, format: NetworkFormat, table: 'edges' | 'nodes' = 'edges'): string {
  if (format === 'csv') return table === 'edges' ? edgesCsv(network) : nodesCsv(network, measure(network));
  const measures = measure(network);
  if (format === 'graphml') return graphml(network, measures);
  if (format === 'gexf') return gexf(network, measures, layout(network));
  return `${JSON.stringify(networkFile(network, measures, layout(network)))}\n`;
}
