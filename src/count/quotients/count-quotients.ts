import { unitsPerVote } from '../../basics/decimal';
import { fraction, multiply, subtract, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { Proceeding } from '../count';
import type { Lots } from '../lots';
import type { QuotientRule } from '../rule';
import type { Elected, PapersAndSeats, QuotientFate, Restraint, Stage, Tie, Transfer } from '../stage';
import { candidatesWho, newRestraints } from '../standing';
import { roundsOf, type ExclusionRound, type Round } from './rounds';
import { layTable, quotaOf, standingAt, type QuotientTable } from './table';

/**
 * Counts by quotients. The first stage has the first preferences, the second the elections of the first run if it has
 * any, and each further one an exclusion with the run that follows it. What votes are in them is told at `QuotientFate`.
 */
export function* countingQuotients(contest: Contest, rule: QuotientRule, lots: Lots): Generator<Stage, Proceeding> {
  const table = layTable(contest, rule, lots);
  const vote = unitsPerVote(rule.decimals);
  const stages: Stage[] = [];
  let quota = quotaOf(table);
  let open: OpenStage = { kind: 'first-preferences', because: { kind: 'start' }, of: [], elections: [], ties: [] };
  for (const round of roundsOf(table)) {
    if (round.outcome === 'election' && open.kind === 'first-preferences') {
      yield close(table, stages, open, quota, newRestraints(table));
      const because = { kind: 'quotient-over-quota', highest: round.of, quota: round.quota } as const;
      open = { kind: 'surplus', because, of: [], elections: [], ties: [] };
    }
    if (round.outcome === 'exclusion') {
      yield close(table, stages, open, round.quota, newRestraints(table));
      open = afterExclusion(round);
    } else {
      open = withRound(open, round);
    }
    quota = round.quota;
  }
  yield end(table, stages, open, quota);
  const { validBallots } = table;
  const first = stages[0]?.quota ?? null;
  return { vote, places: rule.decimals, validBallots, votesPerBallot: 1, quota: first, stages };
}

/** A run, as far as it has come. */
interface OpenStage extends Pick<Stage, 'kind' | 'because' | 'of'> {
  readonly elections: QuotientFate['elections'];
  readonly ties: readonly Tie[];
  /** Whom the last exclusion of the count takes, which moves nothing. */
  readonly lastOut?: readonly CandidateId[];
}

function afterExclusion({ of, because, tie }: ExclusionRound): OpenStage {
  return { kind: 'exclusion', because, of, elections: [], ties: tie === null ? [] : [tie] };
}

function withRound(open: OpenStage, round: Round): OpenStage {
  const { quota, tie } = round;
  const ties = tie === null ? open.ties : [...open.ties, tie];
  if (round.outcome !== 'election') return { ...open, ties, lastOut: round.of };
  const { of } = round;
  const { candidate } = of;
  return {
    ...open,
    of: open.kind === 'surplus' ? [...open.of, candidate] : open.of,
    elections: [...open.elections, { ...of, quota }],
    ties,
  };
}

/** The stage as it is before somebody more is elected or excluded; it is added to the `stages`. */
function close(
  table: QuotientTable,
  stages: Stage[],
  open: OpenStage,
  quota: Fraction,
  restraints: readonly Restraint[],
): Stage {
  const { kind, because, of, ties } = open;
  const votes = votesOf(table, open, quota);
  const stage: Stage = {
    number: stages.length + 1,
    kind,
    because,
    of,
    transfers: kind === 'first-preferences' ? [] : [transferOf(table, open, votes, stages.at(-1), quota)],
    ...votes,
    elected: [],
    excluded: kind === 'exclusion' ? of : [],
    ties,
    deferral: null,
    restraints,
    startsAgain: false,
  };
  stages.push(stage);
  return stage;
}

/** The last stage: its elections stand, and whoever is left is elected if there are places, or else excluded. */
function end(table: QuotientTable, stages: Stage[], open: OpenStage, quota: Fraction): Stage {
  const stage = close(table, stages, open, quota, []);
  const afterTransfer = stage.transfers.length === 0 ? null : 0;
  const { lastOut = [] } = open;
  const left = candidatesWho(table, 'continuing').filter((candidate) => !lastOut.includes(candidate));
  const filled = open.elections.length >= table.contest.seats;
  const elected = open.elections.map(({ candidate, quotient, quota }): Elected => {
    return { candidate, because: { kind: 'quotient', quotient, quota }, afterTransfer };
  });
  const remaining = left.map((candidate): Elected => {
    return { candidate, because: { kind: 'remaining', vote: stage.tallies[candidate] ?? 0n }, afterTransfer };
  });
  const last: Stage = {
    ...stage,
    elected: filled ? elected : [...elected, ...remaining],
    excluded: [...stage.excluded, ...lastOut, ...(filled ? left : [])],
  };
  stages[stages.length - 1] = last;
  return last;
}

type Votes = Pick<Stage, 'tallies' | 'nonTransferable' | 'lossByFraction' | 'quota'>;

/** What is left of papers that have paid this quota for the seats they have filled, in votes. */
export const votesLeft = ({ papers, seats }: PapersAndSeats, quota: Fraction): Fraction =>
  subtract(fraction(BigInt(papers)), multiply(seats, quota));

function votesOf(table: QuotientTable, { elections }: OpenStage, quota: Fraction): Votes {
  const vote = unitsPerVote(table.rule.decimals);
  const cut = ({ numerator, denominator }: Fraction): bigint => (numerator * vote) / denominator;
  const { candidateCount } = table.contest;
  const tallies = Array.from({ length: candidateCount }, (_, holder) =>
    cut(votesLeft(standingAt(table, holder), quota)),
  );
  for (const { candidate } of elections) tallies[candidate] = cut(quota);
  const nonTransferable = cut(votesLeft(standingAt(table, candidateCount), quota));
  const kept = tallies.reduce((a, b) => a + b, nonTransferable);
  return { tallies, nonTransferable, lossByFraction: BigInt(table.validBallots) * vote - kept, quota: cut(quota) };
}

function transferOf(
  table: QuotientTable,
  { elections, of }: OpenStage,
  { tallies, nonTransferable, lossByFraction }: Votes,
  before: Stage | undefined,
  quota: Fraction,
): Transfer {
  const { candidateCount } = table.contest;
  const standing = Array.from({ length: candidateCount }, (_, holder) => standingAt(table, holder));
  const stopped = standingAt(table, candidateCount);
  const elected = elections.map(({ candidate }) => candidate);
  return {
    from: of,
    selection: { kind: 'all' },
    fate: { kind: 'quotients', elections, quota, standing, stopped },
    receivers: [...candidatesWho(table, 'continuing'), ...elected].sort((a, b) => a - b),
    papers: [],
    gains: tallies.map((tally, candidate) => {
      const gain = tally - (before?.tallies[candidate] ?? 0n);
      return gain > 0n ? gain : 0n;
    }),
    nonTransferable: nonTransferable - (before?.nonTransferable ?? 0n),
    lossByFraction: lossByFraction - (before?.lossByFraction ?? 0n),
    tallies,
  };
}
