import { describe, expect, it } from 'vitest';
import { checkRule } from '../../src/count/check-rule';
import type { TransferRule } from '../../src/count/rule';
import { rules } from '../../src/count/rules/rules';
import { scottish2007, scottish2007Letter } from '../../src/count/rules/scottish-2007';

const messagesOf = (change: Partial<TransferRule>): readonly string[] => {
  const checked = checkRule({ ...scottish2007, ...change });
  return checked.ok ? [] : checked.error.messages;
};

describe('a rule of one’s own', () => {
  it('is taken as it is when it can be counted, as every named rule is', () => {
    for (const rule of [...rules, scottish2007Letter]) expect(checkRule(rule)).toEqual({ ok: true, value: rule });
    for (const decimals of [0, 30, 'exact'] as const) expect(messagesOf({ decimals })).toEqual([]);
  });

  it('has 0 to 30 whole decimals, or all', () => {
    for (const decimals of [-1, 31, 2.5, NaN]) {
      expect(messagesOf({ decimals })).toEqual([
        'Votes can be kept to a whole number of decimals from 0 to 30, or exactly.',
      ]);
    }
  });

  it('has no next decimal where every fraction is kept', () => {
    expect(messagesOf({ decimals: 'exact', quota: 'droop-next-decimal' })).toEqual([
      'A quota of one unit more than the division has no meaning where every fraction is kept.',
    ]);
  });

  it('asks for a whole number of votes at the first exclusion, and looks back in each way once', () => {
    expect(messagesOf({ excludedFirst: 1.5, ties: ['backwards', 'backwards'] })).toEqual([
      'The votes a candidate needs at the first exclusion are a whole number, or 0 for none.',
      'A tie can be looked for in each way only once.',
    ]);
    expect(messagesOf({ excludedFirst: -1 })).toHaveLength(1);
  });
});
