import type { Laid } from './laid-papers';
import { emptyPiles, filledPiles, type Piles } from './piles';

/*
 * Piles in stretches, three numbers each: the first of some rows of the ballots that lie one after the other, the row
 * after the last, and how many preferences have been read on them, which are the same on all.
 */

export const stretchWidth = 3;

/** All papers, none of them read. */
export const unreadStretch = (rows: number): Uint32Array => Uint32Array.of(0, rows, 0);

/**
 * Reads each paper of a pile on. What makes it quick: papers that begin alike lie together, are read once, and go on as
 * one stretch; of all but the first of them only `alike` is looked at, a byte each, one after the other.
 */
export function readStretches(laid: Laid, alike: Uint8Array, receives: Uint8Array, pile: Uint32Array): Piles {
  const { starts, names, papersBefore, mark, markEnds, nobody, sorting } = laid;
  const { heading, found, counts, filled } = sorting;
  const papersFor = new Array<number>(nobody + 1).fill(0);
  let stretches = 0;
  for (let from = 0; from < pile.length; from += stretchWidth) {
    let row = pile[from] as number;
    const until = pile[from + 1] as number;
    const least = pile[from + 2] as number;
    let read = least;
    while (row < until) {
      const start = starts[row] as number;
      const end = starts[row + 1] as number;
      let at = start + read;
      let to = nobody;
      let alone = true; // rows that begin as one that only ends there may go on
      while (at < end) {
        const name = names[at++] as number;
        if (name === mark ? markEnds : receives[name] === 1) {
          if (name !== mark) to = name;
          alone = false;
          break;
        }
      }
      const depth = at - start;
      let next = row + 1;
      if (!alone) while (next < until && (alike[next] as number) >= depth) next++;
      const entry = stretchWidth * stretches;
      found[entry] = row;
      found[entry + 1] = next;
      found[entry + 2] = depth;
      heading[stretches] = to;
      counts[to] = (counts[to] as number) + 1;
      const papers =
        papersBefore === null ? next - row : (papersBefore[next] as number) - (papersBefore[row] as number);
      papersFor[to] = (papersFor[to] as number) + papers;
      stretches += 1;
      row = next;
      // Up to there it names those whom the last row named too; `alike` may say less than is known.
      if (row < until) read = Math.max(least, alike[row] as number);
    }
  }
  const empty = emptyPiles(sorting, stretches, stretchWidth);
  const { block } = empty;
  for (let i = 0; i < stretches; i++) {
    const name = heading[i] as number;
    const to = filled[name] as number;
    const entry = stretchWidth * i;
    filled[name] = to + stretchWidth;
    block[to] = found[entry] as number;
    block[to + 1] = found[entry + 1] as number;
    block[to + 2] = found[entry + 2] as number;
  }
  return filledPiles(empty, papersFor);
}
