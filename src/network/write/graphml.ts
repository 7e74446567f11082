import type { Measures } from '../measures.ts';
import type { Network } from '../network.ts';
import { type Column, edgeColumns, nodeColumns } from './columns.ts';
import { xmlText } from './xml.ts';

/** GraphML (http://graphml.graphdrawing.org/specification.html), as Gephi, Cytoscape, igraph and networkx read it. */
export function graphml(network: Network, measures: Measures): string {
  const { nodes, edges } = network;
  const ofNodes: Column[] = [
    { name: 'label', type: 'string', of: (i) => nodes[i]?.name ?? '' },
    ...nodeColumns(network, measures),
  ];
  const ofEdges: Column[] = [
    { name: 'weight', type: 'double', of: (i) => edges[i]?.weight ?? 0 },
    ...edgeColumns(network),
  ];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...declared('node', ofNodes),
    ...declared('edge', ofEdges),
    `  <graph id="${network.view}" edgedefault="undirected">`,
    ...nodes.map(({ id }, i) => `    <node id="${xmlText(id)}">${values('node', ofNodes, i)}</node>`),
    ...edges.map(({ source, target }, i) => {
      const ends = `source="${xmlText(nodes[source]?.id ?? '')}" target="${xmlText(nodes[target]?.id ?? '')}"`;
      return `    <edge id="e${i}" ${ends}>${values('edge', ofEdges, i)}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
  ];
  return `${lines.join('\n')}\n`;
}

// --- internal ---

// Nodes and edges have columns of the same name: keys are told apart by what they are for.
const declared = (what: 'node' | 'edge', columns: readonly Column[]): string[] =>
  columns.map(
    ({ name, type }) =>
      `  <key id="${what}-${name}" for="${what}" attr.name="${name}" attr.type="${type === 'integer' ? 'int' : type}"/>`,
  );

const values = (what: 'node' | 'edge', columns: readonly Column[], index: number): string =>
  columns
    .map(({ name, of }) => ({ name, value: of(index) }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `<data key="${what}-${name}">${xmlText(value)}</data>`)
    .join('');
