import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { ers73 } from '../../src/count/rules/ers73';
import { ers76 } from '../../src/count/rules/ers76';
import { synod } from '../../src/count/rules/synod';
import { contestOf } from '../support/contests';

const lots = { kind: 'seeded', seed: 'ers73' } as const;
// Quota 10.00 of 30. 3 goes with 6 papers that name nobody else; 24 are left, a third of them 8.00.
const contest = contestOf(2, 4, ['9: 0', '8: 1', '7: 2', '6: 3']);
const electedBy = (rule: typeof ers73): (string | undefined)[] =>
  count(contest, rule, lots).stages.flatMap(({ elected }) => elected.map(({ because }) => because.kind));

describe('ERS73 and the General Synod’s rule, as far as they are known', () => {
  it('elect by the quota alone while more are left than seats', () => {
    expect(electedBy(ers76)).toEqual(['active-vote', 'active-vote']);
    expect(electedBy(ers73)).toEqual(['remaining', 'remaining']);
    expect(electedBy(synod)).toEqual(['remaining', 'remaining']);
  });

  it('keep a quota of two decimals, rounded up', () => {
    for (const rule of [ers73, synod]) {
      expect(count(contestOf(2, 4, ['9: 0', '8: 1', '7: 2', '5: 3']), rule, lots).quota).toBe(967n); // 29 / 3
    }
  });

  it('say that they are not confirmed', () => {
    expect([ers73.basis, synod.basis]).toEqual(['recalled', 'recalled']);
  });
});
