import type { CandidateId } from '../../election/candidate';
import type { KeepRule } from '../rule';
import { joined, lowBits, lowMask } from './arithmetic';
import { divideEqual, type EqualDivision } from './divide-equal';
import { divisionOf, keptOf, passedOn } from './divide';
import { nobodyIn, root, type PreferenceTree } from './branches';
import { passesOn } from './equal-groups';

/**
 * The tree laid out for iterations: those who divide papers, that is who pass on or are ranked equal, from the root down,
 * and where papers stop by candidate.
 */
export interface TreeLayout {
  /** Position of the parent, `who` as in the tree, and papers of each branch that divides; position 0 is the root. */
  readonly parent: Int32Array;
  readonly who: Int32Array;
  readonly copies: Float64Array;
  readonly groups: readonly (readonly CandidateId[])[];
  /** What is left of a paper after each of them, units; made anew in each iteration. */
  readonly left: Int32Array;
  /** Where papers stop: the position they stop below, and how many. Those of candidate c from `stopStarts[c]`. */
  readonly stopsBelow: Int32Array;
  readonly stopCopies: Float64Array;
  readonly stopStarts: Uint32Array;
}

export function layOut(tree: PreferenceTree): TreeLayout {
  const nobody = nobodyIn(tree.contest);
  const { branches, who, copies } = tree;
  const divides = (is: number): boolean => is > nobody || passesOn(tree, is);
  const position = new Int32Array(branches);
  const stopStarts = new Uint32Array(nobody + 2);
  let dividing = 1;
  for (let branch = 1; branch < branches; branch++) {
    if (copies[branch] === 0) continue;
    const candidate = who[branch] as number;
    if (divides(candidate)) position[branch] = dividing++;
    else stopStarts[candidate + 1] = (stopStarts[candidate + 1] as number) + 1;
  }
  for (let i = 1; i < stopStarts.length; i++) {
    stopStarts[i] = (stopStarts[i] as number) + (stopStarts[i - 1] as number);
  }
  const stops = stopStarts[nobody + 1] as number;
  const layout: TreeLayout = {
    parent: new Int32Array(dividing),
    who: new Int32Array(dividing),
    copies: new Float64Array(dividing),
    left: new Int32Array(dividing),
    stopsBelow: new Int32Array(stops),
    stopCopies: new Float64Array(stops),
    stopStarts,
    groups: tree.groups,
  };
  const filled = stopStarts.slice();
  for (let branch = 1; branch < branches; branch++) {
    if (copies[branch] === 0) continue;
    const candidate = who[branch] as number;
    const above = position[tree.parent[branch] as number] as number;
    if (divides(candidate)) {
      const at = position[branch] as number;
      layout.parent[at] = above;
      layout.who[at] = candidate;
      layout.copies[at] = copies[branch] as number;
    } else {
      const at = filled[candidate] as number;
      filled[candidate] = at + 1;
      layout.stopsBelow[at] = above;
      layout.stopCopies[at] = copies[branch] as number;
    }
  }
  return layout;
}

/** Votes by CandidateId and those no candidate gets, units. */
export interface SharedVotes {
  readonly tallies: readonly bigint[];
  readonly nonTransferable: bigint;
}

/**
 * One iteration: divides every paper by the keep values (units, by CandidateId) and adds up the parts. Papers that came
 * the same way are divided once, together. The numbers are exact: see arithmetic.ts.
 */
export function shareVotes(layout: TreeLayout, rule: KeepRule, keep: Int32Array, scale: number): SharedVotes {
  const { parent, who, copies, left, stopsBelow, stopCopies, stopStarts, groups } = layout;
  const nobody = stopStarts.length - 2;
  const low = new Float64Array(nobody + 1);
  const high = new Float64Array(nobody + 1);
  const division = divisionOf(rule);
  const divisions: EqualDivision[] = []; // by group, made when one is met
  left[root] = scale;
  for (let at = 1; at < parent.length; at++) {
    const here = left[parent[at] as number] as number;
    const candidate = who[at] as number;
    const papers = copies[at] as number;
    if (candidate > nobody) {
      const index = candidate - nobody - 1;
      const group = groups[index] as readonly CandidateId[];
      const divide = (divisions[index] ??= divideEqual(
        division,
        group.map((member) => keep[member] as number),
        scale,
      ));
      const { kept, onward } = divide(here);
      left[at] = onward;
      group.forEach((member, i) => {
        low[member] = (low[member] as number) + papers * ((kept[i] as number) & lowMask);
        high[member] = (high[member] as number) + papers * ((kept[i] as number) >> lowBits);
      });
      continue;
    }
    const share = keep[candidate] as number;
    const kept = keptOf(division, here, share, scale);
    left[at] = passedOn(division, here, share, kept, scale);
    low[candidate] = (low[candidate] as number) + papers * (kept & lowMask);
    high[candidate] = (high[candidate] as number) + papers * (kept >> lowBits);
  }
  for (let candidate = 0; candidate <= nobody; candidate++) {
    let lows = 0;
    let highs = 0;
    const end = stopStarts[candidate + 1] as number;
    for (let at = stopStarts[candidate] as number; at < end; at++) {
      const here = left[stopsBelow[at] as number] as number;
      const papers = stopCopies[at] as number;
      lows += papers * (here & lowMask);
      highs += papers * (here >> lowBits);
    }
    low[candidate] = (low[candidate] as number) + lows;
    high[candidate] = (high[candidate] as number) + highs;
  }
  const votes = Array.from(low, (lows, i) => joined(lows, high[i] as number));
  return { tallies: votes.slice(0, nobody), nonTransferable: votes[nobody] ?? 0n };
}
