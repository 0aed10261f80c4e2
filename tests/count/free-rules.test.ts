import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { checkRule } from '../../src/count/check-rule';
import type { TransferRule } from '../../src/count/rule';
import { packBallots } from '../../src/election/ballots';
import { asText, contests } from '../support/contests';
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
});
