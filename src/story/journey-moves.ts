import { add, isZero, subtract, toNumber, zero, type Fraction } from '../basics/fraction';
import type { Holding } from '../count/trace';
import type { CandidateId } from '../election/candidate';
import type { JourneyStep, Pence } from './journey';
import { wholePence } from './whole-pence';

/** What changed between two holdings of a ballot. */
interface Move {
  readonly from: CandidateId | null;
  readonly to: CandidateId | null;
  readonly kept: Fraction;
  readonly moved: Fraction;
  readonly stopped: Fraction;
  readonly cut: Fraction;
}

/** What changed between two holdings; at most one candidate gives and one receives. Null if nothing did. */
export function moveBetween(before: Holding, after: Holding): Move | null {
  let from: CandidateId | null = null;
  let to: CandidateId | null = null;
  let kept = zero;
  let moved = zero;
  for (const candidate of new Set([...before.candidates.keys(), ...after.candidates.keys()])) {
    const change = subtract(after.candidates.get(candidate) ?? zero, before.candidates.get(candidate) ?? zero);
    if (isZero(change)) continue;
    if (change.numerator < 0n) {
      from = candidate;
      kept = after.candidates.get(candidate) ?? zero;
    } else {
      to = candidate;
      moved = change;
    }
  }
  const stopped = subtract(after.nonTransferable, before.nonTransferable);
  const cut = subtract(after.lossByFraction, before.lossByFraction);
  const nothing = from === null && to === null && isZero(stopped) && isZero(cut);
  return nothing ? null : { from, to, kept, moved, stopped, cut };
}

type Parts = Pick<JourneyStep, 'kept' | 'moved' | 'cut' | 'gained'>;

/** What the pence held are parted into, with those gained from other ballots or lost to them. */
export function partsOf(pence: Pence, move: Move, { revalued, lossByFraction }: Holding): Parts {
  const { from } = move;
  const held = from === null ? 100 : (pence.candidates.get(from) ?? 0);
  const before = from === null ? 0 : penceIn(pence) - 100;
  const gained = Math.max(-held, Math.round(100 * toNumber(revalued)) - before);
  const onwards = add(move.moved, move.stopped);
  // Where rounding gives back what it had cut, all that was cut is shared out anew.
  const again = move.cut.numerator < 0n;
  const cutBefore = again ? pence.cut : 0;
  const weights = [move.kept, onwards, again ? lossByFraction : move.cut];
  const [kept = 0, moved = 0, cut = 0] = wholePence(held + gained + cutBefore, weights);
  return { kept, moved, cut: cut - cutBefore, gained };
}

/** All of a ballot's pence: 100, and what it has gained from others or lost to them. */
export const penceIn = ({ candidates, stopped, cut }: Pence): number =>
  [...candidates.values()].reduce((sum, part) => sum + part, stopped + cut);

/** Whether one part of a holding is all there is; less than half a penny cut off aside. */
export const isWhole = ({ candidates, nonTransferable, lossByFraction }: Holding): boolean =>
  candidates.size + (isZero(nonTransferable) ? 0 : 1) === 1 && Math.abs(toNumber(lossByFraction)) < 0.005;

/** The pence after a move that left this holding. */
export function settlePence(
  pence: Pence,
  { from, to }: Pick<Move, 'from' | 'to'>,
  { kept, moved, cut }: Parts,
  holding: Holding,
): Pence {
  const candidates = new Map(pence.candidates);
  if (from !== null) {
    if (kept > 0) candidates.set(from, kept);
    else candidates.delete(from);
  }
  if (to !== null && moved > 0) candidates.set(to, moved);
  const stopped = pence.stopped + (to === null ? moved : 0);
  return { whole: isWhole(holding), candidates, stopped, cut: pence.cut + cut };
}
