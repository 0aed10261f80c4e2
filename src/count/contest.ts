import { fail, ok, type Result } from '../basics/result';
import { skippedMark, type Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Constraint } from '../election/constraint';
import { canBeMet } from './constraints';
import type { Rule } from './rule';

/** What a count needs to know of an election. */
export interface Contest {
  readonly seats: number;
  /** All candidates on the paper, withdrawn ones included. */
  readonly candidateCount: number;
  readonly withdrawn: readonly CandidateId[];
  readonly ballots: Ballots;
  /** Least and greatest numbers to be elected of some groups; none when left out. */
  readonly constraints?: readonly Constraint[];
}

/** Candidates who have not withdrawn. */
const standingCandidates = ({ candidateCount, withdrawn }: Contest): CandidateId[] =>
  Array.from({ length: candidateCount }, (_, id) => id).filter((id) => !withdrawn.includes(id));

/** Whether there is anything to count: a seat, a candidate who has not withdrawn, a ballot that ranks one. */
export function checkContest(contest: Contest, rule: Rule): Result<Contest, { readonly message: string }> {
  const { seats, candidateCount, withdrawn, ballots } = contest;
  if (!Number.isInteger(seats) || seats < 1) return fail({ message: `${seats} seats cannot be filled.` });
  if (new Set(withdrawn).size >= candidateCount) return fail({ message: 'Every candidate has withdrawn.' });
  const constraints = contest.constraints ?? [];
  const continuing = standingCandidates(contest);
  if (!canBeMet(constraints, { seats, elected: [], continuing })) {
    const asked = constraints.map(({ group, min, max }) => `${group} ${min} to ${max}`).join(', ');
    const places = Math.min(seats, continuing.length);
    return fail({
      message: `No ${places} of the ${continuing.length} candidates are as the constraints ask: ${asked}.`,
    });
  }
  const mark = skippedMark(ballots);
  const rows = ballots.copies.length;
  for (let row = 0; row < rows; row++) {
    const end = ballots.starts[row + 1] as number;
    for (let at = ballots.starts[row] as number; at < end; at++) {
      const candidate = ballots.preferences[at] as number;
      if (candidate === mark && rule.skippedPreference === 'stops') break;
      if (candidate !== mark && !withdrawn.includes(candidate)) return ok(contest);
    }
  }
  const message = rows === 0 ? 'There are no ballots to count.' : 'No ballot ranks a candidate who can be elected.';
  return fail({ message });
}
