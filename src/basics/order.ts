const keyBits = 53;
/** Places for the first sorting: more no longer fit in a processor's cache, and the rest is sorted among few. */
const mostBits = 18;
/** Up to so many are sorted by insertion. */
const few = 32;

/** Keys in ascending order. */
export interface Sorted {
  /** The places they came from. */
  readonly order: Uint32Array;
  readonly keys: Float64Array;
}

/**
 * Keys in ascending order; equal ones stay in the order they came. Keys are whole numbers from 0 up to but not including
 * 2^53, and this is quick where they are spread evenly, as random ones are: each is put near its place by its first bits
 * alone, and then sorted among the few that came to the same one.
 */
export function ascending(keys: Float64Array): Sorted {
  const { length } = keys;
  const bits = Math.min(mostBits, Math.max(1, 32 - Math.clz32(length)));
  const scale = 2 ** (bits - keyBits);
  const places = new Uint32Array(2 ** bits + 1);
  for (let i = 0; i < length; i++) {
    const bucket = ((keys[i] as number) * scale) | 0;
    places[bucket + 1] = (places[bucket + 1] as number) + 1;
  }
  for (let i = 1; i < places.length; i++) places[i] = (places[i] as number) + (places[i - 1] as number);

  const sorted = { order: new Uint32Array(length), keys: new Float64Array(length) };
  for (let i = 0; i < length; i++) {
    const key = keys[i] as number;
    const bucket = (key * scale) | 0;
    const place = places[bucket] as number;
    sorted.keys[place] = key;
    sorted.order[place] = i;
    places[bucket] = place + 1;
  }
  // Each place is now the end of its bucket, and so the beginning of the next.
  let from = 0;
  for (let bucket = 0; bucket < places.length - 1; bucket++) {
    const to = places[bucket] as number;
    if (to - from > few) sortMany(sorted, from, to);
    else if (to - from > 1) sortFew(sorted, from, to);
    from = to;
  }
  return sorted;
}

function sortFew({ order, keys }: Sorted, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const key = keys[i] as number;
    const place = order[i] as number;
    let at = i;
    for (; at > from && (keys[at - 1] as number) > key; at--) {
      keys[at] = keys[at - 1] as number;
      order[at] = order[at - 1] as number;
    }
    keys[at] = key;
    order[at] = place;
  }
}

function sortMany({ order, keys }: Sorted, from: number, to: number): void {
  const some = Array.from(keys.subarray(from, to), (key, i) => ({ key, place: order[from + i] as number }));
  some.sort((a, b) => a.key - b.key);
  some.forEach(({ key, place }, i) => {
    keys[from + i] = key;
    order[from + i] = place;
  });
}
