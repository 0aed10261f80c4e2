import type { Laid } from './laid-papers';
import { emptyPiles, filledPiles, type Piles } from './piles';

/*
 * Piles row by row: where a row is read on from, where it ends, and its copies unless every row is one paper. So reading
 * on touches the names and no table of rows.
 */

export const widthOf = ({ single }: Pick<Laid, 'single'>): 2 | 3 => (single ? 2 : 3);

/** All papers that are `among`, none of them read. */
export function unreadRows(
  laid: Pick<Laid, 'starts' | 'copies' | 'single'>,
  among: (row: number) => boolean,
): Uint32Array {
  const { starts, copies } = laid;
  const width = widthOf(laid);
  const pile = new Uint32Array(copies.length * width);
  let to = 0;
  for (let row = 0; row < copies.length; row++) {
    if (!among(row)) continue;
    pile[to] = starts[row] as number;
    pile[to + 1] = starts[row + 1] as number;
    if (width === 3) pile[to + 2] = copies[row] as number;
    to += width;
  }
  return pile.subarray(0, to);
}

/**
 * Reads each paper of a pile on; `step` is from row to row of it, as whole single papers lie one after the other already,
 * each ending where the next starts. What makes it quick: the only memory read out of turn is the names, a byte each, and
 * they lie in the order of the pile, since a pile keeps the order of the ballots; nothing is written but what the second
 * pass then reads.
 */
export function readRows(laid: Laid, receives: Uint8Array, pile: Uint32Array, step: number, rows: number): Piles {
  const { names, mark, markEnds, nobody, sorting } = laid;
  const { heading, found, counts, filled } = sorting;
  const width = widthOf(laid);
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
    found[row] = at;
    counts[to] = (counts[to] as number) + 1;
    papersFor[to] = (papersFor[to] as number) + (width === 3 ? (pile[from + 2] as number) : 1);
  }
  const empty = emptyPiles(sorting, rows, width);
  const { block } = empty;
  for (let row = 0, from = 0; row < rows; row++, from += step) {
    const name = heading[row] as number;
    const to = filled[name] as number;
    filled[name] = to + width;
    block[to] = found[row] as number;
    block[to + 1] = pile[from + 1] as number;
    if (width === 3) block[to + 2] = pile[from + 2] as number;
  }
  return filledPiles(empty, papersFor);
}
