import type { Clusters } from './clusters.ts';
import type { IdRegister } from './ids.ts';
import type { Identity } from './ledger.ts';
import { bestName } from './names.ts';
import type { Node } from './node.ts';

/** The ids that each node has from earlier builds, by the node's place. */
export type Claims = readonly (readonly Identity[])[];

/** Which node each known id stands for. Where several people bear a name, it is who stood where the id was minted. */
export function claimsOf(nodes: readonly Node[], ids: IdRegister): Claims {
  const claims: Identity[][] = nodes.map(() => []);
  const people = new Map<string, Node[]>();
  for (const node of nodes) {
    if (node.kind === 'person') people.set(node.key, [...(people.get(node.key) ?? []), node]);
    else {
      const known = ids.known(node.kind, node.key);
      if (known !== undefined) claims[node.at]?.push(known);
    }
  }
  for (const [key, bearers] of people) {
    const homeless: Identity[] = [];
    for (const identity of ids.bearers('person', key)) {
      const home = bearers.find((node) => node.profiles.some(({ anchor }) => anchor === identity.at));
      if (home !== undefined) claims[home.at]?.push(identity);
      else homeless.push(identity);
    }
    // Where an id was minted is gone or was never noted: it goes to who has none yet.
    for (const identity of homeless) {
      const free = bearers.find((node) => claims[node.at]?.length === 0);
      if (free !== undefined) claims[free.at]?.push(identity);
    }
  }
  return claims;
}

/** The slug of each cluster, by the place of its root: the oldest of its ids, else one minted now, in order of names. */
export function slugsOf(
  nodes: readonly Node[],
  clusters: Clusters,
  claims: Claims,
  ids: IdRegister,
): readonly string[] {
  const members = new Map<number, Node[]>();
  for (const node of nodes) {
    const root = clusters.find(node.at);
    members.set(root, [...(members.get(root) ?? []), node]);
  }
  const slugs: string[] = [];
  const inOrder = [...members].sort(([a], [b]) => a - b);
  for (const [root, group] of inOrder) {
    const known = group.flatMap(({ at }) => claims[at] ?? []).sort(byAge);
    const [oldest] = known;
    if (oldest !== undefined) slugs[root] = oldest.slug;
  }
  for (const [root, group] of inOrder) {
    if (slugs[root] !== undefined) continue;
    const label = bestName(group.map((node) => [node.label, 1] as const));
    const first = group.find((node) => node.label === label) as Node;
    slugs[root] = mint(first, ids);
  }
  return slugs;
}

// --- internal ---

function mint({ kind, key, label, profiles }: Node, ids: IdRegister): string {
  if (kind !== 'person') return ids.slugOfKey(kind, key, label);
  const at = profiles[0]?.anchor;
  const own = ids.known(kind, key) === undefined ? key : `${key} @ ${at}`;
  return ids.slugOfKey(kind, own, label, at);
}

/** Minted earlier; of one age, the longer name, which says more; then by code unit. */
function byAge(a: Identity, b: Identity): number {
  return (a.since ?? 0) - (b.since ?? 0) || b.key.length - a.key.length || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
