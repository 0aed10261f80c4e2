import { fail, ok, type Result } from '../../basics/result';
import { whyUnfit } from '../../count/contest';
import type { Rule } from '../../count/rule';
import type { CandidateId, SlateId } from '../../election/candidate';
import type { Turnout } from '../model';

/**
 * One what-if. All arms of a plan have the same random voters, run by run: arms that differ in one thing differ in their
 * results by that thing alone.
 */
export interface Arm {
  /** Unique within its plan. */
  readonly id: string;
  readonly turnout: Turnout;
  readonly rule: Rule;
  /** The ballot in hand, first preference first; empty where none is asked about. */
  readonly mine: readonly CandidateId[];
  /** How many such ballots are added to the made-up voters' and counted with them: 1 for the user alone. */
  readonly copies: number;
}

/** What every run of an ensemble shares: run i of it is the same wherever it is made. Plain data. */
export interface Plan {
  readonly seats: number;
  readonly candidateCount: number;
  readonly withdrawn: readonly CandidateId[];
  /** By CandidateId. */
  readonly slateOf: readonly (SlateId | null)[];
  readonly slateCount: number;
  readonly seed: string;
  /** Weighted papers that stand for all voters, so that a run is quick; null for a paper each. */
  readonly papers: number | null;
  /** At least one; the others are compared with the first. */
  readonly arms: readonly Arm[];
}

/** The most runs of a plan: with so many, sums of squares are still exact whole numbers. */
export const mostRuns = 1_000_000;

/** Checks what does not depend on chance; that turnouts suit the election is checked when they are read. */
export function checkPlan(plan: Plan): Result<Plan, { readonly message: string }> {
  const { arms, papers, seats, candidateCount } = plan;
  if (arms.length === 0) return fail({ message: 'There is nothing to count: a plan needs at least one arm.' });
  if (new Set(arms.map(({ id }) => id)).size < arms.length) return fail({ message: 'Two arms have the same name.' });
  if (papers !== null && (!Number.isInteger(papers) || papers < 1)) {
    return fail({ message: `The number of papers must be a whole number of 1 or more, not ${papers}.` });
  }
  for (const { rule, mine, copies } of arms) {
    const unfit = whyUnfit(rule, seats);
    if (unfit !== null) return fail({ message: unfit });
    if (!Number.isInteger(copies) || copies < 0) {
      return fail({ message: `The number of ballots like yours must be a whole number of 0 or more, not ${copies}.` });
    }
    const unknown = mine.find((id) => !Number.isInteger(id) || id < 0 || id >= candidateCount);
    if (unknown !== undefined)
      return fail({ message: `The ballot names candidate ${unknown + 1}, who does not exist.` });
    if (new Set(mine).size < mine.length) return fail({ message: 'The ballot names somebody twice.' });
  }
  return ok(plan);
}
