import { fraction, zero } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { KeepRule } from '../rule';
import type { Holding, TracedStage } from '../trace';
import { divisionOf, keptOf, passedOn } from './divide';

/**
 * Divides one ballot, given by its usable preferences, by the keep values at the end of each stage, rounding as the
 * count does.
 */
export function traceKeepValues(
  count: Count,
  rule: KeepRule,
  preferences: readonly CandidateId[],
): readonly TracedStage[] {
  const atFirst = Array.from({ length: count.candidateCount }, () => count.vote);
  let holding = divided(count, rule, preferences, atFirst);
  return count.stages.map(({ transfers }) => {
    const afterTransfers = transfers.map(({ fate }) => {
      if (fate.kind !== 'keep-values') throw new Error(`a ${fate.kind} among keep values`);
      holding = divided(count, rule, preferences, fate.keep);
      return holding;
    });
    return { holding, afterTransfers };
  });
}

function divided(
  { vote }: Count,
  rule: KeepRule,
  preferences: readonly CandidateId[],
  keepValues: readonly bigint[],
): Holding {
  const scale = Number(vote);
  const division = divisionOf(rule);
  const part = (units: number) => fraction(BigInt(units), vote);
  const candidates: [CandidateId, number][] = [];
  let left = scale;
  let lost = 0;
  for (const candidate of preferences) {
    const keep = Number(keepValues[candidate]);
    const kept = keptOf(division, left, keep, scale);
    const onward = passedOn(division, left, keep, kept, scale);
    if (kept > 0) candidates.push([candidate, kept]);
    lost += left - kept - onward;
    left = onward;
  }
  return {
    candidates: new Map(candidates.map(([candidate, kept]) => [candidate, part(kept)])),
    nonTransferable: part(left),
    lossByFraction: part(lost),
    revalued: zero,
  };
}
