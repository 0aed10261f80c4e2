import { fraction, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { MovedPapers, PaperFate, PaperSelection, Credit, Transfer } from '../stage';
import type { TransferRule } from '../rule';
import { joinRows, type SortedPapers } from './sort-papers';
import { sum, votesAt, type Parcel, type Table } from './table';

/** A transfer being made: papers are sorted parcel by parcel, arrivals put down together at the end. */
export interface Move {
  readonly index: number;
  readonly receivers: readonly CandidateId[];
  /** Parcels by the candidate they come to; most transfers reach a few of many. */
  readonly arrivals: Map<CandidateId, Parcel[]>;
  readonly gains: bigint[];
  readonly papers: MovedPapers[];
  nonTransferable: bigint;
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
  const votesFor = votesAt(table, value);
  const credits: Credit[] = [];
  sorted.rowsFor.forEach((rows, candidate) => {
    if (rows === null) return;
    const papers = sorted.papersFor[candidate] as number;
    const votes = votesFor(papers);
    const arrival: Parcel = { rows, papers, value, votes, received: move.index };
    const arrived = move.arrivals.get(candidate);
    if (arrived === undefined) move.arrivals.set(candidate, [arrival]);
    else arrived.push(arrival);
    move.gains[candidate] = (move.gains[candidate] ?? 0n) + votes;
    credits.push({ to: candidate, papers, votes });
  });
  if (stopping && sorted.papersWithout > 0) {
    const votes = votesFor(sorted.papersWithout);
    move.nonTransferable += votes;
    credits.push({ to: null, papers: sorted.papersWithout, votes });
  }
  move.papers.push({
    from,
    papers: parcel.papers,
    transferable: parcel.papers - sorted.papersWithout,
    valueBefore: parcel.value,
    valueAfter: value,
    credits: table.rule.cutting === 'each-sub-parcel' ? credits : null, // else each is papers x value
  });
}

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
    const gain = move.gains[candidate] ?? 0n;
    gained += gain;
    tallies[candidate] = (tallies[candidate] ?? 0n) + gain;
    holdings[candidate]?.push(...joinEqualValues(arrivals, table.rule.cutting));
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
function joinEqualValues(arrivals: readonly Parcel[], cutting: TransferRule['cutting']): Parcel[] {
  if (arrivals.length < 2) return [...arrivals];
  const groups = groupBy(arrivals, ({ value, votes, papers }) =>
    cutting === 'each-paper' ? keyOf(value) : `${keyOf(value)} ${keyOf(fraction(votes, BigInt(papers)))}`,
  );
  return groups.map((group) => ({
    ...group[0],
    rows: joinRows(group.map(({ rows }) => rows)),
    papers: group.reduce((papers, parcel) => papers + parcel.papers, 0),
    votes: sum(group.map(({ votes }) => votes)),
  }));
}

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

function groupBy(parcels: readonly Parcel[], keyOfParcel: (parcel: Parcel) => string): [Parcel, ...Parcel[]][] {
  const groups = new Map<string, [Parcel, ...Parcel[]]>();
  for (const parcel of parcels) {
    const key = keyOfParcel(parcel);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [parcel]);
    else group.push(parcel);
  }
  return [...groups.values()];
}
