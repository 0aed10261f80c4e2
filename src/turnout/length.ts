import type { Random } from '../basics/random';
import type { BallotLength } from './model';

/** A bloc's ballot length worked out for one kind of its voters, in names. */
export interface Lengths {
  /** Lengths from `from` to `to` are equally likely... */
  readonly from: number;
  readonly to: number;
  /** ...then each further name follows with this chance... */
  readonly thenOn: number;
  /** ...until there is nobody left to name. */
  readonly most: number;
}

/** `own`: names of the voter's own slate or printed order; `most`: all names the voter could put down. */
export function lengthsFor(length: BallotLength, own: number, most: number): Lengths {
  const within = (names: number): number => Math.min(Math.max(names, 1), most);
  switch (length.kind) {
    case 'between':
      return { from: within(length.from), to: within(length.to), thenOn: 0, most };
    case 'own-slate':
      return { from: within(own), to: within(own), thenOn: length.thenOn, most };
    case 'while':
      return { from: within(1), to: within(1), thenOn: length.thenOn, most };
    default:
      return unknownKind(length);
  }
}

export function drawLength({ from, to, thenOn, most }: Lengths, random: Random): number {
  let names = from === to ? from : from + random.below(to - from + 1);
  if (thenOn > 0) while (names < most && random.unit() < thenOn) names++;
  return names;
}

/** The exact mean of drawLength. */
export function meanLength({ from, to, thenOn, most }: Lengths): number {
  let sum = 0;
  for (let start = from; start <= to; start++) {
    let chance = 1;
    sum += start;
    for (let names = start; names < most; names++) sum += chance *= thenOn;
  }
  return sum / (to - from + 1);
}

function unknownKind(length: never): never {
  throw new Error(`unknown ballot length ${JSON.stringify(length)}`);
}
