/**
 * Places of numbers, in the order in which they came: what a Map from number to number would give, without an object a
 * number, for millions of hashes. Open addressing in a table that is at most half full.
 */
export interface NumberIndex {
  /** The number's place, from 0; a new number takes the next. */
  readonly place: (number: number) => number;
  /** How many numbers there are. */
  readonly size: () => number;
  /** All numbers, each at its place. */
  readonly numbers: () => Float64Array;
}

/** @param most how many numbers can come at most; a RangeError where more do */
export function createNumberIndex(most: number): NumberIndex {
  const mask = 2 ** Math.ceil(Math.log2(most + 1) + 1) - 1;
  const slots = new Uint32Array(mask + 1);
  const numbers = new Float64Array(most);
  let size = 0;
  return {
    place(number) {
      // Hashes are spread already: their low bits say where to look first.
      for (let slot = number & mask; ; slot = (slot + 1) & mask) {
        const found = slots[slot] as number;
        if (found === 0) {
          if (size === most) throw new RangeError(`more than ${most} numbers`);
          numbers[size] = number;
          size += 1;
          slots[slot] = size;
          return size - 1;
        }
        if (numbers[found - 1] === number) return found - 1;
      }
    },
    size: () => size,
    numbers: () => numbers.slice(0, size),
  };
}
