import { fraction, zero } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { KeepRule } from '../rule';
import type { Holding, TracedStage } from '../trace';
import { divideEqual } from './divide-equal';
import { divisionOf } from './divide';

/**
 * Divides one ballot, given by its usable preferences, by the keep values at the end of each stage, rounding as the
 * count does. Each rank is one candidate, or several who are equal.
 */
export function traceKeepValues(
  count: Count,
  rule: KeepRule,
  ranks: readonly (readonly CandidateId[])[],
): readonly TracedStage[] {
  const atFirst = Array.from({ length: count.candidateCount }, () => count.vote);
  let { holding, ranksRead } = divided(count, rule, ranks, atFirst);
  return count.stages.map(({ transfers }) => {
    const afterTransfers = transfers.map(({ fate }) => {
      if (fate.kind !== 'keep-values') throw new Error(`a ${fate.kind} among keep values`);
      const now = divided(count, rule, ranks, fate.keep);
      holding = now.holding;
      ranksRead = Math.max(ranksRead, now.ranksRead);
      return holding;
    });
    return { holding, afterTransfers, read: ranks.slice(0, ranksRead).flat() };
  });
}

function divided(
  { vote }: Count,
  rule: KeepRule,
  ranks: readonly (readonly CandidateId[])[],
  keepValues: readonly bigint[],
): { readonly holding: Holding; readonly ranksRead: number } {
  const scale = Number(vote);
  const division = divisionOf(rule);
  const part = (units: number) => fraction(BigInt(units), vote);
  const candidates: [CandidateId, number][] = [];
  let left = scale;
  let lost = 0;
  let ranksRead = 0;
  for (const rank of ranks) {
    if (left > 0) ranksRead += 1;
    const keep = rank.map((candidate) => Number(keepValues[candidate]));
    const { kept, onward } = divideEqual(division, keep, scale)(left);
    lost += left - onward;
    rank.forEach((candidate, i) => {
      const units = kept[i] ?? 0;
      if (units > 0) candidates.push([candidate, units]);
      lost -= units;
    });
    left = onward;
  }
  return {
    holding: {
      candidates: new Map(candidates.map(([candidate, kept]) => [candidate, part(kept)])),
      nonTransferable: part(left),
      lossByFraction: part(lost),
      revalued: zero,
    },
    ranksRead,
  };
}
