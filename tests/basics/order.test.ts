import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingOrder } from '../../src/basics/order';

describe('ascending order', () => {
  it('is that of the engine’s stable sort', () => {
    const keys = fc.array(fc.oneof(fc.maxSafeNat(), fc.nat({ max: 5 })), { maxLength: 200 });
    fc.assert(
      fc.property(keys, (some) => {
        const order = some.map((key, i) => ({ key, i })).sort((a, b) => a.key - b.key);
        expect([...ascendingOrder(Float64Array.from(some))]).toEqual(order.map(({ i }) => i));
      }),
    );
  });
});
