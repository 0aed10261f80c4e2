import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { checkRule } from '../../src/count/check-rule';
import type { KeepRule, TransferRule } from '../../src/count/rule';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { packBallots } from '../../src/election/ballots';
import { asText, contestOf, contests } from '../support/contests';
import { randomKeepRules } from '../support/random-keep-rules';
import { randomRules } from '../support/random-rules';
import { expectTracesToSum } from '../support/traces';

const lots = { kind: 'seeded', seed: 'free' } as const;
const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/**
 * Where piles are cut, papers count for a little less than their values; values that may rise are reckoned from what
 * the papers counted for and can then come to more than that.
 */
const mayGain = ({ cutting, valueRise }: TransferRule): boolean =>
  cutting === 'each-sub-parcel' && valueRise === 'allowed';

describe('any rule at all, every axis freely chosen', () => {
  it('counts any contest: value conserved, seats filled, traces exact, order of ballots irrelevant', () => {
    fc.assert(
      fc.property(randomRules, contests, (rule, { contest, ballots }) => {
        fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        const cast = BigInt(result.validBallots) * result.vote;
        for (const { tallies, nonTransferable, lossByFraction } of result.stages) {
          expect(total(tallies) + nonTransferable + lossByFraction).toBe(cast);
          expect(tallies.every((tally) => tally >= 0n)).toBe(true);
          expect(nonTransferable).toBeGreaterThanOrEqual(0n);
          if (!mayGain(rule)) expect(lossByFraction).toBeGreaterThanOrEqual(0n);
        }
        const stood = contest.candidateCount - contest.withdrawn.length;
        const fates = [...result.elected, ...result.excluded].map(({ candidate }) => candidate);
        expect(result.elected).toHaveLength(Math.min(contest.seats, stood));
        expect([new Set(fates).size, fates.length]).toEqual([stood, stood]);
        expectTracesToSum(result, contest);
        const other = { ...contest, ballots: packBallots([...ballots].reverse(), contest.candidateCount) };
        expect(asText(count(other, rule, lots))).toBe(asText(result));
      }),
      { numRuns: 1000, seed: 2007 },
    );
  }, 60_000);

  it('the same by keep values', () => {
    fc.assert(
      fc.property(randomKeepRules, contests, (rule, { contest, ballots }) => {
        fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        const cast = BigInt(result.validBallots) * result.vote;
        for (const { tallies, nonTransferable, lossByFraction } of result.stages) {
          expect(total(tallies) + nonTransferable + lossByFraction).toBe(cast);
          expect([...tallies, nonTransferable, lossByFraction].every((votes) => votes >= 0n)).toBe(true);
        }
        expect(result.elected).toHaveLength(Math.min(contest.seats, contest.candidateCount - contest.withdrawn.length));
        expectTracesToSum(result, contest);
        const other = { ...contest, ballots: packBallots([...ballots].reverse(), contest.candidateCount) };
        expect(asText(count(other, rule, lots))).toBe(asText(result));
      }),
      { numRuns: 1000, seed: 1987 },
    );
  }, 60_000);

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
