/**
 * The places of the keys in ascending order; equal keys stay in the order they came. Keys are whole numbers from 0 up
 * to but not including 2^53. A radix sort in four passes, since the engine's own sort cannot carry places along.
 */
export function ascendingOrder(keys: Float64Array): Uint32Array {
  let order = Uint32Array.from(keys, (_, i) => i);
  let other = new Uint32Array(keys.length);
  for (const [divisor, size] of [
    [1, 0x4000],
    [2 ** 14, 0x2000],
    [2 ** 27, 0x2000],
    [2 ** 40, 0x2000],
  ] as const) {
    const places = new Uint32Array(size + 1);
    const digit = (key: number): number => Math.floor(key / divisor) % size;
    for (const key of keys) places[digit(key) + 1] = (places[digit(key) + 1] as number) + 1;
    for (let i = 1; i <= size; i++) places[i] = (places[i] as number) + (places[i - 1] as number);
    for (const i of order) {
      const at = digit(keys[i] as number);
      const place = places[at] as number;
      other[place] = i;
      places[at] = place + 1;
    }
    [order, other] = [other, order];
  }
  return order;
}
