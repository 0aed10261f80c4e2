import { greatestCommonDivisor } from '../../basics/common-divisor';
import { fraction, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import { CannotCount } from '../cannot-count';
import { unrestrained, type Restraints } from '../constraints';
import type { Contest } from '../contest';
import type { FirstPiles, LaidPapers } from '../papers/laid-papers';
import { noRows } from '../papers/piles';
import type { Lots } from '../lots';
import type { TransferRule } from '../rule';
import type { Standing } from '../standing';
import type { Point } from '../tie';
import type { Notes } from './notes';
import type { SinglePapers } from './single-papers';

export { candidatesWho, newRestraints, restraints } from '../standing';

/** Papers received together at one value; they move together. */
export interface Parcel {
  /** Rows of a pile of the laid papers; single papers where their order matters. */
  readonly rows: Uint32Array;
  /** Papers in those rows, counting copies. */
  readonly papers: number;
  /** Of each paper, in votes. */
  readonly value: Fraction;
  /** What the holder was credited with for all of them, units: papers x value, cut where the rule cuts sub-parcels. */
  readonly votes: bigint;
  /** The transfer (its index in the count) that brought them; null for first preferences. */
  readonly received: number | null;
}

/** The counting table: the one record that changes while a count goes on. Votes in units, `vote` of them to a vote. */
export interface Table {
  readonly contest: Contest;
  readonly rule: TransferRule;
  readonly lots: Lots;
  /** Where the order of papers matters: the contest's papers one by one; null elsewhere. */
  readonly papers: SinglePapers | null;
  /** The ballots laid out to be read; null where the order of papers matters. */
  readonly laid: LaidPapers | null;
  /** The papers at their first preferences among those not excluded; none where the order of papers matters. */
  fresh: readonly FirstPiles[];
  /** Of an exact count; null elsewhere. */
  readonly notes: Notes | null;
  /** Units in one vote; grows while an exact count looks for its unit, see `refine`. */
  vote: bigint;
  /** Papers with a usable first preference. */
  validBallots: number;
  /** What was cut of papers that were split, before anything moved; units. */
  cutAtFirst: bigint;
  readonly standing: Standing[];
  /** Places not yet filled. */
  placesLeft: number;
  /** How many points there were when a candidate was elected or excluded, by CandidateId; 0 before. */
  readonly settledAt: number[];
  /** 1 for candidates who can be given papers, by CandidateId. */
  readonly receives: Uint8Array;
  /** Elected candidates whose surplus has been moved: what is left is theirs for good. By CandidateId. */
  readonly finished: boolean[];
  readonly tallies: bigint[];
  readonly holdings: Parcel[][];
  /** There too, by paper: the place in the preferences where reading it goes on, after the one it stands at. */
  readonly at: Uint32Array;
  /** There too, where each paper's next preference is written while papers are sorted; shared, to be read at once. */
  readonly sorting: Uint16Array;
  nonTransferable: bigint;
  lossByFraction: bigint;
  quota: bigint;
  stage: number;
  transfers: number;
  points: Point[];
  /** What has been said of the constraints so far. */
  restraints: Restraints;
}

/** The single papers of a table whose rule looks at their order. */
export function apart({ papers }: Pick<Table, 'papers'>): SinglePapers {
  if (papers === null) throw new Error('papers are told apart only where their order matters');
  return papers;
}

/** The ballots as a count reads them: one by one where the rule looks at their order, else laid out. */
export type Papers = SinglePapers | LaidPapers;

/** `notes` are of an earlier round of the same count, if there was one. */
export function layTable(
  contest: Contest,
  rule: TransferRule,
  lots: Lots,
  read: Papers,
  vote: bigint,
  notes: Notes | null,
): Table {
  const laid = 'names' in read ? read : null;
  const papers = 'names' in read ? null : read;
  const { candidateCount, withdrawn } = contest;
  const standing: Standing[] = new Array<Standing>(candidateCount).fill('continuing');
  const receives = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) {
    standing[candidate] = 'withdrawn';
    receives[candidate] = 0;
  }
  return {
    contest,
    rule,
    lots,
    papers,
    laid,
    fresh: laid?.first ?? [],
    notes,
    vote,
    validBallots: 0,
    cutAtFirst: 0n,
    standing,
    placesLeft: contest.seats,
    settledAt: new Array<number>(candidateCount).fill(0),
    receives,
    finished: new Array<boolean>(candidateCount).fill(false),
    tallies: new Array<bigint>(candidateCount).fill(0n),
    holdings: Array.from({ length: candidateCount }, () => []),
    at: papers === null ? noRows : papers.starts.slice(0, papers.which.length),
    sorting: new Uint16Array(papers === null ? 0 : papers.which.length),
    nonTransferable: 0n,
    lossByFraction: 0n,
    quota: 0n,
    stage: 1,
    transfers: 0,
    points: [],
    restraints: unrestrained,
  };
}

