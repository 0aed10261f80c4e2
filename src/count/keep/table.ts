import { unitsPerVote } from '../../basics/decimal';
import type { CandidateId } from '../../election/candidate';
import { unrestrained, type Restraints } from '../constraints';
import type { Contest } from '../contest';
import type { Lots } from '../lots';
import type { KeepRule } from '../rule';
import { candidatesWho, type Standing } from '../standing';
import type { Point } from '../tie';
import { layOut, shareVotes, type TreeLayout } from './share-votes';
import type { PreferenceTree } from './branches';
import { growTree, leaveOut, startPassing } from './tree';

/** The one record that changes while a count by keep values goes on. Votes in units, `vote` of them to a vote. */
export interface KeepTable {
  readonly contest: Contest;
  readonly rule: KeepRule;
  readonly lots: Lots;
  readonly vote: bigint;
  readonly tree: PreferenceTree;
  /** The tree laid out; null when it has changed since. */
  layout: TreeLayout | null;
  readonly standing: Standing[];
  /** Keep values in units, by CandidateId: 1 vote while continuing, 0 once excluded. */
  readonly keep: Int32Array;
  tallies: readonly bigint[];
  nonTransferable: bigint;
  lossByFraction: bigint;
  quota: bigint;
  stage: number;
  transfers: number;
  /** What has been said of the constraints so far. */
  restraints: Restraints;
  /** Everyone's votes after each iteration. */
  readonly points: Point[];
}

export function layTable(contest: Contest, rule: KeepRule, lots: Lots): KeepTable {
  const { candidateCount, withdrawn } = contest;
  const vote = unitsPerVote(rule.decimals);
  const table: KeepTable = {
    contest,
    rule,
    lots,
    vote,
    tree: growTree(contest, rule),
    layout: null,
    standing: new Array<Standing>(candidateCount).fill('continuing'),
    keep: new Int32Array(candidateCount).fill(Number(vote)),
    tallies: [],
    nonTransferable: 0n,
    lossByFraction: 0n,
    quota: 0n,
    stage: 1,
    transfers: 0,
    restraints: unrestrained,
    points: [],
  };
  for (const candidate of withdrawn) {
    table.standing[candidate] = 'withdrawn';
    table.keep[candidate] = 0;
  }
  return table;
}

/** Counts the votes anew by the keep values as they stand, and with them the quota. */
export function countVotes(table: KeepTable): void {
  const { rule, vote, tree, keep } = table;
  table.layout ??= layOut(tree);
  const { tallies, nonTransferable } = shareVotes(table.layout, rule, keep, Number(vote));
  table.tallies = tallies;
  table.nonTransferable = nonTransferable;
  table.lossByFraction = BigInt(tree.validBallots) * vote - sum(tallies) - nonTransferable;
  table.quota = quotaOf(table);
  table.points.push({ stage: table.stage, transfer: table.transfers === 0 ? null : table.transfers - 1, tallies });
}

/** NZ 2001 sch. 1A cl. 5, 11, 26; PRF reference rule B.2.b. */
function quotaOf({ rule, contest, tallies, vote }: KeepTable): bigint {
  const inPlay = sum(tallies);
  if (contest.seats === 1 && rule.oneSeatQuota === 'whole-majority') {
    return ((inPlay + 2n * vote - 1n) / (2n * vote)) * vote;
  }
  const share = inPlay / BigInt(contest.seats + 1);
  switch (rule.quota) {
    case 'droop-cut':
      return share;
    case 'droop-next-decimal':
      return share + 1n;
    default:
      return rule.quota satisfies never;
  }
}

/** Improves the keep values of the elected: keep x quota / votes (NZ 2001 sch. 1A cl. 17; PRF reference rule B.2.f). */
export function improveKeepValues(table: KeepTable): void {
  for (const candidate of candidatesWho(table, 'elected')) {
    const votes = tallyOf(table, candidate);
    if (votes === 0n || (table.rule.improving === 'over-quota' && votes <= table.quota)) continue;
    const before = table.keep[candidate] as number;
    // Never above 1; and not upwards for having too many votes, as rounding up twice can lead to near zero.
    const most = table.rule.improving === 'over-quota' ? before : Number(table.vote);
    const value = Math.min(Number(improved(table, BigInt(before), votes)), most);
    table.keep[candidate] = value;
    if (table.tree.passes[candidate] === 0 && value < Number(table.vote)) {
      startPassing(table.tree, candidate);
      table.layout = null;
    }
  }
}

function improved({ rule, quota, vote }: KeepTable, keep: bigint, votes: bigint): bigint {
  switch (rule.keepRounding) {
    case 'each-step-up':
      return divideUp(divideUp(keep * quota, vote) * vote, votes);
    case 'once-up':
      return divideUp(keep * quota, votes);
    default:
      return rule.keepRounding satisfies never;
  }
}

/** Takes candidates out of the count; their papers are divided among the others when votes are next counted. */
export function exclude(table: KeepTable, candidates: readonly CandidateId[]): void {
  for (const candidate of candidates) {
    if (table.standing[candidate] !== 'continuing') throw new Error(`candidate ${candidate} cannot be excluded`);
    table.standing[candidate] = 'excluded';
    table.keep[candidate] = 0;
    leaveOut(table.tree, candidate);
  }
  table.layout = null;
}

export function tallyOf(table: KeepTable, candidate: CandidateId): bigint {
  const tally = table.tallies[candidate];
  if (tally === undefined) throw new Error(`candidate ${candidate} of ${table.tallies.length} has no tally`);
  return tally;
}

/** Votes an elected candidate has over the quota; 0 where they have none. */
export function surplusOf(table: KeepTable, candidate: CandidateId): bigint {
  const surplus = tallyOf(table, candidate) - table.quota;
  return surplus > 0n ? surplus : 0n;
}

/** All surpluses of the elected together. */
export const surpluses = (table: KeepTable): bigint =>
  sum(candidatesWho(table, 'elected').map((candidate) => surplusOf(table, candidate)));

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

const divideUp = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
