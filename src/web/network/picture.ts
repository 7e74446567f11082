import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Network } from '../../network/network.ts';
import { styleColor } from './colors.ts';

/** How each node looks: see `Picture.show`. */
export interface Look {
  readonly sizes: readonly number[];
  readonly colors: readonly string[];
  /** Nodes and edges to stand out; all where undefined. */
  readonly lit?: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> };
}

export interface Picture {
  readonly renderer: Sigma;
  /** Draws another network. `at` gives each node's place. */
  draw(network: Network, at: (id: string) => { x: number; y: number }): void;
  show(look: Look): void;
  /** Brings a node to the middle. */
  center(node: number): void;
}

export function createPicture(
  container: HTMLElement,
  on: { node(index: number): void; edge(index: number): void; nothing(): void },
): Picture {
  const graph = new UndirectedGraph();
  const ink = () => styleColor('ink');
  const soft = () => styleColor('strong-line');
  let look: Look = { sizes: [], colors: [] };
  const renderer = new Sigma(graph, container, {
    enableEdgeEvents: true,
    hideEdgesOnMove: true,
    hideLabelsOnMove: true,
    labelColor: { color: ink() },
    labelFont: 'system-ui, sans-serif',
    labelRenderedSizeThreshold: 7,
    allowInvalidContainer: true,
    zIndex: true,
    minEdgeThickness: 0.5,
    defaultDrawNodeHover: (context, data, settings) => {
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(data.label ?? '').width + 8;
      context.fillStyle = styleColor('card');
      context.fillRect(data.x + data.size + 1, data.y - 10, width, 20);
      context.fillStyle = ink();
      context.fillText(data.label ?? '', data.x + data.size + 4, data.y + 5);
    },
    nodeReducer: (key, data) => {
      const at = Number(key);
      const lit = look.lit?.nodes.has(at) ?? true;
      const color = lit ? (look.colors[at] ?? '#888') : soft();
      return {
        ...data,
        size: look.sizes[at] ?? 4,
        color,
        zIndex: lit ? 1 : 0,
        label: lit ? data.label : '',
        forceLabel: lit && look.lit !== undefined && look.lit.nodes.size < 40,
      };
    },
    edgeReducer: (key, data) => {
      if (look.lit === undefined) return { ...data, color: soft() };
      const lit = look.lit.edges.has(Number(key));
      return lit ? { ...data, color: ink(), size: data.size + 1, zIndex: 1 } : { ...data, hidden: true };
    },
  });
  renderer.on('clickNode', ({ node }) => on.node(Number(node)));
  renderer.on('clickEdge', ({ edge }) => on.edge(Number(edge)));
  renderer.on('clickStage', () => on.nothing());
  const repaint = () => renderer.setSetting('labelColor', { color: ink() });
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);
  return {
    renderer,
    draw(network, at) {
      graph.clear();
      network.nodes.forEach(({ id, name }, i) => {
        graph.addNode(String(i), { ...at(id), label: name });
      });
      network.edges.forEach(({ source, target, weight }, i) => {
        const size = Math.min(6, 0.4 + 0.6 * Math.sqrt(weight));
        graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { size });
      });
    },
    show(next) {
      look = next;
      renderer.refresh();
    },
    center(node) {
      const place = renderer.getNodeDisplayData(String(node));
      if (place === undefined) return;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      void renderer.getCamera().animate({ x: place.x, y: place.y, ratio: 0.5 }, { duration: still ? 0 : 300 });
    },
  };
}
