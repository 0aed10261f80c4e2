import { add, fraction, isZero, multiply, zero, type Fraction } from '../basics/fraction';
import type { CandidateId } from '../election/candidate';
import type { Holding } from './trace';

/** Parts of many ballots being added up. */
export interface HoldingSum {
  readonly hold: (candidate: CandidateId, part: Fraction) => void;
  readonly add: (what: 'nonTransferable' | 'lossByFraction' | 'revalued', part: Fraction) => void;
  /** All of a holding, so many times. */
  readonly addHolding: (holding: Holding, times: Fraction) => void;
  /** What there is so far, without candidates who have nothing. */
  readonly total: () => Holding;
}

export function holdingSum(): HoldingSum {
  const candidates = new Map<CandidateId, Fraction>();
  const rest = { nonTransferable: zero, lossByFraction: zero, revalued: zero };
  const sum: HoldingSum = {
    hold: (candidate, part) => {
      candidates.set(candidate, add(candidates.get(candidate) ?? zero, part));
    },
    add: (what, part) => {
      if (!isZero(part)) rest[what] = add(rest[what], part);
    },
    addHolding: (holding, times) => {
      for (const [candidate, part] of holding.candidates) sum.hold(candidate, multiply(part, times));
      for (const what of ['nonTransferable', 'lossByFraction', 'revalued'] as const) {
        sum.add(what, multiply(holding[what], times));
      }
    },
    total: () => ({ candidates: new Map([...candidates].filter(([, part]) => !isZero(part))), ...rest }),
  };
  return sum;
}

/** So many of a part. */
export const timesOf = (part: Fraction, times: number): Fraction => multiply(part, fraction(BigInt(times)));
