/** Labels and rows put together one to one. */
export interface Pairing<A, B> {
  readonly pairs: readonly (readonly [A, B])[];
  /** Labels without a row, in their order. */
  readonly missed: readonly A[];
  /** Rows without a label, in their order. */
  readonly extra: readonly B[];
}

/**
 * Pairs labels with rows one to one, the likest first; of equally like pairs, the first in order.
 * @param likeness of a label and a row; below `floor` they are no pair
 */
export function pairUp<A, B>(
  labels: readonly A[],
  rows: readonly B[],
  likeness: (label: A, row: B) => number,
  floor: number,
): Pairing<A, B> {
  const candidates: { like: number; label: number; row: number }[] = [];
  for (const [i, label] of labels.entries()) {
    for (const [j, row] of rows.entries()) {
      const like = likeness(label, row);
      if (like >= floor) candidates.push({ like, label: i, row: j });
    }
  }
  candidates.sort((a, b) => b.like - a.like || a.label - b.label || a.row - b.row);
  const rowOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { label, row } of candidates) {
    if (rowOf.has(label) || taken.has(row)) continue;
    rowOf.set(label, row);
    taken.add(row);
  }
  return {
    pairs: labels.flatMap((label, i) => {
      const row = rowOf.get(i);
      return row === undefined ? [] : [[label, rows[row] as B] as const];
    }),
    missed: labels.filter((_, i) => !rowOf.has(i)),
    extra: rows.filter((_, j) => !taken.has(j)),
  };
}

/** One row for each key: the last, in the place of the first. */
export function oneEach<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
