import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choices } from '../../src/count/choices';
import { customRule } from '../../src/count/custom-rule';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { randomRules } from '../support/random-rules';
import { checkRule } from '../../src/count/check-rule';

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

  it('can be any that makes sense', () => {
    fc.assert(
      fc.property(randomRules, (rule) => {
        const { id, name, description, source, basis, family, method, ...axes } = rule;
        const read = customRule({ base: 'scottish-2007', name, ...axes });
        expect(read.ok).toBe(checkRule(rule).ok);
        if (read.ok) expect({ ...read.value, id, description, source, basis, family, method }).toEqual(rule);
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it('says everything that is wrong with it', () => {
    expect(messages([])).toEqual(['A rule is written as {"base": "scottish-2007", ...}.']);
    expect(messages({ base: 'block-vote' })).toEqual([
      '"base" names a rule whose papers are handed on, which "block-vote" is not.',
    ]);
    expect(messages({})).toEqual(['"base" names a rule whose papers are handed on, which undefined is not.']);
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
        tieLook: 'x',
      }),
    ).toEqual([
      `"quota" is ${Object.keys(choices.quota)
        .map((word) => `"${word}"`)
        .join(' or ')}, not "imperiali".`,
      'There is nothing to choose called "speed".',
      '"decimals" is a number or "exact", not "few".',
      expect.stringMatching(/^"ties" is a list of "backwards", .*, not "forwards"\.$/),
      expect.stringMatching(/^"surplusTies" is null or a list of .*, not \["lot"\]\.$/),
      '"excludedFirst" is a number, not "5".',
      'There is nothing to choose called "tieLook".',
      '"name" is a text.',
    ]);
    expect(messages({ base: 'ers97', decimals: -1 })).toEqual([
      'Votes can be kept to a whole number of decimals from 0 to 30, or exactly.',
    ]);
  });
});
