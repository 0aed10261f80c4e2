import type { CandidateId } from '../../election/candidate';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { KeepRule } from '../rule';
import { mostBallots } from './arithmetic';
import { nobodyIn, none, root, type PreferenceTree } from './branches';
import { concerns, passesOn } from './equal-groups';
import { sortRows } from '../sort-rows';
import { handOn, spread } from './spread';

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
    groups: [],
    groupIds: new Map(),
    branches: 1,
    parent: new Int32Array(size).fill(none),
    who: new Int32Array(size).fill(nobodyIn(contest)),
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
    if (concerns(tree, branch, candidate) && passesOn(tree, tree.who[branch] as number)) handOn(tree, branch);
  }
}

/** Leaves a continuing candidate out of all ballots; their papers go to the next name, by the way they came. */
export function leaveOut(tree: PreferenceTree, candidate: CandidateId): void {
  tree.out[candidate] = 1;
  const { branches } = tree;
  for (let branch = 1; branch < branches; branch++) {
    if (!concerns(tree, branch, candidate)) continue;
    const rows = tree.rows[branch] as number;
    tree.rows[branch] = none;
    tree.copies[branch] = 0;
    spread(tree, tree.parent[branch] as number, rows);
  }
}
