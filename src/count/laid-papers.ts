import { skippedMark } from '../election/ballots';
import type { Contest } from './contest';
import type { RuleHead } from './rule';

/** Papers in piles by the candidate they go to. */
export interface Piles {
  /** By CandidateId; null where there are none. */
  readonly rowsFor: readonly (Uint32Array | null)[];
  /** Papers, counting copies, by CandidateId, and last those for nobody. */
  readonly papersFor: readonly number[];
  /** Papers on which no name is left. */
  readonly rowsWithout: Uint32Array;
  readonly papersWithout: number;
}

/** Papers that were each split into as many parts, at their first preferences; whole papers are one part. */
export interface FirstPiles {
  readonly parts: number;
  readonly piles: Piles;
}

/**
 * Ballots laid out to be read on from where each stands. A row of a pile says where it is to be read on from and where
 * it ends, so that reading on touches the names and no table of rows; and a pile never changes, so that it can be read
 * again after others have gone out.
 */
export interface LaidPapers {
  /** The preferences of the ballots. */
  readonly names: Uint8Array | Uint16Array;
  /** Stands among them for a number left out. */
  readonly mark: number;
  readonly markEnds: boolean;
  /** The number past all candidates. */
  readonly nobody: number;
  /** Numbers to a row: where it is read on from, where it ends, and its copies unless every row is one paper. */
  readonly width: 2 | 3;
  /** At their first preferences for those who stand; ballots without one are left out. */
  readonly first: readonly FirstPiles[];
  readonly sorting: Sorting;
}

const noRows = new Uint32Array(0);

/** What sorting a pile is done with, used again for the next. */
interface Sorting {
  /** Where rows go and are read on from after that, by row of the pile. */
  readonly heading: Uint8Array | Uint16Array;
  readonly places: Uint32Array;
  /** How many rows go to each candidate and last to nobody, and where the next of them is put; all 0 in between. */
  readonly counts: Uint32Array;
  readonly filled: Uint32Array;
  readonly room: Room;
}

/** Where small piles are put side by side: most transfers move a few papers, and an array of its own costs more than they. */
interface Room {
  block: Uint32Array;
  used: number;
}

/** Numbers in a block of room; piles of more than an eighth of it get their own array, so that little is wasted. */
const blockLength = 2 ** 14;

function roomFor(room: Room, length: number): { readonly block: Uint32Array; readonly start: number } {
  if (length > blockLength / 8) return { block: new Uint32Array(length), start: 0 };
  if (room.used + length > room.block.length) {
    room.block = new Uint32Array(blockLength);
    room.used = 0;
  }
  const start = room.used;
  room.used += length;
  return { block: room.block, start };
}

const newSorting = (rows: number, candidateCount: number): Sorting => ({
  heading: candidateCount < 256 ? new Uint8Array(rows) : new Uint16Array(rows),
  places: new Uint32Array(rows),
  counts: new Uint32Array(candidateCount + 1),
  filled: new Uint32Array(candidateCount + 1),
  room: { block: noRows, used: 0 },
});

/** `parts`, by row: into how many parts such a paper was split; null where none was. */
export function layPapers(
  { candidateCount, withdrawn, ballots }: Contest,
  { skippedPreference }: Pick<RuleHead, 'skippedPreference'>,
  parts: Uint32Array | null,
): LaidPapers {
  const { starts, preferences, copies } = ballots;
  const rows = copies.length;
  const laid = {
    names: preferences,
    mark: skippedMark(ballots),
    markEnds: skippedPreference === 'stops',
    nobody: candidateCount,
    width: isSingle(copies) ? 2 : 3,
    sorting: newSorting(rows, candidateCount),
  } as const;
  const { width } = laid;
  const all = (number: number): Uint32Array => {
    const pile = new Uint32Array(rows * width);
    let to = 0;
    for (let row = 0; row < rows; row++) {
      if (parts !== null && parts[row] !== number) continue;
      pile[to] = starts[row] as number;
      pile[to + 1] = starts[row + 1] as number;
      if (width === 3) pile[to + 2] = copies[row] as number;
      to += width;
    }
    return pile.subarray(0, to);
  };
  const receives = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) receives[candidate] = 0;
  const numbers = parts === null ? [1] : [...new Set(parts)].sort((a, b) => a - b);
  const first = numbers.map((number) => {
    // Whole single papers lie one after the other already: each ends where the next starts.
    const whole = parts === null && width === 2;
    const piles = whole ? readRows(laid, receives, starts, 1, rows) : readOn(laid, receives, all(number));
    return { parts: number, piles: { ...piles, rowsWithout: noRows, papersWithout: 0 } };
  });
  return { ...laid, first };
}

function isSingle(copies: Uint32Array): boolean {
  for (let row = 0; row < copies.length; row++) if (copies[row] !== 1) return false;
  return true;
}

/** Reads each paper of a pile on to its next name among those who receive (1), and sorts them by it. */
export const readOn = (laid: Omit<LaidPapers, 'first'>, receives: Uint8Array, pile: Uint32Array): Piles =>
  readRows(laid, receives, pile, laid.width, pile.length / laid.width);

/**
 * The one loop that sees every paper; `step` is from row to row of the pile. What makes it quick: the only memory read
 * out of turn is the names, a byte each, and they lie in the order of the pile, since a pile keeps the order of the
 * ballots; nothing is written but what the second pass then reads.
 */
function readRows(
  laid: Omit<LaidPapers, 'first'>,
  receives: Uint8Array,
  pile: Uint32Array,
  step: number,
  rows: number,
): Piles {
  const { names, mark, markEnds, nobody, width, sorting } = laid;
  const { heading, places, counts, filled } = sorting;
  const papersFor = new Array<number>(nobody + 1).fill(0);
  for (let row = 0, from = 0; row < rows; row++, from += step) {
    let at = pile[from] as number;
    const end = pile[from + 1] as number;
    let to = nobody;
    while (at < end) {
      const name = names[at++] as number;
      if (name === mark) {
        if (markEnds) at = end;
      } else if (receives[name] === 1) {
        to = name;
        break;
      }
    }
    heading[row] = to;
    places[row] = at;
    counts[to] = (counts[to] as number) + 1;
    if (width === 3) papersFor[to] = (papersFor[to] as number) + (pile[from + 2] as number);
  }

  const { block, start } = roomFor(sorting.room, rows * width);
  const piles: (Uint32Array | null)[] = [];
  for (let name = 0, from = start; name <= nobody; name++) {
    const count = counts[name] as number;
    if (width === 2) papersFor[name] = count;
    counts[name] = 0;
    filled[name] = from;
    const until = from + count * width;
    piles.push(count === 0 ? null : block.subarray(from, until));
    from = until;
  }
  for (let row = 0, from = 0; row < rows; row++, from += step) {
    const name = heading[row] as number;
    const to = filled[name] as number;
    filled[name] = to + width;
    block[to] = places[row] as number;
    block[to + 1] = pile[from + 1] as number;
    if (width === 3) block[to + 2] = pile[from + 2] as number;
  }
  const rowsWithout = piles.pop() ?? noRows;
  return { rowsFor: piles, papersFor, rowsWithout, papersWithout: papersFor[nobody] as number };
}
