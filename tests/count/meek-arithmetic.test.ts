import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, lowBits, lowMask, mostBallots, productDown, productUp } from '../../src/count/keep/arithmetic';

const scales = Array.from({ length: 9 }, (_, i) => 10 ** (i + 1));

function expectProducts(a: number, b: number, scale: number): void {
  const product = BigInt(a) * BigInt(b);
  const down = product / BigInt(scale);
  const up = (product + BigInt(scale) - 1n) / BigInt(scale);
  expect([a, b, scale, productDown(a, b, scale), productUp(a, b, scale)]).toEqual([
    a,
    b,
    scale,
    Number(down),
    Number(up),
  ]);
}

describe('products of parts of a vote', () => {
  it('are those of big integers, for any parts', () => {
    const parts = fc
      .constantFrom(...scales)
      .chain((scale) => fc.tuple(fc.nat({ max: scale }), fc.nat({ max: scale }), fc.constant(scale)));
    fc.assert(
      fc.property(parts, ([a, b, scale]) => expectProducts(a, b, scale)),
      { numRuns: 100_000, seed: 2020 },
    );
  });

  it('are those of big integers where the quotient is whole, or misses it by a single unit', () => {
    // scale = 2^9 x 5^9: a x b is a multiple of it where the two factors share out its primes.
    const near = fc
      .tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(-1, 0, 1),
      )
      .map(([twos, fives, m, n, by]) => {
        const a = 2 ** twos * 5 ** fives;
        const b = 1e9 / a;
        const first = a * (1 + (m % b));
        const second = b * (1 + (n % a)) + by;
        return [Math.min(first, 1e9), Math.min(Math.max(second, 0), 1e9)] as const;
      });
    fc.assert(
      fc.property(near, ([a, b]) => expectProducts(a, b, 1e9)),
      { numRuns: 100_000, seed: 2020 },
    );
  });

  it('are those of big integers at and next to the extremes', () => {
    for (const scale of scales) {
      const ends = [0, 1, 2, 3, scale / 2, scale - 3, scale - 2, scale - 1, scale];
      for (const a of ends) for (const b of ends) expectProducts(a, b, scale);
    }
  });
});

describe('sums of votes', () => {
  it('are exact up to the most ballots there may be, all at the most a part can be', () => {
    const part = 2 ** 30 - 1;
    const papers = mostBallots - 1;
    const low = papers * (part & lowMask);
    const high = papers * (part >> lowBits);
    expect(Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true);
    expect(joined(low, high)).toBe(BigInt(papers) * BigInt(part));
  });
});
