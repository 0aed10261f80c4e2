import { unitsPerVote } from '../basics/decimal';
import type { CandidateId } from '../election/candidate';
import type { Contest } from './contest';
import type { Lots } from './lots';
import type { Rule } from './rule';

/** Papers received together at one value; they move together. */
export interface Parcel {
  /** Ballot rows. */
  readonly rows: Uint32Array;
  /** Papers in those rows, counting copies. */
  readonly papers: number;
  /** Of each paper, in units. */
  readonly value: bigint;
  /** The transfer (its index in the count) that brought them; null for first preferences. */
  readonly received: number | null;
}

export type Standing = 'continuing' | 'elected' | 'excluded' | 'withdrawn';

/** Everyone's votes after the first preferences and after every transfer: what ties look back on. */
export interface Point {
  readonly stage: number;
  readonly transfer: number | null;
  readonly tallies: readonly bigint[];
}

/** The counting table: the one record that changes while a count goes on. Votes in units of 10^-rule.decimals. */
export interface Table {
  readonly contest: Contest;
  readonly rule: Rule;
  readonly lots: Lots;
  /** Units in one vote. */
  readonly vote: bigint;
  /** Papers with a usable first preference. */
  validBallots: number;
  readonly standing: Standing[];
  /** How many points there were when a candidate was elected or excluded, by CandidateId; 0 before. */
  readonly settledAt: number[];
  /** 1 for candidates who can be given papers, by CandidateId. */
  readonly receives: Uint8Array;
  readonly tallies: bigint[];
  readonly holdings: Parcel[][];
  /** For each ballot row, the index in `preferences` of the preference it stands at. */
  readonly cursor: Int32Array;
  /** Places each paper's next preference is written to while a parcel is sorted; shared, to be read at once. */
  readonly sorting: Uint16Array;
  nonTransferable: bigint;
  lossByFraction: bigint;
  quota: bigint;
  stage: number;
  transfers: number;
  readonly points: Point[];
}

export function layTable(contest: Contest, rule: Rule, lots: Lots): Table {
  const { candidateCount, withdrawn, ballots } = contest;
  const rows = ballots.copies.length;
  const standing: Standing[] = new Array<Standing>(candidateCount).fill('continuing');
  const receives = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) {
    standing[candidate] = 'withdrawn';
    receives[candidate] = 0;
  }
  const cursor = new Int32Array(rows);
  for (let row = 0; row < rows; row++) cursor[row] = (ballots.starts[row] as number) - 1;
  return {
    contest,
    rule,
    lots,
    vote: unitsPerVote(rule.decimals),
    validBallots: 0,
    standing,
    settledAt: new Array<number>(candidateCount).fill(0),
    receives,
    tallies: new Array<bigint>(candidateCount).fill(0n),
    holdings: Array.from({ length: candidateCount }, () => []),
    cursor,
    sorting: new Uint16Array(rows),
    nonTransferable: 0n,
    lossByFraction: 0n,
    quota: 0n,
    stage: 1,
    transfers: 0,
    points: [],
  };
}

export function candidatesWho(table: Table, standing: Standing): CandidateId[] {
  return table.standing.flatMap((is, candidate) => (is === standing ? [candidate] : []));
}

export function tallyOf(table: Table, candidate: CandidateId): bigint {
  const tally = table.tallies[candidate];
  if (tally === undefined) throw new Error(`candidate ${candidate} of ${table.tallies.length} has no tally`);
  return tally;
}

export function placesLeft(table: Table): number {
  return table.contest.seats - candidatesWho(table, 'elected').length;
}

/** Votes over the quota an elected candidate still holds; 0 when there are none. */
export function surplusOf(table: Table, candidate: CandidateId): bigint {
  const surplus = tallyOf(table, candidate) - table.quota;
  return surplus > 0n && table.standing[candidate] === 'elected' ? surplus : 0n;
}

export function take(table: Table, candidate: CandidateId, standing: 'elected' | 'excluded'): void {
  if (table.standing[candidate] !== 'continuing') {
    throw new Error(`candidate ${candidate} is ${table.standing[candidate]} and cannot become ${standing}`);
  }
  table.standing[candidate] = standing;
  table.settledAt[candidate] = table.points.length;
  table.receives[candidate] = 0;
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
