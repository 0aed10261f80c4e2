import { add, fraction, zero, type Fraction } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { TransferRule } from '../rule';
import type { Holding, TracedStage } from '../trace';
import { valueOfPart } from './split-equal';
import { traceTransfers } from './trace-transfers';

/** Follows every part of a paper that was split over these orders, and puts together what they hold. */
export function traceSplit(
  count: Count,
  rule: TransferRule,
  orders: readonly (readonly CandidateId[])[],
): readonly TracedStage[] {
  const part = fraction(1n, BigInt(orders.length));
  const value = valueOfPart(count.vote, orders.length);
  const traces = orders.map((usable) => traceTransfers(count, rule, { usable, read: usable, which: 0, part, value }));
  return count.stages.map(({ transfers }, stage) => ({
    holding: together(traces.map((trace) => trace[stage]?.holding)),
    afterTransfers: transfers.map((_, i) => together(traces.map((trace) => trace[stage]?.afterTransfers[i]))),
    read: (orders[0] ?? []).filter((candidate) => traces.some((trace) => trace[stage]?.read.includes(candidate))),
  }));
}

function together(holdings: readonly (Holding | undefined)[]): Holding {
  const candidates = new Map<CandidateId, Fraction>();
  let [nonTransferable, lossByFraction, revalued] = [zero, zero, zero];
  for (const holding of holdings) {
    if (holding === undefined) throw new Error('a part of a ballot was not followed to the end');
    for (const [candidate, part] of holding.candidates) {
      candidates.set(candidate, add(candidates.get(candidate) ?? zero, part));
    }
    nonTransferable = add(nonTransferable, holding.nonTransferable);
    lossByFraction = add(lossByFraction, holding.lossByFraction);
    revalued = add(revalued, holding.revalued);
  }
  return { candidates, nonTransferable, lossByFraction, revalued };
}
