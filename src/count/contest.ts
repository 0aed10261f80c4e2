import { fail, ok, type Result } from '../basics/result';
import { mostPapers, paperCount, skippedMark, type Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Constraint } from '../election/constraint';
import { canBeMet } from './constraints';
import { readBallots } from './read-ballots';
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

/** A count takes about as long as the cube of this: more would be minutes, and no election is known to come near it. */
const mostCandidates = 1000;

/** Candidates who have not withdrawn. */
const standingCandidates = ({ candidateCount, withdrawn }: Contest): CandidateId[] =>
  Array.from({ length: candidateCount }, (_, id) => id).filter((id) => !withdrawn.includes(id));

/**
 * Whether there is anything to count: a seat, a candidate who has not withdrawn, a ballot that ranks one. And whether the
 * rule can fill so many seats and keep to the constraints, and all of it is within what can be counted.
 */
export function checkContest(contest: Contest, rule: Rule): Result<Contest, { readonly message: string }> {
  const { seats, candidateCount, withdrawn, ballots } = contest;
  if (!Number.isSafeInteger(seats) || seats < 1) return fail({ message: `${seats} seats cannot be filled.` });
  if (new Set(withdrawn).size >= candidateCount) return fail({ message: 'Every candidate has withdrawn.' });
  if (candidateCount > mostCandidates) {
    const message = `There are ${candidateCount} candidates, and the most that are counted is ${mostCandidates}.`;
    return fail({ message });
  }
  const constraints = contest.constraints ?? [];
  const continuing = standingCandidates(contest);
  if (!canBeMet(constraints, { seats, elected: [], continuing })) {
    const asked = constraints.map(({ group, min, max }) => `${group} ${min} to ${max}`).join(', ');
    const places = Math.min(seats, continuing.length);
    return fail({
      message: `No ${places} of the ${continuing.length} candidates are as the constraints ask: ${asked}.`,
    });
  }
  if (rule.method === 'marks' && constraints.length > 0) {
    return fail({ message: `${rule.name} cannot keep to constraints.` });
  }
  const unfit = whyUnfit(rule, seats);
  if (unfit !== null) return fail({ message: unfit });
  if (ballots.copies.length === 0) return fail({ message: 'There are no ballots to count.' });
  if (paperCount(ballots) > mostPapers) {
    return fail({ message: `There are more than ${mostPapers} papers, which is more than can be counted exactly.` });
  }
  const read = readBallots(contest, rule);
  if (ranksSomeone(read, rule)) return ok(contest);
  const because = read !== contest ? ': those ranked equal are not read under this rule' : '';
  return fail({ message: `No ballot ranks a candidate who can be elected${because}.` });
}

const fillsOneSeatOnly = (rule: Rule): boolean => 'fills' in rule && rule.fills === 'one-seat';

/** Why a rule cannot fill so many seats, in a sentence; null if it can. */
export function whyUnfit(rule: Rule, seats: number): string | null {
  if (!fillsOneSeatOnly(rule) || seats === 1) return null;
  return `${rule.name} can fill one seat only, and there are ${seats} here.`;
}

/** Whether any ballot, as the rule reads it, ranks a candidate who has not withdrawn. */
function ranksSomeone({ candidateCount, withdrawn, ballots }: Contest, { skippedPreference }: Rule): boolean {
  const stands = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) stands[candidate] = 0;
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  for (let row = 0; row < copies.length; row++) {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark && skippedPreference === 'stops') break;
      if (candidate !== mark && stands[candidate] === 1) return true;
    }
  }
  return false;
}
