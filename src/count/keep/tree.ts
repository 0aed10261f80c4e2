import { skippedMark } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { KeepRule } from '../rule';
import { mostBallots } from './arithmetic';

/**
 * All ballots as a tree of the names at which they stand. A branch is a candidate to whom papers come by the way of the
 * branches above it: `who[branch]` under `parent[branch]`, `copies[branch]` papers. The ways hold only candidates who
 * pass something on (the elected whose keep value is below 1), since nothing is below a continuing candidate and the
 * excluded are left out of every ballot. So the tree is small, however many different ballots there are, and it is
 * built as far as it is needed: papers lie with the continuing candidate at whom they stop (`rows`, a list linked by
 * `nextRow`), and only when that candidate starts to pass on, or is excluded, are the papers looked at again and sorted
 * by their next name. Every preference of every ballot is read at most once in a whole count; an iteration reads none.
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
  readonly nextRow: Int32Array;
  /** For each ballot row, the index in `preferences` at which it stands. */
  readonly cursor: Int32Array;
  /** Branch by candidate while papers are sorted; `none` everywhere in between. */
  readonly slot: Int32Array;
}

const none = -1;
export const root = 0;
export const nobodyIn = ({ candidateCount }: Contest): number => candidateCount;

/** The tree of first preferences. Ballots with no usable preference are not in it. */
export function growTree(contest: Contest, rule: KeepRule): PreferenceTree {
  const { candidateCount, withdrawn, ballots } = contest;
  const rowCount = ballots.copies.length;
  const out = new Uint8Array(candidateCount);
  for (const candidate of withdrawn) out[candidate] = 1;
  const cursor = new Int32Array(rowCount);
  const nextRow = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    cursor[row] = (ballots.starts[row] as number) - 1;
    nextRow[row] = row - 1; // from the last row to the first, which ends the list, being `none`
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
    nextRow,
    cursor,
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
  const { cursor, nextRow, slot, out, passes } = tree;
  const { starts, preferences, copies } = tree.contest.ballots;
  const nobody = nobodyIn(tree.contest);
  const mark = skippedMark(tree.contest.ballots);
  const markEnds = tree.rule.skippedPreference === 'stops';
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    slot[tree.who[branch] as number] = branch;
  }
  let row = list;
  while (row !== none) {
    const following = nextRow[row] as number;
    const end = starts[row + 1] as number;
    let at = (cursor[row] as number) + 1;
    let next = nobody;
    for (; at < end; at++) {
      const candidate = preferences[at] as number;
      if (candidate === mark) {
        if (markEnds) at = end;
      } else if (out[candidate] === 0) {
        next = candidate;
        break;
      }
    }
    cursor[row] = at;
    let branch = slot[next] as number;
    if (branch === none) {
      branch = addBranch(tree, above, next);
      slot[next] = branch;
    }
    tree.copies[branch] = (tree.copies[branch] as number) + (copies[row] as number);
    nextRow[row] = tree.rows[branch] as number;
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
