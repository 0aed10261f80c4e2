import type { CandidateId } from '../../election/candidate';
import { readOn } from '../papers/laid-papers';
import { joinRows, noRows, type Piles } from '../papers/piles';
import { noted } from './notes';
import { apart, type Table } from './table';

/** Papers sorted by their next available preference; rows as the table's parcels have them. */
export type SortedPapers = Piles;

/** Sorts the rows of a parcel by the next preference for a candidate who can still receive papers, read up to it. */
export function sortByNextPreference(table: Table, rows: Uint32Array): SortedPapers {
  const { laid, receives, notes } = table;
  return laid === null ? sortSingle(table, rows) : noted(notes?.sortings, () => readOn(laid, receives, rows));
}

/** Papers one by one, in the order given. */
function sortSingle(table: Table, rows: Uint32Array): SortedPapers {
  const { at, sorting, rule, receives } = table;
  const { candidateCount } = table.contest;
  const { ends, preferences, mark } = apart(table);
  const markEnds = rule.skippedPreference === 'stops';
  const papersFor = new Array<number>(candidateCount + 1).fill(0);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = ends[row] as number;
    let next = candidateCount;
    let place = at[row] as number;
    for (; place < end; place++) {
      const candidate = preferences[place] as number;
      if (candidate === mark) {
        if (markEnds) place = end;
      } else if (receives[candidate] === 1) {
        next = candidate;
        break;
      }
    }
    at[row] = next === candidateCount ? end : place + 1;
    sorting[i] = next;
    papersFor[next] = (papersFor[next] as number) + 1;
  }
  const piles = Array.from(papersFor, (many) => (many === 0 ? null : new Uint32Array(many)));
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

/** For single papers: reads one on to its next preference for someone who can receive papers; null if it has none. */
export function preferenceReader(table: Table): (row: number) => CandidateId | null {
  const { at, receives, rule } = table;
  const { ends, preferences, mark } = apart(table);
  const markEnds = rule.skippedPreference === 'stops';
  return (row) => {
    const end = ends[row] as number;
    for (let place = at[row] as number; place < end; place++) {
      const candidate = preferences[place] as number;
      if (candidate === mark) {
        if (markEnds) return null;
      } else if (receives[candidate] === 1) {
        at[row] = place + 1;
        return candidate;
      }
    }
    return null;
  };
}
