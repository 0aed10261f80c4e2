import { compare } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { TransferRule } from '../rule';
import type { PaperSelection, Transfer } from '../stage';
import { beginMove, endMove, groupByValue, handOn } from './move-papers';
import { handOut } from './sample-hand-out';
import { selects } from './selects';
import { joinRows } from '../papers/piles';
import { joinSorted, sortByNextPreference } from './sort-papers';
import { sum, type Parcel, type Table } from './table';

/**
 * The transfers an exclusion is made in, one after the other; the caller elects in between.
 * - together (SSI 2007/42 rule 50): all papers at their present values.
 * - by-value (ERS97 5.4.1 to 5.4.7): the papers of all the excluded, in batches of descending value.
 * - first-preferences-then-by-value (SI 1985/454 rule 50): the papers each was given as first preferences, then the
 *   others by descending value.
 * - by-order-received: the papers that came in each earlier transfer, in the order of those transfers.
 */
export function* transferExcluded(
  table: Table,
  excluded: readonly CandidateId[],
  how: Batching,
): Generator<Transfer, void, undefined> {
  for (const selection of batchesOf(table, excluded, how)) {
    if (table.rule.surplusValue === 'whole-every-nth') yield* handOutBatch(table, excluded, selection);
    else yield transferBatch(table, excluded, selection);
  }
}

type Batching = Exclude<TransferRule['excludedPapers'], 'restart'>;

function batchesOf(table: Table, excluded: readonly CandidateId[], how: Batching): PaperSelection[] {
  const held = excluded.flatMap((candidate) => table.holdings[candidate] ?? []);
  switch (how) {
    case 'together':
      return [{ kind: 'all' }];
    case 'by-value':
      return byValue(held);
    case 'first-preferences-then-by-value': {
      const received = held.filter((parcel) => parcel.received !== null);
      const first = { kind: 'received', received: null } as const;
      return held.length > received.length ? [first, ...byValue(received)] : byValue(received);
    }
    case 'by-order-received': {
      const transfers = [...new Set(held.map(({ received }) => received))];
      transfers.sort((a, b) => (a ?? -1) - (b ?? -1));
      return transfers.map((received) => ({ kind: 'received', received }));
    }
    default:
      return how satisfies never;
  }
}

/** A batch for each value of a paper, highest first. */
function byValue(parcels: readonly Parcel[]): PaperSelection[] {
  const values = groupByValue(parcels).map(([{ value }]) => value);
  return values.sort((a, b) => compare(b, a)).map((value) => ({ kind: 'value', value }));
}

/** Papers of the excluded one by one, so that nobody is given one past the quota: c. 54A s. 9 (c). */
function handOutBatch(
  table: Table,
  excluded: readonly CandidateId[],
  selection: PaperSelection,
): Generator<Transfer, void, undefined> {
  let until = 0;
  const ends: number[] = [];
  const rows: Uint32Array[] = [];
  const from = excluded.map((candidate) => {
    const holdings = table.holdings[candidate] ?? [];
    table.holdings[candidate] = holdings.filter((parcel) => !selects(selection, parcel));
    for (const parcel of holdings.filter((one) => selects(selection, one))) {
      rows.push(parcel.rows);
      until += parcel.rows.length;
      ends.push(until);
    }
    return { candidate, until };
  });
  return handOut(table, {
    from,
    rows: joinRows(rows),
    ends,
    sequence: (order) => order,
    selection,
    most: until,
    stopping: true,
    fateOf: (drawn, filled) => (filled === null ? { kind: 'present-value' } : { kind: 'part', drawn: drawn(), filled }),
  });
}

function transferBatch(table: Table, excluded: readonly CandidateId[], selection: PaperSelection): Transfer {
  const move = beginMove(table);
  const partedWith = excluded.map((candidate) => {
    const moving: Parcel[] = [];
    const staying: Parcel[] = [];
    for (const parcel of table.holdings[candidate] ?? []) (selects(selection, parcel) ? moving : staying).push(parcel);
    table.holdings[candidate] = staying;
    // Where piles are cut, papers of one value are one pile.
    const piles: [Parcel, ...Parcel[]][] =
      table.rule.cutting === 'each-sub-parcel' ? groupByValue(moving) : moving.map((parcel) => [parcel]);
    for (const pile of piles) {
      const papers = pile.reduce((total, parcel) => total + parcel.papers, 0);
      const { value } = pile[0];
      const sorted = joinSorted(pile.map(({ rows }) => sortByNextPreference(table, rows)));
      handOn(table, move, candidate, { papers, value }, sorted, value, true);
    }
    return sum(moving.map(({ votes }) => votes));
  });
  return endMove(table, move, { from: excluded, selection, fate: { kind: 'present-value' } }, partedWith);
}
