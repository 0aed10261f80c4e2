import type { CandidateId } from '../election/candidate';
import { beginMove, endMove, handOn } from './move-papers';
import { sortByNextPreference } from './sort-papers';
import type { PaperFate, Transfer } from './stage';
import { surplusOf, tallyOf, type Parcel, type Table } from './table';
import { weightedValue } from './weighted-value';

/** Moves an elected candidate's surplus as the rule says; they are left with exactly the quota. */
export function transferSurplus(table: Table, candidate: CandidateId): Transfer {
  switch (table.rule.surplusValue) {
    case 'weighted-inclusive':
      return transferWeightedInclusive(table, candidate);
    case 'exclusive':
      return transferExclusive(table, candidate);
    default:
      return table.rule.surplusValue satisfies never;
  }
}

/**
 * SSI 2007/42 rule 48(3), (4). Papers with no next preference also take their share of the surplus with them, out of
 * play.
 */
function transferWeightedInclusive(table: Table, candidate: CandidateId): Transfer {
  const surplus = surplusOf(table, candidate);
  const total = tallyOf(table, candidate);
  const move = beginMove(table);
  for (const parcel of holdingsOf(table, candidate)) {
    const value = weightedValue(table.rule, parcel.value, surplus, total);
    const sorted = sortByNextPreference(table, parcel.rows);
    handOn(move, candidate, parcel, sorted, value);
    move.nonTransferable += BigInt(sorted.papersWithout) * value;
  }
  table.holdings[candidate] = []; // all papers have moved on; the quota that stays is theirs for good
  const fate: PaperFate = { kind: 'weighted-inclusive', surplus, total };
  return endMove(table, move, { from: [candidate], selection: { kind: 'all' }, fate }, [surplus]);
}

/** ERS97 5.3.1 to 5.3.10. */
function transferExclusive(table: Table, candidate: CandidateId): Transfer {
  const surplus = surplusOf(table, candidate);
  const holdings = holdingsOf(table, candidate);
  const batch = holdings.at(-1); // 5.3.2; a first-stage surplus has one parcel only (5.3.1)
  if (batch === undefined) throw new Error(`candidate ${candidate} has a surplus of ${surplus} units but no papers`);
  const move = beginMove(table);
  const sorted = sortByNextPreference(table, batch.rows);
  const papers = BigInt(batch.papers - sorted.papersWithout);
  const able = papers * batch.value;
  const unable = BigInt(sorted.papersWithout) * batch.value;
  let fate: PaperFate;
  if (able > surplus) {
    const value = surplus / papers; // 5.3.7: to the rule's decimals, the remainder ignored
    handOn(move, candidate, batch, sorted, value);
    fate = { kind: 'exclusive', surplus, papers, value };
  } else {
    handOn(move, candidate, batch, sorted, batch.value);
    const shortfall = surplus - able;
    move.nonTransferable += shortfall;
    const others = tallyOf(table, candidate) - able - unable;
    fate = { kind: 'exclusive-at-present-value', surplus, shortfall, unable, others };
  }
  const kept: Parcel = { ...batch, rows: sorted.rowsWithout, papers: sorted.papersWithout };
  table.holdings[candidate] = [...holdings.slice(0, -1), kept];
  const selection = { kind: 'received', received: batch.received } as const;
  return endMove(table, move, { from: [candidate], selection, fate }, [surplus]);
}

function holdingsOf(table: Table, candidate: CandidateId): readonly Parcel[] {
  return table.holdings[candidate] ?? [];
}
