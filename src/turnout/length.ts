import type { BallotLength, Stop } from './model';

/** Chances of ballot lengths for one kind of voters. */
export interface Lengths {
  /** Entry n - 1 is the chance of n names or fewer, times 2^32; the last is 2^32. */
  readonly upTo: Float64Array;
  /** For the first byte of a draw, the fewest names it can stand for. */
  readonly guide: Uint32Array;
}

const whole = 2 ** 32;

/** Everyone stops in the same way. */
export const stopping = (stop: Stop): BallotLength => [{ part: 1, stop }];

/** `own`: names of the voter's own slate or printed order; `most`, 1 or more: all names the voter could put down. */
export function lengthsFor(length: BallotLength, own: number, most: number): Lengths {
  const chances = new Float64Array(most);
  const parts = length.reduce((sum, { part }) => sum + part, 0);
  for (const { part, stop } of length) addStop(chances, part / parts, stop, own);
  let sum = 0;
  for (let names = 1; names <= most; names++) sum = chances[names - 1] = sum + (chances[names - 1] ?? 0);
  const upTo = chances.fill(1, lastLikely(chances)).map((part) => part * whole);
  const guide = new Uint32Array(256);
  for (let byte = 0, names = 1; byte < 256; byte++) {
    while (byte * 2 ** 24 >= (upTo[names - 1] as number)) names++;
    guide[byte] = names;
  }
  return { upTo, guide };
}

/** Adds a way of stopping with this chance to the chance of each length. */
function addStop(chances: Float64Array, chance: number, stop: Stop, own: number): void {
  const most = chances.length;
  const within = (names: number): number => Math.min(Math.max(names, 1), most);
  const add = (names: number, more: number): void => {
    chances[names - 1] = (chances[names - 1] ?? 0) + more;
  };
  const onFrom = (first: number, thenOn: number): void => {
    let left = chance;
    for (let names = first; names < most; names++) {
      add(names, left * (1 - thenOn));
      left *= thenOn;
    }
    add(most, left);
  };
  switch (stop.kind) {
    case 'at':
      add(within(stop.names), chance);
      return;
    case 'between': {
      const [from, to] = [within(stop.from), within(stop.to)];
      for (let names = from; names <= to; names++) add(names, chance / (to - from + 1));
      return;
    }
    case 'own-slate':
      onFrom(within(own), stop.thenOn);
      return;
    case 'while':
      onFrom(1, stop.thenOn);
      return;
    case 'all':
      add(most, chance);
      return;
    default:
      stop satisfies never;
  }
}

/** The place where the running sum stops growing: from there it is 1 but for rounding. */
function lastLikely(sums: Float64Array): number {
  let last = sums.length - 1;
  while (last > 0 && sums[last] === sums[last - 1]) last--;
  return last;
}

/** The length that a draw, a whole number below 2^32, stands for. */
export function lengthAt({ upTo, guide }: Lengths, draw: number): number {
  let names = guide[draw >>> 24] as number;
  while (draw >= (upTo[names - 1] as number)) names++;
  return names;
}

/** The mean of lengthAt. */
export function meanLength({ upTo }: Lengths): number {
  return upTo.reduce((mean, sum) => mean + 1 - sum / whole, 1);
}
