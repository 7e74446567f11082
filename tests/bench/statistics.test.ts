import { describe, expect, it } from 'vitest';
import { exponent, median } from '../../bench/statistics.ts';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3, 1, 100])).toBe(3);
    expect(median([4, 1, 2, 100])).toBe(3);
    expect(median([7])).toBe(7);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('exponent', () => {
  it('is the power of a power law, whatever its factor', () => {
    const sizes = [1_000, 10_000, 50_000];
    expect(exponent(sizes.map((n) => [n, 0.003 * n] as const))).toBeCloseTo(1, 10);
    expect(exponent(sizes.map((n) => [n, 7 * n ** 2] as const))).toBeCloseTo(2, 10);
    expect(exponent(sizes.map((n) => [n, 5] as const))).toBeCloseTo(0, 10);
  });
});
