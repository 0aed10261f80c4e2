import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { fraction } from '../../src/basics/fraction';
import { count } from '../../src/count/count';
import { prsa1977 } from '../../src/count/rules/prsa-1977';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;
const votes = (units: bigint | null | undefined): string => formatDecimal(units ?? -1n, 3);

describe('PRSA 1977', () => {
  it('1.3: the quota is the whole number of thousandths next above, also where the division is exact', () => {
    expect(votes(count(contestOf(2, 3, ['6: 0', '3: 1', '1: 2']), prsa1977, lots).quota)).toBe('3.334');
    expect(votes(count(contestOf(2, 3, ['5: 0', '3: 1', '1: 2']), prsa1977, lots).quota)).toBe('3.001');
  });

  it('2.1: as many votes as the quota elect', () => {
    const { stages } = count(contestOf(2, 3, ['4: 0', '4: 1', '3: 2']), prsa1977, lots);
    expect(stages[0]?.elected.map(({ candidate }) => candidate)).toEqual([0, 1]); // quota 3.667
  });

  it('2.3.1, 2.3.2: a surplus over the papers that prefer somebody not yet elected', () => {
    // Quota 10.001 of 30; 6.999 over 13 papers is 0.53838.
    const [, surplus] = count(contestOf(2, 3, ['13: 0 - 2', '4: 0', '9: 1', '4: 2']), prsa1977, lots).stages;
    expect(surplus).toMatchObject({ kind: 'surplus', of: [0] });
    expect(surplus?.transfers[0]?.papers[0]).toMatchObject({ transferable: 13, valueAfter: fraction(538n, 1000n) });
    expect(surplus?.tallies.map(votes)).toEqual(['10.001', '9.000', '10.994']);
    expect(votes(surplus?.lossByFraction)).toBe('0.005');
  });

  it('2.3.2: papers worth no more than the surplus move as they are', () => {
    const [, surplus] = count(contestOf(2, 3, ['16: 0', '4: 0 1', '6: 1', '4: 2']), prsa1977, lots).stages;
    expect(surplus?.tallies.map(votes)).toEqual(['10.001', '10.000', '4.000']);
    expect(votes(surplus?.nonTransferable)).toBe('5.999');
  });

  it('as recalled: surpluses in the order of election, not by size', () => {
    // Quota 10.001 of 50. 0 brings 2 to a surplus of 6.991; the 0.999 of 1 was there before it.
    const contest = contestOf(4, 6, ['18: 0 2 3', '11: 1 4', '9: 2 3', '6: 3', '4: 4', '2: 5 4 3']);
    const surpluses = (rule: typeof prsa1977) => count(contest, rule, lots).stages.map(({ of }) => of);
    expect(surpluses(prsa1977)).toEqual([[], [0], [1], [2]]);
    expect(surpluses({ ...prsa1977, surplusOrder: 'by-size' })).toEqual([[], [0], [2]]);
  });

  it('as recalled: the papers of the excluded in the order they came, whatever their value', () => {
    // Quota 11.667 of 35. 3 has first preferences, then 14 papers of 0.166 from 0, then one of 1 from 4.
    const lines = ['14: 0 3 2', '9: 1', '8: 2', '3: 3 2', '1: 4 3 2'];
    const [, , , out] = count(contestOf(2, 5, lines), prsa1977, lots).stages;
    expect(out?.of).toEqual([3]);
    expect(out?.transfers.map(({ selection }) => selection)).toEqual([
      { kind: 'received', received: null },
      { kind: 'received', received: 0 },
    ]);
    expect(out?.transfers.map(({ tallies }) => votes(tallies[2]))).toEqual(['11.000', '13.324']);
  });
});
