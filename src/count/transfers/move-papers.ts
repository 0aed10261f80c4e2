import { fraction, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { MovedPapers, PaperFate, PaperSelection, Credit, Transfer } from '../stage';
import { noted } from './notes';
import { joinRows } from '../papers/piles';
import type { SortedPapers } from './sort-papers';
import { sum, votesAt, votesOf, type Parcel, type Table, type Worth } from './table';

/** A transfer being made: papers are sorted parcel by parcel, arrivals put down together at the end. */
export interface Move {
  readonly index: number;
  readonly receivers: readonly CandidateId[];
  /** By the candidate they come to; most transfers reach a few of many. */
  readonly arrivals: Map<CandidateId, Arrival[]>;
  /** By CandidateId, units; known when the move ends. */
  readonly gains: bigint[];
  readonly papers: MovedPapers[];
  nonTransferable: bigint;
}

/** Papers that come to a candidate out of one pile. Their votes are worked out once they lie with others of their value. */
interface Arrival extends Pick<Parcel, 'rows' | 'papers' | 'value'> {
  readonly worth: Worth;
}

export function beginMove(table: Table): Move {
  const { candidateCount } = table.contest;
  return {
    index: table.transfers,
    receivers: receiversOf(table),
    arrivals: new Map(),
    gains: new Array<bigint>(candidateCount).fill(0n),
    papers: [],
    nonTransferable: 0n,
  };
}

function receiversOf({ receives, contest }: Table): CandidateId[] {
  const receivers: CandidateId[] = [];
  for (let candidate = 0; candidate < contest.candidateCount; candidate++) {
    if (receives[candidate] === 1) receivers.push(candidate);
  }
  return receivers;
}

/**
 * Gives a sorted parcel's papers to their next preferences at `value` each. Papers without a next preference become
 * non-transferable at that value if `stopping`; otherwise they are the caller's to account for.
 */
export function handOn(
  table: Table,
  move: Move,
  from: CandidateId,
  parcel: { readonly papers: number; readonly value: Fraction | null },
  sorted: SortedPapers,
  value: Fraction,
  stopping: boolean,
): void {
  const worth = votesAt(table, value);
  // Elsewhere each is papers x value.
  const credits: Credit[] | null = table.rule.cutting === 'each-sub-parcel' ? [] : null;
  sorted.rowsFor.forEach((rows, candidate) => {
    if (rows === null) return;
    const papers = sorted.papersFor[candidate] as number;
    const arrival = { rows, papers, value, worth };
    const arrived = move.arrivals.get(candidate);
    if (arrived === undefined) move.arrivals.set(candidate, [arrival]);
    else arrived.push(arrival);
    credits?.push({ to: candidate, papers, votes: votesOf(worth, papers) });
  });
  if (stopping && sorted.papersWithout > 0) {
    const votes = votesOf(worth, sorted.papersWithout);
    move.nonTransferable += votes;
    credits?.push({ to: null, papers: sorted.papersWithout, votes });
  }
  move.papers.push({
    from,
    papers: parcel.papers,
    transferable: parcel.papers - sorted.papersWithout,
    valueBefore: parcel.value,
    valueAfter: value,
    credits,
  });
}

/** Votes that the papers handed on so far bring to all who get them, units. */
export const gainedSoFar = ({ arrivals }: Move): bigint =>
  sum([...arrivals.values()].flatMap((own) => own.map(({ worth, papers }) => votesOf(worth, papers))));

/**
 * Puts the papers down and closes the books: whatever the givers parted with and neither a candidate nor the
 * non-transferable got is loss by fraction.
 */
export function endMove(
  table: Table,
  move: Move,
  what: { readonly from: readonly CandidateId[]; readonly selection: PaperSelection; readonly fate: PaperFate },
  partedWith: readonly bigint[],
): Transfer {
  const { tallies, holdings } = table;
  what.from.forEach((candidate, i) => {
    tallies[candidate] = (tallies[candidate] ?? 0n) - (partedWith[i] ?? 0n);
  });
  let gained = 0n;
  for (const [candidate, arrivals] of move.arrivals) {
    let gain = 0n;
    for (const parcel of joinEqualValues(table, arrivals, move.index)) {
      gain += parcel.votes;
      holdings[candidate]?.push(parcel);
    }
    gained += gain;
    move.gains[candidate] = gain;
    tallies[candidate] = (tallies[candidate] ?? 0n) + gain;
  }
  const lossByFraction = sum(partedWith) - gained - move.nonTransferable;
  // Piles that were cut apart can be worth more once they come together again, and then give back what they had lost.
  if (lossByFraction < 0n && table.rule.cutting === 'each-paper') {
    throw new Error(`transfer ${move.index} gave out ${-lossByFraction} more units than it took from the candidates`);
  }
  table.nonTransferable += move.nonTransferable;
  table.lossByFraction += lossByFraction;
  table.transfers += 1;
  const after = [...tallies];
  table.points.push({ stage: table.stage, transfer: move.index, tallies: after });
  return {
    from: what.from,
    selection: what.selection,
    fate: what.fate, // one by one: spread, they cost more than all the rest of a small transfer
    receivers: move.receivers,
    papers: move.papers,
    gains: move.gains,
    nonTransferable: move.nonTransferable,
    lossByFraction,
    tallies: after,
  };
}

/**
 * Papers that arrive together at one value are one parcel from then on, unless they come from sub-parcels that were cut
 * differently: what the papers of a parcel count for is the same for all.
 */
function joinEqualValues(table: Table, arrivals: readonly Arrival[], received: number): Parcel[] {
  const groups =
    arrivals.length === 1
      ? [arrivals as [Arrival]]
      : groupBy(arrivals, ({ worth, value, papers }) => worth.each ?? keyOfCut(worth, value, papers));
  return groups.map((group) => {
    const [{ rows, value, worth }] = group;
    const papers = group.reduce((total, one) => total + one.papers, 0);
    return {
      rows: group.length === 1 ? rows : noted(table.notes?.joined, () => joinRows(group.map((one) => one.rows))),
      papers,
      value,
      votes: worth.each === null ? sum(group.map((one) => votesOf(one.worth, one.papers))) : votesOf(worth, papers),
      received,
    };
  });
}

const keyOfCut = (worth: Worth, value: Fraction, papers: number): string =>
  `${keyOf(value)} ${keyOf(fraction(votesOf(worth, papers), BigInt(papers)))}`;

/** Parcels in groups of one value, in the order in which the values first appear. */
export const groupByValue = (parcels: readonly Parcel[]): [Parcel, ...Parcel[]][] =>
  groupBy(parcels, ({ value }) => keyOf(value));

/** The text of a value, written once: the papers of one parcel share theirs, however many candidates they go to. */
const keys = new WeakMap<Fraction, string>();
export function keyOf(value: Fraction): string {
  let key = keys.get(value);
  if (key === undefined) keys.set(value, (key = `${value.numerator}/${value.denominator}`));
  return key;
}

function groupBy<T>(all: readonly T[], keyOfOne: (one: T) => string | bigint): [T, ...T[]][] {
  const groups = new Map<string | bigint, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOfOne(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
