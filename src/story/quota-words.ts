import type { Count } from '../count/count';
import type { Rule } from '../count/rule';
import { decimalsText, votesText } from './words';

/** Whether votes equal to the quota are not enough. */
export const hasToBePassed = (rule: Rule): boolean =>
  rule.method === 'quotients' || ('reaching' in rule && rule.reaching === 'above-quota');

/** How the quota came about, with the numbers: "129,550 divided by 10 (9 seats plus 1) is 12,955." */
export function quotaWords(count: Count): string {
  const { rule, validBallots, seats, quota, vote } = count;
  if (rule.method === 'marks' || quota === null) throw new Error(`${rule.name} sets no quota at the start`);
  const ballots = validBallots.toLocaleString('en-GB');
  const kind = rule.method === 'quotients' ? 'droop-cut' : rule.quota;
  const hare = kind === 'hare-integer' || kind === 'hare-decimals';
  const parts = BigInt(hare ? seats : seats + 1);
  const places = seats === 1 ? '1 seat' : `${seats} seats`;
  const division = `${ballots} divided by ${parts} (${hare ? places : `${places} plus 1`})`;
  const exact = (BigInt(validBallots) * vote) % parts === 0n;
  const needed = votesText(quota, count);
  if (rule.method === 'keep-values' && rule.oneSeatQuota === 'whole-majority' && seats === 1) {
    return `half of ${ballots}, up to a whole vote: ${needed}.`;
  }
  switch (kind) {
    case 'droop-integer':
      return `${division}, and up to the next whole number: ${needed}.`;
    case 'hare-integer':
      return `${division}${exact ? '' : ', without the fraction'}: ${needed}.`;
    case 'droop-decimals':
    case 'hare-decimals':
      if ('decimals' in rule && rule.decimals === 'exact') return `${division}, with every fraction kept: ${needed}.`;
      return `${division}${exact ? '' : `, and up to the next ${votesText(1n, count)}`}: ${needed}.`;
    case 'droop-cut':
      return `${division}${exact ? '' : `, cut to ${decimalsText(count.places)}`}: ${needed}.`;
    case 'droop-next-decimal':
      return `${division}, cut to ${decimalsText(count.places)}, and ${votesText(1n, count)} more: ${needed}.`;
    default:
      return kind satisfies never;
  }
}
