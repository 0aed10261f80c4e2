import type { Scale } from '../basics/decimal';
import type { CandidateId } from '../election/candidate';
import type { Constraint } from '../election/constraint';
import type { Contest } from './contest';
import { LotAsked, type LotAnswer, type LotQuestion, type Lots } from './lots';
import { readBallots } from './read-ballots';
import { countingMarks } from './marks/count-marks';
import { countingQuotients } from './quotients/count-quotients';
import type { Rule } from './rule';
import type { Stage } from './stage';
import { countingKeepValues } from './keep/count-keep';
import { countingTransfers } from './transfers/count-transfers';

/** The whole proceeding and its result. Votes in units, `vote` of them to a vote, written with `places` decimals. */
export interface Count extends Scale {
  readonly rule: Rule;
  readonly lots: Lots;
  readonly seats: number;
  readonly candidateCount: number;
  readonly withdrawn: readonly CandidateId[];
  readonly constraints: readonly Constraint[];
  /** Papers with a usable first preference; only these count. */
  readonly validBallots: number;
  /** Votes of each valid ballot: one, or as many as the Xs it can give. */
  readonly votesPerBallot: number;
  /** The quota set at the first stage, units; null where the rule has none. */
  readonly quota: bigint | null;
  readonly stages: readonly Stage[];
  /** In order of election; each with the election that stands. */
  readonly elected: readonly { readonly candidate: CandidateId; readonly stage: number }[];
  /** In order of exclusion. */
  readonly excluded: readonly { readonly candidate: CandidateId; readonly stage: number }[];
}

/** What the way of counting finds out; the rest of a Count follows from it and the contest. */
export type Proceeding = Pick<Count, 'vote' | 'places' | 'validBallots' | 'votesPerBallot' | 'quota' | 'stages'>;

/** Counts to the end at once. */
export function count(contest: Contest, rule: Rule, lots: Lots): Count {
  const steps = counting(contest, rule, lots);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Counts with lots drawn by hand, as far as they have been: to the end, or up to the first tie without an answer. To go
 * on, count again with the answer added; a count is quick enough for that, and its stages come out the same.
 */
export function countOrAsk(contest: Contest, rule: Rule, answers: readonly LotAnswer[]): Count | LotQuestion {
  try {
    return count(contest, rule, { kind: 'asked', answers });
  } catch (error) {
    if (error instanceof LotAsked) return error.question;
    throw error;
  }
}

/** Counts stage by stage, so that the caller can show progress, pause or stop in between. */
export function* counting(contest: Contest, rule: Rule, lots: Lots): Generator<Stage, Count> {
  const proceeding = yield* proceed(readBallots(contest, rule), rule, lots);
  const { vote, places, validBallots, votesPerBallot, quota, stages } = proceeding;
  const { seats, candidateCount, withdrawn, constraints = [] } = contest;
  return {
    // One by one: spread out they would cost a seventh of a small count.
    vote,
    places,
    validBallots,
    votesPerBallot,
    quota,
    stages,
    rule,
    lots,
    seats,
    candidateCount,
    withdrawn,
    constraints,
    elected: electionsStanding(stages),
    excluded: stages.flatMap(({ number, excluded }) => excluded.map((candidate) => ({ candidate, stage: number }))),
  };
}

/** The elections that stand after these stages of a count, from its first one: those since it last started again. */
export function electionsStanding(stages: readonly Stage[]): Count['elected'] {
  const start = stages.findLastIndex(({ startsAgain }) => startsAgain);
  return stages
    .slice(Math.max(0, start))
    .flatMap(({ number, elected }) => elected.map(({ candidate }) => ({ candidate, stage: number })));
}

function proceed(contest: Contest, rule: Rule, lots: Lots): Generator<Stage, Proceeding> {
  switch (rule.method) {
    case 'transfers':
      return countingTransfers(contest, rule, lots);
    case 'marks':
      return countingMarks(contest, rule, lots);
    case 'keep-values':
      return countingKeepValues(contest, rule, lots);
    case 'quotients':
      return countingQuotients(contest, rule, lots);
    default:
      return rule satisfies never;
  }
}
