import type { Measures } from '../../network/measures.ts';
import type { Network } from '../../network/network.ts';
import { edgesCsv, nodesCsv } from '../../network/write/csv.ts';
import { gexf } from '../../network/write/gexf.ts';
import { graphml } from '../../network/write/graphml.ts';
import { xmlText } from '../../network/write/xml.ts';
import { element } from '../page-data.ts';
import { styleColor } from './colors.ts';
import type { Look, Picture } from './picture.ts';

export interface Shown {
  readonly network: Network;
  readonly measures: Measures;
  readonly positions: readonly { readonly x: number; readonly y: number }[];
  readonly look: Look;
  readonly picture: Picture;
}

/** What can be saved of a network, by its label: each gives the file. */
export const SAVERS: readonly (readonly [label: string, ending: string, make: (shown: Shown) => Promise<Blob>])[] = [
  ['GEXF (Gephi)', 'gexf', async ({ network, measures, positions }) => text(gexf(network, measures, positions))],
  ['GraphML', 'graphml', async ({ network, measures }) => text(graphml(network, measures))],
  ['CSV — liens / edges', 'edges.csv', async ({ network }) => text(edgesCsv(network, { guarded: true }))],
  [
    'CSV — acteurs / nodes',
    'nodes.csv',
    async ({ network, measures }) => text(nodesCsv(network, measures, { guarded: true })),
  ],
  ['PNG', 'png', png],
  ['SVG', 'svg', async (shown) => text(svg(shown))],
];

export function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

// --- internal ---

const text = (content: string): Blob => new Blob([content], { type: 'text/plain;charset=utf-8' });

/** The picture as it stands: sigma draws in layers, which are laid on paper of the theme's colour. */
async function png({ picture: { renderer } }: Shown): Promise<Blob> {
  renderer.refresh();
  const layers = Object.entries(renderer.getCanvases()).filter(([name]) =>
    /^(?:edges|nodes|labels|edgeLabels)$/.test(name),
  );
  const { width = 1, height = 1 } = layers[0]?.[1] ?? {};
  const paper = element('canvas', { width: String(width), height: String(height) });
  const context = paper.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = styleColor('paper');
  context.fillRect(0, 0, width, height);
  // WebGL forgets what it drew when the frame is over.
  renderer.refresh({ schedule: false });
  for (const [, canvas] of layers) context.drawImage(canvas, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    paper.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob))),
  );
}

function svg({ network, positions, look }: Shown): string {
  const xs = positions.map(({ x }) => x);
  const ys = positions.map(({ y }) => y);
  const [left, top] = [xs.reduce((a, b) => Math.min(a, b), 0), ys.reduce((a, b) => Math.max(a, b), 0)];
  const span = Math.max(
    1,
    ...[xs, ys].map((all) => all.reduce((a, b) => Math.max(a, b), 0) - all.reduce((a, b) => Math.min(a, b), 0)),
  );
  const place = (i: number): [string, string] => [
    (40 + ((xs[i] ?? 0) - left) * (1_200 / span)).toFixed(1),
    (40 + (top - (ys[i] ?? 0)) * (1_200 / span)).toFixed(1),
  ];
  const lines = network.edges.map(({ source, target, weight }) => {
    const [[x1, y1], [x2, y2]] = [place(source), place(target)];
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${Math.min(6, weight)}"/>`;
  });
  const nodes = network.nodes.map(({ name }, i) => {
    const [x, y] = place(i);
    const size = look.sizes[i] ?? 4;
    const label = size < 7 ? '' : `<text x="${x}" y="${y}" dx="${size + 2}" dy="4">${xmlText(name)}</text>`;
    return `<circle cx="${x}" cy="${y}" r="${size}" fill="${look.colors[i] ?? '#888'}"><title>${xmlText(name)}</title></circle>${label}`;
  });
  return `<svg xmlns="${SVG}" viewBox="0 0 1400 1280" font-family="sans-serif" font-size="12"><g stroke="#bbb">${lines.join('')}</g>${nodes.join('\n')}</svg>\n`;
}

/** The name of SVG's vocabulary, as the parser gives it. */
const SVG = new DOMParser().parseFromString('<svg></svg>', 'text/html').querySelector('svg')?.namespaceURI ?? '';
