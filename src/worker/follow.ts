import { fail, ok, type Result } from '../basics/result';
import type { Count } from '../count/count';
import { trace, type TracedStage } from '../count/trace';
import { looksAtOrder } from '../count/transfers/single-papers';
import { copiesOf, withBallot, type Ballots } from '../election/ballots';
import { countSteps } from './count-steps';
import type { CountJob, Progress } from './jobs';
import { ballotsOf, type Voters } from './voters';

/**
 * Count as a `CountJob` does and follow the ballot in hand, again and again as it changes: the other voters are kept
 * from one such job to the next, so that they are made, or sent over, once. Where the ballot in hand is empty they are
 * only made ready.
 */
export interface FollowJob extends Omit<CountJob, 'kind' | 'voters'> {
  readonly kind: 'follow';
  /** The other voters by a number: the same number, the same voters. */
  readonly votersNumber: number;
  /** Who they are; null where they were told before. */
  readonly voters: Voters | null;
}

export interface Followed {
  /** The ballot in hand at every stage; null when it names nobody who stands. */
  readonly traced: readonly TracedStage[] | null;
}

export type FollowFailure =
  | { readonly kind: 'refused'; readonly message: string }
  /** Told before, but not to this worker, or others since: they have to be told again. */
  | { readonly kind: 'voters-not-kept' };

/** What is kept from one job to the next. */
export interface Kept {
  voters: { readonly number: number; readonly ballots: Ballots; readonly madeUp: boolean } | null;
  /** The count of ballots to which the one in hand is not added, so that it changes nothing; and what it was made of. */
  count: { readonly made: string; readonly count: Count } | null;
}

export const nothingKept = (): Kept => ({ voters: null, count: null });

export function* follow(job: FollowJob, kept: Kept): Generator<Progress, Result<Followed, FollowFailure>, void> {
  const { mine, rule } = job;
  if (job.voters !== null && kept.voters?.number !== job.votersNumber) {
    const ballots = yield* ballotsOf(job.voters, job);
    kept.voters = { number: job.votersNumber, ballots, madeUp: job.voters.kind === 'made-up' };
    kept.count = null;
  }
  const others = kept.voters;
  if (others?.number !== job.votersNumber) return fail({ kind: 'voters-not-kept' });
  if (mine.length === 0) return ok({ traced: null });
  if (!others.madeUp) {
    const counted = yield* countOnce(job, others.ballots, kept);
    return counted.ok ? ok({ traced: trace(counted.value, mine) }) : counted;
  }
  const ballots = withBallot(others.ballots, { copies: 1, preferences: mine });
  const counted = yield* countThese(job, ballots);
  if (!counted.ok) return counted;
  // Mine is the last of those like it, which matters where papers move whole.
  const which = rule.method === 'transfers' && looksAtOrder(rule) ? copiesOf(ballots, mine) - 1 : 0;
  return ok({ traced: trace(counted.value, mine, [], which) });
}

function* countOnce(
  job: FollowJob,
  ballots: Ballots,
  kept: Kept,
): Generator<Progress, Result<Count, FollowFailure>, void> {
  // With the voters' number: others may be told of while these are counted, and done first.
  const made = JSON.stringify([job.votersNumber, job.rule, job.lots, job.seats, job.withdrawn]);
  if (kept.count?.made === made) return ok(kept.count.count);
  const counted = yield* countThese(job, ballots);
  if (counted.ok) kept.count = { made, count: counted.value };
  return counted;
}

function* countThese(
  { seats, candidateCount, withdrawn, rule, lots }: FollowJob,
  ballots: Ballots,
): Generator<Progress, Result<Count, FollowFailure>, void> {
  const counted = yield* countSteps({ seats, candidateCount, withdrawn, ballots }, rule, lots);
  return counted.ok ? counted : fail({ kind: 'refused', message: counted.error.message });
}
