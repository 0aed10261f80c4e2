import { skippedMark } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { KeepRule } from '../rule';
import { mostBallots } from './arithmetic';
import { sortRows } from './sort-rows';

/**
 * All ballots as a tree of the names at which they stand. A branch is a candidate to whom papers come by the way of the
 * branches above it: `who[branch]` under `parent[branch]`, `copies[branch]` papers. The ways hold only candidates who
 * pass something on (the elected whose keep value is below 1), since nothing is below a continuing candidate and the
 * excluded are left out of every ballot. So the tree is small, however many different ballots there are, and it is
 * built as far as it is needed: papers lie with the continuing candidate at whom they stop (`rows`, a linked
 * list), and only when that candidate starts to pass on, or is excluded, are the papers looked at again and sorted
 * by their next name. Every preference of every ballot is read at most once in a whole count; an iteration reads none.
 * A candidate who ranks equal with others could be a branch too, of a group that divides what comes to it.
 */
export interface PreferenceTree {
  readonly contest: Contest;
  readonly rule: KeepRule;
  readonly validBallots: number;
  /** By CandidateId: 1 for whoever passes papers on, and for whoever is left out of ballots. */
  readonly passes: Uint8Array;
  readonly out: Uint8Array;
  /** Branches, the root first; a parent always comes before its children. */
  branches: number;
  parent: Int32Array;
  /** CandidateId, or `nobody` for papers with no name left. */
  who: Uint16Array;
  copies: Float64Array;
  /** First child and next sibling; `none` for no such thing. */
  child: Int32Array;
  sibling: Int32Array;
  /** First ballot row that stops here. */
  rows: Int32Array;
  /**
   * Four numbers for each ballot row, side by side so that a row costs one look into memory: the next row of its list,
   * the index in `preferences` up to which it has been read, where it ends, and its copies (as 32 bits without sign).
   */
  readonly papers: Int32Array;
  /** Branch by candidate while papers are sorted; `none` everywhere in between. */
  readonly slot: Int32Array;
}

const none = -1;
export const root = 0;
export const nobodyIn = ({ candidateCount }: Contest): number => candidateCount;

/** The tree of first preferences. Ballots with no usable preference do not count. Rows are sorted first: `sortRows`. */
export function growTree(unsorted: Contest, rule: KeepRule): PreferenceTree {
  const { candidateCount, withdrawn } = unsorted;
  const ballots = sortRows(unsorted.ballots, candidateCount);
  const contest = { ...unsorted, ballots };
  const rowCount = ballots.copies.length;
  const out = new Uint8Array(candidateCount);
  for (const candidate of withdrawn) out[candidate] = 1;
  const papers = new Int32Array(4 * rowCount);
  let start = 0;
  for (let row = 0; row < rowCount; row++) {
    const end = ballots.starts[row + 1] as number;
    papers[4 * row] = row - 1; // from the last row to the first, which ends the list, being followed by `none`
    papers[4 * row + 1] = start;
    papers[4 * row + 2] = end;
    papers[4 * row + 3] = ballots.copies[row] as number;
    start = end;
  }
  const size = 4 * (candidateCount + 2);
  const tree: PreferenceTree = {
    contest,
    rule,
    validBallots: 0,
    passes: new Uint8Array(candidateCount + 1),
    out,
    branches: 1,
    parent: new Int32Array(size).fill(none),
    who: new Uint16Array(size).fill(nobodyIn(contest)),
    copies: new Float64Array(size),
    child: new Int32Array(size).fill(none),
    sibling: new Int32Array(size).fill(none),
    rows: new Int32Array(size).fill(none),
    papers,
    slot: new Int32Array(candidateCount + 1).fill(none),
  };
  spread(tree, root, rowCount - 1);
  let validBallots = 0;
  for (let branch = tree.child[root] as number; branch !== none; branch = tree.sibling[branch] as number) {
    if (tree.who[branch] === nobodyIn(contest)) tree.copies[branch] = 0;
    else validBallots += tree.copies[branch] as number;
  }
  if (validBallots >= mostBallots) {
    throw new CannotCount(
      `There are ${validBallots} ballots, and this rule can count fewer than ${mostBallots}: choose another for these.`,
    );
  }
  return { ...tree, validBallots };
}

