import { skippedMark } from '../../election/ballots';
import type { Contest } from '../contest';
import type { RuleHead } from '../rule';
import { isSingle, papersBefore } from './papers-before';
import { newSorting, noRows, type Piles, type Sorting } from './piles';
import { readRows, unreadRows, widthOf } from './read-rows';
import { readStretches, stretchWidth, unreadStretch } from './read-stretches';

/** Ballots laid out to be read on from where each stands. */
export interface Laid {
  readonly starts: Uint32Array;
  /** The preferences of the ballots. */
  readonly names: Uint8Array | Uint16Array;
  readonly copies: Uint32Array;
  /** Whether every row is one paper. */
  readonly single: boolean;
  /** As in Ballots: piles are then of stretches. Null where nobody has looked, or papers were split: they are of rows. */
  readonly alike: Uint8Array | null;
  /** For stretches: papers in the rows before each, and at the end all; null where every row is one paper. */
  readonly papersBefore: Float64Array | null;
  /** Stands among the names for a number left out. */
  readonly mark: number;
  readonly markEnds: boolean;
  /** The number past all candidates. */
  readonly nobody: number;
  readonly sorting: Sorting;
}

/** Papers that were each split into as many parts, at their first preferences; whole papers are one part. */
export interface FirstPiles {
  readonly parts: number;
  readonly piles: Piles;
}

export interface LaidPapers extends Laid {
  /** At their first preferences for those who stand; ballots without one are left out. */
  readonly first: readonly FirstPiles[];
}

/** `parts`, by row: into how many parts such a paper was split; null where none was. */
export function layPapers(
  { candidateCount, withdrawn, ballots }: Contest,
  { skippedPreference }: Pick<RuleHead, 'skippedPreference'>,
  parts: Uint32Array | null,
): LaidPapers {
  const { starts, preferences, copies } = ballots;
  const rows = copies.length;
  const single = isSingle(copies);
  const alike = parts === null ? ballots.alike : null;
  const laid: Laid = {
    starts,
    names: preferences,
    copies,
    single,
    alike,
    papersBefore: alike === null || single ? null : papersBefore(copies),
    mark: skippedMark(ballots),
    markEnds: skippedPreference === 'stops',
    nobody: candidateCount,
    sorting: newSorting(rows, alike === null ? 1 : stretchWidth, candidateCount),
  };
  const receives = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) receives[candidate] = 0;
  const unread = (number: number): Piles => {
    if (alike !== null) return readOn(laid, receives, unreadStretch(rows));
    if (parts === null && single) return readRows(laid, receives, starts, 1, rows);
    return readOn(
      laid,
      receives,
      unreadRows(laid, (row) => parts === null || parts[row] === number),
    );
  };
  const numbers = parts === null ? [1] : [...new Set(parts)].sort((a, b) => a - b);
  const first = numbers.map((number) => {
    return { parts: number, piles: { ...unread(number), rowsWithout: noRows, papersWithout: 0 } };
  });
  return { ...laid, first };
}

/** Reads each paper of a pile on to its next name among those who receive (1), and sorts them by it. */
export function readOn(laid: Laid, receives: Uint8Array, pile: Uint32Array): Piles {
  if (laid.alike !== null) return readStretches(laid, laid.alike, receives, pile);
  const width = widthOf(laid);
  return readRows(laid, receives, pile, width, pile.length / width);
}
