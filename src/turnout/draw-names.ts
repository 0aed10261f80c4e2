import { mostOnShelf } from './shelves';
import type { Urn } from './urn';

/** Numbers of chance, each a whole number below 2^32, and the place of the next not yet used. */
export interface Numbers {
  readonly numbers: Uint32Array;
  next: number;
}

/** How many numbers `drawNames` takes for a name at most. */
export const numbersForName = ({ slates, several }: Urn): number => 1 + (slates > 1 ? 1 : 0) + (several ? 1 : 0);

/** Draws `count` names, or all there are to draw if fewer, into `paper` from `at`; returns the place after the last. */
export function drawNames(
  urn: Urn,
  count: number,
  paper: Uint8Array | Uint16Array,
  at: number,
  draws: Numbers,
): number {
  if (urn.several || urn.slates > mostOnShelf) return drawOfMany(urn, count, paper, at, draws);
  const { slates, own, places, full, names, taken } = urn;
  const slateTables = urn.slateShelves.entries;
  const nameTables = urn.nameShelves.entries;
  const { numbers } = draws;
  let { next } = draws;
  let { shelf: shelfOfSlates, weights, sum } = urn.now;
  let usedUp = 0;
  for (let slate = 0; slate < slates; slate++) taken[slate] = 0;
  const end = at + count;
  while (at < end && sum > 0) {
    // A signed number stays in a register where one of 2^31 or more would not.
    const slate = slates > 1 ? drawFrom(slateTables, shelfOfSlates, usedUp, (numbers[next++] as number) | 0) : 0;
    const before = taken[slate] as number;
    const thing = drawFrom(nameTables, places[slate] as number, before, (numbers[next++] as number) | 0);
    paper[at++] = names[(slate << 3) + thing] as number;
    const after = before | (1 << thing);
    taken[slate] = after;
    if (after !== full[slate]) continue;
    usedUp |= 1 << slate;
    sum -= weights[slate] as number;
    if (slate !== own) continue;
    ({ shelf: shelfOfSlates, weights, sum } = urn.next);
    for (let other = 0; other < slates; other++) if ((usedUp >> other) & 1) sum -= weights[other] as number;
  }
  draws.next = next;
  return at;
}

/** The same where slates or names are more than go on one shelf: which of several is drawn by running sums. */
function drawOfMany(urn: Urn, count: number, paper: Uint8Array | Uint16Array, at: number, draws: Numbers): number {
  const { slates, own, starts, places, names, taken, sums, sumsLeft, slateSums, slateSumsLeft, slatesLeft } = urn;
  const slateTables = urn.slateShelves.entries;
  const nameTables = urn.nameShelves.entries;
  const { numbers } = draws;
  let { next } = draws;
  let { shelf: shelfOfSlates, weights, sum } = urn.now;
  let usedUp = 0;
  const many = slates > mostOnShelf;
  // One by one: for so few, a call costs more.
  for (let shelf = 0; shelf < taken.length; shelf++) {
    taken[shelf] = 0;
    sumsLeft[shelf] = sums[shelf] as number;
  }
  for (let slate = 0; slate < slates; slate++) {
    slateSumsLeft[slate] = slateSums[slate] as number;
    slatesLeft[slate] = weights[slate] as number;
  }
  const end = at + count;
  while (at < end && sum > 0) {
    let slate = 0;
    if (many) slate = passedBy(slatesLeft, 0, numbers[next++] as number, sum);
    else if (slates > 1) slate = drawFrom(slateTables, shelfOfSlates, usedUp, (numbers[next++] as number) | 0);
    let shelf = starts[slate] as number;
    const left = slateSumsLeft[slate] as number;
    if ((starts[slate + 1] as number) - shelf > 1) shelf = passedBy(sumsLeft, shelf, numbers[next++] as number, left);
    const place = places[shelf] as number;
    const before = taken[shelf] as number;
    const thing = drawFrom(nameTables, place, before, (numbers[next++] as number) | 0);
    paper[at++] = names[(shelf << 3) + thing] as number;
    taken[shelf] = before | (1 << thing);
    const weight = nameTables[place + thing] as number;
    sumsLeft[shelf] = (sumsLeft[shelf] as number) - weight;
    slateSumsLeft[slate] = left - weight;
    if (left > weight) continue;
    usedUp |= 1 << slate;
    sum -= weights[slate] as number;
    slatesLeft[slate] = 0;
    if (slate !== own) continue;
    ({ shelf: shelfOfSlates, weights, sum } = urn.next);
    for (let other = 0; other < slates; other++) {
      const some = (slateSumsLeft[other] as number) > 0;
      slatesLeft[other] = some ? (weights[other] as number) : 0;
      if (!some) sum -= weights[other] as number;
    }
  }
  draws.next = next;
  return at;
}

/** Of those from `from` on, the first that running sums of what is left of each pass this chance, below 2^32, with. */
function passedBy(left: Float64Array, from: number, chance: number, sum: number): number {
  let target = (chance / 4294967296) * sum;
  let one = from;
  for (let here = left[one] as number; target >= here; here = left[++one] as number) target -= here;
  return one;
}

/** The thing that 32 bits of chance draw from the shelf at `place` when those `taken` are gone; some weight must be left. */
export function drawFrom(entries: Int32Array, place: number, taken: number, chance: number): number {
  const own = chance >>> 29;
  const entry = entries[place + 8 + (taken << 3) + own] as number;
  const alias = entry & 7;
  // All bits set where the rest of the chance is within reach of the place's own thing.
  const kept = ((chance & 0xfffffff) - (entry >> 3)) >> 31;
  return alias ^ ((own ^ alias) & kept);
}
