import { paperCount, type Ballots } from '../../election/ballots';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { TransferRule } from '../rule';

/** Single papers that fit into memory with some 60 bytes each. */
const mostSingle = 10_000_000;

/** Papers that are followed each by itself. */
export interface SinglePapers {
  /** A row for each paper, in the order of the contest's rows. */
  readonly ballots: Ballots;
  /** Of equal papers which one it is, from 0, by row; all 0 until they are told apart (sample-order.ts). */
  readonly which: Uint32Array;
}

/** Whether which papers move depends on their order, so that every paper must be one of its own. */
export const looksAtOrder = ({ surplusValue, firstCount }: TransferRule): boolean =>
  surplusValue === 'whole-in-proportion' || surplusValue === 'whole-every-nth' || firstCount === 'until-quota';

export function singlePapers({ ballots }: Contest): SinglePapers {
  const papers = paperCount(ballots);
  if (papers > mostSingle) {
    throw new CannotCount(
      `There are ${papers} ballots, and this rule, which follows each by itself, can count ${mostSingle}: choose another for these.`,
    );
  }
  const single = papers === ballots.copies.length ? ballots : layOut(ballots, papers);
  return { ballots: single, which: new Uint32Array(papers) };
}

/** Each copy gets its names, one by one: a view of those of its row would cost more than they. */
function layOut({ starts, preferences, copies }: Ballots, papers: number): Ballots {
  let length = 0;
  for (let row = 0; row < copies.length; row++) {
    length += (copies[row] as number) * ((starts[row + 1] as number) - (starts[row] as number));
  }
  const laid = preferences.BYTES_PER_ELEMENT === 1 ? new Uint8Array(length) : new Uint16Array(length);
  const laidStarts = new Uint32Array(papers + 1);
  let to = 0;
  let paper = 0;
  for (let row = 0; row < copies.length; row++) {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    for (let many = copies[row] as number; many > 0; many--) {
      for (let at = start; at < end; at++) laid[to++] = preferences[at] as number;
      laidStarts[++paper] = to;
    }
  }
  return { starts: laidStarts, preferences: laid, copies: new Uint32Array(papers).fill(1), joined: null, alike: null };
}
