import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatestCommonDivisor } from '../../src/basics/common-divisor';

/** Euclid's own steps, one after the other. */
function stepByStep(a: bigint, b: bigint): bigint {
  return b === 0n ? a : stepByStep(b, a % b);
}

const upTo = (bits: number): fc.Arbitrary<bigint> =>
  fc.integer({ min: 0, max: bits }).chain((most) => fc.bigInt({ min: 0n, max: 2n ** BigInt(most) }));

describe('the greatest common divisor', () => {
  it('is that of Euclid, for numbers of any length', () => {
    fc.assert(
      fc.property(upTo(900), upTo(900), upTo(300), (a, b, common) => {
        fc.pre(common > 0n && (a > 0n || b > 0n));
        expect(greatestCommonDivisor(a * common, b * common)).toBe(stepByStep(a, b) * common);
      }),
      { numRuns: 3000, seed: 9 },
    );
  });

  it('of neighbours in the longest chain of steps, and of powers of two, is found too', () => {
    let [a, b] = [1n, 1n];
    for (let i = 0; i < 2000; i++) [a, b] = [a + b, a];
    expect(greatestCommonDivisor(a, b)).toBe(1n);
    expect(greatestCommonDivisor(2n ** 700n, 2n ** 699n)).toBe(2n ** 699n);
    expect(greatestCommonDivisor(2n ** 700n, 2n ** 700n - 1n)).toBe(1n);
  });

  it('of nothing and a number is the number, and of nothing and nothing 1', () => {
    expect(greatestCommonDivisor(0n, 2n ** 90n)).toBe(2n ** 90n);
    expect(greatestCommonDivisor(7n, 0n)).toBe(7n);
    expect(greatestCommonDivisor(0n, 0n)).toBe(1n);
  });
});
