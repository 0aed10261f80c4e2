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

/**
 * Sorts ballot rows by the next preference for a candidate who can still receive papers, and moves their cursors
 * there. The one loop that sees every paper: it only reads preferences and copies indexes.
 */
export function sortByNextPreference(table: Table, rows: Uint32Array): SortedPapers {
  const { cursor, receives, sorting, rule } = table;
  const { ballots, candidateCount } = table.contest;
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const markEnds = rule.skippedPreference === 'stops';
  const nobody = candidateCount;
  const rowCounts = new Uint32Array(candidateCount + 1);
  const papers = new Float64Array(candidateCount + 1);

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const end = starts[row + 1] as number;
    let at = (cursor[row] as number) + 1;
    let next = nobody;
    for (; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark) {
        if (markEnds) at = end;
      } else if (receives[candidate] === 1) {
        next = candidate;
        break;
      }
    }
    cursor[row] = at;
    sorting[i] = next;
    rowCounts[next] = (rowCounts[next] as number) + 1;
    papers[next] = (papers[next] as number) + (copies[row] as number);
  }

  const piles = Array.from(rowCounts, (count) => (count === 0 ? null : new Uint32Array(count)));
  const filled = new Uint32Array(candidateCount + 1);
  for (let i = 0; i < rows.length; i++) {
    const next = sorting[i] as number;
    const place = filled[next] as number;
    (piles[next] as Uint32Array)[place] = rows[i] as number;
    filled[next] = place + 1;
  }
  return {
    rowsFor: piles.slice(0, candidateCount),
    papersFor: papers.subarray(0, candidateCount),
    rowsWithout: piles[nobody] ?? new Uint32Array(0),
    papersWithout: papers[nobody] as number,
  };
}
