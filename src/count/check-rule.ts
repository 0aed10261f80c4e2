import { fail, ok, type Result } from '../basics/result';
import type { Rule, TieLook, TransferRule } from './rule';

const mostDecimals = 30;

/** Whether a rule of one's own says something that can be counted; else a sentence for each choice that does not fit. */
export function checkRule(rule: Rule): Result<Rule, { readonly messages: readonly string[] }> {
  const messages = rule.method === 'transfers' ? checkTransfers(rule) : [];
  return messages.length === 0 ? ok(rule) : fail({ messages });
}

function checkTransfers(rule: TransferRule): string[] {
  const { decimals, quota, excludedFirst, ties, surplusTies } = rule;
  const messages: string[] = [];
  if (decimals !== 'exact' && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= mostDecimals)) {
    messages.push(`Votes can be kept to a whole number of decimals from 0 to ${mostDecimals}, or exactly.`);
  }
  if (decimals === 'exact' && quota === 'droop-next-decimal') {
    messages.push('A quota of one unit more than the division has no meaning where every fraction is kept.');
  }
  if (!Number.isInteger(excludedFirst) || excludedFirst < 0) {
    messages.push('The votes a candidate needs at the first exclusion are a whole number, or 0 for none.');
  }
  if (repeats(ties) || repeats(surplusTies ?? [])) messages.push('A tie can be looked for in each way only once.');
  return messages;
}

const repeats = (ties: readonly TieLook[]): boolean => new Set(ties).size < ties.length;
