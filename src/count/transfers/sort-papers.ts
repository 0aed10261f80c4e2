import { skippedMark } from '../../election/ballots';
import { readOn } from '../papers/laid-papers';
import { joinRows, noRows, type Piles } from '../papers/piles';
import { noted } from './notes';
import type { Table } from './table';

/** Papers sorted by their next available preference; rows as the table's parcels have them. */
export type SortedPapers = Piles;

/** Sorts the rows of a parcel by the next preference for a candidate who can still receive papers, read up to it. */
export function sortByNextPreference(table: Table, rows: Uint32Array): SortedPapers {
  const { laid, receives, notes } = table;
  return laid === null ? sortSingle(table, rows) : noted(notes?.sortings, () => readOn(laid, receives, rows));
}

/** Papers one by one, in the order given: ballot rows. */
function sortSingle(table: Table, rows: Uint32Array): SortedPapers {
  const { readUpTo, sorting } = table;
  const { ballots, candidateCount } = table.contest;
  const { starts, preferences } = ballots;
  const nextAt = preferenceReader(table);
  const papersFor = new Array<number>(candidateCount + 1).fill(0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const at = nextAt(row);
    const end = starts[row + 1] as number;
    const next = at < end ? (preferences[at] as number) : candidateCount;
    readUpTo[row] = Math.min(at + 1, end) - (starts[row] as number);
    sorting[i] = next;
    papersFor[next] = (papersFor[next] as number) + 1;
  }
  const piles = Array.from(papersFor, (papers) => (papers === 0 ? null : new Uint32Array(papers)));
  const filled = new Uint32Array(candidateCount + 1);
  for (let i = 0; i < rows.length; i++) {
    const next = sorting[i] as number;
    const place = filled[next] as number;
    (piles[next] as Uint32Array)[place] = rows[i] as number;
    filled[next] = place + 1;
  }
  const rowsWithout = piles.pop() ?? noRows;
  return { rowsFor: piles, papersFor, rowsWithout, papersWithout: rowsWithout.length };
}

/** The piles once those who no longer receive have passed theirs on. */
export function passedOn(table: Table, piles: Piles): Piles {
  const { receives } = table;
  const closed = piles.rowsFor.flatMap((rows, candidate) =>
    rows !== null && receives[candidate] === 0 ? [sortByNextPreference(table, rows)] : [],
  );
  if (closed.length === 0) return piles;
  const open = {
    ...piles,
    rowsFor: piles.rowsFor.map((rows, candidate) => (receives[candidate] === 1 ? rows : null)),
    papersFor: piles.papersFor.map((papers, candidate) => (receives[candidate] === 1 ? papers : 0)),
  };
  return joinSorted([open, ...closed]);
}

/** Several sortings as one. */
export function joinSorted(sorted: readonly SortedPapers[]): SortedPapers {
  const [first] = sorted;
  if (first !== undefined && sorted.length === 1) return first;
  const candidates = first?.rowsFor.length ?? 0;
  const papersFor = new Array<number>(first?.papersFor.length ?? 0).fill(0);
  for (const one of sorted) {
    one.papersFor.forEach((papers, candidate) => (papersFor[candidate] = (papersFor[candidate] as number) + papers));
  }
  return {
    rowsFor: Array.from({ length: candidates }, (_, candidate) => {
      const rows = sorted.flatMap(({ rowsFor }) => rowsFor[candidate] ?? []);
      return rows.length === 0 ? null : joinRows(rows);
    }),
    papersFor,
    rowsWithout: joinRows(sorted.map(({ rowsWithout }) => rowsWithout)),
    papersWithout: sorted.reduce((papers, one) => papers + one.papersWithout, 0),
  };
}

/** For single rows: the index of the next preference for someone who can receive papers; the row's end for none. */
export function preferenceReader({ contest, readUpTo, receives, rule }: Table): (row: number) => number {
  const { starts, preferences } = contest.ballots;
  const mark = skippedMark(contest.ballots);
  const markEnds = rule.skippedPreference === 'stops';
  return (row) => {
    const end = starts[row + 1] as number;
    for (let at = (starts[row] as number) + (readUpTo[row] as number); at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark) {
        if (markEnds) return end;
      } else if (receives[candidate] === 1) return at;
    }
    return end;
  };
}