/** From now on this candidate's papers, kept in part, are sorted on by their next name. */
export function startPassing(tree: PreferenceTree, candidate: CandidateId): void {
  tree.passes[candidate] = 1;
  const { branches } = tree;
  for (let branch = 1; branch < branches; branch++) {
    if (tree.who[branch] !== candidate) continue;
    const rows = tree.rows[branch] as number;
    tree.rows[branch] = none;
    spread(tree, branch, rows);
  }
}

/** Leaves a continuing candidate out of all ballots; their papers go to the next name, by the way they came. */
export function leaveOut(tree: PreferenceTree, candidate: CandidateId): void {
  tree.out[candidate] = 1;
  const { branches } = tree;
  for (let branch = 1; branch < branches; branch++) {
    if (tree.who[branch] !== candidate) continue;
    const rows = tree.rows[branch] as number;
    tree.rows[branch] = none;
    tree.copies[branch] = 0;
    spread(tree, tree.parent[branch] as number, rows);
  }
}

/** Sorts a list of rows by their next name into the branches below one. */
function spread(tree: PreferenceTree, above: number, list: number): void {
  const { papers, slot, out, passes } = tree;
  const { preferences } = tree.contest.ballots;
  const nobody = nobodyIn(tree.contest);
  const mark = skippedMark(tree.contest.ballots);
  const markEnds = tree.rule.skippedPreference === 'stops';
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    slot[tree.who[branch] as number] = branch;
  }
  let row = list;
  while (row !== none) {
    const entry = 4 * row;
    const following = papers[entry] as number;
    const end = papers[entry + 2] as number;
    let at = papers[entry + 1] as number;
    let next = nobody;
    while (at < end) {
      const candidate = preferences[at++] as number;
      if (candidate === mark) {
        if (markEnds) at = end;
      } else if (out[candidate] === 0) {
        next = candidate;
        break;
      }
    }
    papers[entry + 1] = at;
    let branch = slot[next] as number;
    if (branch === none) {
      branch = addBranch(tree, above, next);
      slot[next] = branch;
    }
    tree.copies[branch] = (tree.copies[branch] as number) + ((papers[entry + 3] as number) >>> 0);
    papers[entry] = tree.rows[branch] as number;
    tree.rows[branch] = row;
    row = following;
  }
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    slot[tree.who[branch] as number] = none;
  }
  // Papers that have come to somebody who passes them on go further. No deeper than there are seats.
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    const rows = tree.rows[branch] as number;
    if (passes[tree.who[branch] as number] === 0 || rows === none) continue;
    tree.rows[branch] = none;
    spread(tree, branch, rows);
  }
}

function addBranch(tree: PreferenceTree, above: number, who: number): number {
  const branch = tree.branches++;
  if (branch === tree.parent.length) enlarge(tree);
  tree.parent[branch] = above;
  tree.who[branch] = who;
  tree.sibling[branch] = tree.child[above] as number;
  tree.child[above] = branch;
  return branch;
}

function enlarge(tree: PreferenceTree): void {
  const size = 2 * tree.parent.length;
  const larger = <T extends Int32Array | Uint16Array | Float64Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  tree.parent = larger(tree.parent, new Int32Array(size));
  tree.who = larger(tree.who, new Uint16Array(size));
  tree.copies = larger(tree.copies, new Float64Array(size));
  tree.child = larger(tree.child, new Int32Array(size).fill(none));
  tree.sibling = larger(tree.sibling, new Int32Array(size).fill(none));
  tree.rows = larger(tree.rows, new Int32Array(size).fill(none));
}
