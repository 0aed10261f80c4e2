import { ascendingOrder } from '../../basics/order';
import { skippedMark, type Ballots } from '../../election/ballots';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { Lots } from '../lots';
import type { TransferRule } from '../rule';
import { marker, unpacked } from './sample-marks';

/** Single papers that fit into memory with some 60 bytes each. */
const mostSingle = 10_000_000;

/** Ballots as single papers in the order they are counted in, with their marks. */
export interface SinglePapers {
  /** A row for each paper. */
  readonly ballots: Ballots;
  /** By row; no two are equal. */
  readonly marks: Float64Array;
  readonly key: string;
}

/** Whether which papers move depends on their order, so that every paper must be one of its own. */
export const looksAtOrder = ({ surplusValue, firstCount }: TransferRule): boolean =>
  surplusValue === 'whole-in-proportion' || surplusValue === 'whole-every-nth' || firstCount === 'until-quota';

/**
 * The valid papers one by one, "mixed" as the laws ask. Lots from a seed mix them by that seed: the order depends on the
 * papers and the seed alone. Listed lots leave them as they came: the file's order is the one in which they lay.
 */
export function singlePapers(contest: Contest, rule: TransferRule, lots: Lots): SinglePapers {
  const { ballots } = contest;
  const rows = validRows(contest, rule);
  const rowOf = eachPaper(ballots, rows);
  for (let attempt = 0; ; attempt++) {
    const key = `${lots.kind === 'seeded' ? lots.seed : ''}/papers/${attempt}`;
    const marks = marksOf(ballots, rows, rowOf.length, key);
    if (marks === null) continue; // two different ballots look alike under this key, as 1 in 10,000 large counts has it
    const mixed = ascendingOrder(marks);
    if (mixed.some((paper, i) => i > 0 && marks[paper] === marks[mixed[i - 1] as number])) continue;
    if (lots.kind === 'listed') return { ballots: layOut(ballots, rowOf), marks, key };
    return {
      ballots: layOut(
        ballots,
        mixed.map((paper) => rowOf[paper] as number),
      ),
      marks: Float64Array.from(mixed, (paper) => marks[paper] as number),
      key,
    };
  }
}

/** Rows with a usable first preference: invalid papers are set aside before the mixing. */
function validRows({ ballots, withdrawn }: Contest, { skippedPreference }: TransferRule): Uint32Array {
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const isValid = (row: number): boolean => {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark && skippedPreference === 'stops') return false;
      if (candidate !== mark && !withdrawn.includes(candidate)) return true;
    }
    return false;
  };
  return Uint32Array.from(copies, (_, row) => row).filter(isValid);
}

/** The row of each paper, in the order of the rows. */
function eachPaper({ copies }: Ballots, rows: Uint32Array): Uint32Array {
  let papers = 0;
  for (const row of rows) papers += copies[row] as number;
  if (papers > mostSingle) {
    throw new CannotCount(
      `There are ${papers} ballots, and this rule, which follows each by itself, can count ${mostSingle}: choose another for these.`,
    );
  }
  const rowOf = new Uint32Array(papers);
  let at = 0;
  for (const row of rows) {
    rowOf.fill(row, at, at + (copies[row] as number));
    at += copies[row] as number;
  }
  return rowOf;
}

/** A mark for each paper, in the order of the rows; null where different ballots would be taken for equal ones. */
function marksOf(ballots: Ballots, rows: Uint32Array, papers: number, key: string): Float64Array | null {
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const one = marker(key);
  const read = (row: number): void => {
    one.begin();
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) one.read(unpacked(preferences[at] as number, mark));
  };
  const firsts = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    read(row);
    firsts[i] = one.mark(0);
  });

  // Equal rows lie together now; each begins to count its copies where the one before it stopped.
  const before = new Uint32Array(rows.length);
  const order = ascendingOrder(firsts);
  for (let i = 1; i < order.length; i++) {
    const here = order[i] as number;
    const last = order[i - 1] as number;
    if (firsts[here] !== firsts[last]) continue;
    if (!areEqual(ballots, rows[here] as number, rows[last] as number)) return null;
    before[here] = (before[last] as number) + (copies[rows[last] as number] as number);
  }

  const marks = new Float64Array(papers);
  let at = 0;
  rows.forEach((row, i) => {
    const first = before[i] as number;
    const many = copies[row] as number;
    if (first > 0 || many > 1) read(row);
    for (let which = first; which < first + many; which++)
      marks[at++] = which === 0 ? (firsts[i] as number) : one.mark(which);
  });
  return marks;
}

function areEqual({ starts, preferences }: Ballots, a: number, b: number): boolean {
  const length = (row: number): number => (starts[row + 1] as number) - (starts[row] as number);
  if (length(a) !== length(b)) return false;
  const offset = (starts[b] as number) - (starts[a] as number);
  for (let at = starts[a] as number; at < (starts[a + 1] as number); at++) {
    if (preferences[at] !== preferences[at + offset]) return false;
  }
  return true;
}

/** The ballots of these rows, a row for each. */
function layOut({ starts, preferences }: Ballots, rowOf: Uint32Array): Ballots {
  let length = 0;
  for (const row of rowOf) length += (starts[row + 1] as number) - (starts[row] as number);
  const laid = preferences.BYTES_PER_ELEMENT === 1 ? new Uint8Array(length) : new Uint16Array(length);
  const laidStarts = new Uint32Array(rowOf.length + 1);
  let to = 0;
  rowOf.forEach((row, paper) => {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) laid[to++] = preferences[at] as number;
    laidStarts[paper + 1] = to;
  });
  return { starts: laidStarts, preferences: laid, copies: new Uint32Array(rowOf.length).fill(1), joined: null };
}
