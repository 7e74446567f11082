import { UsageError } from '../errors.ts';
import type { Actor, ActorKind, Network, Occasion, OccasionType, Presences, Tie, View, Weighting } from './network.ts';

/**
 * The network of a view: actors with at least one tie, and their ties. Nodes and edges keep the order of the actors.
 * @throws UsageError where it would have more than `MOST_PAIRS` pairs: nobody could look at that
 */
export function project(
  { occasions, actors }: Presences,
  view: View,
  weighting: Weighting = 'shared',
  keep: (occasion: Occasion) => boolean = () => true,
): Network {
  const { kinds, types, through } = RULES[view];
  const present = occasions.map((): Map<number, Set<string>> => new Map());
  actors.forEach(({ kind, presences }, at) => {
    if (!kinds.includes(kind)) return;
    for (const { occasion, via } of presences) {
      const { type } = occasions[occasion] as Occasion;
      if (!types.includes(type) || !keep(occasions[occasion] as Occasion)) continue;
      const here = present[occasion] as Map<number, Set<string>>;
      here.set(at, (here.get(at) ?? new Set()).add(via ?? ''));
    }
  });
  const ties = new Map<string, { source: number; target: number; weight: number; occasions: number[] }>();
  present.forEach((here, occasion) => {
    const weight = weighting === 'newman' && kinds.length === 1 ? 1 / (here.size - 1) : 1;
    const ids = [...here.keys()];
    for (let i = 0; i < ids.length; i++) {
      for (let j = i + 1; j < ids.length; j++) {
        const [source, target] = [ids[i] as number, ids[j] as number];
        const [a, b] = [actors[source] as Actor, actors[target] as Actor];
        if (kinds.length === 2 && a.kind === b.kind) continue;
        if (through && !(here.get(source)?.has(b.id) || here.get(target)?.has(a.id))) continue;
        const key = `${source} ${target}`;
        const tie = ties.get(key) ?? { source, target, weight: 0, occasions: [] };
        tie.weight += weight;
        tie.occasions.push(occasion);
        ties.set(key, tie);
        if (ties.size > MOST_PAIRS) throw new UsageError(`the network has more than ${MOST_PAIRS} ties: filter it`);
      }
    }
  });
  return compact({ view, weighting, occasions, nodes: actors, edges: [...ties.values()] });
}

/** Takes out actors without a tie and occasions without a presence, and numbers the rest anew. */
export function compact({ view, weighting, occasions, nodes, edges }: Network): Network {
  const tied = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const used = new Set(edges.flatMap((edge) => edge.occasions));
  const nodeAt = renumber(nodes.length, tied);
  const occasionAt = renumber(occasions.length, used);
  return {
    view,
    weighting,
    occasions: occasions.filter((_, i) => used.has(i)),
    nodes: nodes
      .filter((_, i) => tied.has(i))
      .map((node) => ({
        ...node,
        presences: node.presences.flatMap((presence) =>
          used.has(presence.occasion) ? [{ ...presence, occasion: occasionAt[presence.occasion] as number }] : [],
        ),
      })),
    edges: edges
      .map(
        (edge): Tie => ({
          source: nodeAt[edge.source] as number,
          target: nodeAt[edge.target] as number,
          weight: rounded(edge.weight),
          occasions: edge.occasions.map((i) => occasionAt[i] as number),
        }),
      )
      .sort((a, b) => a.source - b.source || a.target - b.target),
  };
}

// --- internal ---

const MOST_PAIRS = 1_000_000;

/** Which actors a view ties, by what, and whether only to those through whom they are there. */
const RULES: Readonly<Record<View, { kinds: readonly ActorKind[]; types: readonly OccasionType[]; through: boolean }>> =
  {
    people: { kinds: ['person'], types: ['session', 'agenda-item'], through: false },
    organizations: { kinds: ['organization'], types: ['session', 'agenda-item'], through: false },
    'people-organizations': {
      kinds: ['person', 'organization'],
      types: ['session', 'agenda-item', 'event', 'article'],
      through: true,
    },
    'organizations-projects': {
      kinds: ['organization', 'project'],
      types: ['session', 'agenda-item', 'stewardship'],
      through: false,
    },
  };

function renumber(length: number, kept: ReadonlySet<number>): number[] {
  let next = 0;
  return Array.from({ length }, (_, i) => (kept.has(i) ? next++ : -1));
}

/** Sums of fractions, without the noise of their last digits. */
const rounded = (weight: number): number => Math.round(weight * 1e9) / 1e9;
