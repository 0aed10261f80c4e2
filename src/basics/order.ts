const half = 2 ** 32;
/** Eleven bits a pass: three passes over the lower half of a key, two over the upper. */
const bits = 11;

/**
 * The places of the keys in ascending order; equal keys stay in the order they came. Keys are whole numbers from 0 up
 * to but not including 2^53. A radix sort in passes, since the engine's own sort cannot carry places along; each half of
 * a key is a 32-bit integer of its own, so that a digit is a shift and no division.
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  const { length } = keys;
  const lower = new Uint32Array(length);
  const upper = new Uint32Array(length);
  let order = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const key = keys[i] as number;
    const high = Math.floor(key / half);
    lower[i] = key - high * half;
    upper[i] = high;
    order[i] = i;
  }
  let other = new Uint32Array(length);
  for (const [digits, shift] of [
    [lower, 0],
    [lower, bits],
    [lower, 2 * bits],
    [upper, 0],
    [upper, bits],
  ] as const) {
    distribute(order, other, digits, shift);
    [order, other] = [other, order];
  }
  return order;
}

/** Writes `from` to `to` in the order of one digit of each, keeping the order of equal ones. */
function distribute(from: Uint32Array, to: Uint32Array, digits: Uint32Array, shift: number): void {
  const size = 2 ** bits;
  const places = new Uint32Array(size + 1);
  for (let i = 0; i < digits.length; i++) {
    const digit = ((digits[i] as number) >>> shift) & (size - 1);
    places[digit + 1] = (places[digit + 1] as number) + 1;
  }
  for (let digit = 1; digit <= size; digit++) places[digit] = (places[digit] as number) + (places[digit - 1] as number);
  for (let i = 0; i < from.length; i++) {
    const one = from[i] as number;
    const digit = ((digits[one] as number) >>> shift) & (size - 1);
    const place = places[digit] as number;
    to[place] = one;
    places[digit] = place + 1;
  }
}
