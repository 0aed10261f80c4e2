import { fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Ballots } from '../../election/ballots';
import type { Count } from '../count';
import { holdingSum, type HoldingSum } from '../holdings';
import type { KeepRule } from '../rule';
import { eachUsable } from '../usable-rows';
import { divisionOf, keptOf, passedOn } from './divide';

/** Papers that name the same candidates so far, of those who keep something; units of each paper. */
interface Branch {
  readonly candidate: CandidateId;
  readonly kept: number;
  readonly lost: number;
  /** What is left for the names below. */
  readonly left: number;
  readonly below: Map<CandidateId, Branch>;
  /** Papers on which nobody below gets anything. */
  papers: number;
}

/**
 * Divides all ballots of a count that rank nobody equal by the keep values at its end: by CandidateId, those with the first
 * preference and where they are. Ballots that name the same candidates who keep something are divided once.
 */
export function endOfKeep(count: Count, rule: KeepRule, ballots: Ballots): readonly HoldingSum[] {
  const scale = Number(count.vote);
  const division = divisionOf(rule);
  const keep = lastKeepValues(count).map(Number);
  const trees = Array.from({ length: count.candidateCount }, (): Branch => {
    return { candidate: -1, kept: 0, lost: 0, left: scale, below: new Map(), papers: 0 };
  });

  const grow = (left: number, candidate: CandidateId): Branch => {
    const kept = keptOf(division, left, keep[candidate] as number, scale);
    const onward = passedOn(division, left, keep[candidate] as number, kept, scale);
    return { candidate, kept, lost: left - kept - onward, left: onward, below: new Map(), papers: 0 };
  };

  eachUsable(count, ballots, (usable, papers) => {
    let branch = trees[usable[0] as number] as Branch;
    for (const candidate of usable) {
      if (branch.left === 0) break;
      if (keep[candidate] === 0) continue;
      let next = branch.below.get(candidate);
      if (next === undefined) {
        next = grow(branch.left, candidate);
        branch.below.set(candidate, next);
      }
      branch = next;
    }
    branch.papers += papers;
  });
  return trees.map((tree) => addedUp(tree, count));
}

function addedUp(tree: Branch, { vote, candidateCount }: Count): HoldingSum {
  const held = new Array<bigint>(candidateCount).fill(0n);
  let stopped = 0n;
  let lost = 0n;
  /** Returns the papers of the branch and all below. */
  const walk = (branch: Branch): bigint => {
    let papers = BigInt(branch.papers);
    stopped += papers * BigInt(branch.left);
    for (const below of branch.below.values()) papers += walk(below);
    lost += papers * BigInt(branch.lost);
    if (branch.kept > 0) held[branch.candidate] = (held[branch.candidate] as bigint) + papers * BigInt(branch.kept);
    return papers;
  };
  walk(tree);
  const sum = holdingSum();
  held.forEach((units, candidate) => sum.hold(candidate, fraction(units, vote)));
  sum.add('nonTransferable', fraction(stopped, vote));
  sum.add('lossByFraction', fraction(lost, vote));
  return sum;
}

/** The keep values at the end of a count; before the first division everyone keeps a whole vote. */
function lastKeepValues({ stages, candidateCount, vote }: Count): readonly bigint[] {
  const last = stages.flatMap(({ transfers }) => transfers).at(-1)?.fate;
  if (last === undefined) return Array.from({ length: candidateCount }, () => vote);
  if (last.kind !== 'keep-values') throw new Error(`a ${last.kind} among keep values`);
  return last.keep;
}
