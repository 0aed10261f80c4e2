import { add, fraction, isZero, multiply, one, subtract, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { QuotientFate, Stage } from '../stage';
import type { Holding, TracedStage } from '../trace';
import { votesLeft } from './count-quotients';

/**
 * Follows a ballot, given by its usable preferences, through every run: what it has paid for the seats it has filled,
 * and where the rest of it stands. Each candidate's votes were cut as a whole, and every paper bears its share of that.
 */
export function traceQuotients(count: Count, preferences: readonly CandidateId[]): readonly TracedStage[] {
  const excluded = new Set<CandidateId>();
  let read = preferences.slice(0, 1);
  return count.stages.map((stage) => {
    const [transfer] = stage.transfers;
    if (transfer === undefined) {
      return { holding: heldBy(new Map([[preferences[0] as CandidateId, one]]), zero, zero), afterTransfers: [], read };
    }
    if (transfer.fate.kind !== 'quotients') throw new Error(`a ${transfer.fate.kind} among quotients`);
    if (stage.kind === 'exclusion') for (const candidate of stage.of) excluded.add(candidate);
    const open = preferences.filter((candidate) => !excluded.has(candidate));
    const way = wayThrough(transfer.fate, open);
    const upTo = way.holder === null ? preferences.length : preferences.indexOf(way.holder) + 1;
    if (upTo > read.length) read = preferences.slice(0, upTo);
    const holding = afterRun(count, stage, transfer.fate, way);
    return { holding, afterTransfers: [holding], read };
  });
}

/** The way of a paper through one run. */
export interface Way {
  /** Which of the run's elections it filled a part of, by index, in order. */
  readonly filled: readonly number[];
  /** Where it stands at the end; null when it names nobody who is still in. */
  readonly holder: CandidateId | null;
}

/** The way of a paper with these preferences, all of them of candidates in the run. */
export function wayThrough({ elections }: QuotientFate, preferences: readonly CandidateId[]): Way {
  const elected = new Set<CandidateId>();
  const filled: number[] = [];
  let at = 0;
  elections.forEach(({ candidate }, index) => {
    if (preferences[at] === candidate) filled.push(index);
    elected.add(candidate);
    while (elected.has(preferences[at] ?? -1)) at += 1;
  });
  return { filled, holder: preferences[at] ?? null };
}

/** What a paper comes to that went this way through the run of a stage. */
export function afterRun({ vote }: Count, stage: Stage, fate: QuotientFate, { filled, holder }: Way): Holding {
  const { quota, elections, standing, stopped } = fate;
  const parts = new Map<CandidateId, Fraction>();
  // A paper that was not counted may stand where none that was does; nothing is cut of it there.
  const credited = (part: Fraction, of: Fraction, units: bigint): Fraction =>
    isZero(part) || isZero(of) ? part : multiply(part, divide(fraction(units, vote), of));
  let paidFor = zero;
  for (const index of filled) {
    const election = elections[index];
    if (election === undefined) throw new Error(`election ${index} of a run of ${elections.length}`);
    const now = divide(one, election.quotient);
    const paid = multiply(subtract(now, paidFor), quota);
    parts.set(election.candidate, credited(paid, quota, stage.tallies[election.candidate] ?? 0n));
    paidFor = now;
  }
  const rest = subtract(one, multiply(paidFor, quota));
  if (holder === null) {
    const nonTransferable = credited(rest, votesLeft(stopped, quota), stage.nonTransferable);
    return heldBy(parts, nonTransferable, lossOf(parts, nonTransferable));
  }
  const all = standing[holder];
  if (all === undefined) throw new Error(`candidate ${holder} has no papers`);
  parts.set(holder, credited(rest, votesLeft(all, quota), stage.tallies[holder] ?? 0n));
  return heldBy(parts, zero, lossOf(parts, zero));
}

const lossOf = (parts: Holding['candidates'], nonTransferable: Fraction): Fraction =>
  subtract(one, [...parts.values()].reduce(add, nonTransferable));

const heldBy = (parts: Holding['candidates'], nonTransferable: Fraction, lossByFraction: Fraction): Holding => ({
  candidates: new Map([...parts].filter(([, part]) => !isZero(part))),
  nonTransferable,
  lossByFraction,
  revalued: zero,
});

const divide = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);