/**
 * The finest unit an exact count goes to, about 2,400 digits to a vote. Each surplus can double the digits: nine seats
 * and 130,000 ballots mostly need some 350, fifteen to twenty-one some 1,200.
 */
const finestUnit = 2n ** 8_000n;

/**
 * Makes the unit of an exact count fine enough for papers of these values (in votes), by the smallest whole factor, and
 * rewrites in it what is on the table; of the points, only votes at the same one are ever compared. An exact count is made
 * twice: the first time finds its unit, the second uses it from the start, so that all it gives back is in one unit, and
 * takes from the notes what is the same in any.
 */
export function refine(table: Table, values: readonly Fraction[]): void {
  if (table.rule.decimals !== 'exact') return;
  let factor = 1n;
  for (const { denominator } of values) {
    if (table.vote % denominator === 0n) continue;
    const more = denominator / greatestCommonDivisor(table.vote, denominator); // a fraction is in lowest terms
    factor *= more;
    table.vote *= more;
    if (table.vote > finestUnit) {
      throw new CannotCount(
        'Kept exactly, the fractions of a vote become thousands of digits long in this count. Choose a rule that cuts them to decimals.',
      );
    }
  }
  if (factor === 1n) return;
  table.nonTransferable *= factor;
  table.lossByFraction *= factor;
  table.quota *= factor;
  for (let i = 0; i < table.tallies.length; i++) table.tallies[i] = tallyOf(table, i) * factor;
  for (const parcels of table.holdings) {
    parcels.forEach(({ rows, papers, value, votes, received }, i) => {
      parcels[i] = { rows, papers, value, votes: votes * factor, received };
    });
  }
}

/** What papers of one value are worth in units: each of them, or so many over a denominator where that is not whole. */
export interface Worth {
  readonly each: bigint | null;
  readonly units: bigint;
  readonly denominator: bigint;
}

export function votesAt({ vote }: Pick<Table, 'vote'>, { numerator, denominator }: Fraction): Worth {
  const units = numerator * vote;
  const each = units / denominator;
  return { each: each * denominator === units ? each : null, units, denominator };
}

/** Papers' votes, units: exact, or cut where the rule cuts sub-parcels. */
export const votesOf = ({ each, units, denominator }: Worth, papers: number): bigint =>
  each === null ? (BigInt(papers) * units) / denominator : BigInt(papers) * each;

export const wholeVote: Fraction = fraction(1n);

export function tallyOf(table: Table, candidate: CandidateId): bigint {
  const tally = table.tallies[candidate];
  if (tally === undefined) throw new Error(`candidate ${candidate} of ${table.tallies.length} has no tally`);
  return tally;
}

export const placesLeft = (table: Table): number => table.placesLeft;

/** Votes over the quota an elected candidate still has to part with; 0 when there are none. */
export function surplusOf(table: Table, candidate: CandidateId): bigint {
  const surplus = tallyOf(table, candidate) - table.quota;
  return surplus > 0n && table.standing[candidate] === 'elected' && !table.finished[candidate] ? surplus : 0n;
}

export function take(table: Table, candidate: CandidateId, standing: 'elected' | 'excluded'): void {
  if (table.standing[candidate] !== 'continuing') {
    throw new Error(`candidate ${candidate} is ${table.standing[candidate]} and cannot become ${standing}`);
  }
  table.standing[candidate] = standing;
  if (standing === 'elected') table.placesLeft -= 1;
  table.settledAt[candidate] = table.points.length;
  if (standing === 'excluded' || table.rule.receiving === 'below-quota') table.receives[candidate] = 0;
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
