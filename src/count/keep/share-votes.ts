import type { KeepRule } from '../rule';
import { joined, lowBits, lowMask } from './arithmetic';
import { divisionOf, keptOf, passedOn } from './divide';
import { nobodyIn, root, type PreferenceTree } from './tree';

/** The tree laid out for iterations: those who pass on from the root down, and where papers stop by candidate. */
export interface TreeLayout {
  /** Position of the parent, CandidateId and papers of each branch that passes on; position 0 is the root. */
  readonly parent: Int32Array;
  readonly who: Uint16Array;
  readonly copies: Float64Array;
  /** What is left of a paper after each of them, units; made anew in each iteration. */
  readonly left: Int32Array;
  /** Where papers stop: the position they stop below, and how many. Those of candidate c from `stopStarts[c]`. */
  readonly stopsBelow: Int32Array;
  readonly stopCopies: Float64Array;
  readonly stopStarts: Uint32Array;
}

export function layOut(tree: PreferenceTree): TreeLayout {
  const nobody = nobodyIn(tree.contest);
  const { branches, who, copies, passes } = tree;
  const position = new Int32Array(branches);
  const stopStarts = new Uint32Array(nobody + 2);
  let passing = 1;
  for (let branch = 1; branch < branches; branch++) {
    if (copies[branch] === 0) continue;
    const candidate = who[branch] as number;
    if (passes[candidate] === 1) position[branch] = passing++;
    else stopStarts[candidate + 1] = (stopStarts[candidate + 1] as number) + 1;
  }
  for (let i = 1; i < stopStarts.length; i++) {
    stopStarts[i] = (stopStarts[i] as number) + (stopStarts[i - 1] as number);
  }
  const stops = stopStarts[nobody + 1] as number;
  const layout: TreeLayout = {
    parent: new Int32Array(passing),
    who: new Uint16Array(passing),
    copies: new Float64Array(passing),
    left: new Int32Array(passing),
    stopsBelow: new Int32Array(stops),
    stopCopies: new Float64Array(stops),
    stopStarts,
  };
  const filled = stopStarts.slice();
  for (let branch = 1; branch < branches; branch++) {
    if (copies[branch] === 0) continue;
    const candidate = who[branch] as number;
    const above = position[tree.parent[branch] as number] as number;
    if (passes[candidate] === 1) {
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
  const { parent, who, copies, left, stopsBelow, stopCopies, stopStarts } = layout;
  const nobody = stopStarts.length - 2;
  const low = new Float64Array(nobody + 1);
  const high = new Float64Array(nobody + 1);
  const division = divisionOf(rule);
  left[root] = scale;
  for (let at = 1; at < parent.length; at++) {
    const here = left[parent[at] as number] as number;
    const candidate = who[at] as number;
    const share = keep[candidate] as number;
    const kept = keptOf(division, here, share, scale);
    left[at] = passedOn(division, here, share, kept, scale);
    const papers = copies[at] as number;
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
