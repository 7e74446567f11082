import type { Position } from '../layout.ts';
import type { Measures } from '../measures.ts';
import type { Network } from '../network.ts';
import { type Column, daysOf, edgeColumns, nodeColumns, occasionsOf } from './columns.ts';
import { xmlText } from './xml.ts';

/**
 * GEXF 1.3 (https://gexf.net/schema.html) with measures, positions, and for each node and edge the days on which it is
 * there: Gephi's timeline plays them. What has no date at all is there always.
 */
export function gexf(network: Network, measures: Measures, positions: readonly Position[]): string {
  const { nodes, edges, view } = network;
  const ofNodes = nodeColumns(network, measures);
  const ofEdges = edgeColumns(network);
  const dated = daysOf(network.occasions).length > 0;
  const spells = (indices: readonly number[]): string => {
    const days = daysOf(occasionsOf(network, indices));
    if (days.length === 0) return '';
    return `<spells>${days.map((day) => `<spell start="${day}" end="${day}"/>`).join('')}</spells>`;
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta><creator>maillage</creator><description>${xmlText(view)}</description></meta>`,
    `  <graph defaultedgetype="undirected" ${dated ? 'mode="dynamic" timeformat="date" timerepresentation="interval"' : 'mode="static"'}>`,
    ...declared('node', ofNodes),
    ...declared('edge', ofEdges),
    '    <nodes>',
    ...nodes.map(({ id, name, presences }, i) => {
      const { x, y } = positions[i] ?? { x: 0, y: 0 };
      const parts = `${values(ofNodes, i)}${spells(presences.map(({ occasion }) => occasion))}<viz:position x="${x}" y="${y}" z="0"/>`;
      return `      <node id="${xmlText(id)}" label="${xmlText(name)}">${parts}</node>`;
    }),
    '    </nodes>',
    '    <edges>',
    ...edges.map(({ source, target, weight, occasions }, i) => {
      const ends = `source="${xmlText(nodes[source]?.id ?? '')}" target="${xmlText(nodes[target]?.id ?? '')}"`;
      return `      <edge id="e${i}" ${ends} weight="${weight}">${values(ofEdges, i)}${spells(occasions)}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
  ];
  return `${lines.join('\n')}\n`;
}

// --- internal ---

const declared = (what: 'node' | 'edge', columns: readonly Column[]): string[] => [
  `    <attributes class="${what}" mode="static">`,
  ...columns.map(({ name, type }) => `      <attribute id="${name}" title="${name}" type="${type}"/>`),
  '    </attributes>',
];

const values = (columns: readonly Column[], index: number): string =>
  `<attvalues>${columns
    .map(({ name, of }) => ({ name, value: of(index) }))
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `<attvalue for="${name}" value="${xmlText(value)}"/>`)
    .join('')}</attvalues>`;
