import { equal, type Fraction } from '../basics/fraction';
import type { Count } from '../count/count';
import type { TransferRule } from '../count/rule';
import type { SurplusFate, Transfer } from '../count/stage';
import { plural, valueText, votesText, worthText } from './words';

/** How many values of papers are written out before the rest are only counted. */
const mostValues = 6;

/** Papers of one transfer that were worth the same and are worth the same after it. */
interface SameValue {
  readonly before: Fraction | null;
  readonly after: Fraction;
  papers: number;
  transferable: number;
}

/** What a paper is worth after the move: a line for each value, that of the most papers first. */
export function valueSums(transfer: Transfer, count: Count): string[] {
  const values: SameValue[] = [];
  for (const { valueBefore, valueAfter, papers, transferable } of transfer.papers) {
    const same = values.find(({ before, after }) => isSame(before, valueBefore) && equal(after, valueAfter));
    if (same === undefined) values.push({ before: valueBefore, after: valueAfter, papers, transferable });
    else {
      same.papers += papers;
      same.transferable += transferable;
    }
  }
  values.sort((a, b) => b.papers - a.papers);
  const lines = values.slice(0, mostValues).map((value) => valueSum(value, transfer, count));
  const rest = values.slice(mostValues);
  if (rest.length === 0) return lines;
  const papers = rest.reduce((sum, value) => sum + value.papers, 0);
  return [
    ...lines,
    `${plural(papers, 'more ballot', 'more ballots')}, of ${plural(rest.length, 'value', 'values')}, go the same way.`,
  ];
}

function valueSum({ before, after, papers, transferable }: SameValue, { fate }: Transfer, count: Count): string {
  const value = valueText(after, count);
  const number = transferable === 0 ? 'none' : transferable.toLocaleString('en-GB');
  const able = transferable === papers ? '' : `, ${number} of them with a next choice`;
  if (fate.kind === 'keep-values') throw new Error('under keep values no paper moves');
  if (fate.kind !== 'surplus')
    return `${plural(papers, 'ballot', 'ballots')} at ${worthText(after, count)} each${able}.`;
  const worth = before === null ? '' : ` worth ${worthText(before, count)} each`;
  return `${plural(papers, 'ballot', 'ballots')}${worth}${able}: ${sumWords(before, fate, count)} = ${value} each${cutWords(count)}.`;
}

/** Only rules that hand papers on have surpluses of papers. */
function transferRule({ rule }: Count): TransferRule {
  if (rule.method !== 'transfers') throw new Error(`${rule.id} does not hand papers on`);
  return rule;
}

/** "9 × 1 ÷ 50": how the new value of a paper is worked out. */
function sumWords(before: Fraction | null, { surplus, sharing, shortfall }: SurplusFate, count: Count): string {
  if (shortfall > 0n) return 'no more than they are worth now';
  const extra = votesText(surplus, count);
  if (transferRule(count).surplusValue === 'unweighted' || before === null)
    return `${extra} ÷ ${sharing.papers.toLocaleString('en-GB')}`;
  return `${extra} × ${valueText(before, count)} ÷ ${valueText(sharing.of, count)}`;
}

function cutWords(count: Count): string {
  const { decimals, cutting } = transferRule(count);
  return decimals === 'exact' || cutting === 'each-sub-parcel'
    ? ''
    : `, cut to ${plural(decimals, 'decimal', 'decimals')}`;
}

const isSame = (a: Fraction | null, b: Fraction | null): boolean => (a === null || b === null ? a === b : equal(a, b));
