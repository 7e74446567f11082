/** Sets of things that are one, some of which must never meet. Things are numbers from 0. */
export interface Clusters {
  /** Makes the two one, unless they were said to be apart. @returns whether they are one now */
  join(a: number, b: number): boolean;
  /** From now on the two never become one. @returns false where they are one already */
  separate(a: number, b: number): boolean;
  areApart(a: number, b: number): boolean;
  /** The least of the things that are one with it. */
  find(a: number): number;
}

export function createClusters(size: number): Clusters {
  const parent = Array.from({ length: size }, (_, at) => at);
  const apart = new Map<number, Set<number>>();
  const find = (a: number): number => {
    let root = a;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = a; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const areApart = (a: number, b: number): boolean => apart.get(find(a))?.has(find(b)) === true;
  return {
    find,
    areApart,
    join(a, b) {
      const [root, other] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
      if (root === other) return true;
      if (areApart(root, other)) return false;
      parent[other] = root;
      for (const far of apart.get(other) ?? []) {
        apart.get(far)?.delete(other);
        link(apart, far, root);
      }
      apart.delete(other);
      return true;
    },
    separate(a, b) {
      const [x, y] = [find(a), find(b)];
      if (x === y) return false;
      link(apart, x, y);
      return true;
    },
  };
}

// --- internal ---

function link(apart: Map<number, Set<number>>, a: number, b: number): void {
  apart.set(a, (apart.get(a) ?? new Set()).add(b));
  apart.set(b, (apart.get(b) ?? new Set()).add(a));
}
