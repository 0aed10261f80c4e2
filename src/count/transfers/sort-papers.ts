import { skippedMark } from '../../election/ballots';
import type { Table } from './table';

/** Papers sorted by their next available preference. */
export interface SortedPapers {
  /** Ballot rows by CandidateId of that preference; null where there are none. */
  readonly rowsFor: readonly (Uint32Array | null)[];
  /** Papers, counting copies, by CandidateId. */
  readonly papersFor: Float64Array;
  /** Rows and papers with no available preference left. */
  readonly rowsWithout: Uint32Array;
  readonly papersWithout: number;
}

const noRows = new Uint32Array(0);

/**
 * Sorts ballot rows by the next preference for a candidate who can still receive papers, and reads each row up to it.
 * The one loop that sees every paper: it only reads preferences and copies indexes. What makes it quick: each row is
 * looked up once, in the order of the parcel, which is that of the ballots, so that memory is read forwards; where a
 * row stands is a byte; copies are looked at only where there are any; and the second pass reads nothing but what the
 * first has just written.
 */
export function sortByNextPreference(table: Table, rows: Uint32Array): SortedPapers {
  const { readUpTo, receives, sorting, rule, single } = table;
  const { ballots, candidateCount } = table.contest;
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const markEnds = rule.skippedPreference === 'stops';
  const nobody = candidateCount;
  const rowCounts = new Float64Array(candidateCount + 1);
  const papers = single ? rowCounts : new Float64Array(candidateCount + 1);

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    let at = start + (readUpTo[row] as number);
    let next = nobody;
    for (; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark) {
        if (markEnds) at = end;
      } else if (receives[candidate] === 1) {
        next = candidate;
        at++;
        break;
      }
    }
    readUpTo[row] = at - start;
    sorting[i] = next;
    rowCounts[next] = (rowCounts[next] as number) + 1;
    if (!single) papers[next] = (papers[next] as number) + (copies[row] as number);
  }

  const piles = pilesFor(rowCounts);
  const filled = new Uint32Array(candidateCount + 1);
  for (let i = 0; i < rows.length; i++) {
    const next = sorting[i] as number;
    const place = filled[next] as number;
    (piles[next] as Uint32Array)[place] = rows[i] as number;
    filled[next] = place + 1;
  }
  const rowsWithout = piles.pop() ?? noRows;
  return { rowsFor: piles, papersFor: papers, rowsWithout, papersWithout: papers[nobody] as number };
}

/** A pile of the right size for each count; null for none. */
function pilesFor(counts: Float64Array): (Uint32Array | null)[] {
  const piles: (Uint32Array | null)[] = [];
  for (const count of counts) piles.push(count === 0 ? null : new Uint32Array(count));
  return piles;
}

/** Several sortings as one. */
export function joinSorted(sorted: readonly SortedPapers[]): SortedPapers {
  const [first] = sorted;
  if (first !== undefined && sorted.length === 1) return first;
  const candidates = first?.rowsFor.length ?? 0;
  const papersFor = new Float64Array(first?.papersFor.length ?? 0);
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

/** The rows of all in one array. */
export function joinRows(all: readonly Uint32Array[]): Uint32Array {
  const joined = new Uint32Array(all.reduce((length, rows) => length + rows.length, 0));
  let at = 0;
  for (const rows of all) {
    joined.set(rows, at);
    at += rows.length;
  }
  return joined;
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
