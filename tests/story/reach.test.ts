import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { blockVote } from '../../src/count/rules/block-vote';
import { cambridge } from '../../src/count/rules/cambridge';
import { ers97 } from '../../src/count/rules/ers97';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { qpq } from '../../src/count/rules/qpq';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { sntv } from '../../src/count/rules/sntv';
import { warren } from '../../src/count/rules/warren';
import { wright } from '../../src/count/rules/wright';
import { trace } from '../../src/count/trace';
import { skippedPreference } from '../../src/election/ballots';
import { journeyOf } from '../../src/story/journey';
import { reachOf, type Reach } from '../../src/story/reach';
import { nothingToFollow, otherwiseWords, reachWords } from '../../src/story/reach-words';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'reach' } as const;
const names = smallNames(8);
// Quota 13. Adam's 9 extra votes move on 22 ballots; Donald, then Eve, then Basil go out; Charlotte is elected.
const lines = ['14: 0 1', '8: 0 4 3 2 1', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2'];

function reachIn(
  rule: Rule,
  mine: readonly number[],
  ballots: readonly string[] = lines,
  joined: readonly number[] = [],
  seats = 2,
): Reach {
  const contest = contestOf(seats, 6, ballots);
  const traced = trace(count(contest, rule, lots), mine, joined);
  if (traced === null) throw new Error('the ballot is not valid');
  return reachOf(rule, traced, { preferences: mine, joined, withdrawn: [] });
}
const said = (rule: Rule, mine: readonly number[], ballots?: readonly string[]): string =>
  reachWords(reachIn(rule, mine, ballots), 'made-up-voters', names);

describe('how far a vote gets', () => {
  it('is the last name it comes to, and which below it are not read', () => {
    expect(reachIn(scottish2007, [0, 4, 3, 2, 1])).toEqual({
      kind: 'vote',
      furthest: { candidate: 2, number: 4 },
      arrives: 'part',
      below: 1,
      unread: 1,
      stopped: 'nothing',
      byLot: false,
    });
    expect(said(scottish2007, [3, 2, 1, 0, 4])).toBe(
      'With these made-up voters your vote would reach your number 2, Charlotte; the 3 names below would not be read.',
    );
    expect(said(scottish2007, [0, 4, 3, 2, 1])).toBe(
      'With these made-up voters part of your vote would reach your number 4, Charlotte; the name below would not be read.',
    );
  });

  it('says when it stays with the first', () => {
    expect(said(scottish2007, [2, 0, 1])).toBe(
      'With these made-up voters your vote would go no further than your number 1, Charlotte; the 2 names below would not be read.',
    );
    expect(said(scottish2007, [2])).toBe('With these made-up voters your vote would reach your only name, Charlotte.');
  });

  it('says what stops, whole or in part', () => {
    expect(said(scottish2007, [4])).toBe(
      'With these made-up voters your vote would reach your only name, Eve, and it would stop.',
    );
    expect(said(scottish2007, [0, 1])).toBe(
      'With these made-up voters part of your vote would reach your last name, Basil, and part of it would stop.',
    );
  });

  it('says when names below were read and could not take it', () => {
    const both = ['20: 0 1', '30: 0 1 3', '30: 1', '20: 2', '9: 3'];
    const reach = reachIn(ers97, [0, 1], both, [], 3);
    expect(reach).toMatchObject({ furthest: { candidate: 0, number: 1 }, below: 1, unread: 0, stopped: 'nothing' });
    expect(reachWords(reach, 'ballots-in-file', names)).toBe(
      'With the ballots in the file your vote would go no further than your number 1, Adam; the name below would be read, but could not take it.',
    );
    expect(said(scottish2007, [4, 3])).toBe(
      'With these made-up voters your vote would go no further than your number 1, Eve; the name below would be read, but could not take it, and it would stop.',
    );
  });

  it('is in part under keep values', () => {
    const reach = reachIn(meekPrf, [0, 4, 3, 2, 1]);
    expect(reach).toMatchObject({ arrives: 'part', stopped: 'nothing' });
    expect(otherwiseWords(reach)).toBe('Others could take it further, or less far.');
  });

  it('is only as sure as the draw where whole ballots move', () => {
    const reach = reachIn(cambridge, [2, 0, 1]);
    expect(otherwiseWords(reach)).toMatch(
      /so could another seed, as whole ballots move here and which ones is chance\.$/,
    );
    // Read for the size of its pile, and not drawn: some of the names below are read, some not.
    const some: Reach = {
      kind: 'vote',
      furthest: { candidate: 0, number: 1 },
      arrives: 'whole',
      below: 3,
      unread: 2,
      stopped: 'nothing',
      byLot: true,
    };
    expect(reachWords(some, 'made-up-ballots', names)).toBe(
      'With these made-up ballots your vote would go no further than your number 1, Adam; of the 3 names below the last 2 would not be read.',
    );
    expect(irelandDail.surplusValue).toBe('whole-in-proportion');
  });

  it('is the same for all voters where Xs are given', () => {
    expect(said(blockVote, [2, 0, 1])).toBe(
      'Under this rule your first 2 names get an X each, whoever else votes; the name below would not be read.',
    );
    expect(said(blockVote, [2])).toBe(
      'Under this rule your first name gets one X, whoever else votes; 1 X would not be given.',
    );
    expect(otherwiseWords(reachIn(sntv, [2, 0]))).toBeNull();
  });

  it('numbers equals alike', () => {
    const reach = reachIn(warren, [3, 4, 2, 1], lines, [1]);
    expect(reach).toMatchObject({ kind: 'vote', furthest: { candidate: 2, number: 2 } });
  });

  it('asks for a name before there is one', () => {
    expect(nothingToFollow('ballots-in-file')).toBe(
      'Rank a name, and see here how far your vote would travel with the ballots in the file.',
    );
  });
});

it.each(
  [scottish2007, ers97, irelandDail, cambridge, meekPrf, warren, qpq, wright].map((rule) => [rule.name, rule] as const),
)('agrees with the journey under %s', (_, rule) => {
  fc.assert(
    fc.property(contests, fc.nat(), ({ contest, ballots }, pick) => {
      fc.pre(checkContest(contest, rule).ok);
      const { preferences = [] } = ballots[pick % ballots.length] ?? {};
      fc.pre(!preferences.includes(skippedPreference)); // names behind one may never be read, though all of it stops
      const result = count(contest, rule, lots);
      const traced = trace(result, preferences);
      if (traced === null) return;
      const reach = reachOf(rule, traced, { preferences, withdrawn: contest.withdrawn });
      if (reach.kind !== 'vote') throw new Error('these rules move votes');
      const { steps } = journeyOf(result, traced, preferences);
      const reached = steps.flatMap(({ after }) => [...after.candidates.keys()]).map((one) => preferences.indexOf(one));
      // The journey leaves out what is under half a penny.
      expect(reach.furthest.number).toBeGreaterThanOrEqual(Math.max(...reached) + 1);
      expect(reach.furthest.number).toBe(preferences.indexOf(reach.furthest.candidate) + 1);
      expect(reach.unread).toBeLessThanOrEqual(reach.below);
      if (reach.stopped === 'whole') expect(reach.unread).toBe(0);
    }),
    { numRuns: 60, seed: 2020 },
  );
});
