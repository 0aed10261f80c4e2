import { fraction, one, type Fraction } from '../basics/fraction';
import { ballotAt, type Ballots } from '../election/ballots';
import type { CandidateId } from '../election/candidate';
import type { Count } from './count';
import { holdingSum, timesOf, type HoldingSum } from './holdings';
import { endOfKeep } from './keep/end-keep';
import { endOfQuotients } from './quotients/end-quotients';
import { readBallots } from './read-ballots';
import { trace, type Holding } from './trace';
import { tracePiles } from './transfers/trace-piles';
import { eachUsable } from './usable-rows';

/**
 * Where the ballots with each first preference are when the count is over, by CandidateId: the sum of what each of them
 * comes to in `trace`, exactly. All candidates together they are the tallies of the last stage, its non-transferable votes
 * and its loss by fraction. A ballot that ranks several first counts for each of them in equal parts.
 */
export function endsByFirst(count: Count, ballots: Ballots): readonly Holding[] {
  return sumsByFirst(count, ballots).map((sum) => sum.total());
}

function sumsByFirst(count: Count, ballots: Ballots): readonly HoldingSum[] {
  const { rule, seats, candidateCount, withdrawn, constraints } = count;
  const read = readBallots({ seats, candidateCount, withdrawn, constraints, ballots }, rule);
  switch (rule.method) {
    case 'transfers':
      return tracePiles(count, rule, read);
    case 'marks':
      return endOfMarks(count, read.ballots);
    case 'keep-values': {
      const { plain, sharing } = partedByEquals(read.ballots);
      const sums = endOfKeep(count, rule, plain);
      for (const row of sharing) addShared(count, read.ballots, row, sums);
      return sums;
    }
    case 'quotients':
      return endOfQuotients(count, read.ballots);
    default:
      return rule satisfies never;
  }
}

/** An X for each of a ballot's first names, which stays there. */
function endOfMarks(count: Count, ballots: Ballots): readonly HoldingSum[] {
  const { candidateCount, votesPerBallot } = count;
  const marks = Array.from({ length: candidateCount }, () => new Float64Array(candidateCount + 1));
  eachUsable(count, ballots, (usable, papers) => {
    const of = marks[usable[0] as number] as Float64Array;
    const given = Math.min(votesPerBallot, usable.length);
    for (let i = 0; i < given; i++) of[usable[i] as number] = (of[usable[i] as number] as number) + papers;
    of[candidateCount] = (of[candidateCount] as number) + papers * (votesPerBallot - given);
  });
  return marks.map((of) => {
    const sum = holdingSum();
    of.forEach((papers, to) => {
      if (to === candidateCount) sum.add('nonTransferable', timesOf(one, papers));
      else sum.hold(to, timesOf(one, papers));
    });
    return sum;
  });
}

/** The ballots that rank nobody equal, and the rows of the others, few as they are. */
function partedByEquals(ballots: Ballots): { readonly plain: Ballots; readonly sharing: readonly number[] } {
  const { starts, joined, copies } = ballots;
  if (joined === null) return { plain: ballots, sharing: [] };
  const ranksEqual = (row: number): boolean => joined.subarray(starts[row], starts[row + 1]).includes(1);
  const sharing = [...copies.keys()].filter(ranksEqual);
  // Without papers a row weighs nothing.
  const left = copies.slice();
  for (const row of sharing) left[row] = 0;
  return { plain: { ...ballots, copies: left }, sharing };
}

function addShared(count: Count, ballots: Ballots, row: number, sums: readonly HoldingSum[]): void {
  const { preferences, joined = [], copies } = ballotAt(ballots, row);
  const holding = trace(count, preferences, joined)?.at(-1)?.holding;
  if (holding === undefined) return;
  const first = firstRank(count, preferences, joined);
  const each: Fraction = fraction(BigInt(copies), BigInt(first.length));
  for (const candidate of first) sums[candidate]?.addHolding(holding, each);
}

/** Those ranked first together, of those who stand. */
function firstRank(
  { withdrawn, candidateCount }: Count,
  preferences: readonly CandidateId[],
  joined: readonly number[],
): readonly CandidateId[] {
  const stands = (candidate: CandidateId): boolean => candidate < candidateCount && !withdrawn.includes(candidate);
  const from = preferences.findIndex(stands);
  let start = from;
  while (joined.includes(start)) start -= 1;
  let end = from + 1;
  while (joined.includes(end)) end += 1;
  return preferences.slice(start, end).filter(stands);
}
