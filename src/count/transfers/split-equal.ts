import { fraction, type Fraction } from '../../basics/fraction';
import { ballotAt, mostPapers, packBallots, skippedPreference, type Ballot } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { TransferRule } from '../rule';

/*
 * A paper on which candidates are ranked equal, where the rule shares it: it is split evenly over all the orders they
 * could be put in, A=B into half a paper AB and half a BA, and each part then goes its way as a paper of its own that is
 * worth so much less. This is done once, before anything is counted.
 */

/** The contest with every such paper split; a row is a paper, or one part of it. */
export interface SplitContest {
  readonly contest: Contest;
  /** By row: how many parts the paper was split into. */
  readonly parts: Uint32Array;
}

/** Parts of different papers that are still counted; a paper with ten equals would have 3,628,800. */
const mostParts = 1_000_000;

/** Null where no paper ranks anyone equal. `contest` is as the rule reads it. */
export function splitEqual(contest: Contest, rule: TransferRule): SplitContest | null {
  const { ballots, candidateCount } = contest;
  if (ballots.joined === null || rule.equalPreference !== 'shared') return null;
  if (!canSplit(rule)) throw new Error(`${rule.name} moves papers in a way that parts of them cannot`);
  const rows: Ballot[] = [];
  const parts: number[] = [];
  let split = 0;
  let papers = 0;
  for (let row = 0; row < ballots.copies.length; row++) {
    const ballot = ballotAt(ballots, row);
    const ranks = ranksOf(ballot, rule, contest.withdrawn);
    const many = ordersIn(ranks);
    if (many > 1) split += many;
    papers += many * ballot.copies;
    if (split > mostParts || papers > mostPapers) throw tooMany();
    for (const preferences of ordersOf(ranks)) {
      rows.push({ copies: ballot.copies, preferences });
      parts.push(many);
    }
  }
  return { contest: { ...contest, ballots: packBallots(rows, candidateCount) }, parts: Uint32Array.from(parts) };
}

/** Whether the rule looks at what papers are worth only, paper by paper, and never at how many they are. */
export const canSplit = ({ surplusValue, firstCount, cutting }: TransferRule): boolean =>
  surplusValue === 'weighted' && firstCount === 'all' && cutting === 'each-paper';

/** All the ways in which one paper is counted; one, where nobody on it is equal. */
export function ordersOnPaper(
  ballot: Omit<Ballot, 'copies'>,
  rule: TransferRule,
  withdrawn: readonly CandidateId[],
): readonly (readonly CandidateId[])[] {
  const ranks = ranksOf(ballot, rule, withdrawn);
  if (ordersIn(ranks) > mostParts) throw tooMany();
  return [...ordersOf(ranks)];
}

/** What a part of a paper is worth, in votes: cut to units, `vote` of them a vote. */
export const valueOfPart = (vote: bigint, parts: number): Fraction => fraction(vote / BigInt(parts), vote);

const tooMany = (): CannotCount =>
  new CannotCount(
    'So many candidates are ranked equal on the ballots that they would be split into millions of parts. Choose a rule that counts by keep values, or one under which such ballots end there.',
  );

/** Of several who are equal only those who stand; and nothing past a number left out that ends the paper. */
function ranksOf(
  { preferences, joined = [] }: Omit<Ballot, 'copies'>,
  rule: TransferRule,
  withdrawn: readonly CandidateId[],
): readonly (readonly CandidateId[])[] {
  const gap = rule.skippedPreference === 'stops' ? preferences.indexOf(skippedPreference) : -1;
  const ranks: CandidateId[][] = [];
  (gap < 0 ? preferences : preferences.slice(0, gap)).forEach((candidate, place) => {
    if (joined.includes(place)) ranks.at(-1)?.push(candidate);
    else ranks.push([candidate]);
  });
  return ranks.map((rank) => rank.filter((candidate) => !withdrawn.includes(candidate)));
}

function ordersIn(ranks: readonly (readonly CandidateId[])[]): number {
  let orders = 1;
  for (const { length } of ranks) for (let more = 2; more <= length; more++) orders *= more;
  return orders;
}

function* ordersOf(ranks: readonly (readonly CandidateId[])[]): Generator<readonly CandidateId[], void> {
  const at = ranks.findIndex(({ length }) => length > 1);
  const rank = ranks[at];
  if (rank === undefined) {
    yield ranks.flat();
    return;
  }
  const above = ranks.slice(0, at).flat();
  for (const first of rank) {
    const others = rank.filter((candidate) => candidate !== first);
    for (const rest of ordersOf([others, ...ranks.slice(at + 1)])) yield [...above, first, ...rest];
  }
}
