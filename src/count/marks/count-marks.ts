import { skippedMark } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { Proceeding } from '../count';
import type { Lots } from '../lots';
import type { MarksRule } from '../rule';
import type { Elected, Stage, Tie } from '../stage';
import { settle, type TieRecord } from '../tie';

/** Xs are whole votes: a unit is a vote. */
const vote = 1n;

/**
 * Counts Xs: one stage, and those with most are elected, "up to the number of councillors to be elected" (SI 2006/3305
 * schedule 2 rule 15). Xs that ballots could have given to more names are the stage's non-transferable votes, so that
 * tallies and those add up to the ballots times the Xs of each.
 */
export function* countingMarks(contest: Contest, rule: MarksRule, lots: Lots): Generator<Stage, Proceeding> {
  const votesPerBallot = votesOfBallot(contest, rule);
  const { tallies, validBallots, notGiven } = giveMarks(contest, rule, votesPerBallot);
  const standing = tallies.flatMap((_, candidate) => (contest.withdrawn.includes(candidate) ? [] : [candidate]));
  const record: TieRecord = { rule, points: [{ stage: 1, transfer: null, tallies }], lots, transfers: 0 };
  const { elected, ties } = electMost(record, standing, tallies, contest.seats);
  const winners = elected.map(({ candidate }) => candidate);
  const stage: Stage = {
    number: 1,
    kind: 'first-preferences',
    because: { kind: 'start' },
    of: [],
    transfers: [],
    tallies,
    nonTransferable: notGiven,
    lossByFraction: 0n,
    quota: null,
    elected,
    excluded: standing.filter((candidate) => !winners.includes(candidate)),
    ties,
    deferral: null,
    restraints: [],
    startsAgain: false,
  };
  yield stage;
  return { vote, places: 0, validBallots, votesPerBallot, quota: null, stages: [stage] };
}

function votesOfBallot({ seats }: Contest, { marks }: MarksRule): number {
  switch (marks) {
    case 'one':
      return 1;
    case 'one-for-each-seat':
      return seats;
    default:
      return marks satisfies never;
  }
}

interface Marks {
  /** Xs by CandidateId. */
  readonly tallies: readonly bigint[];
  /** Papers that give at least one. */
  readonly validBallots: number;
  /** Xs that those papers could have given besides. */
  readonly notGiven: bigint;
}

function giveMarks({ ballots, candidateCount, withdrawn }: Contest, rule: MarksRule, most: number): Marks {
  const { starts, preferences, copies } = ballots;
  const gap = skippedMark(ballots);
  const stands = Uint8Array.from({ length: candidateCount }, (_, candidate) => (withdrawn.includes(candidate) ? 0 : 1));
  const given = new Float64Array(candidateCount);
  let validBallots = 0;
  for (let row = 0; row < copies.length; row++) {
    const papers = copies[row] as number;
    const end = starts[row + 1] as number;
    let left = most;
    for (let at = starts[row] as number; at < end && left > 0; at++) {
      const candidate = preferences[at] as number;
      if (candidate === gap && rule.skippedPreference === 'stops') break;
      if (stands[candidate] !== 1) continue; // withdrawn, or a number left out
      given[candidate] = (given[candidate] as number) + papers;
      left -= 1;
    }
    if (left === most) continue;
    validBallots += papers;
  }
  const tallies = Array.from(given, (marks) => BigInt(marks) * vote);
  // Papers times Xs can be more than a number holds exactly.
  const possible = BigInt(validBallots) * BigInt(most) * vote;
  return { tallies, validBallots, notGiven: possible - tallies.reduce((a, b) => a + b, 0n) };
}

/** Most votes first; where equal ones are more than the places left, a lot for each place. */
function electMost(
  record: TieRecord,
  standing: readonly CandidateId[],
  tallies: readonly bigint[],
  seats: number,
): { readonly elected: readonly Elected[]; readonly ties: readonly Tie[] } {
  const tally = (candidate: CandidateId): bigint => tallies[candidate] ?? 0n;
  const chosen: CandidateId[] = [];
  const ties: Tie[] = [];
  let left = [...standing];
  while (chosen.length < seats && left.length > 0) {
    const most = left.map(tally).reduce((a, b) => (a > b ? a : b));
    const level = left.filter((candidate) => tally(candidate) === most);
    if (level.length <= seats - chosen.length) {
      chosen.push(...level);
    } else {
      const settled = settle({ ...record, transfers: ties.length }, 'election', level, 'highest');
      chosen.push(settled.chosen);
      if (settled.tie !== null) ties.push(settled.tie);
    }
    left = left.filter((candidate) => !chosen.includes(candidate));
  }
  const [next] = left.sort((a, b) => Number(tally(b) - tally(a)));
  const elected = chosen.map((candidate): Elected => {
    const vote = tally(candidate);
    const because: Elected['because'] =
      next === undefined
        ? { kind: 'remaining', vote }
        : { kind: 'most-votes', vote, next: { candidate: next, vote: tally(next) } };
    return { candidate, because, afterTransfer: null };
  });
  return { elected, ties };
}
