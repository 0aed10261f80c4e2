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
    const marked = marksOf(ballots, rows, rowOf.length, key);
    if (marked === null) continue; // two different ballots look alike under this key, as 1 in 10,000 large counts has it
    const { marks, mixed } = marked;
    const inOrder = new Float64Array(marks.length);
    const mixedRows = new Uint32Array(marks.length);
    let alike = false;
    for (let i = 0; i < mixed.length; i++) {
      const paper = mixed[i] as number;
      const mark = marks[paper] as number;
      if (i > 0 && mark === inOrder[i - 1]) alike = true;
      inOrder[i] = mark;
      mixedRows[i] = rowOf[paper] as number;
    }
    if (alike) continue;
    if (lots.kind === 'listed') return { ballots: layOut(ballots, rowOf), marks, key };
    return { ballots: layOut(ballots, mixedRows), marks: inOrder, key };
  }
}

/** Rows with a usable first preference: invalid papers are set aside before the mixing. */
function validRows({ ballots, withdrawn, candidateCount }: Contest, { skippedPreference }: TransferRule): Uint32Array {
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const stands = new Uint8Array(candidateCount).fill(1);
  for (const candidate of withdrawn) stands[candidate] = 0;
  const valid = new Uint32Array(copies.length);
  let found = 0;
  for (let row = 0; row < copies.length; row++) {
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark && skippedPreference === 'stops') break;
      if (candidate === mark || stands[candidate] === 0) continue;
      valid[found++] = row;
      break;
    }
  }
  return valid.subarray(0, found);
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

/**
 * A mark for each paper, in the order of the rows, and the papers in the order of their marks; null where different
 * ballots would be taken for equal ones.
 */
function marksOf(
  ballots: Ballots,
  rows: Uint32Array,
  papers: number,
  key: string,
): { readonly marks: Float64Array; readonly mixed: Uint32Array } | null {
  const { starts, preferences, copies } = ballots;
  const mark = skippedMark(ballots);
  const one = marker(key);
  const read = (row: number): void => {
    one.begin();
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) one.read(unpacked(preferences[at] as number, mark));
  };
  const firsts = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    read(rows[i] as number);
    firsts[i] = one.mark(0);
  }

  // Equal rows lie together now; each begins to count its copies where the one before it stopped.
  const before = new Uint32Array(rows.length);
  const order = ascendingOrder(firsts);
  let anyEqual = false;
  for (let i = 1; i < order.length; i++) {
    const here = order[i] as number;
    const last = order[i - 1] as number;
    if (firsts[here] !== firsts[last]) continue;
    if (!areEqual(ballots, rows[here] as number, rows[last] as number)) return null;
    before[here] = (before[last] as number) + (copies[rows[last] as number] as number);
    anyEqual = true;
  }
  if (!anyEqual && papers === rows.length) return { marks: firsts, mixed: order };

  const marks = new Float64Array(papers);
  let at = 0;
  rows.forEach((row, i) => {
    const first = before[i] as number;
    const many = copies[row] as number;
    if (first > 0 || many > 1) read(row);
    for (let which = first; which < first + many; which++)
      marks[at++] = which === 0 ? (firsts[i] as number) : one.mark(which);
  });
  return { marks, mixed: ascendingOrder(marks) };
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
  for (let paper = 0; paper < rowOf.length; paper++) {
    const row = rowOf[paper] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) laid[to++] = preferences[at] as number;
    laidStarts[paper + 1] = to;
  }
  return { starts: laidStarts, preferences: laid, copies: new Uint32Array(rowOf.length).fill(1), joined: null };
}
