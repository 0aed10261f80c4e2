import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { checkRule } from '../../src/count/check-rule';
import type { KeepRule, Rule } from '../../src/count/rule';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { packBallots } from '../../src/election/ballots';
import { asText, contestOf, contestsWithEquals, type Drawn } from '../support/contests';
import { randomKeepRules, randomQuotientRules, randomTransferRules } from '../support/random-rules';
import { expectTracesToSum } from '../support/traces';

const lots = { kind: 'seeded', seed: 'free' } as const;
const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/**
 * Where piles are cut, papers count for a little less than their values; values that may rise are reckoned from what
 * the papers counted for and can then come to more than that.
 */
const mayGain = (rule: Rule): boolean =>
  rule.method === 'transfers' && rule.cutting === 'each-sub-parcel' && rule.valueRise === 'allowed';

/** Value conserved, seats filled, everyone's fate told once, traces exact, order of ballots irrelevant. */
function expectSound(rule: Rule, { contest, ballots }: Drawn): void {
  fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
  const result = count(contest, rule, lots);
  const cast = BigInt(result.validBallots * result.votesPerBallot) * result.vote;
  for (const { tallies, nonTransferable, lossByFraction } of result.stages) {
    expect(total(tallies) + nonTransferable + lossByFraction).toBe(cast);
    expect([...tallies, nonTransferable].every((votes) => votes >= 0n)).toBe(true);
    if (!mayGain(rule)) expect(lossByFraction).toBeGreaterThanOrEqual(0n);
  }
  const stood = contest.candidateCount - contest.withdrawn.length;
  const fates = [...result.elected, ...result.excluded].map(({ candidate }) => candidate);
  expect(result.elected).toHaveLength(Math.min(contest.seats, stood));
  expect([new Set(fates).size, fates.length]).toEqual([stood, stood]);
  expectTracesToSum(result, contest);
  const other = { ...contest, ballots: packBallots([...ballots].reverse(), contest.candidateCount) };
  expect(asText(count(other, rule, lots))).toBe(asText(result));
}

describe('any rule at all, every axis freely chosen', () => {
  it.each<[string, fc.Arbitrary<Rule>, number]>([
    ['by transfers', randomTransferRules, 2007],
    ['by keep values', randomKeepRules, 1987],
    ['by quotients', randomQuotientRules, 2003],
  ])(
    '%s counts any contest',
    (_, drawnRules, seed) => {
      fc.assert(fc.property(drawnRules, contestsWithEquals, expectSound), { numRuns: 1000, seed });
    },
    60_000,
  );

  it('ends also where few decimals lead keep values round in a circle', () => {
    const lines = [
      '17: 0 4 2 1',
      '9: 4 1 0 2 - 3',
      '10: 1 0 -',
      '24: 2 0 - 4 3',
      '13: 4',
      '18: 3 2 0 -',
      '18: 4 - 2 1',
      '5: 1 - 4 3',
      '9: 4 0 3 2 -',
    ];
    const circling: KeepRule = {
      ...meek1987,
      decimals: 1,
      surplusBelow: 0,
      rounding: 'both-cut',
      keepRounding: 'once-up',
      improving: 'all-elected',
      quota: 'droop-cut',
      exclusion: 'one-when-sure',
      level: 'within-surplus',
      keepAtExclusion: 'improved',
      lastExclusion: 'stop',
      ties: [],
      stalled: 'keep-values-again',
      reaching: 'above-quota',
      recognised: 'after-sharing',
    };
    const result = count(contestOf(4, 5, lines), circling, lots);
    expect(result.elected).toHaveLength(4);
    const ends = result.stages.flatMap(({ transfers }) =>
      transfers.flatMap(({ fate }) => (fate.kind === 'keep-values' ? [fate.ended] : [])),
    );
    expect(ends).toContain('stalled');
  });
});
