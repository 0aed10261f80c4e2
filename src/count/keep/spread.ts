import { skippedMark } from '../../election/ballots';
import { addBranch, nobodyIn, none, type PreferenceTree } from './branches';
import { groupOf, passesOn, rankEnd, whoOfEquals } from './equal-groups';

/** More papers of a row by itself than this do not fit in its entry. */
const mostCopies = 2 ** 31 - 1;

/** Sorts the rows that stop at a branch into those below it. */
export function handOn(tree: PreferenceTree, branch: number): void {
  const { papers, contest } = tree;
  const { starts } = contest.ballots;
  const list = tree.rows[branch] as number;
  tree.rows[branch] = none;
  if (groupOf(tree, tree.who[branch] as number) !== null) {
    for (let entry = list; entry !== none; entry = papers[4 * entry] as number) {
      const row = papers[4 * entry + 1] as number;
      const start = starts[row] as number;
      const at = start + (papers[4 * entry + 3] as number);
      papers[4 * entry + 3] = rankEnd(tree, at, starts[row + 1] as number) - start;
    }
  }
  spread(tree, branch, list);
}

/**
 * Sorts a list of papers by their next name into the branches below one. Rows that begin alike are read once, together,
 * and go on together: of all but the first of them only `alike` is looked at, a byte each, one after the other.
 */
export function spread(tree: PreferenceTree, above: number, list: number): void {
  const { papers, out, alike, papersBefore } = tree;
  let { slot } = tree;
  const { starts, preferences, joined } = tree.contest.ballots;
  const nobody = nobodyIn(tree.contest);
  const mark = skippedMark(tree.contest.ballots);
  const markEnds = tree.rule.skippedPreference === 'stops';
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    slot[tree.who[branch] as number] = branch;
  }
  let entry = list;
  while (entry !== none) {
    const following = papers[4 * entry] as number;
    let row = papers[4 * entry + 1] as number;
    const until = papers[4 * entry + 2] as number;
    const last = papers[4 * entry + 3] as number;
    // A row by itself; most are in the end, and a short loop of their own is what they are quickest in.
    if (until <= row) {
      let at = until;
      let to = nobody;
      while (at < row) {
        const candidate = preferences[at++] as number;
        if (candidate === mark) {
          if (markEnds) break;
        } else if (out[candidate] === 0) {
          to = candidate;
          break;
        }
      }
      let branch = slot[to] as number;
      if (branch === none) {
        branch = addBranch(tree, above, to);
        slot[to] = branch;
      }
      tree.copies[branch] = (tree.copies[branch] as number) + last;
      papers[4 * entry] = tree.rows[branch] as number;
      papers[4 * entry + 2] = at;
      tree.rows[branch] = entry;
      entry = following;
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
        if (joined !== null && joined[at + 1] === 1 && at + 1 < end) {
          const rank = rankEnd(tree, at, end);
          to = whoOfEquals(tree, at, rank);
          slot = tree.slot;
          if (to > nobody) break; // a group's papers lie before it, to be read again
          at = rank;
          if (to !== nobody) break;
          continue;
        }
        const candidate = preferences[at++] as number;
        if (candidate === mark ? markEnds : out[candidate] === 0) {
          if (candidate !== mark) to = candidate;
          alone = false;
          break;
        }
      }
      const depth = at - start;
      let next = row + 1;
      if (!alone) while (next < until && (alike[next] as number) >= depth) next++;
      let branch = slot[to] as number;
      if (branch === none) {
        branch = addBranch(tree, above, to);
        slot[to] = branch;
      }
      const copies =
        papersBefore === null ? next - row : (papersBefore[next] as number) - (papersBefore[row] as number);
      const byItself = next === row + 1 && joined === null && copies <= mostCopies;
      tree.copies[branch] = (tree.copies[branch] as number) + copies;
      papers[4 * entry] = tree.rows[branch] as number;
      papers[4 * entry + 1] = byItself ? end : row;
      papers[4 * entry + 2] = byItself ? at : next;
      papers[4 * entry + 3] = byItself ? copies : depth;
      tree.rows[branch] = entry;
      row = next;
      if (row < until) {
        entry = tree.entries++; // for those that go another way
        read = Math.max(last, alike[row] as number);
      }
    }
    entry = following;
  }
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    slot[tree.who[branch] as number] = none;
  }
  // Papers that have come to somebody who passes them on go further. No deeper than there are seats.
  for (let branch = tree.child[above] as number; branch !== none; branch = tree.sibling[branch] as number) {
    if (tree.rows[branch] !== none && passesOn(tree, tree.who[branch] as number)) handOn(tree, branch);
  }
}
