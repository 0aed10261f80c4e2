import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, multiply } from '../../src/basics/fraction';
import { CannotCount } from '../../src/count/cannot-count';
import { checkRule } from '../../src/count/check-rule';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import { av } from '../../src/count/rules/av';
import { cfer } from '../../src/count/rules/cfer';
import { ers97 } from '../../src/count/rules/ers97';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { minneapolis } from '../../src/count/rules/minneapolis';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { senateAu } from '../../src/count/rules/senate-au';
import { wigm } from '../../src/count/rules/wigm';
import { trace } from '../../src/count/trace';
import { ballotAt, packBallots, type Ballot } from '../../src/election/ballots';
import { asText, contestOf, contestsWithEquals } from '../support/contests';
import { randomTransferRules } from '../support/random-rules';
import { expectTracesToSum } from '../support/traces';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const shared = (rule: TransferRule): TransferRule => ({ ...rule, equalPreference: 'shared' });
const votes = ({ stages, vote }: Count): number[][] =>
  stages.map(({ tallies }) => tallies.map((tally) => Number(tally) / Number(vote)));

describe('where papers are handed on, a paper that ranks candidates equal', () => {
  it('is split over all the orders they could be put in, at the start', () => {
    // 6 A=B C: 3 A B C and 3 B A C. A has 4 + 3, B 3, C 2 + 1; the quota is 13/3.
    const contest = contestOf(2, 4, ['6: 0=1 2', '4: 0 3', '2: 2', '1: 2 3']);
    const result = count(contest, { ...shared(wigm), lastExclusion: 'stop' }, lots);
    expect(result.validBallots).toBe(13);
    expect(result.stages.map(({ tallies }) => tallies.map((tally) => fraction(tally, result.vote)))).toMatchObject([
      [7n, 3n, 3n, 0n].map((whole) => fraction(whole)),
      // A’s surplus is 8/3 of 7: of the 3 to B comes 8/7, of the 4 to D 32/21.
      [fraction(13n, 3n), fraction(29n, 7n), fraction(3n), fraction(32n, 21n)],
      // D is out, and their papers name nobody else. B and C are left for one place, and C has fewer.
      [fraction(13n, 3n), fraction(29n, 7n), fraction(3n), fraction(0n)],
    ]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
    const parts = trace(result, [0, 1, 2], [1])?.map(({ holding }) => Object.fromEntries(holding.candidates));
    expect(parts?.[0]).toEqual({ 0: fraction(1n, 2n), 1: fraction(1n, 2n) });
    expect(parts?.[1]).toEqual({ 0: fraction(13n, 42n), 1: fraction(29n, 42n) }); // 1/2 x 8/21 has gone to B
  });

  it('is cut to the decimals, which is loss by fraction, and a whole ballot for the quota', () => {
    const result = count(contestOf(1, 3, ['1: 0=1=2', '4: 0', '4: 1']), shared(scottish2007), lots);
    expect(votes(result)[0]).toEqual([4.33332, 4.33332, 0.33332]); // six parts of 0.16666
    expect([result.validBallots, result.quota, result.stages[0]?.lossByFraction]).toEqual([9, 500_000n, 4n]);
    expect(trace(result, [0, 1, 2], [1, 2])?.[0]?.holding.lossByFraction).toEqual(fraction(4n, 100_000n));
  });

  it('is split among those only who stand', () => {
    const contest = { ...contestOf(1, 4, ['2: 0=1=3', '1: 2']), withdrawn: [3] };
    expect(votes(count(contest, shared(scottish2007), lots))[0]).toEqual([1, 1, 1, 0]);
    const gap = contestOf(1, 4, ['2: 2 - 0=1=3', '1: 0']);
    expect(votes(count(gap, shared(scottish2007), lots))[0]).toEqual([1, 0, 2, 0]);
  });

  it('is refused by a rule that counts or draws papers, or cuts them in piles', () => {
    const message = /^A ballot can be shared among equals only where "surplusValue" is "weighted", /;
    for (const rule of [irelandDail, senateAu, ers97, { ...scottish2007, firstCount: 'until-quota' } as const]) {
      expect(checkRule(shared(rule))).toMatchObject({
        error: { messages: [expect.stringMatching(message)] },
      });
    }
    for (const rule of [scottish2007, wigm, minneapolis, cfer, av]) expect(checkRule(shared(rule)).ok).toBe(true);
  });

  it('is not split into millions', () => {
    const ten = contestOf(2, 12, ['1: 0 1=2=3=4=5=6=7=8=9=10 11']);
    expect(() => count(ten, shared(wigm), lots)).toThrow(CannotCount);
    const seven = contestOf(2, 12, ['1: 0 1=2=3=4=5=6=7 11', '1: 11']);
    expect(count(seven, shared(wigm), lots).elected).toHaveLength(2);
  });
});

describe('over random elections', () => {
  const sharing = randomTransferRules.map((rule): TransferRule => {
    return shared({ ...rule, surplusValue: 'weighted', firstCount: 'all', cutting: 'each-paper' });
  });

  it('whatever else the rule says: value conserved, traces exact, the order of ballots and of equals irrelevant', () => {
    fc.assert(
      fc.property(sharing, contestsWithEquals, (rule, { contest, ballots }) => {
        fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        const cast = BigInt(result.validBallots) * result.vote;
        for (const { tallies, nonTransferable, lossByFraction } of result.stages) {
          expect(tallies.reduce((a, b) => a + b, nonTransferable + lossByFraction)).toBe(cast);
          expect([...tallies, nonTransferable, lossByFraction].every((units) => units >= 0n)).toBe(true);
        }
        expectTracesToSum(result, contest);
        const turned = ballots.map(turnEquals).reverse();
        const other = { ...contest, ballots: packBallots(turned, contest.candidateCount) };
        expect(asText(count(other, rule, lots))).toBe(asText(result));
      }),
      { numRuns: 400, seed: 1996 },
    );
  }, 60_000);

  it('is the same as every order written out on as many whole ballots, where nothing is cut', () => {
    const mixtures = fc.record({
      quota: fc.constantFrom('droop-decimals', 'hare-decimals'),
      surplusPapers: fc.constantFrom('all', 'all-transferable', 'last-parcel', 'last-parcel-transferable'),
      excludedPapers: fc.constantFrom('together', 'by-order-received', 'restart'),
      exclusion: fc.constantFrom('one', 'bulk-when-safe'),
      deferral: fc.constantFrom('never', 'when-safe'),
    });
    fc.assert(
      fc.property(mixtures, contestsWithEquals, (mixture, { contest }) => {
        const rule = shared({ ...wigm, ...mixture });
        const written = writtenOut(contest);
        fc.pre(checkContest(contest, rule).ok && written.ballots.copies.length < 3000);
        const result = count(contest, rule, lots);
        const whole = count(written, { ...rule, equalPreference: 'stops' }, lots);
        const many = fraction(BigInt(copiesOfEach));
        expect(
          result.stages.map(({ tallies }) => tallies.map((tally) => multiply(fraction(tally, result.vote), many))),
        ).toEqual(whole.stages.map(({ tallies }) => tallies.map((tally) => fraction(tally, whole.vote))));
        expect(result.elected).toEqual(whole.elected);
      }),
      { numRuns: 300, seed: 1996 },
    );
  }, 60_000);
});

/** Of up to eight candidates there are so many orders, and of groups of them a number that divides it. */
const copiesOfEach = 40_320;

function writtenOut(contest: Contest): Contest {
  const ballots = Array.from({ length: contest.ballots.copies.length }, (_, row) => {
    const ballot = ballotAt(contest.ballots, row);
    let orders: number[][] = [[]];
    ranks(ballot).forEach((rank) => {
      orders = orders.flatMap((above) => permutations(rank).map((order) => [...above, ...order]));
    });
    return orders.map((preferences): Ballot => {
      return { copies: (ballot.copies * copiesOfEach) / orders.length, preferences };
    });
  }).flat();
  return { ...contest, ballots: packBallots(ballots, contest.candidateCount) };
}

function ranks({ preferences, joined = [] }: Ballot): number[][] {
  const found: number[][] = [];
  preferences.forEach((name, place) => {
    if (joined.includes(place)) found.at(-1)?.push(name);
    else found.push([name]);
  });
  return found;
}

function permutations(names: readonly number[]): number[][] {
  if (names.length < 2) return [[...names]];
  return names.flatMap((first) => permutations(names.filter((name) => name !== first)).map((rest) => [first, ...rest]));
}

const turnEquals = (ballot: Ballot): Ballot => ({
  ...ballot,
  preferences: ranks(ballot).flatMap((rank) => rank.reverse()),
});
