import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { count } from '../../src/count/count';
import { warren } from '../../src/count/rules/warren';
import { contestOf } from '../support/contests';

describe('Warren’s rule by hand', () => {
  it('takes the same amount of every ballot, or what it has left', () => {
    // Quota 12/4 and a unit, 3.000000001. A keeps 0.500000001 of six ballots, which brings B to 5.999999994.
    // B then takes 0.500000001 of three ballots and the 0.499999999 that is left of six: 4.499999997. Next B takes
    // 0.500000001 x 3.000000001, up to 1.500000004, / 4.499999997, up to 0.333333335, of all nine; C gets the rest of
    // each: 1 + 6 x 0.166666664 + 3 x 0.666666665.
    const result = count(contestOf(3, 4, ['6: 0 1 2', '3: 1 2', '1: 2', '2: 3']), warren, { kind: 'seeded', seed: '' });
    const [, second, third] = result.stages;
    const nine = (units: bigint): string => formatDecimal(units, 9);
    expect(second?.tallies.map(nine)).toEqual(['3.000000006', '5.999999994', '1.000000000', '2.000000000']);
    expect(third?.transfers[0]?.fate).toMatchObject({
      keep: [500_000_001n, 333_333_335n, 1_000_000_000n, 1_000_000_000n],
      iterations: 2,
      ended: 'elected',
    });
    expect(third?.tallies.map(nine)).toEqual(['3.000000006', '3.000000015', '3.999999979', '2.000000000']);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 2]);
  });

  it('goes on sharing surpluses while they only change hands', () => {
    // Four quotas and more rank 0 to 3 in one order: of 120 votes for four seats 100. When 2 is elected their surplus is
    // as much as that of 1 was: 3, who has no vote yet, is not to be excluded then.
    const contest = contestOf(4, 9, ['100: 0 1 2 3', '6: 4', '5: 5', '4: 6', '3: 7', '2: 8']);
    const { elected } = count(contest, warren, { kind: 'seeded', seed: '' });
    expect(elected.map(({ candidate }) => candidate)).toEqual([0, 1, 2, 3]);
  });
});
