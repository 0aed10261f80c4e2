import type { CandidateId } from '../../election/candidate';
import { sortRows } from '../../election/sort-rows';
import { CannotCount } from '../cannot-count';
import type { Contest } from '../contest';
import type { KeepRule } from '../rule';
import { mostBallots } from './arithmetic';
import { nobodyIn, none, root, type PreferenceTree } from './branches';
import { concerns, passesOn } from './equal-groups';
import { papersBefore } from '../papers/papers-before';
import { handOn, spread } from './spread';

/**
 * The tree of first preferences. Ballots with no usable preference do not count. Rows that nobody has
 * looked at are sorted first: `sortRows`.
 */
export function growTree(given: Contest, rule: KeepRule): PreferenceTree {
  const { candidateCount, withdrawn } = given;
  const ballots = given.ballots.alike === null ? sortRows(given.ballots, candidateCount).ballots : given.ballots;
  const contest = { ...given, ballots };
  const rowCount = ballots.copies.length;
  const out = new Uint8Array(candidateCount);
  for (const candidate of withdrawn) out[candidate] = 1;
  const papers = new Int32Array(4 * rowCount);
  papers.set([none, 0, rowCount, 0]); // all of them are one entry to begin with
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
    entries: 1,
    alike: ballots.alike ?? new Uint8Array(rowCount),
    papersBefore: papersBefore(ballots.copies),
    slot: new Int32Array(candidateCount + 1).fill(none),
  };
  spread(tree, root, 0);
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
    const list = tree.rows[branch] as number;
    tree.rows[branch] = none;
    tree.copies[branch] = 0;
    spread(tree, tree.parent[branch] as number, list);
  }
}
