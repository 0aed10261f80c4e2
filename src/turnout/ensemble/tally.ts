import type { CandidateId } from '../../election/candidate';
import type { RunRange } from './run-numbers';

/*
 * What is kept of many runs: whole numbers only, so that adding them up is exact and the order does not matter. Lists of
 * the same runs, however they were split and merged, are equal to the last byte.
 */

/** Of whole numbers: enough for their mean and its error. */
export interface Sums {
  readonly sum: number;
  readonly squares: number;
}

/** Runs with the same candidates elected, in whatever order. */
export interface Outcome {
  /** Ascending. */
  readonly elected: readonly CandidateId[];
  /** Their numbers, ascending: each can be made again. */
  readonly runs: readonly number[];
}

/** What became of the ballot in hand, in parts of which it has `partsOfBallot`, summed over runs. */
export interface MineTally {
  /** Runs in which it was followed. */
  readonly followed: number;
  /** Held at the end by each candidate, in runs that elected them and in the others; by CandidateId. */
  readonly withElected: readonly number[];
  readonly withOthers: readonly number[];
  readonly cut: number;
  /** With all the elected together, and stopped. */
  readonly kept: Sums;
  readonly stopped: Sums;
  /** Runs in which so many of the elected held some of it: 0, 1, ... seats. */
  readonly helped: readonly number[];
}

export interface ArmTally {
  readonly counted: number;
  /** Runs the rule could not count, such as one without voters; ascending. */
  readonly uncounted: readonly number[];
  /** Runs that elected each, by CandidateId. */
  readonly elected: readonly number[];
  /** The same by order of election, [candidate][place from 0], and by stage, [candidate][stage - 1]. */
  readonly places: readonly (readonly number[])[];
  readonly stages: readonly (readonly number[])[];
  /** Runs in which each was the runner-up, by CandidateId. */
  readonly runnersUp: readonly number[];
  /** Runs by seats, [slate][seats]; the last entry is for candidates on no slate. */
  readonly seats: readonly (readonly number[])[];
  /** In ascending order of who is elected. */
  readonly outcomes: readonly Outcome[];
  /** Null where the arm has no ballot in hand. */
  readonly mine: MineTally | null;
}

/** An arm against the first, run by run. */
export interface PairTally {
  /** Runs that both could count. */
  readonly paired: number;
  /** Runs in which not the same candidates were elected. */
  readonly changed: number;
  /** Runs in which each candidate was elected in this arm only, or in the first only; by CandidateId. */
  readonly gained: readonly number[];
  readonly lost: readonly number[];
  /** This arm's seats less the first's, by slate; the last entry is for candidates on no slate. */
  readonly seats: readonly Sums[];
  /** Runs in which both followed their ballot, and what this one's elected held of it less the first's. */
  readonly followed: number;
  readonly kept: Sums;
  readonly stopped: Sums;
}

export interface Tally {
  /** Which runs are in it: the shortest list of ranges. */
  readonly runs: readonly RunRange[];
  /** In the order of the plan's arms. */
  readonly arms: readonly ArmTally[];
  /** In the order of the plan's arms from the second on. */
  readonly pairs: readonly PairTally[];
}

/** Candidates in ascending order, as a name for the outcome. */
export const sameElected = (a: readonly CandidateId[], b: readonly CandidateId[]): boolean =>
  a.length === b.length && a.every((candidate, place) => candidate === b[place]);

/** Outcomes come in this order: by the first candidate in which they differ. */
export function compareElected(a: readonly CandidateId[], b: readonly CandidateId[]): number {
  const place = a.findIndex((candidate, i) => candidate !== b[i]);
  if (place < 0) return a.length - b.length;
  return place >= b.length ? 1 : (a[place] as number) - (b[place] as number);
}
