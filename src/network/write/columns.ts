import type { Measures } from '../measures.ts';
import { byText, type Network, type Occasion } from '../network.ts';

export type Type = 'string' | 'integer' | 'double';

/** A value that files give of each node or edge. An empty text is no value. */
export interface Column {
  readonly name: string;
  readonly type: Type;
  of(index: number): string | number;
}

/** What files tell of nodes, beside id and name. */
export function nodeColumns({ nodes }: Network, measures: Measures): Column[] {
  return [
    { name: 'kind', type: 'string', of: (i) => nodes[i]?.kind ?? '' },
    { name: 'degree', type: 'integer', of: (i) => measures.degree[i] ?? 0 },
    { name: 'weightedDegree', type: 'double', of: (i) => measures.weightedDegree[i] ?? 0 },
    { name: 'betweenness', type: 'double', of: (i) => measures.betweenness[i] ?? 0 },
    { name: 'community', type: 'integer', of: (i) => measures.community[i] ?? 0 },
    { name: 'occasions', type: 'integer', of: (i) => new Set(nodes[i]?.presences.map((p) => p.occasion)).size },
  ];
}

/** What files tell of edges, beside ends and weight. */
export function edgeColumns(network: Network): Column[] {
  const behind = (i: number) => occasionsOf(network, network.edges[i]?.occasions ?? []);
  return [
    { name: 'occasions', type: 'integer', of: (i) => behind(i).length },
    {
      name: 'titles',
      type: 'string',
      of: (i) =>
        behind(i)
          .map(({ title }) => title)
          .join(' | '),
    },
    {
      name: 'iris',
      type: 'string',
      of: (i) =>
        behind(i)
          .map(({ id }) => id)
          .join(' '),
    },
    { name: 'first', type: 'string', of: (i) => daysOf(behind(i))[0] ?? '' },
    { name: 'last', type: 'string', of: (i) => daysOf(behind(i)).at(-1) ?? '' },
  ];
}

export const occasionsOf = ({ occasions }: Network, indices: readonly number[]): Occasion[] =>
  indices.flatMap((i) => occasions[i] ?? []);

/** Days on which occasions begin, each once, in order. */
export const daysOf = (occasions: readonly Occasion[]): string[] =>
  [...new Set(occasions.flatMap(({ start }) => (start === undefined ? [] : start.slice(0, 10))))]
    .filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
    .sort(byText);
