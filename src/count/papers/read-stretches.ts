import type { Laid } from './laid-papers';
import { emptyPiles, filledPiles, noRows, type Piles } from './piles';

/*
 * Piles in stretches, three numbers each: the first of some rows of the ballots that lie one after the other, the row
 * after the last, and how many preferences have been read on them, which are the same on all. A row that goes on by
 * itself, as most do in the end, is never one of several again: where its names end, where reading goes on, and its papers.
 * The two are told apart by their first numbers, of which the second is the larger one for several rows alone.
 */

export const stretchWidth = 3;

/** All papers, none of them read. */
export const unreadStretch = (rows: number): Uint32Array => (rows === 0 ? noRows : Uint32Array.of(0, rows, 0));

/**
 * Reads each paper of a pile on. What makes it quick: papers that begin alike lie together, are read once, and go on as
 * one stretch; of all but the first of them only `alike` is looked at, a byte each, one after the other. Of a row by itself
 * nothing but its names is read out of turn.
 */
export function readStretches(laid: Laid, alike: Uint8Array, receives: Uint8Array, pile: Uint32Array): Piles {
  const { starts, names, papersBefore, mark, markEnds, nobody, sorting } = laid;
  const { heading, found, counts, filled } = sorting;
  const papersFor = new Array<number>(nobody + 1).fill(0);
  let stretches = 0;
  for (let from = 0; from < pile.length; from += stretchWidth) {
    let row = pile[from] as number;
    const until = pile[from + 1] as number;
    const last = pile[from + 2] as number;
    // A row by itself; most are in the end, and a short loop of their own is what they are quickest in.
    if (until <= row) {
      let at = until;
      let to = nobody;
      while (at < row) {
        const name = names[at++] as number;
        if (name === mark) {
          if (markEnds) break;
        } else if (receives[name] === 1) {
          to = name;
          break;
        }
      }
      const entry = stretchWidth * stretches;
      found[entry] = row;
      found[entry + 1] = at;
      found[entry + 2] = last;
      heading[stretches] = to;
      counts[to] = (counts[to] as number) + 1;
      papersFor[to] = (papersFor[to] as number) + last;
      stretches += 1;
      continue;
    }
    let read = last;
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
      const papers =
        papersBefore === null ? next - row : (papersBefore[next] as number) - (papersBefore[row] as number);
      const entry = stretchWidth * stretches;
      const byItself = next === row + 1;
      found[entry] = byItself ? end : row;
      found[entry + 1] = byItself ? at : next;
      found[entry + 2] = byItself ? papers : depth;
      heading[stretches] = to;
      counts[to] = (counts[to] as number) + 1;
      papersFor[to] = (papersFor[to] as number) + papers;
      stretches += 1;
      row = next;
      // Up to there it names those whom the last row named too; `alike` may say less than is known.
      if (row < until) read = Math.max(last, alike[row] as number);
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
