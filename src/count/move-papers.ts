import type { CandidateId } from '../election/candidate';
import type { SortedPapers } from './sort-papers';
import type { MovedParcel, PaperFate, PaperSelection, Transfer } from './stage';
import { candidatesWho, sum, type Parcel, type Table } from './table';

/** A transfer being made: parcels are sorted one by one, arrivals put down together at the end. */
export interface Move {
  readonly index: number;
  readonly receivers: readonly CandidateId[];
  readonly arrivals: Parcel[][];
  readonly gains: bigint[];
  readonly parcels: MovedParcel[];
  nonTransferable: bigint;
}

export function beginMove(table: Table): Move {
  const { candidateCount } = table.contest;
  return {
    index: table.transfers,
    receivers: candidatesWho(table, 'continuing'),
    arrivals: Array.from({ length: candidateCount }, () => []),
    gains: new Array<bigint>(candidateCount).fill(0n),
    parcels: [],
    nonTransferable: 0n,
  };
}

/**
 * Gives a sorted parcel's papers to their next preferences at `value` each. Returns the value handed on, units;
 * the papers without a next preference are the caller's to account for.
 */
export function handOn(move: Move, from: CandidateId, parcel: Parcel, sorted: SortedPapers, value: bigint): bigint {
  let handed = 0n;
  sorted.rowsFor.forEach((rows, candidate) => {
    if (rows === null) return;
    const papers = sorted.papersFor[candidate] as number;
    const gain = BigInt(papers) * value;
    move.arrivals[candidate]?.push({ rows, papers, value, received: move.index });
    move.gains[candidate] = (move.gains[candidate] ?? 0n) + gain;
    handed += gain;
  });
  move.parcels.push({
    from,
    papers: parcel.papers,
    valueBefore: parcel.value,
    valueAfter: value,
    transferable: parcel.papers - sorted.papersWithout,
  });
  return handed;
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
  move.gains.forEach((gain, candidate) => {
    tallies[candidate] = (tallies[candidate] ?? 0n) + gain;
    holdings[candidate]?.push(...joinEqualValues(move.arrivals[candidate] ?? []));
  });
  const lossByFraction = sum(partedWith) - sum(move.gains) - move.nonTransferable;
  if (lossByFraction < 0n) {
    throw new Error(`transfer ${move.index} gave out ${-lossByFraction} more units than it took from the candidates`);
  }
  table.nonTransferable += move.nonTransferable;
  table.lossByFraction += lossByFraction;
  table.transfers += 1;
  const after = [...tallies];
  table.points.push({ stage: table.stage, transfer: move.index, tallies: after });
  return {
    ...what,
    receivers: move.receivers,
    parcels: move.parcels,
    gains: move.gains,
    nonTransferable: move.nonTransferable,
    lossByFraction,
    tallies: after,
  };
}

/** Papers that arrive together at one value are one parcel from then on. */
function joinEqualValues(arrivals: readonly Parcel[]): Parcel[] {
  const byValue = new Map<bigint, Parcel[]>();
  for (const parcel of arrivals) {
    const same = byValue.get(parcel.value);
    if (same === undefined) byValue.set(parcel.value, [parcel]);
    else same.push(parcel);
  }
  return [...byValue.values()].map((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return first as Parcel;
    const rows = new Uint32Array(same.reduce((length, parcel) => length + parcel.rows.length, 0));
    let at = 0;
    let papers = 0;
    for (const parcel of same) {
      rows.set(parcel.rows, at);
      at += parcel.rows.length;
      papers += parcel.papers;
    }
    return { rows, papers, value: first.value, received: first.received };
  });
}
