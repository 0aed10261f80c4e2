import { fail, ok, type Result } from '../basics/result';
import { canSplit } from './transfers/split-equal';
import type { KeepRule, Rule, TieLook, TransferRule } from './rule';

const mostDecimals = 30;
/** Parts of a vote by keep values fit in 30 bits (keep/arithmetic.ts). */
const mostKeepDecimals = 9;

/** Whether a rule of one's own says something that can be counted; else a sentence for each choice that does not fit. */
export function checkRule(rule: Rule): Result<Rule, { readonly messages: readonly string[] }> {
  const messages = [...checkOwn(rule)];
  if (repeats(rule.ties)) messages.push('A tie can be looked for in each way only once.');
  return messages.length === 0 ? ok(rule) : fail({ messages });
}

function checkOwn(rule: Rule): string[] {
  switch (rule.method) {
    case 'transfers':
      return checkTransfers(rule);
    case 'keep-values':
      return checkKeepValues(rule);
    case 'quotients':
      if (isWhole(rule.decimals, 0, mostDecimals)) return [];
      return [`Votes can be shown to a whole number of decimals from 0 to ${mostDecimals}.`];
    case 'marks':
      return [];
    default:
      return rule satisfies never;
  }
}

function checkTransfers(rule: TransferRule): string[] {
  const { decimals, quota, excludedFirst, surplusTies, equalPreference } = rule;
  const messages: string[] = [];
  if (decimals !== 'exact' && !isWhole(decimals, 0, mostDecimals)) {
    messages.push(`Votes can be kept to a whole number of decimals from 0 to ${mostDecimals}, or exactly.`);
  }
  if (decimals === 'exact' && quota === 'droop-next-decimal') {
    messages.push('A quota of one unit more than the division has no meaning where every fraction is kept.');
  }
  if (!isWhole(excludedFirst, 0, Infinity)) {
    messages.push('The votes a candidate needs at the first exclusion are a whole number, or 0 for none.');
  }
  if (equalPreference === 'shared' && !canSplit(rule)) {
    messages.push(
      'A ballot can be shared among equals only where "surplusValue" is "weighted", "firstCount" is "all" and "cutting" is "each-paper": elsewhere papers are counted, drawn or put in piles, and a part of one is none.',
    );
  }
  if (repeats(surplusTies ?? [])) messages.push('Equal surpluses can be compared in each way only once.');
  return messages;
}

function checkKeepValues({ decimals, surplusBelow }: KeepRule): string[] {
  if (!isWhole(decimals, 1, mostKeepDecimals)) {
    return [`By keep values votes can be kept to a whole number of decimals from 1 to ${mostKeepDecimals}.`];
  }
  if (isWhole(surplusBelow, 0, decimals)) return [];
  return [
    `"surplusBelow" is a whole number from 0 to the decimals, here ${decimals}: surpluses cannot be told to be less than a smaller part of a vote than is kept.`,
  ];
}

const isWhole = (number: number, from: number, to: number): boolean =>
  Number.isInteger(number) && number >= from && number <= to;

const repeats = (ties: readonly TieLook[]): boolean => new Set(ties).size < ties.length;
