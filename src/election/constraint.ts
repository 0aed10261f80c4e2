import type { CandidateId } from './candidate';

/** Of these candidates at least `min` and at most `max` are to be elected. */
export interface Constraint {
  /** What they have in common, as in a sentence: "women". */
  readonly group: string;
  readonly members: readonly CandidateId[];
  readonly min: number;
  readonly max: number;
}
