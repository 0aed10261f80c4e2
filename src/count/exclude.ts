import type { CandidateId } from '../election/candidate';
import { beginMove, endMove, handOn } from './move-papers';
import { selects } from './selects';
import { sortByNextPreference } from './sort-papers';
import type { PaperSelection, Transfer } from './stage';
import type { Table } from './table';

/**
 * The transfers an exclusion is made in, one after the other; the caller elects in between.
 * - together (SSI 2007/42 rule 50): all papers at their present values.
 * - by-value (ERS97 5.4.1 to 5.4.7): the papers of all the excluded, in batches of descending value.
 */
export function* transferExcluded(table: Table, excluded: readonly CandidateId[]): Generator<Transfer, void> {
  switch (table.rule.excludedPapers) {
    case 'together':
      yield transferBatch(table, excluded, { kind: 'all' });
      return;
    case 'by-value':
      for (const value of valuesHeld(table, excluded)) {
        yield transferBatch(table, excluded, { kind: 'value', value });
      }
      return;
    default:
      table.rule.excludedPapers satisfies never;
  }
}

function transferBatch(table: Table, excluded: readonly CandidateId[], selection: PaperSelection): Transfer {
  const move = beginMove(table);
  const partedWith = excluded.map((candidate) => {
    const [moving, staying] = partition(table.holdings[candidate] ?? [], (parcel) => selects(selection, parcel));
    let parted = 0n;
    for (const parcel of moving) {
      const sorted = sortByNextPreference(table, parcel.rows);
      const unable = BigInt(sorted.papersWithout) * parcel.value;
      parted += handOn(move, candidate, parcel, sorted, parcel.value) + unable;
      move.nonTransferable += unable;
    }
    table.holdings[candidate] = staying;
    return parted;
  });
  return endMove(table, move, { from: excluded, selection, fate: { kind: 'present-value' } }, partedWith);
}

/** Values of the papers held, highest first, each once. */
function valuesHeld(table: Table, candidates: readonly CandidateId[]): bigint[] {
  const values = new Set(
    candidates.flatMap((candidate) => (table.holdings[candidate] ?? []).map(({ value }) => value)),
  );
  return [...values].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}
