import { describe, expect, it } from 'vitest';
import { checkRule } from '../../src/count/check-rule';
import type { KeepRule, TransferRule } from '../../src/count/rule';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { qpq } from '../../src/count/rules/qpq';
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

  it('by keep values has 1 to 9 decimals, and surpluses told from none to one of those', () => {
    const keeping = (change: Partial<KeepRule>): readonly string[] => {
      const checked = checkRule({ ...meekPrf, ...change });
      return checked.ok ? [] : checked.error.messages;
    };
    for (const decimals of [0, 10, 1.5, NaN]) {
      expect(keeping({ decimals })).toEqual([
        'By keep values votes can be kept to a whole number of decimals from 1 to 9.',
      ]);
    }
    for (const surplusBelow of [0, 3]) expect(keeping({ decimals: 3, surplusBelow })).toEqual([]);
    for (const surplusBelow of [-1, 4, 2.5]) {
      expect(keeping({ decimals: 3, surplusBelow })).toEqual([
        '"surplusBelow" is a whole number from 0 to the decimals, here 3: surpluses cannot be told to be less than a smaller part of a vote than is kept.',
      ]);
    }
    expect(keeping({ ties: ['forwards', 'forwards'] })).toEqual(['A tie can be looked for in each way only once.']);
  });

  it('by quotients has votes shown to 0 to 30 decimals', () => {
    for (const decimals of [0, 30]) expect(checkRule({ ...qpq, decimals }).ok).toBe(true);
    for (const decimals of [-1, 31, 0.5]) {
      expect(checkRule({ ...qpq, decimals })).toMatchObject({
        error: { messages: ['Votes can be shown to a whole number of decimals from 0 to 30.'] },
      });
    }
  });

  it('asks for a whole number of votes at the first exclusion, and looks back in each way once', () => {
    expect(messagesOf({ excludedFirst: 1.5, ties: ['backwards', 'backwards'] })).toEqual([
      'The votes a candidate needs at the first exclusion are a whole number, or 0 for none.',
      'A tie can be looked for in each way only once.',
    ]);
    expect(messagesOf({ surplusTies: ['forwards', 'forwards'] })).toEqual([
      'Equal surpluses can be compared in each way only once.',
    ]);
    expect(messagesOf({ excludedFirst: -1 })).toHaveLength(1);
  });
});
