import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('choices of a rule that the named ones make alike', () => {
  it('reaching: a vote equal to the quota elects, or does not', () => {
    const contest = contestOf(2, 4, ['11: 0', '9: 1', '6: 2', '4: 3 2']); // quota 11
    expect(count(contest, scottish2007, lots).stages[0]?.elected).toHaveLength(1);
    expect(count(contest, { ...scottish2007, reaching: 'above-quota' }, lots).stages[0]?.elected).toHaveLength(0);
  });

  it('surplus order: by size, or first elected first', () => {
    // Quota 21. 0 (31) and 1 (22) are elected at once; 0's surplus takes 2 to nearly 26, more over than 1 is.
    const contest = contestOf(4, 5, ['31: 0 2', '22: 1 3', '16: 2 4', '18: 3', '15: 4']);
    const order = (surplusOrder: 'by-size' | 'by-order-of-election'): number[] =>
      count(contest, { ...scottish2007, surplusOrder }, lots).stages.flatMap(({ kind, of }) =>
        kind === 'surplus' ? of : [],
      );
    expect(order('by-size').slice(0, 3)).toEqual([0, 2, 1]);
    expect(order('by-order-of-election').slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('skipped numbers: end the ballot, or are closed up', () => {
    const contest = contestOf(1, 3, ['5: 0', '4: 1', '3: 2 - 1', '2: - 1']);
    const stops = count(contest, scottish2007, lots);
    const passes = count(contest, { ...scottish2007, skippedPreference: 'passes' }, lots);
    expect([stops.validBallots, passes.validBallots]).toEqual([12, 14]);
    expect(stops.elected.map(({ candidate }) => candidate)).toEqual([0]);
    expect(passes.elected.map(({ candidate }) => candidate)).toEqual([1]);
  });
});
