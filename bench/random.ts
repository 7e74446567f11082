/** A stream of random choices that is the same for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  pick<T>(list: readonly T[]): T;
  /** As `pick`, the first items far more often than the last: half of all picks fall on the first fifth. */
  often<T>(list: readonly T[]): T;
  /** True this often, of 1. */
  chance(share: number): boolean;
}

/** The generator mulberry32: small, and good enough to draw names. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly T[], share: number): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[Math.floor(share * list.length)] as T;
  };
  return {
    next,
    below: (end) => Math.floor(next() * end),
    pick: (list) => at(list, next()),
    often: (list) => at(list, next() ** 2.3),
    chance: (share) => next() < share,
  };
}
