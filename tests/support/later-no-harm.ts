import fc from 'fast-check';
import { expect } from 'vitest';
import { checkContest, type Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { packBallots, skippedPreference, type Ballot } from '../../src/election/ballots';
import { contests } from './contests';

/**
 * One ballot says more: candidates it named before are elected if they were. Papers keep their places, since a paper
 * marked otherwise would be mixed in elsewhere and chance is not what is looked at.
 */
export function expectLaterPreferencesToDoNoHarm(rule: Rule): void {
  fc.assert(
    fc.property(contests, fc.nat(), fc.nat(), ({ contest, ballots }, which, cut) => {
      const row = which % ballots.length;
      const whole = ballots[row] as Ballot;
      fc.pre(!whole.preferences.includes(skippedPreference) && whole.preferences.length > 1);
      const length = 1 + (cut % (whole.preferences.length - 1));
      const short = { ...whole, preferences: whole.preferences.slice(0, length) };
      const elected = (ballot: Ballot): ReadonlySet<number> => {
        const changed: Contest = {
          ...contest,
          ballots: packBallots(ballots.with(row, ballot), contest.candidateCount),
        };
        fc.pre(checkContest(changed, rule).ok);
        const order = Array.from({ length: contest.candidateCount }, (_, id) => id);
        return new Set(count(changed, rule, { kind: 'listed', order }).elected.map(({ candidate }) => candidate));
      };
      const before = elected(short);
      const after = elected(whole);
      for (const candidate of short.preferences)
        expect([candidate, after.has(candidate)]).toEqual([candidate, before.has(candidate)]);
    }),
    { numRuns: 1000, seed: 2020 },
  );
}
