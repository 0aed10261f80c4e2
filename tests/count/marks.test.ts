import { describe, expect, it } from 'vitest';
import { one, zero } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import { blockVote } from '../../src/count/rules/block-vote';
import { fptp } from '../../src/count/rules/fptp';
import { sntv } from '../../src/count/rules/sntv';
import { trace } from '../../src/count/trace';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [4, 3, 2, 1, 0] } as const;
const winners = ({ elected }: Count): number[] => elected.map(({ candidate }) => candidate);

/** 100 voters, 60 for the slate 0, 1, 2 and 40 for 3, 4; three seats. */
const twoSlates = contestOf(3, 5, ['60: 0 1 2 3', '25: 3 4', '15: 4 3 0']);

describe('the block vote', () => {
  const result = count(twoSlates, blockVote, lots);

  it('gives an X to each of the first names, as many as there are seats: the larger slate takes every seat', () => {
    expect(result.stages).toHaveLength(1);
    expect(result.stages[0]).toMatchObject({ tallies: [75n, 60n, 60n, 40n, 40n], nonTransferable: 25n, quota: null });
    expect(winners(result)).toEqual([0, 1, 2]);
    expect(result).toMatchObject({ validBallots: 100, votesPerBallot: 3, vote: 1n, quota: null });
    expect(result.stages[0]?.elected[0]).toEqual({
      candidate: 0,
      because: { kind: 'most-votes', vote: 75n, next: { candidate: 3, vote: 40n } },
      afterTransfer: null,
    });
    expect(result.excluded.map(({ candidate }) => candidate)).toEqual([3, 4]);
  });

  it('is traced as one vote with each marked name and the rest not given', () => {
    expect(trace(result, [3, 4])).toEqual([
      {
        holding: {
          candidates: new Map([
            [3, one],
            [4, one],
          ]),
          nonTransferable: one,
          lossByFraction: zero,
          revalued: zero,
        },
        afterTransfers: [],
        read: [3, 4],
      },
    ]);
    expect(trace(result, [])).toBeNull();
  });

  it('gives the X of someone who withdrew to the next name, and passes a number left out', () => {
    const contest = { ...contestOf(2, 4, ['5: 0 1 2', '3: 3 - 1']), withdrawn: [0] };
    expect(count(contest, blockVote, lots).stages[0]?.tallies).toEqual([0n, 8n, 5n, 3n]);
    expect(count(contest, { ...blockVote, skippedPreference: 'stops' }, lots).stages[0]).toMatchObject({
      tallies: [0n, 5n, 5n, 3n],
      nonTransferable: 3n,
    });
  });

  it('elects everyone where the candidates are no more than the seats', () => {
    const few = count(contestOf(3, 2, ['2: 0', '1: 1 0']), blockVote, lots);
    expect(few.stages[0]?.elected.map(({ candidate, because }) => [candidate, because.kind])).toEqual([
      [0, 'remaining'],
      [1, 'remaining'],
    ]);
  });
});

describe('one X', () => {
  it('counts the first name only, and elects as many as there are seats', () => {
    const result = count(twoSlates, sntv, lots);
    expect(result.stages[0]).toMatchObject({ tallies: [60n, 0n, 0n, 25n, 15n], nonTransferable: 0n });
    expect(winners(result)).toEqual([0, 3, 4]);
    expect(result.votesPerBallot).toBe(1);
  });

  it('draws a lot for each last place that level candidates share, and writes it down', () => {
    const result = count(contestOf(3, 5, ['9: 0', '4: 1', '4: 2', '4: 3', '1: 4']), sntv, lots);
    expect(winners(result)).toEqual([0, 3, 2]);
    expect(result.stages[0]?.ties).toEqual([
      { purpose: 'election', tied: [1, 2, 3], chosen: 3, resolvedBy: { kind: 'lot', among: [1, 2, 3] } },
      { purpose: 'election', tied: [1, 2], chosen: 2, resolvedBy: { kind: 'lot', among: [1, 2] } },
    ]);
  });

  it('draws no lot between level candidates who are all elected', () => {
    const result = count(contestOf(2, 3, ['4: 0', '4: 1', '3: 2']), sntv, lots);
    expect(result.stages[0]?.ties).toEqual([]);
    expect(winners(result)).toEqual([0, 1]);
  });

  it('makes each lot of its own, so that every pair of three is drawn over many seeds', () => {
    const contest = contestOf(2, 3, ['1: 0', '1: 1', '1: 2']);
    const pairs = Array.from({ length: 80 }, (_, i) => winners(count(contest, sntv, { kind: 'seeded', seed: `${i}` })));
    expect(new Set(pairs.map((pair) => pair.join())).size).toBe(6);
  });
});

describe('first past the post', () => {
  it('fills one seat, with the most first preferences though most would rather have another', () => {
    const contest = contestOf(1, 3, ['40: 0 1 2', '35: 1 2 0', '25: 2 1 0']);
    expect(winners(count(contest, fptp, lots))).toEqual([0]);
  });

  it('refuses more seats, and says so', () => {
    expect(checkContest(twoSlates, fptp)).toEqual({
      ok: false,
      error: { message: 'First past the post can fill one seat only, and there are 3 here.' },
    });
    expect(checkContest(twoSlates, sntv).ok).toBe(true);
  });

  it('cannot keep to constraints, as no count of Xs can', () => {
    const constraints = [{ group: 'women', members: [3, 4], min: 1, max: 3 }];
    expect(checkContest({ ...twoSlates, constraints }, blockVote)).toMatchObject({
      error: { message: 'As many Xs as seats (block vote) cannot keep to constraints.' },
    });
  });
});
