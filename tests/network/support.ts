import type { Actor, Network, Occasion, Presences } from '../../src/network/network.ts';

/** A network of nodes without names, from its edges. */
export function plainNetwork(order: number, edges: readonly (readonly [number, number, number])[]): Network {
  return {
    view: 'people',
    weighting: 'shared',
    occasions: [],
    nodes: Array.from({ length: order }, (_, i) => ({ id: `n${i}`, name: `N${i}`, kind: 'person', presences: [] })),
    edges: edges.map(([source, target, weight]) => ({ source, target, weight, occasions: [] })),
  };
}

/** Two sessions and a carried project. Ada (Mill) and Ben (Forge, Mill) meet in the first; Ada, Ben and Cy in the second. */
export function meetings(): Presences {
  const occasions: Occasion[] = [
    { id: 'x/project/atlas', title: 'Atlas', type: 'stewardship' },
    {
      id: 'x/session/one',
      title: 'One',
      type: 'session',
      event: 'x/event/fair',
      start: '2030-05-14T10:00:00+02:00',
      format: 'atelier',
    },
    { id: 'x/session/two', title: 'Two', type: 'session', event: 'x/event/fair', start: '2031-05-14T10:00:00+02:00' },
  ];
  const at = (occasion: number, via?: string) => ({
    occasion,
    source: 'a.md',
    line: occasion + 1,
    ...(via === undefined ? {} : { via, viaName: via }),
  });
  const actors: Actor[] = [
    { id: 'forge', name: 'Forge', kind: 'organization', presences: [at(0), at(1, 'ben')] },
    { id: 'mill', name: 'Mill', kind: 'organization', presences: [at(1, 'ada'), at(1, 'ben'), at(2, 'ada')] },
    { id: 'ada', name: 'Ada', kind: 'person', presences: [at(1), at(2)] },
    { id: 'ben', name: 'Ben', kind: 'person', presences: [at(1), at(2)] },
    { id: 'cy', name: 'Cy', kind: 'person', presences: [at(2)] },
    { id: 'x/project/atlas', name: 'Atlas', kind: 'project', presences: [at(0), at(2)] },
  ];
  return { occasions, actors };
}
