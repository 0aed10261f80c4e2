import type { CandidateId } from '../../election/candidate';
import { nobodyIn, none, type PreferenceTree } from './branches';

/** The members of the group at a branch; null where a candidate is, or nobody. */
export function groupOf({ contest, groups }: PreferenceTree, who: number): readonly CandidateId[] | null {
  return who > nobodyIn(contest) ? (groups[who - nobodyIn(contest) - 1] as readonly CandidateId[]) : null;
}

/** Whether papers go on below: from a candidate who passes them on, or from a group all of whom do. */
export function passesOn(tree: PreferenceTree, who: number): boolean {
  const group = groupOf(tree, who);
  return group === null ? tree.passes[who] === 1 : group.every((member) => tree.passes[member] === 1);
}

/** Whether a candidate is at a branch, alone or in a group. */
export const concerns = (tree: PreferenceTree, branch: number, candidate: CandidateId): boolean => {
  const who = tree.who[branch] as number;
  return who === candidate || groupOf(tree, who)?.includes(candidate) === true;
};

/** Where the candidates end who are ranked equal with the one at `at`. */
export function rankEnd(tree: PreferenceTree, at: number, end: number): number {
  const { joined } = tree.contest.ballots;
  let to = at + 1;
  while (joined !== null && to < end && joined[to] === 1) to++;
  return to;
}

/** Who has the papers that come to the candidates ranked equal at `at` to `to`: one, a group, or nobody if all are out. */
export function whoOfEquals(tree: PreferenceTree, at: number, to: number): number {
  const nobody = nobodyIn(tree.contest);
  const members = Array.from(tree.contest.ballots.preferences.subarray(at, to)).filter((id) => tree.out[id] === 0);
  if (members.length <= 1) return members[0] ?? nobody;
  members.sort((a, b) => a - b);
  const name = members.join();
  let index = tree.groupIds.get(name);
  if (index === undefined) {
    index = tree.groups.push(members) - 1;
    tree.groupIds.set(name, index);
    if (nobody + 1 + index === tree.slot.length) {
      const slot = new Int32Array(2 * tree.slot.length).fill(none);
      slot.set(tree.slot);
      tree.slot = slot;
    }
  }
  return nobody + 1 + index;
}
