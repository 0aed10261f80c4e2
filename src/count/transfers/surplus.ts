import { add, compare, equal, fraction, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { TransferRule } from '../rule';
import type { PaperSelection, Transfer } from '../stage';
import { beginMove, endMove, gainedSoFar, handOn, keyOf } from './move-papers';
import { noted, type SharedOut } from './notes';
import { joinSorted, sortByNextPreference, type SortedPapers } from './sort-papers';
import { refine, sum, surplusOf, type Parcel, type Table } from './table';
import { transferValues, type Sharing } from './transfer-value';

/**
 * Moves an elected candidate's surplus as the rule says; they are left with exactly the quota. Of the papers looked at
 * (`surplusPapers`) those that share in the surplus move at a new value; the rest stay with the candidate. A paper with
 * no next preference that shares takes its part out of play (SSI 2007/42 rule 48(3), (4)). Where the new value would be
 * more than the papers are worth and may not be, they move as they are, and what that leaves of the surplus becomes
 * non-transferable (ERS97 5.3.7, 5.3.10).
 */
export function transferSurplus(table: Table, candidate: CandidateId): Transfer {
  const { rule } = table;
  const stopping = rule.surplusPapers === 'all' || rule.surplusPapers === 'last-parcel';
  table.receives[candidate] = 0;
  const before = papersLookedAt(table, candidate);
  const sorted = before.parcels.map(({ rows }) => sortByNextPreference(table, rows));
  const piles = pilesOf(rule, before.parcels, sorted);
  const { sharing, values } = noted(table.notes?.surpluses, (): SharedOut => {
    const shared = sharingOf(table, candidate, before.parcels, sorted, stopping);
    const valueAfter = transferValues(rule, shared, table.vote);
    const after = piles.map(({ value }) => valueAfter(value));
    refine(table, after);
    return { sharing: shared, values: after };
  });

  // Read only now: an exact count may just have made its unit finer.
  const { parcels, others, selection } = papersLookedAt(table, candidate);
  const surplus = surplusOf(table, candidate);
  const move = beginMove(table);
  piles.forEach(({ papers, value, sorted }, i) => {
    const from = { papers, value: poolsValues(rule) ? null : value };
    handOn(table, move, candidate, from, sorted, values[i] as Fraction, stopping);
  });
  const atPresentValue = !poolsValues(rule) && piles.every(({ value }, i) => equal(value, values[i] as Fraction));
  const short = sharing.papers === 0 || (atPresentValue && compare(sharing.surplus, sharing.of) > 0);
  const shortfall = short ? surplus - gainedSoFar(move) - move.nonTransferable : 0n;
  move.nonTransferable += shortfall;
  table.finished[candidate] = true;
  table.holdings[candidate] = stopping ? [...others] : [...others, ...withoutNextPreference(parcels, sorted)];
  const fate = {
    kind: 'surplus',
    surplus,
    sharing,
    looked: sum(parcels.map(({ votes }) => votes)),
    others: sum(others.map(({ votes }) => votes)),
    shortfall,
  } as const;
  return endMove(table, move, { from: [candidate], selection, fate }, [surplus]);
}

interface PapersLookedAt {
  /** The latest first. */
  readonly parcels: readonly Parcel[];
  readonly others: readonly Parcel[];
  readonly selection: PaperSelection;
}

/** ERS97 5.3.1, 5.3.2: all papers, or those received last. */
export function papersLookedAt(table: Table, candidate: CandidateId): PapersLookedAt {
  const holdings = table.holdings[candidate] ?? [];
  const latest = holdings.at(-1);
  if (latest === undefined) throw new Error(`candidate ${candidate} has a surplus but no papers`);
  const earlier = holdings.slice(0, -1);
  switch (table.rule.surplusPapers) {
    case 'all':
    case 'all-transferable':
      return { parcels: [latest, ...earlier], others: [], selection: { kind: 'all' } };
    case 'last-parcel':
    case 'last-parcel-transferable': {
      const { received } = latest;
      return {
        parcels: [latest, ...earlier.filter((parcel) => parcel.received === received)],
        others: earlier.filter((parcel) => parcel.received !== received),
        selection: { kind: 'received', received },
      };
    }
    default:
      return table.rule.surplusPapers satisfies never;
  }
}

/** Where piles are cut and every paper gets the same whatever it was worth, the papers looked at are one pile. */
const poolsValues = ({ cutting, surplusValue, valueRise }: TransferRule): boolean =>
  cutting === 'each-sub-parcel' && surplusValue === 'unweighted' && valueRise === 'allowed';

/** Sorted papers that are handed on together. */
interface SortedPile {
  readonly papers: number;
  readonly value: Fraction;
  readonly sorted: SortedPapers;
}

/** Where piles are cut, papers of one value are one pile, or all of them; else each parcel is. */
function pilesOf(rule: TransferRule, parcels: readonly Parcel[], sorted: readonly SortedPapers[]): SortedPile[] {
  if (rule.cutting === 'each-paper') {
    return parcels.map(({ papers, value }, i) => ({ papers, value, sorted: sorted[i] as SortedPapers }));
  }
  const piles = new Map<string, { papers: number; value: Fraction; sorted: SortedPapers[] }>();
  parcels.forEach(({ papers, value }, i) => {
    const key = poolsValues(rule) ? '' : keyOf(value);
    const pile = piles.get(key) ?? { papers: 0, value, sorted: [] };
    piles.set(key, { ...pile, papers: pile.papers + papers, sorted: [...pile.sorted, sorted[i] as SortedPapers] });
  });
  return [...piles.values()].map((pile) => ({ ...pile, sorted: joinSorted(pile.sorted) }));
}

/** The surplus, and the votes and number of the papers that share in it. */
function sharingOf(
  table: Table,
  candidate: CandidateId,
  parcels: readonly Parcel[],
  sorted: readonly SortedPapers[],
  stopping: boolean,
): Sharing {
  let units = 0n;
  let parts = zero;
  let papers = 0;
  parcels.forEach((parcel, i) => {
    const sharing = stopping ? parcel.papers : parcel.papers - (sorted[i]?.papersWithout ?? 0);
    const votes = parcel.votes * BigInt(sharing);
    const all = BigInt(parcel.papers);
    if (votes % all === 0n) units += votes / all;
    else parts = add(parts, fraction(votes, all * table.vote)); // of a pile that was cut
    papers += sharing;
  });
  const of = add(fraction(units, table.vote), parts);
  return { surplus: fraction(surplusOf(table, candidate), table.vote), of, papers };
}

/** What stays with the candidate of papers that had no next preference. */
function withoutNextPreference(parcels: readonly Parcel[], sorted: readonly SortedPapers[]): Parcel[] {
  return parcels.flatMap((parcel, i) => {
    const { rowsWithout, papersWithout } = sorted[i] as SortedPapers;
    if (papersWithout === 0) return [];
    const votes = (parcel.votes * BigInt(papersWithout)) / BigInt(parcel.papers);
    return [{ ...parcel, rows: rowsWithout, papers: papersWithout, votes }];
  });
}
