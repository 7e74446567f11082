import type { Change } from './compare.ts';
import { type Graph, KINDS, type Kind } from './graph.ts';

export interface Loss {
  readonly kind: Kind;
  readonly lost: number;
  readonly of: number;
}

/** How many things of each kind are gone, of how many there were. What was merged is not lost. */
export function losses(before: Graph, changes: readonly Change[]): Loss[] {
  return KINDS.flatMap((kind) => {
    const lost = changes.filter((change) => change.kind === kind && change.what === 'removed').length;
    const of = [...before.things.values()].filter((thing) => thing.kind === kind).length;
    return lost === 0 ? [] : [{ kind, lost, of }];
  });
}
