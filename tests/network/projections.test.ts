import { describe, expect, it } from 'vitest';
import { narrow, networkOf } from '../../src/network/filter.ts';
import { layout } from '../../src/network/layout.ts';
import type { Network } from '../../src/network/network.ts';
import { shortestPaths } from '../../src/network/path.ts';
import { meetings } from './support.ts';

const ties = ({ nodes, edges, occasions }: Network) =>
  edges.map(({ source, target, weight, occasions: behind }) =>
    [nodes[source]?.id, nodes[target]?.id, weight, ...behind.map((i) => occasions[i]?.title)].join(' '),
  );

describe('projections', () => {
  it.each([
    ['people', ['ada ben 2 One Two', 'ada cy 1 Two', 'ben cy 1 Two']],
    ['organizations', ['forge mill 1 One']],
    ['people-organizations', ['forge ben 1 One', 'mill ada 2 One Two', 'mill ben 1 One']],
    ['organizations-projects', ['forge x/project/atlas 1 Atlas', 'mill x/project/atlas 1 Two']],
  ] as const)('%s', (view, expected) => {
    expect(ties(networkOf(meetings(), view))).toEqual(expected);
  });

  it("weigh an occasion by its size, after Newman: each actor's ties on it sum to 1", () => {
    expect(ties(networkOf(meetings(), 'people', 'newman'))).toEqual([
      'ada ben 1.5 One Two',
      'ada cy 0.5 Two',
      'ben cy 0.5 Two',
    ]);
  });

  it.each([
    [{ events: ['fair'], years: ['2030'] }, ['ada ben 1 One']],
    [{ formats: ['atelier'] }, ['ada ben 1 One']],
    [{ kinds: ['agenda-item'] }, []],
    [{ minWeight: 2 }, ['ada ben 2 One Two']],
  ])('are filtered by %o', (filters, expected) => {
    expect(ties(networkOf(meetings(), 'people', 'shared', filters))).toEqual(expected);
    expect(ties(narrow(networkOf(meetings(), 'people'), 'shared', filters))).toEqual(expected);
  });

  it('leave out actors without a tie, and occasions that tie nobody', () => {
    const { nodes, occasions } = networkOf(meetings(), 'organizations', 'shared', { years: ['2031'] });
    expect({ nodes, occasions }).toEqual({ nodes: [], occasions: [] });
  });

  it('say of each actor where it was read', () => {
    expect(networkOf(meetings(), 'organizations').nodes[0]?.presences).toEqual([
      { occasion: 0, source: 'a.md', line: 2, via: 'ben', viaName: 'ben' },
    ]);
  });

  it('are laid out the same each time', () => {
    const network = networkOf(meetings(), 'people');
    expect(layout(network)).toEqual(layout(network));
    expect(new Set(layout(network).map(({ x, y }) => `${x} ${y}`)).size).toBe(3);
  });

  it('connect two actors by the strongest of the shortest ways', () => {
    const people = networkOf(meetings(), 'people-organizations');
    const at = (id: string) => people.nodes.findIndex((node) => node.id === id);
    const ways = shortestPaths(people, at('forge'), at('ada')).map(({ nodes }) =>
      nodes.map((i) => people.nodes[i]?.id),
    );
    expect(ways).toEqual([['forge', 'ben', 'mill', 'ada']]);
  });
});
