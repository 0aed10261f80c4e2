import { paperCount, skippedMark, type Ballots } from '../../election/ballots';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { TransferRule } from '../rule';

/** Single papers that fit into memory with some 60 bytes each. */
const mostSingle = 10_000_000;

/** Where the preferences of each row are. */
export interface ReadableRows {
  readonly preferences: Ballots['preferences'];
  /** By row, the first place in `preferences`, and the one after the last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Papers that are followed each by itself, in the order of the contest's rows; the copies of a row share its preferences. */
export interface SinglePapers extends ReadableRows {
  /** By paper, as in Ballots; a copy begins as the one before as far as it goes. Null where nobody has looked. */
  readonly alike: Uint8Array | null;
  /** Stands among the preferences for a number left out. */
  readonly mark: number;
  /** Of equal papers which one it is, from 0, by paper; all 0 until they are told apart (sample-order.ts). */
  readonly which: Uint32Array;
}

/** Whether which papers move depends on their order, so that every paper must be one of its own. */
export const looksAtOrder = ({ surplusValue, firstCount }: TransferRule): boolean =>
  surplusValue === 'whole-in-proportion' || surplusValue === 'whole-every-nth' || firstCount === 'until-quota';

export const readableRows = ({ preferences, starts }: Ballots): ReadableRows => ({
  preferences,
  starts,
  ends: starts.subarray(1),
});

export function singlePapers({ ballots }: Contest): SinglePapers {
  const papers = paperCount(ballots);
  if (papers > mostSingle) {
    throw new CannotCount(
      `There are ${papers} ballots, and this rule, which follows each by itself, can count ${mostSingle}: choose another for these.`,
    );
  }
  const single = papers === ballots.copies.length;
  return {
    ...(single ? { ...readableRows(ballots), alike: ballots.alike } : eachCopy(ballots, papers)),
    mark: skippedMark(ballots),
    which: new Uint32Array(papers),
  };
}

function eachCopy(
  { preferences, starts, copies, alike }: Ballots,
  papers: number,
): ReadableRows & Pick<SinglePapers, 'alike'> {
  const each = {
    starts: new Uint32Array(papers),
    ends: new Uint32Array(papers),
    alike: alike && new Uint8Array(papers),
  };
  let paper = 0;
  for (let row = 0; row < copies.length; row++) {
    const start = starts[row] as number;
    const end = starts[row + 1] as number;
    const last = paper + (copies[row] as number);
    if (each.alike !== null) {
      each.alike[paper] = (alike as Uint8Array)[row] as number;
      if (last - paper > 1) each.alike.fill(Math.min(end - start, 255), paper + 1, last);
    }
    for (; paper < last; paper++) {
      each.starts[paper] = start;
      each.ends[paper] = end;
    }
  }
  return { preferences, ...each };
}
