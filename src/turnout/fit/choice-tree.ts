import type { CandidateId } from '../../election/candidate';

/**
 * Lists of names that begin alike, kept once: node 0 is the empty list, every other node its parent's list and one name
 * more. A parent's number is below its children's; where lists are added in sorted order, the nodes below one are those
 * that follow it.
 */
export interface ChoiceTree {
  readonly parents: number[];
  /** The name a node adds; 0, without meaning, at node 0. */
  readonly names: CandidateId[];
  /** How many names its list has. */
  readonly depths: number[];
}

export interface GrowingTree extends ChoiceTree {
  /** The node of a node's list and one name more. */
  readonly child: (node: number, name: CandidateId) => number;
}

export function growTree(): GrowingTree {
  const parents = [0];
  const names = [0];
  const depths = [0];
  // Children as linked lists, the newest first: in sorted lists the one looked for is the newest.
  const newest = [0];
  const before = [0];
  const child = (node: number, name: CandidateId): number => {
    for (let at = newest[node] as number; at !== 0; at = before[at] as number) if (names[at] === name) return at;
    const added = parents.length;
    parents.push(node);
    names.push(name);
    depths.push((depths[node] as number) + 1);
    before.push(newest[node] as number);
    newest.push(0);
    newest[node] = added;
    return added;
  };
  return { parents, names, depths, child };
}
