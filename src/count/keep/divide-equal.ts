import { CannotCount } from '../cannot-count';
import { productDown } from './arithmetic';
import { keptOf, passedOn, type Division } from './divide';

/*
 * Candidates ranked equal have a paper as if it were split evenly over all the orders they could be put in: of A=B half
 * is AB and half BA, of three equals a sixth is each of the six orders (C. H. E. Warren, "Equality of preference",
 * Voting matters 7, 1996). Their parts are averages over the orders and depend on the keep values alone, so that no
 * order need be written out. Every average is cut to a unit, whatever the rule rounds elsewhere, and what is cut is loss
 * by fraction: equals get equal parts, in whatever order they or the ballots come. Where only one of them is still in,
 * they take and pass on as if they had been ranked alone.
 */

/** Divides what is left of a paper: the units for each, in their order, and those that go on to the next rank. */
export type EqualDivision = (left: number) => { readonly kept: readonly number[]; readonly onward: number };

/** The division among candidates with these keep values, units, `scale` of them to a vote; 0 for whoever is out. */
export function divideEqual(division: Division, keep: readonly number[], scale: number): EqualDivision {
  const taking = keep.filter((value) => value > 0);
  const among = taking.length > 1 ? amongSeveral(division, taking, scale) : amongOne(division, taking[0] ?? 0, scale);
  const known = new Map<number, ReturnType<EqualDivision>>();
  return (left) => {
    let divided = known.get(left);
    if (divided === undefined) {
      const { kept, onward } = among(left);
      let next = 0;
      divided = { kept: keep.map((value) => (value > 0 ? (kept[next++] ?? 0) : 0)), onward };
      known.set(left, divided);
    }
    return divided;
  };
}

function amongOne(division: Division, keep: number, scale: number): EqualDivision {
  return (left) => {
    const kept = keptOf(division, left, keep, scale);
    return { kept: [kept], onward: passedOn(division, left, keep, kept, scale) };
  };
}

const amongSeveral = (division: Division, keep: readonly number[], scale: number): EqualDivision =>
  division === 'warren' ? byAmounts(keep, scale) : byShares(keep, scale);

/**
 * In how many of the orders of `all` candidates exactly some given `before` of them stand before a given other one: a
 * fraction of all orders, over the common `orders`. It is before! x (all - 1 - before)! / all!, and `before` is never
 * more than `most`, so that the factorials shorten.
 */
function partsOfOrders(all: number, most: number): { readonly parts: readonly bigint[]; readonly orders: bigint } {
  const product = (from: number, to: number): bigint => {
    let value = 1n;
    for (let factor = from; factor <= to; factor++) value *= BigInt(factor);
    return value;
  };
  const parts = Array.from({ length: most + 1 }, (_, s) => product(1, s) * product(all - most, all - 1 - s));
  return { parts, orders: product(all - most, all) };
}

/**
 * Meek: a candidate takes their keep value of what those before them in an order have left, and those leave the product
 * of 1 - keep value. Over all orders that is a sum of products of some of them (the elementary symmetric polynomials),
 * s at a time, each in `parts[s]` of the orders. The shares are cut to units, and a paper's parts by them.
 */
function byShares(keep: readonly number[], scale: number): EqualDivision {
  const unit = BigInt(scale);
  const passing = keep.filter((value) => value < scale).map((value) => BigInt(scale - value));
  const most = Math.min(passing.length, keep.length - 1);
  const { parts, orders } = partsOfOrders(keep.length, most);
  const powers = [1n];
  for (let s = 0; s <= most; s++) powers.push((powers[s] as bigint) * unit);
  /** Sums of the products of s of those who pass on, for s from 0. */
  let sums = [1n];
  for (const value of passing) {
    const of = sums;
    sums = [...of, 0n].map((sum, s) => sum + (s > 0 ? (of[s - 1] as bigint) * value : 0n));
  }
  const share = (value: number): number => {
    const leaves = BigInt(scale - value);
    let others = 0n; // products of s of the others who pass on
    let average = 0n;
    for (let s = 0; s <= most; s++) {
      others = (sums[s] ?? 0n) - leaves * others;
      average += others * (parts[s] as bigint) * (powers[most - s] as bigint);
    }
    return Number((BigInt(value) * average) / (orders * (powers[most] as bigint)));
  };
  const shareOf = new Map([...new Set(keep)].map((value) => [value, share(value)]));
  const shares = keep.map((value) => shareOf.get(value) as number);
  const all = passing.length === keep.length;
  const through = all ? Number((sums[passing.length] as bigint) / (powers[passing.length - 1] as bigint)) : 0;
  return (left) => ({
    kept: shares.map((value) => productDown(left, value, scale)),
    onward: productDown(left, through, scale),
  });
}

/** Sets of candidates that one group's division may go through: more would be seconds for every iteration. */
const mostSets = 2 ** 14;

/**
 * Warren: a candidate takes their keep value, or what those before them in an order have left. How much that is depends
 * on which they are, so every set of them that leaves anything is gone through.
 */
function byAmounts(keep: readonly number[], scale: number): EqualDivision {
  const passing = keep.filter((value) => value < scale);
  const most = Math.min(passing.length, keep.length - 1);
  const { parts, orders } = partsOfOrders(keep.length, most);
  const holds = keep.map((value) => value === scale);
  const all = passing.length === keep.length ? passing.reduce((sum, value) => sum + value, 0) : scale;
  return (left) => {
    // For every number of candidates before: what one who holds takes, and what each who passes on takes, added up.
    const held = new Array<number>(most + 1).fill(0);
    const taken = passing.map(() => new Array<number>(most + 1).fill(0));
    const before = new Uint8Array(passing.length);
    let sets = 0;
    const add = (from: number, count: number, used: number): void => {
      if (count > most || used >= left) return;
      sets += 1;
      if (sets > mostSets) {
        throw new CannotCount(
          `Ballots rank ${keep.length} candidates equal, and too many of them are elected to share such a ballot by this rule: choose another.`,
        );
      }
      held[count] = (held[count] as number) + left - used;
      taken.forEach((sums, i) => {
        if (before[i] === 0) sums[count] = (sums[count] as number) + Math.min(passing[i] as number, left - used);
      });
      for (let i = from; i < passing.length; i++) {
        before[i] = 1;
        add(i + 1, count + 1, used + (passing[i] as number));
        before[i] = 0;
      }
    };
    add(0, 0, 0);
    const average = (sums: readonly number[]): number =>
      Number(sums.reduce((total, sum, s) => total + BigInt(sum) * (parts[s] as bigint), 0n) / orders);
    const holding = average(held);
    const each = taken.map(average);
    let next = 0;
    return { kept: holds.map((is) => (is ? holding : (each[next++] as number))), onward: Math.max(0, left - all) };
  };
}
