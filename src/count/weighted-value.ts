import { unitsPerVote } from '../basics/decimal';
import type { Rule } from './rule';

/**
 * What a paper worth `value` moves at when its holder has `surplus` over the quota of `total` votes: surplus x value /
 * total, cut as the rule says. All in units.
 */
export function weightedValue(
  { surplusRounding, decimals }: Pick<Rule, 'surplusRounding' | 'decimals'>,
  value: bigint,
  surplus: bigint,
  total: bigint,
): bigint {
  switch (surplusRounding) {
    case 'once':
      return (surplus * value) / total;
    case 'each-step': {
      const vote = unitsPerVote(decimals);
      const product = (surplus * value) / vote;
      return (product * vote) / total;
    }
    default:
      return surplusRounding satisfies never;
  }
}
