import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, zero } from '../../src/basics/fraction';
import { formatDecimal } from '../../src/basics/decimal';
import { CannotCount } from '../../src/count/cannot-count';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { KeepRule } from '../../src/count/rule';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { meekNz } from '../../src/count/rules/meek-nz';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { warren } from '../../src/count/rules/warren';
import { trace } from '../../src/count/trace';
import { packBallots, type Ballot } from '../../src/election/ballots';
import { asText, contestOf, contestsWithEquals } from '../support/contests';
import { events, plainPrf } from '../support/plain-meek';
import { paperOrder } from '../support/public-contest';
import { expectTracesToSum } from '../support/traces';

const meek: KeepRule = { ...meekPrf, equalPreference: 'shared' };
const bothCut: KeepRule = { ...meek, decimals: 5, rounding: 'both-cut', surplusBelow: 3 };
const sharing: readonly KeepRule[] = [
  meek,
  bothCut,
  warren,
  { ...meekNz, equalPreference: 'shared' },
  { ...meek1987, equalPreference: 'shared' },
];
const nine = (units: bigint): string => formatDecimal(units, 9);
const counted = (contest: Contest, rule: KeepRule): Count => {
  fc.pre(checkContest(contest, rule).ok);
  return count(contest, rule, paperOrder(contest));
};
const winners = ({ elected }: Count): number[] => elected.map(({ candidate }) => candidate).sort((a, b) => a - b);

describe('candidates ranked equal share a ballot', () => {
  it('evenly at first; what cannot be divided is lost', () => {
    const [first] = count(contestOf(1, 3, ['2: 0=1=2', '3: 2=1', '1: 0']), meek, {
      kind: 'listed',
      order: [0, 1, 2],
    }).stages;
    expect(first?.tallies.map(nine)).toEqual(['1.666666666', '2.166666666', '2.166666666']);
    expect([first?.lossByFraction, first?.nonTransferable]).toEqual([2n, 0n]);
  });

  it('as half a vote in each order, by Meek', () => {
    // Quota 6/3 and a unit, 2.000000001; A has 4 and keeps 0.500000001. Of A=B half is AB, of which A keeps
    // 0.500000001 and B the rest; half is BA, all B's: 0.2500000005 to A and 0.7499999995 to B, both cut. A then has
    // 2.000000003, B 1.499999998, C 1, and the quota is 1.500000001, for 1.499999997 of three ballots has stopped.
    // Next A keeps 0.500000001 x 1.500000001, up to 0.750000003, / 2.000000003, up to 0.375000001.
    const result = count(contestOf(2, 3, ['3: 0', '2: 0=1 2', '1: 2 0']), meek, { kind: 'listed', order: [0, 1, 2] });
    const [first, second] = result.stages;
    expect(first?.tallies.map(nine)).toEqual(['4.000000000', '1.000000000', '1.000000000']);
    expect(second?.transfers[0]?.fate).toMatchObject({
      iterations: 2,
      ended: 'elected',
      keep: [375_000_001n, 10n ** 9n, 10n ** 9n],
    });
    expect(second?.tallies.map(nine)).toEqual(['1.500000003', '1.624999998', '1.000000000']);
    expect([second?.quota, second?.lossByFraction].map((units) => nine(units ?? 0n))).toEqual([
      '1.375000001',
      '0.000000002',
    ]);
    const part = (numerator: bigint) => fraction(numerator, 10n ** 9n);
    expect(trace(result, [0, 1, 2], [1])?.[1]?.holding).toEqual({
      candidates: new Map([
        [0, part(187_500_000n)],
        [1, part(812_499_999n)],
      ]),
      nonTransferable: zero,
      lossByFraction: part(1n),
      revalued: zero,
    });
  });

  it('as half a vote in each order, by Warren', () => {
    // Quota 12/4 and a unit, 3.000000001. A and B have 6 each and keep 0.500000001. Of A=B each order gives one of them
    // 0.500000001 and the other the 0.499999999 that is left, so that both have 0.5 and nothing passes on to C. From 6 votes
    // they come to keep 0.250000001 of each ballot, which every order has, and C gets the 0.499999998 that is left.
    const result = count(contestOf(3, 4, ['12: 0=1 2']), warren, {
      kind: 'listed',
      order: [0, 1, 2, 3],
    });
    expect(result.stages[1]?.tallies.map(nine)).toEqual(['3.000000012', '3.000000012', '5.999999976', '0.000000000']);
  });

  it('so that nobody is elected who is behind all of them and ahead of no one', () => {
    // By an even split after which the rest goes past the others, 3 would have nearly 2/3 of the last ballot, 2 only 1/3.
    const contest = contestOf(3, 4, ['50: 0', '50: 1', '1: 0=1=2 3']);
    for (const rule of [meek, warren]) expect(winners(counted(contest, rule))).toEqual([0, 1, 2]);
  });

  it('also when those of them who pass on are all elected, and then the next rank has the rest', () => {
    const contest = contestOf(3, 4, ['30: 0=1 2', '1: 2', '2: 3']);
    for (const rule of [meek, bothCut]) {
      const result = counted(contest, rule);
      expect(winners(result)).toEqual([0, 1, 2]);
      expect(result.stages.some(({ tallies }) => (tallies[2] ?? 0n) > 7n * result.vote)).toBe(true);
    }
  });

  it('without writing the orders out: thirty equals, twenty of them elected', () => {
    const names = Array.from({ length: 30 }, (_, id) => id);
    const alone = names.slice(0, 20).map((id) => `${10 + id}: ${id}`);
    const contest = contestOf(21, 30, [...alone, `9: ${names.join('=')}`]);
    const result = counted(contest, meek);
    expect(winners(result).slice(0, 20)).toEqual(names.slice(0, 20));
    expectTracesToSum(result, contest);
  });

  it('or are refused in a sentence where Warren would have to go through too many of them', () => {
    // What the twenty do not keep stops, which lowers the quota and their keep values until any few leave something.
    const names = Array.from({ length: 30 }, (_, id) => id);
    const alone = names.slice(0, 20).map((id) => `1000: ${id}`);
    const contest = contestOf(21, 30, [...alone, `100: ${names.join('=')}`]);
    expect(() => counted(contest, warren)).toThrow(CannotCount);
    expect(winners(counted(contest, meek))).toHaveLength(21);
  });
});

