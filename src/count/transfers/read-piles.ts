import type { CandidateId } from '../../election/candidate';
import type { TransferRule } from '../rule';
import type { ReadableRows } from './single-papers';

/** Rows whose next preference is one candidate, or who have none (`to` null). */
interface Sorted {
  readonly to: CandidateId | null;
  readonly rows: Uint32Array;
}

/** Papers being read on. */
export interface ReadOn {
  /**
   * Reads these rows on to their next preference among some candidates. A row that has one stands there from then on; one
   * that has none stays where it is.
   */
  readonly next: (rows: Uint32Array, among: readonly CandidateId[]) => readonly Sorted[];
  /** Back to where every row begins. */
  readonly startAgain: () => void;
}

export function readingOn(
  { preferences, starts, ends }: ReadableRows,
  mark: number,
  { skippedPreference }: Pick<TransferRule, 'skippedPreference'>,
  candidateCount: number,
): ReadOn {
  const stopAt = skippedPreference === 'stops' ? mark : -1;
  /** By row: the place in `preferences` where reading goes on. */
  const at = starts.slice();

  const nextOf = (row: number, receives: Uint8Array): number => {
    const end = ends[row] as number;
    for (let place = at[row] as number; place < end; place++) {
      const candidate = preferences[place] as number;
      if (candidate === stopAt) break;
      if (receives[candidate] !== 1) continue;
      at[row] = place + 1;
      return candidate;
    }
    return candidateCount;
  };

  return {
    next: (rows, among) => {
      const receives = new Uint8Array(mark + 1);
      for (const candidate of among) receives[candidate] = 1;
      const next = new Uint32Array(rows.length);
      const sizes = new Uint32Array(candidateCount + 1);
      for (let i = 0; i < rows.length; i++) {
        const to = nextOf(rows[i] as number, receives);
        next[i] = to;
        sizes[to] = (sizes[to] as number) + 1;
      }
      const piles = Array.from(sizes, (size) => new Uint32Array(size));
      sizes.fill(0);
      for (let i = 0; i < rows.length; i++) {
        const to = next[i] as number;
        const filled = sizes[to] as number;
        (piles[to] as Uint32Array)[filled] = rows[i] as number;
        sizes[to] = filled + 1;
      }
      return piles.flatMap((own, to) =>
        own.length === 0 ? [] : [{ to: to === candidateCount ? null : to, rows: own }],
      );
    },
    startAgain: () => at.set(starts),
  };
}
