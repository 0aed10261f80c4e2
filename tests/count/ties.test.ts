import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { drawLot } from '../../src/count/lots';
import { ers97 } from '../../src/count/rules/ers97';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { contestOf } from '../support/contests';

const listed = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('ties', () => {
  it('say between whom, for what, who was taken and where they differed', () => {
    const contest = contestOf(2, 5, ['10: 0', '9: 1', '6: 2 1', '5: 3 0', '1: 4 3 0']);
    const [, , third] = count(contest, scottish2007, listed).stages;
    expect(third?.ties).toEqual([
      {
        purpose: 'exclusion',
        tied: [2, 3],
        chosen: 3,
        resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null },
      },
    ]);
  });

  it('backwards and forwards can fall on different candidates', () => {
    // 2 and 3: stage 1 has 6 and 7, stage 2 has 8 and 7, stage 3 has 9 and 9.
    const contest = contestOf(1, 6, ['20: 0', '18: 1', '6: 2', '7: 3', '2: 4 2', '1: 5 2', '2: 5 3']);
    const lowest = (rule: typeof scottish2007): readonly number[] | undefined =>
      count(contest, rule, listed).stages.find(({ ties }) => ties.length > 0)?.of;
    expect(lowest(scottish2007)).toEqual([3]);
    expect(lowest({ ...scottish2007, ties: ['forwards'] })).toEqual([2]);
  });

  it('forwards by whole stages pass over what happened within one', () => {
    // 2 and 3 have 6 each, and 7 each once 4 is out, whose first preferences bring 2 to 7 before 3 gets there.
    const lines = ['20: 0', '18: 1', '6: 2', '6: 3', '1: 4 2', '1: 4 0', '1: 5 4 3'];
    const inSteps = { ...scottish2007, excludedPapers: 'first-preferences-then-by-value' } as const;
    const tieUnder = (ties: typeof scottish2007.ties) =>
      count(contestOf(1, 6, lines), { ...inSteps, ties }, listed).stages.flatMap(({ ties }) => ties)[0];
    expect(tieUnder(['forwards'])).toMatchObject({ chosen: 3, resolvedBy: { stage: 3, transfer: 1 } });
    expect(tieUnder(['forwards-stage-ends'])).toMatchObject({ chosen: 2, resolvedBy: { kind: 'lot', among: [2, 3] } });
  });

  it('narrow one earlier point at a time among three', () => {
    // 2, 3 and 4 have 9, 6, 7 at stage 1; 9, 8, 8 at stage 2; 9, 9, 9 at stage 3.
    const lines = ['20: 0', '18: 1', '9: 2', '6: 3', '7: 4', '2: 5 3', '1: 5 4', '1: 6 3', '1: 6 4', '2: 6 0'];
    const [, , , fourth] = count(contestOf(1, 7, lines), scottish2007, listed).stages;
    expect(fourth?.ties).toEqual([
      {
        purpose: 'exclusion',
        tied: [2, 3, 4],
        chosen: 3,
        resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null },
      },
    ]);
  });

  it('are drawn by lot where the candidates never differed, and the draw can be written down', () => {
    const contest = contestOf(1, 3, ['5: 0', '4: 1', '4: 2']);
    for (const order of [
      [1, 2],
      [2, 1],
    ]) {
      const [, second] = count(contest, scottish2007, { kind: 'listed', order }).stages;
      expect(second?.of).toEqual([order[0]]);
      expect(second?.ties[0]?.resolvedBy).toEqual({ kind: 'lot', among: [1, 2] });
    }
  });

  it('drawn from a seed are the same again, and fall on everyone over many seeds', () => {
    const drawn = Array.from({ length: 60 }, (_, i) =>
      drawLot({ kind: 'seeded', seed: `${i}` }, [2, 4, 5], '0/exclusion'),
    );
    const again = Array.from({ length: 60 }, (_, i) =>
      drawLot({ kind: 'seeded', seed: `${i}` }, [5, 4, 2], '0/exclusion'),
    );
    expect(again).toEqual(drawn);
    expect(new Set(drawn)).toEqual(new Set([2, 4, 5]));
  });

  it('refuse written-down lots that name none of the tied', () => {
    const contest = contestOf(1, 3, ['5: 0', '4: 1', '4: 2']);
    expect(() => count(contest, ers97, { kind: 'listed', order: [0] })).toThrow(
      'name none of the tied candidates 1, 2',
    );
  });
});