describe('sharing among equals, over random elections', () => {
  const check = (
    property: (contest: Contest, ballots: readonly Ballot[], rule: KeepRule) => void,
    numRuns = 300,
  ): void => {
    fc.assert(
      fc.property(contestsWithEquals, fc.constantFrom(...sharing), ({ contest, ballots }, rule) => {
        property(contest, ballots, rule);
      }),
      { numRuns, seed: 2020 },
    );
  };

  it.each([meek, bothCut, { ...warren, ties: [] }] as KeepRule[])(
    'is the same in every vote as every order gone through with big integers',
    (rule) => {
      fc.assert(
        fc.property(contestsWithEquals, ({ contest }) => {
          fc.pre(contest.candidateCount - contest.withdrawn.length > contest.seats); // else all are elected at once
          const result = counted(contest, rule);
          const plain = plainPrf(contest, rule, paperOrder(contest).order);
          expect(events(result)).toEqual(plain.events);
          expect(winners(result)).toEqual([...plain.winners].sort((a, b) => a - b));
        }),
        { numRuns: 300, seed: 2020 },
      );
    },
  );

  it('does not depend on the order in which equals are listed', () => {
    check((contest, ballots, rule) => {
      const turned = ballots.map((ballot): Ballot => {
        const { joined = [], preferences } = ballot;
        const ranks: number[][] = [];
        preferences.forEach((name, place) => {
          if (joined.includes(place)) ranks.at(-1)?.unshift(name);
          else ranks.push([name]);
        });
        return { ...ballot, preferences: ranks.flat() };
      });
      const other = { ...contest, ballots: packBallots(turned, contest.candidateCount) };
      expect(asText(counted(other, rule))).toBe(asText(counted(contest, rule)));
    });
  });

  it('leaves alone who is equal only with those who have withdrawn', () => {
    check((contest, ballots, rule) => {
      const last = contest.candidateCount;
      const withEqual = ballots.map(({ copies, preferences }): Ballot => {
        const at = preferences.findIndex((name) => name < last);
        if (at < 0) return { copies, preferences };
        return { copies, preferences: preferences.toSpliced(at + 1, 0, last), joined: [at + 1] };
      });
      const plain = ballots.map(({ copies, preferences }) => ({ copies, preferences }));
      const wider = { ...contest, candidateCount: last + 1, withdrawn: [...contest.withdrawn, last] };
      const of = (papers: readonly Ballot[]): Contest => ({ ...wider, ballots: packBallots(papers, last + 1) });
      expect(asText(counted(of(withEqual), rule))).toBe(asText(counted(of(plain), rule)));
    });
  });
});
