import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices, looks, type Takes } from '../../src/count/choices';
import { customRule } from '../../src/count/custom-rule';
import type { Rule } from '../../src/count/rule';
import { rules } from '../../src/count/rules/rules';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { randomKeepRules, randomQuotientRules, randomTransferRules } from '../support/random-rules';
import { checkRule } from '../../src/count/check-rule';

const bases: Readonly<Record<Rule['method'], string>> = {
  transfers: 'scottish-2007',
  'keep-values': 'meek-prf',
  quotients: 'qpq',
  marks: 'sntv',
};
/** Some of what an axis without words takes. */
const samples: Readonly<Record<Extract<Takes, string>, readonly unknown[]>> = {
  number: [6, 9],
  'number-or-exact': [0, 30, 'exact'],
  looks: [[], ['forwards'], Object.keys(looks)],
  'looks-or-null': [null, [], ['backwards', 'forwards-stage-ends']],
};

const messages = (said: unknown): readonly string[] => {
  const read = customRule(said);
  return read.ok ? [] : read.error.messages;
};

describe('a rule of one’s own', () => {
  it('starts from a rule and changes what it names', () => {
    const read = customRule({
      base: 'ers97',
      name: 'Ours',
      decimals: 3,
      ties: ['backwards', 'forwards'],
      surplusTies: null,
    });
    expect(read).toEqual({
      ok: true,
      value: {
        ...ers97,
        id: 'custom',
        name: 'Ours',
        description:
          'As Electoral Reform Society rules (ERS97), but: decimals 3, ties ["backwards","forwards"], surplusTies null.',
        basis: 'definition',
        decimals: 3,
        ties: ['backwards', 'forwards'],
        surplusTies: null,
      },
    });
    expect(customRule({ base: 'scottish-2007' })).toMatchObject({
      value: {
        ...scottish2007,
        id: 'custom',
        name: 'Scottish council elections (2007), changed',
        basis: 'definition',
        description: expect.any(String) as string,
      },
    });
  });

  it.each<[string, fc.Arbitrary<Rule>]>([
    ['scottish-2007', randomTransferRules],
    ['meek-nz', randomKeepRules],
    ['qpq', randomQuotientRules],
  ])('from %s can be any of its way of counting that makes sense', (base, drawn) => {
    fc.assert(
      fc.property(drawn, (rule) => {
        const { id, name, description, source, basis, family, method, ...axes } = rule;
        const { ties, ...others } = axes;
        const read = customRule({ base, name, ...others, ...(method === 'quotients' ? {} : { ties }) });
        expect(read.ok).toBe(checkRule(rule).ok);
        if (read.ok) expect({ ...read.value, id, description, source, basis, family, method }).toEqual(rule);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('can start from every named rule, each of its own choices said again', () => {
    for (const rule of rules) {
      const said = Object.fromEntries(
        Object.keys(choices[rule.method]).map((axis) => [axis, rule[axis as keyof Rule]]),
      );
      expect(Object.values(said)).not.toContain(undefined);
      const read = customRule({ base: rule.id, name: rule.name, ...said });
      if (!read.ok) throw new Error(read.error.messages.join(' '));
      const { description } = read.value;
      expect(read.value).toEqual({ ...rule, id: 'custom', description, basis: 'definition' });
    }
  });

  const everyAxis = Object.entries(bases).flatMap(([method, base]) =>
    Object.entries<Takes>(choices[method as Rule['method']]).map(([axis, takes]) => [base, axis, takes] as const),
  );

  it.each(everyAxis)(
    'from %s takes each word of "%s", and says which there are when given another',
    (base, axis, takes) => {
      const right = typeof takes === 'string' ? samples[takes] : Object.keys(takes);
      for (const choice of right) {
        expect(customRule({ base, [axis]: choice })).toMatchObject({ ok: true, value: { [axis]: choice } });
      }
      for (const choice of ['no such word', 'toString', null, true, ['stops'], { stops: true }]) {
        if (choice === null && takes === 'looks-or-null') continue;
        const [message, ...others] = messages({ base, [axis]: choice });
        expect(others).toEqual([]);
        expect(message).toMatch(new RegExp(`^"${axis}" is .*, not `));
        expect(message?.endsWith(`, not ${JSON.stringify(choice)}.`)).toBe(true);
        if (typeof takes !== 'string') for (const word of Object.keys(takes)) expect(message).toContain(`"${word}"`);
      }
    },
  );

  it('says everything that is wrong with it', () => {
    expect(messages([])).toEqual(['A rule is written as {"base": "scottish-2007", ...}.']);
    expect(messages({ base: 'toss' })).toEqual([
      expect.stringMatching(/^"base" is one of "scottish-2007", .*"meek-nz", .*, not "toss"\.$/),
    ]);
    expect(messages({})).toEqual([expect.stringMatching(/^"base" is one of .*, not left out\.$/)]);
    expect(
      messages({
        base: 'ers97',
        quota: 'imperiali',
        speed: 9,
        decimals: 'few',
        ties: 'forwards',
        surplusTies: ['lot'],
        excludedFirst: '5',
        name: ' ',
        toString: 'x',
      }),
    ).toEqual([
      `"quota" is ${Object.keys(choices.transfers.quota)
        .map((word) => `"${word}"`)
        .join(' or ')}, not "imperiali".`,
      expect.stringMatching(
        /^There is nothing to choose called "speed" in ers97; there is .*"quota", .*"lastPlace"\.$/,
      ),
      '"decimals" is a number or "exact", not "few".',
      expect.stringMatching(/^"ties" is a list of "backwards", .*, not "forwards"\.$/),
      expect.stringMatching(/^"surplusTies" is null or a list of .*, not \["lot"\]\.$/),
      '"excludedFirst" is a number, not "5".',
      expect.stringMatching(/^There is nothing to choose called "toString" in ers97; there is /),
      '"name" is a text.',
    ]);
    expect(messages({ base: 'ers97', decimals: -1 })).toEqual([
      'Votes can be kept to a whole number of decimals from 0 to 30, or exactly.',
    ]);
    expect(messages({ base: 'meek-prf', cutting: 'each-paper', ties: ['lot'] })).toEqual([
      expect.stringMatching(/^There is nothing to choose called "cutting" in meek-prf; there is .*"sharing", /),
      expect.stringMatching(/^"ties" is a list of "backwards", .*, not \["lot"\]\.$/),
    ]);
    expect(messages({ base: 'qpq', ties: ['forwards'] })).toEqual([
      'There is nothing to choose called "ties" in qpq; there is "skippedPreference", "equalPreference", "decimals".',
    ]);
  });
});
