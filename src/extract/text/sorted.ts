/** How many of `length` sorted things come before the first for which `reached` is true; it must stay true from there on. */
export function countBefore(length: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
