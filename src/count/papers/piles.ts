/** Papers in piles by the candidate they go to. A pile never changes, so that it can be read again. */
export interface Piles {
  /** By CandidateId; null where there are none. How a pile is written is told in read-rows.ts and read-stretches.ts. */
  readonly rowsFor: readonly (Uint32Array | null)[];
  /** Papers, counting copies, by CandidateId, and last those for nobody. */
  readonly papersFor: readonly number[];
  /** Papers on which no name is left. */
  readonly rowsWithout: Uint32Array;
  readonly papersWithout: number;
}

export const noRows = new Uint32Array(0);

/** What sorting a pile is done with, used again for the next. */
export interface Sorting {
  /** What is found out of a pile in its order, before it is put into piles; and whom it goes to. */
  readonly found: Uint32Array;
  readonly heading: Uint8Array | Uint16Array;
  /** How many go to each candidate and last to nobody, and where the next of them is put; all 0 in between. */
  readonly counts: Uint32Array;
  readonly filled: Uint32Array;
  readonly room: Room;
}

/** Where small piles are put side by side: most transfers move a few papers, and an array of its own costs more than they. */
interface Room {
  block: Uint32Array;
  used: number;
}

/** Numbers in a block of room at most; piles of more than an eighth of it get their own array, so that little is wasted. */
const blockLength = 2 ** 14;
/** In the first block: each next one is twice as long, since a small count would spend its time on clearing a large one. */
const firstBlock = 2 ** 8;

/** `width`: numbers found of each row at most. */
export const newSorting = (rows: number, width: number, candidateCount: number): Sorting => ({
  found: new Uint32Array(width * rows),
  heading: candidateCount < 256 ? new Uint8Array(rows) : new Uint16Array(rows),
  counts: new Uint32Array(candidateCount + 1),
  filled: new Uint32Array(candidateCount + 1),
  room: { block: noRows, used: 0 },
});

/** Piles that are to be filled: where the next of each is put is in `filled` of the sorting. */
export interface EmptyPiles {
  readonly block: Uint32Array;
  /** By CandidateId, and last that for nobody; null where there is none. */
  readonly piles: (Uint32Array | null)[];
}

/** Makes room for so many of `width` numbers each, `counts` of them for each candidate. */
export function emptyPiles({ counts, filled, room }: Sorting, all: number, width: number): EmptyPiles {
  const { block, start } = roomFor(room, width * all);
  const piles: (Uint32Array | null)[] = [];
  for (let name = 0, from = start; name < counts.length; name++) {
    const count = counts[name] as number;
    counts[name] = 0;
    filled[name] = from;
    const until = from + width * count;
    piles.push(count === 0 ? null : block.subarray(from, until));
    from = until;
  }
  return { block, piles };
}

function roomFor(room: Room, length: number): { readonly block: Uint32Array; readonly start: number } {
  if (length > blockLength / 8) return { block: new Uint32Array(length), start: 0 };
  if (room.used + length > room.block.length) {
    const next = Math.max(firstBlock, 2 * room.block.length, length);
    room.block = new Uint32Array(Math.min(blockLength, next));
    room.used = 0;
  }
  const start = room.used;
  room.used += length;
  return { block: room.block, start };
}

/** The piles, once they are filled. */
export function filledPiles({ piles }: EmptyPiles, papersFor: readonly number[]): Piles {
  const rowsWithout = piles.pop() ?? noRows;
  return { rowsFor: piles, papersFor, rowsWithout, papersWithout: papersFor[piles.length] ?? 0 };
}

/** The rows of all in one array, which is theirs if there is only one. */
export function joinRows(all: readonly Uint32Array[]): Uint32Array {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  const joined = new Uint32Array(all.reduce((length, rows) => length + rows.length, 0));
  let at = 0;
  for (const rows of all) {
    joined.set(rows, at);
    at += rows.length;
  }
  return joined;
}
