import { skippedMark } from '../../election/ballots';
import { addBranch, nobodyIn, none, type PreferenceTree } from './branches';
import { groupOf, passesOn, rankEnd, whoOfEquals } from './equal-groups';

/** Sorts the rows that stop at a branch into those below it. */
export function handOn(tree: PreferenceTree, branch: number): void {
  const { papers } = tree;
  const rows = tree.rows[branch] as number;
  tree.rows[branch] = none;
  if (groupOf(tree, tree.who[branch] as number) !== null) {
    for (let row = rows; row !== none; row = papers[4 * row] as number) {
      const at = papers[4 * row + 1] as number;
      papers[4 * row + 1] = rankEnd(tree, at, papers[4 * row + 2] as number);
    }
  }
  spread(tree, branch, rows);
}

/** Sorts a list of rows by their next name into the branches below one. */
export function spread(tree: PreferenceTree, above: number, list: number): void {
  const { papers, out } = tree;
  let { slot } = tree;
  const { preferences, joined } = tree.contest.ballots;
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
      if (joined !== null && joined[at + 1] === 1 && at + 1 < end) {
        const to = rankEnd(tree, at, end);
        next = whoOfEquals(tree, at, to);
        slot = tree.slot;
        if (next > nobody) break; // a group's papers lie before it, to be read again
        at = to;
        if (next !== nobody) break;
        continue;
      }
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
    if (tree.rows[branch] !== none && passesOn(tree, tree.who[branch] as number)) handOn(tree, branch);
  }
}
