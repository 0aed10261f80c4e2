import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import { readBallots } from '../../src/count/read-ballots';
import type { KeepRule, TransferRule } from '../../src/count/rule';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { trace } from '../../src/count/trace';
import { packBallots, type Ballot } from '../../src/election/ballots';
import { asText, contestOf, contestsWithEquals } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const stops = scottish2007;
const invalid: TransferRule = { ...scottish2007, equalPreference: 'invalid' };
const passes: TransferRule = { ...scottish2007, equalPreference: 'passes' };
const votes = ({ stages, vote }: Count): number[][] =>
  stages.map(({ tallies }) => tallies.map((tally) => Number(tally) / Number(vote)));

describe('ballots that rank candidates equal', () => {
  // 0 has 6 first preferences, 1 has 5, 2 has 4; quota floor(17 / 2) + 1 = 9 where all but 0=1 are valid.
  const contest = contestOf(1, 4, ['6: 0', '5: 1 0', '4: 2 3 0=1', '2: 3 1=2 0', '3: 0=1 2']);

  it('end before them; where they come first the ballot is not a valid one (stops)', () => {
    const result = count(contest, stops, lots);
    expect([result.validBallots, Number(result.quota) / 100_000]).toEqual([17, 9]);
    // 3 is out: its two ballots end there. 2 is out: 3 is gone and 0=1 comes next.
    expect(votes(result)).toEqual([
      [6, 5, 4, 2],
      [6, 5, 4, 0],
      [6, 5, 0, 0],
      [11, 0, 0, 0],
    ]);
    expect(result.stages.map(({ nonTransferable }) => Number(nonTransferable) / 100_000)).toEqual([0, 2, 6, 6]);
  });

  it('make the whole ballot invalid, wherever they come (invalid)', () => {
    const result = count(contest, invalid, lots);
    expect([result.validBallots, Number(result.quota) / 100_000]).toEqual([11, 6]);
    expect(votes(result)).toEqual([[6, 5, 0, 0]]);
  });

  it('are passed over, and the ballot goes on with whoever comes after them (passes)', () => {
    const result = count(contest, passes, lots);
    // 3: 0=1 2 counts for 2 at first, and 2: 3 1=2 0 for 0 when 3 is out. 20 ballots, quota 11.
    expect(votes(result).slice(0, 2)).toEqual([
      [6, 5, 7, 2],
      [8, 5, 7, 0],
    ]);
    expect(trace(result, [3, 1, 2, 0], [2])?.[1]?.holding.candidates).toEqual(
      new Map([[0, { numerator: 1n, denominator: 1n }]]),
    );
  });

  it('are equal even when one of the two has withdrawn', () => {
    const withdrawn = { ...contestOf(1, 3, ['3: 0', '4: 1=2 0']), withdrawn: [2] };
    expect(votes(count(withdrawn, stops, lots))[0]).toEqual([3, 0, 0]);
  });

  it('stop a ballot only as far as it is read: a number left out before them ends it first', () => {
    const gap = contestOf(1, 3, ['3: 0 - 1=2', '1: 1']);
    expect(trace(count(gap, stops, lots), [0, 0xffff, 1, 2], [3])).toHaveLength(1);
    expect(count(gap, stops, lots).validBallots).toBe(4);
    expect(count(gap, invalid, lots).validBallots).toBe(1);
  });

  it('leave nothing to count where all begin with them', () => {
    const all = contestOf(1, 3, ['3: 0=1 2', '2: 2=1']);
    expect(checkContest(all, stops)).toEqual({
      ok: false,
      error: {
        message: 'No ballot ranks a candidate who can be elected: those ranked equal are not read under this rule.',
      },
    });
    expect(checkContest(contestOf(1, 3, ['3: 0=1 2', '2: 2 1=0']), stops).ok).toBe(true);
    expect(checkContest(contestOf(1, 3, ['3: 0=1 2', '2: 2 1=0']), invalid).ok).toBe(false);
  });

  it('follow one ballot as it is counted', () => {
    const result = count(contest, stops, lots);
    expect(trace(result, [0, 1, 2], [1])).toBeNull();
    const journey = trace(result, [3, 1, 2, 0], [2]) ?? [];
    expect(journey[1]?.holding.nonTransferable).toEqual({ numerator: 1n, denominator: 1n });
    expect(trace(count(contest, invalid, lots), [3, 1, 2, 0], [2])).toBeNull();
  });
});

describe('reading ballots for a rule', () => {
  /** What is left of each ballot, worked out ballot by ballot. */
  const cut = ({ copies, preferences, joined = [] }: Ballot, rule: TransferRule): Ballot => {
    const [equal] = joined;
    if (equal === undefined) return { copies, preferences };
    const apart = (place: number): boolean => !joined.includes(place) && !joined.includes(place + 1);
    const left = {
      stops: preferences.slice(0, equal - 1),
      invalid: [],
      passes: preferences.filter((_, place) => apart(place)),
      shared: preferences,
    };
    return { copies, preferences: left[rule.equalPreference] };
  };

  it('counts as if only what is read had been on the papers', () => {
    fc.assert(
      fc.property(contestsWithEquals, fc.constantFrom(stops, invalid, passes), ({ contest, ballots }, rule) => {
        const plain = ballots.map((ballot) => cut(ballot, rule));
        const same = { ...contest, ballots: packBallots(plain, contest.candidateCount) };
        expect(readBallots(contest, rule)).toEqual(same);
        expect(checkContest(contest, rule).ok).toBe(checkContest(same, rule).ok);
        fc.pre(checkContest(same, rule).ok);
        expect(asText(count(contest, rule, lots))).toBe(asText(count(same, rule, lots)));
      }),
      { seed: 2020 },
    );
  });

  it('leaves a contest without equal preferences, and one whose rule shares them, as it is', () => {
    const plain = contestOf(1, 3, ['3: 0 1', '1: 2']);
    expect(readBallots(plain, stops)).toBe(plain);
    const equal = contestOf(1, 3, ['3: 0=1', '1: 2']);
    expect(readBallots(equal, { equalPreference: 'shared' })).toBe(equal);
  });
});

it('are followed as they are read under keep values too: those passed over leave no equals behind', () => {
  const rule: KeepRule = { ...meekPrf, equalPreference: 'passes' };
  // 0=1 is passed over, and 2 is the first preference with 3 after it, not 2=3.
  const result = count(contestOf(1, 4, ['2: 0=1 2 3', '1: 3']), rule, lots);
  const [first] = trace(result, [0, 1, 2, 3], [1]) ?? [];
  expect([...(first?.holding.candidates.keys() ?? [])]).toEqual([2]);
  expect(result.elected.map(({ candidate }) => candidate)).toEqual([2]);
});
