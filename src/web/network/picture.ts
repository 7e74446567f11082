import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { Network } from '../../network/network.ts';
import { styleColor } from './colors.ts';
import { slideWhileMoving } from './slide.ts';

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
  /** Brings nodes into sight, around the middle. */
  frame(nodes: readonly number[]): void;
}

export function createPicture(
  container: HTMLElement,
  on: { node(index: number): void; edge(index: number): void; nothing(): void },
): Picture {
  const graph = new UndirectedGraph();
  // Asked once a theme, not once a tie: a style that is asked for is worked out on the spot.
  const inks = () => ({
    ink: styleColor('ink'),
    faint: styleColor('line'),
    tie: styleColor('tie'),
    card: styleColor('card'),
    paper: styleColor('paper'),
  });
  let { ink, faint, tie, card, paper } = inks();
  let look: Look = { sizes: [], colors: [] };
  let large = false;
  const renderer = new Sigma(graph, container, {
    edgeProgramClasses: { line: EdgeLineProgram, rectangle: EdgeRectangleProgram },
    hideEdgesOnMove: true,
    hideLabelsOnMove: true,
    labelColor: { color: ink },
    labelFont: 'system-ui, sans-serif',
    labelRenderedSizeThreshold: 7,
    allowInvalidContainer: true,
    zIndex: true,
    // A picture that slides does not turn.
    enableCameraRotation: false,
    minEdgeThickness: 1.6,
    labelGridCellSize: 140,
    defaultDrawNodeLabel: (context, data, settings) => {
      if (!data.label) return;
      const [x, y] = [data.x + data.size + 3, data.y + settings.labelSize / 3];
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
      // Other nodes and ties may lie below a name.
      context.lineJoin = 'round';
      context.lineWidth = 3;
      context.strokeStyle = paper;
      context.strokeText(data.label, x, y);
      context.fillStyle = ink;
      context.fillText(data.label, x, y);
    },
    defaultDrawNodeHover: (context, data, settings) => {
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(data.label ?? '').width + 8;
      context.fillStyle = card;
      context.fillRect(data.x + data.size + 1, data.y - 10, width, 20);
      context.fillStyle = ink;
      context.fillText(data.label ?? '', data.x + data.size + 4, data.y + 5);
    },
    nodeReducer: (key, data) => {
      const at = Number(key);
      const lit = look.lit?.nodes.has(at) ?? true;
      const color = lit ? (look.colors[at] ?? '#888') : faint;
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
      if (look.lit === undefined) return { ...data, color: large ? faint : tie };
      const lit = look.lit.edges.has(Number(key));
      return lit ? { ...data, color: ink, size: data.size + 1, type: 'rectangle' } : { ...data, hidden: true };
    },
  });
  slideWhileMoving(renderer, () => large);
  renderer.on('clickNode', ({ node }) => on.node(Number(node)));
  renderer.on('clickStage', ({ event }) => {
    const edge = edgeAt(event);
    if (edge === undefined) on.nothing();
    else on.edge(edge);
  });
  const repaint = () => {
    ({ ink, faint, tie, card, paper } = inks());
    renderer.setSetting('labelColor', { color: ink });
  };
  new MutationObserver(repaint).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint);

  /** The tie next to a point of the stage, within a few pixels: sigma's own way draws all of them twice, each frame. */
  function edgeAt(point: Point): number | undefined {
    let nearest: number | undefined;
    let least = NEAR;
    const at = (key: string) => renderer.framedGraphToViewport(renderer.getNodeDisplayData(key) ?? { x: 0, y: 0 });
    const places = new Map(graph.mapNodes((key) => [key, at(key)]));
    graph.forEachEdge((key, { size }, source, target) => {
      if (look.lit?.edges.has(Number(key)) === false) return;
      const distance = distanceTo(point, places.get(source) as Point, places.get(target) as Point) - size / 2;
      if (distance >= least) return;
      least = distance;
      nearest = Number(key);
    });
    return nearest;
  }

  return {
    renderer,
    draw(network, at) {
      graph.clear();
      network.nodes.forEach(({ id, name }, i) => {
        graph.addNode(String(i), { ...at(id), label: name });
      });
      large = network.nodes.length > MANY_NODES || network.edges.length > MANY_EDGES;
      // A large one is not drawn while it moves: nothing needs hiding then.
      renderer.setSettings({
        hideEdgesOnMove: !large,
        hideLabelsOnMove: !large,
        // Its nodes are smaller: the largest have names all the same.
        labelRenderedSizeThreshold: large ? 2.2 : 7,
      });
      const type = large ? 'line' : 'rectangle';
      network.edges.forEach(({ source, target, weight }, i) => {
        const size = Math.min(6, 0.8 + 0.8 * Math.sqrt(weight));
        graph.addUndirectedEdgeWithKey(String(i), String(source), String(target), { size, type });
      });
    },
    show(next) {
      look = next;
      renderer.refresh();
    },
    frame(nodes) {
      const places = nodes.flatMap((node) => renderer.getNodeDisplayData(String(node)) ?? []);
      if (places.length === 0) return;
      const [x, y] = [spanOf(places.map((place) => place.x)), spanOf(places.map((place) => place.y))];
      // The whole network is as wide as 1; names take room beside their nodes.
      const ratio = Math.max(0.5, 1.5 * Math.max(x.width, y.width));
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      void renderer.getCamera().animate({ x: x.middle, y: y.middle, ratio }, { duration: still ? 0 : 300 });
    },
  };
}

// --- internal ---

/**
 * Beyond one of these, a picture slides while it moves, and its ties are drawn as thin lines, whatever their weight: wide ones
 * take three times as long.
 */
const MANY_NODES = 1_000;
const MANY_EDGES = 10_000;

/** Pixels. */
const NEAR = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

function spanOf(values: readonly number[]): { readonly middle: number; readonly width: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { middle: (least + most) / 2, width: most - least };
}

/** From a point to a line between two others. */
function distanceTo({ x, y }: Point, a: Point, b: Point): number {
  const [width, height] = [b.x - a.x, b.y - a.y];
  const length = width * width + height * height;
  const share = length === 0 ? 0 : ((x - a.x) * width + (y - a.y) * height) / length;
  const nearest = Math.max(0, Math.min(1, share));
  return Math.hypot(x - a.x - nearest * width, y - a.y - nearest * height);
}
