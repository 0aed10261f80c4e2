import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascending } from '../../src/basics/order';
import { seededRandom } from '../../src/basics/random';

/** By the engine's stable sort. */
function expectSorted(keys: readonly number[]): void {
  const expected = keys.map((key, i) => ({ key, i })).sort((a, b) => a.key - b.key);
  const sorted = ascending(Float64Array.from(keys));
  expect([...sorted.order]).toEqual(expected.map(({ i }) => i));
  expect([...sorted.keys]).toEqual(expected.map(({ key }) => key));
}

describe('ascending order', () => {
  it('is that of the engine’s stable sort', () => {
    const keys = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat({ max: 5 })), { maxLength: 200 });
    fc.assert(fc.property(keys, expectSorted));
  });

  it('is so of random keys, many of them equal too', () => {
    const random = seededRandom('keys');
    const spread = Array.from({ length: 20_000 }, () => random.uint32() * 2 ** 21 + random.below(2 ** 21));
    expectSorted(spread);
    expectSorted(spread.map((key, i) => (i % 3 === 0 ? (spread[0] as number) : key)));
  });
});
