import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { ers76 } from '../../src/count/rules/ers76';
import { ers97 } from '../../src/count/rules/ers97';
import { contestOf, contests } from '../support/contests';

const lots = { kind: 'seeded', seed: 'ers76' } as const;

describe('ERS76', () => {
  it('keeps its quota when votes stop before anybody is elected, and elects by the active vote all the same', () => {
    // Quota 10.00 of 30. 3 goes with 6 papers that name nobody else; 24 are left, a third of them 8.00.
    const contest = contestOf(2, 4, ['9: 0', '8: 1', '7: 2', '6: 3']);
    const [, exclusion] = count(contest, { ...ers76, exclusion: 'one' }, lots).stages;
    expect(exclusion).toMatchObject({ kind: 'exclusion', of: [3], quota: 1000n });
    expect(exclusion?.elected).toMatchObject([
      { candidate: 0, because: { kind: 'active-vote', vote: 900n, activeVote: 2400n, placesLeft: 2 } },
      { candidate: 1, because: { kind: 'active-vote', vote: 800n, activeVote: 1500n, placesLeft: 1 } },
    ]);
    const [, lowered] = count(contest, { ...ers97, exclusion: 'one' }, lots).stages;
    expect(lowered?.elected).toMatchObject([
      { because: { kind: 'quota', quota: 800n } },
      { because: { kind: 'quota' } },
    ]);
  });

  it('is ERS97 wherever somebody is elected at the first stage', () => {
    let compared = 0;
    fc.assert(
      fc.property(contests, ({ contest }) => {
        fc.pre(checkContest(contest, ers97).ok);
        const later = count(contest, ers97, lots);
        fc.pre((later.stages[0]?.elected.length ?? 0) > 0);
        const earlier = count(contest, ers76, lots);
        expect({ ...earlier, rule: null }).toEqual({ ...later, rule: null });
        compared += 1;
      }),
      { numRuns: 200, seed: 1976 },
    );
    expect(compared).toBe(200);
  });
});
