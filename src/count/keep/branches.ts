import type { CandidateId } from '../../election/candidate';
import type { Contest } from '../contest';
import type { KeepRule } from '../rule';

/**
 * All ballots as a tree of the names at which they stand. A branch is a candidate to whom papers come by the way of the
 * branches above it: `who[branch]` under `parent[branch]`, `copies[branch]` papers. The ways hold only candidates who
 * pass something on (the elected whose keep value is below 1), since nothing is below a continuing candidate and the
 * excluded are left out of every ballot. So the tree is small, however many different ballots there are, and it is
 * built as far as it is needed: papers lie with the continuing candidate at whom they stop (`rows`, a linked
 * list of stretches of rows), and only when that candidate starts to pass on, or is excluded, are the papers looked at again and sorted
 * by their next name. Every preference of every ballot is read at most once in a whole count; an iteration reads none.
 *
 * Candidates ranked equal are one branch together, a group. It passes on only when all of them do (see divide-equal.ts),
 * so that below it, too, nothing is ever left out; until then its papers lie with it, and are looked at again when
 * one of them is excluded. A ballot goes one way only, however many are equal on it.
 */
export interface PreferenceTree {
  readonly contest: Contest;
  readonly rule: KeepRule;
  readonly validBallots: number;
  /** By CandidateId: 1 for whoever passes papers on, and for whoever is left out of ballots. */
  readonly passes: Uint8Array;
  readonly out: Uint8Array;
  /** Candidates ranked equal on some paper, none of them out when it was read; in ascending order. */
  readonly groups: (readonly CandidateId[])[];
  readonly groupIds: Map<string, number>;
  /** Branches, the root first; a parent always comes before its children. */
  branches: number;
  parent: Int32Array;
  /** CandidateId, `nobody` for papers with no name left, or `nobody` + 1 + the index of a group. */
  who: Int32Array;
  copies: Float64Array;
  /** First child and next sibling; `none` for no such thing. */
  child: Int32Array;
  sibling: Int32Array;
  /** The first entry of `papers` that stops here. */
  rows: Int32Array;
  /**
   * Papers that are read together, four numbers to an entry: the next entry of the list it is in, the first of some rows
   * that lie one after the other, the row after the last, and how many preferences have been read on them, which are the
   * same on all. A row that goes on by itself, on which nobody is ranked equal: the next entry, where its preferences end,
   * where reading goes on, and its papers. The third number is larger than the second for several rows alone.
   */
  readonly papers: Int32Array;
  /** How many entries there are; at most as many as rows. */
  entries: number;
  /** As in Ballots. */
  readonly alike: Uint8Array;
  /** Papers in the rows before each, and at the end all; null where every row is one paper. */
  readonly papersBefore: Float64Array | null;
  /** Branch by `who` while papers are sorted; `none` everywhere in between. */
  slot: Int32Array;
}

export const none = -1;
export const root = 0;
export const nobodyIn = ({ candidateCount }: Contest): number => candidateCount;

/** Adds a branch without papers; its index. */
export function addBranch(tree: PreferenceTree, above: number, who: number): number {
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
  const larger = <T extends Int32Array | Float64Array>(old: T, fresh: T): T => {
    fresh.set(old);
    return fresh;
  };
  tree.parent = larger(tree.parent, new Int32Array(size));
  tree.who = larger(tree.who, new Int32Array(size));
  tree.copies = larger(tree.copies, new Float64Array(size));
  tree.child = larger(tree.child, new Int32Array(size).fill(none));
  tree.sibling = larger(tree.sibling, new Int32Array(size).fill(none));
  tree.rows = larger(tree.rows, new Int32Array(size).fill(none));
}
