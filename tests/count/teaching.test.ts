import { describe, expect, it } from 'vitest';
import { fraction } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { av } from '../../src/count/rules/av';
import { gregory } from '../../src/count/rules/gregory';
import { hare } from '../../src/count/rules/hare';
import { wigm } from '../../src/count/rules/wigm';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('the alternative vote', () => {
  it('goes on until somebody has more than half of the votes still in play', () => {
    // 20 votes: 11 are needed; 2 goes with three papers that name nobody else, and 9 of 17 are enough.
    const result = count(contestOf(1, 3, ['9: 0', '6: 1', '3: 2', '2: 2 1']), av, lots);
    expect(result.quota).toBe(11n);
    expect(result.stages[1]).toMatchObject({ of: [2], tallies: [9n, 8n, 0n], quota: 9n, nonTransferable: 3n });
    expect(result.stages[1]?.elected).toMatchObject([
      { candidate: 0, because: { kind: 'quota', vote: 9n, quota: 9n } },
    ]);
  });

  it('elects another than the first past the post where the others agree', () => {
    const result = count(contestOf(1, 3, ['8: 0', '7: 1 2', '5: 2 1']), av, lots);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([1]);
  });

  it('is for one seat, and says so', () => {
    const checked = checkContest(contestOf(2, 3, ['8: 0', '7: 1 2', '5: 2 1']), av);
    expect(checked).toMatchObject({
      ok: false,
      error: { message: 'Alternative vote (instant runoff) can fill one seat only, and there are 2 here.' },
    });
  });
});

describe('Gregory, last parcel', () => {
  it('takes a later surplus from the papers that came last, at surplus / their number', () => {
    // Quota 11 of 30. 3 goes with 4 papers for 0 (9 to 13): its 2 over are taken from those, of which 3 go on to 2.
    const result = count(contestOf(2, 4, ['9: 0 1', '9: 1', '8: 2', '3: 3 0 2', '1: 3 0']), gregory, lots);
    const [, exclusion, surplus] = result.stages;
    expect(exclusion?.of).toEqual([3]);
    expect(surplus?.transfers[0]?.papers[0]).toMatchObject({
      papers: 4,
      transferable: 3,
      valueAfter: fraction(2n, 3n),
    });
    expect(surplus?.tallies.map((tally) => tally / result.vote)).toEqual([11n, 9n, 10n, 0n]);
    expect(surplus?.lossByFraction).toBe(0n);
  });
});

describe('the Hare quota', () => {
  it('elects whom a Droop quota does not: 60 Andrea>Carter, 14 Carter, 26 Brad, two seats (Wikipedia)', () => {
    const contest = contestOf(2, 3, ['60: 0 2', '14: 2', '26: 1']);
    const result = count(contest, hare, lots);
    expect(result.quota).toBe(50n * result.vote);
    expect(result.stages[1]?.tallies.map((tally) => tally / result.vote)).toEqual([50n, 26n, 24n]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
    expect(count(contest, wigm, lots).elected.map(({ candidate }) => candidate)).toEqual([0, 2]);
  });
});
