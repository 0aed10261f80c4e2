import { one } from '../../basics/fraction';
import type { Ballots } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import { holdingSum, timesOf, type HoldingSum } from '../holdings';
import type { QuotientFate, Stage } from '../stage';
import { eachUsable } from '../usable-rows';
import { afterRun, wayThrough, type Way } from './trace-quotients';

/**
 * All ballots of a count after its last run: by CandidateId, those with the first preference and where they are. Ballots
 * that went the same way are worked out once.
 */
export function endOfQuotients(count: Count, ballots: Ballots): readonly HoldingSum[] {
  const sums = Array.from({ length: count.candidateCount }, holdingSum);
  const { stage, fate } = lastRun(count);
  if (fate === null) {
    eachUsable(count, ballots, ([first = -1], papers) => sums[first]?.hold(first, timesOf(one, papers)));
    return sums;
  }
  const excluded = new Set(
    count.stages.flatMap(({ kind, of, transfers }) => (kind === 'exclusion' && transfers.length > 0 ? of : [])),
  );
  const ways = new Map<string, { readonly first: CandidateId; readonly way: Way; papers: number }>();
  eachUsable(count, ballots, (usable, papers) => {
    const way = wayThrough(
      fate,
      usable.filter((candidate) => !excluded.has(candidate)),
    );
    const first = usable[0] as number;
    const key = `${first} ${way.holder ?? ''} ${way.filled.join()}`;
    const same = ways.get(key);
    if (same === undefined) ways.set(key, { first, way, papers });
    else same.papers += papers;
  });
  for (const { first, way, papers } of ways.values()) {
    sums[first]?.addHolding(afterRun(count, stage, fate, way), timesOf(one, papers));
  }
  return sums;
}

/** The last stage with what was done in it; null where it is the first preferences alone. */
function lastRun({ stages }: Count): { readonly stage: Stage; readonly fate: QuotientFate | null } {
  const stage = stages.at(-1);
  if (stage === undefined) throw new Error('a count has a stage');
  const fate = stage.transfers[0]?.fate ?? null;
  if (fate !== null && fate.kind !== 'quotients') throw new Error(`a ${fate.kind} among quotients`);
  return { stage, fate };
}
