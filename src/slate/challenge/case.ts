import { checkContest, type Contest } from '../../count/contest';
import { count, type Count } from '../../count/count';
import { CannotCount } from '../../count/cannot-count';
import type { Rule } from '../../count/rule';
import { packBallots, type Ballot } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';

/** What the second of two counts has that the first has not; all else is the same in both. */
export type Change =
  /** The voter of this row, one paper, names more: in the first count it ends after so many names. */
  | { readonly kind: 'ranks-further'; readonly row: number; readonly cut: number }
  /** This candidate of the slate stands: in the first count nobody can vote for them. */
  | { readonly kind: 'one-more'; readonly candidate: CandidateId }
  /** Every ballot that begins with a name of the slate ends after so many names. */
  | { readonly kind: 'stops-sooner'; readonly cut: number };

/** An election made up to show something, small enough to be looked at whole. */
export interface SmallElection {
  readonly seats: number;
  readonly candidateCount: number;
  readonly ballots: readonly Ballot[];
  /** The slate a claim is about; empty where it is about one ballot. */
  readonly slate: readonly CandidateId[];
}

/** A small election, counted twice. */
export interface Case extends SmallElection {
  readonly change: Change;
}

export const contestOf = ({ seats, candidateCount, ballots }: SmallElection): Contest => ({
  seats,
  candidateCount,
  withdrawn: [],
  ballots: packBallots(ballots, candidateCount),
});

/** The contest without what the change brings, and with it. */
export function contestsOf(one: Case): readonly [Contest, Contest] {
  const { ballots, slate, change } = one;
  const contest = (some: readonly Ballot[]): Contest => contestOf({ ...one, ballots: some });
  const cutAfter = (ballot: Ballot, cut: number): Ballot => ({
    ...ballot,
    preferences: ballot.preferences.slice(0, cut),
  });
  switch (change.kind) {
    case 'ranks-further': {
      const { row, cut } = change;
      return [contest(ballots.map((ballot, i) => (i === row ? cutAfter(ballot, cut) : ballot))), contest(ballots)];
    }
    case 'one-more':
      return [{ ...contest(ballots), withdrawn: [change.candidate] }, contest(ballots)];
    case 'stops-sooner': {
      const supports = ({ preferences: [first = -1] }: Ballot): boolean => slate.includes(first);
      return [contest(ballots), contest(ballots.map((row) => (supports(row) ? cutAfter(row, change.cut) : row)))];
    }
    default:
      return change satisfies never;
  }
}

/** Both counts; null where the rule cannot make one of them. Lots fall alike, so that no luck makes the difference. */
export function countsOf(one: Case, rule: Rule): readonly [Count, Count] | null {
  const [before, after] = contestsOf(one).map((contest) => counted(contest, rule));
  return before == null || after == null ? null : [before, after];
}

export function counted(contest: Contest, rule: Rule): Count | null {
  if (!checkContest(contest, rule).ok) return null;
  try {
    const order = Array.from({ length: contest.candidateCount }, (_, id) => id);
    return count(contest, rule, { kind: 'listed', order });
  } catch (error) {
    if (error instanceof CannotCount) return null;
    throw error;
  }
}

/**
 * Whom the change costs the seat: of the names the voter had before, or of the slate those it comes to fewer by. A slate's
 * seat that a lot decides is not counted: seats do come and go by lots.
 */
export function costOf({ ballots, slate, change }: Case, before: Count, after: Count): CandidateId[] {
  const won = electedIn(before);
  const left = electedIn(after);
  if (change.kind === 'ranks-further') {
    const earlier = ballots[change.row]?.preferences.slice(0, change.cut) ?? [];
    return earlier.filter((id) => won.has(id) && !left.has(id));
  }
  if (drewLots(before) || drewLots(after)) return [];
  const seats = (elected: ReadonlySet<CandidateId>): number => slate.filter((id) => elected.has(id)).length;
  return seats(left) < seats(won) ? slate.filter((id) => won.has(id) && !left.has(id)) : [];
}

const electedIn = ({ elected }: Count): ReadonlySet<CandidateId> => new Set(elected.map(({ candidate }) => candidate));

/** Whether luck settled anything: lots, or the made-up order that a rule prescribes in their place. */
export const drewLots = ({ stages }: Count): boolean =>
  stages.some(({ ties }) => ties.some(({ resolvedBy }) => resolvedBy.kind !== 'earlier-stage'));

/** Whether the change costs anybody a seat in this case. */
export function costs(one: Case, rule: Rule): boolean {
  const counts = countsOf(one, rule);
  return counts !== null && costOf(one, ...counts).length > 0;
}
