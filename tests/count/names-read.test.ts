import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Rule } from '../../src/count/rule';
import { cambridge } from '../../src/count/rules/cambridge';
import { ers97 } from '../../src/count/rules/ers97';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { qpq } from '../../src/count/rules/qpq';
import { rules } from '../../src/count/rules/rules';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { sntv } from '../../src/count/rules/sntv';
import { warren } from '../../src/count/rules/warren';
import { trace } from '../../src/count/trace';
import { copiesOf, packBallots, skippedPreference } from '../../src/election/ballots';
import { contestOf, contests, contestsWithEquals, type Drawn } from '../support/contests';

const listed = ({ candidateCount }: Contest) =>
  ({ kind: 'listed', order: Array.from({ length: candidateCount }, (_, id) => id) }) as const;

/** Names of a ballot read by the end, whichever of the papers like it is followed. */
function readBy(result: Count, { ballots }: Contest, preferences: readonly number[]): ReadonlySet<number> {
  const wholePapers = result.stages.some(({ transfers }) => transfers.some(({ fate }) => 'drawn' in fate));
  const alike = wholePapers ? copiesOf(ballots, preferences) : 1;
  const read = Array.from({ length: alike }, (_, which) => trace(result, preferences, [], which)?.at(-1)?.read ?? []);
  return new Set(read.flat());
}

/** What a count comes to, without the marks of papers that moved. */
const courseOf = (result: Count) => ({
  elected: result.elected,
  stages: result.stages.map(({ kind, of, tallies, nonTransferable }) => ({ kind, of, tallies, nonTransferable })),
});

/** Leaves the names that were not read off one ballot: nothing in the count may change. */
function expectUnreadNamesToDoNothing(rule: Rule, { contest, ballots }: Drawn, pick: number): void {
  const row = pick % ballots.length;
  const ballot = ballots[row];
  fc.pre(ballot !== undefined && ballot.preferences.length > 1 && checkContest(contest, rule).ok);
  const result = count(contest, rule, listed(contest));
  const read = readBy(result, contest, ballot.preferences);
  const end = ballot.preferences.findLastIndex((candidate) => read.has(candidate)) + 1;
  fc.pre(end > 0 && end < ballot.preferences.length && !ballot.preferences.includes(skippedPreference));
  const cut = { ...ballot, preferences: ballot.preferences.slice(0, end) };
  const other = { ...contest, ballots: packBallots(ballots.with(row, cut), contest.candidateCount) };
  expect(courseOf(count(other, rule, listed(contest)))).toEqual(courseOf(result));
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('the names read under %s', (_, rule) => {
  it('are all that matter: without the others the count is the same', () => {
    fc.assert(
      fc.property(contests, fc.nat(), (drawn, pick) => expectUnreadNamesToDoNothing(rule, drawn, pick)),
      { numRuns: 25, seed: 2020 },
    );
  });
});

it('are, stage by stage, more and more of the ballot, and whoever has any of it is among them', () => {
  for (const rule of [scottish2007, ers97, irelandDail, cambridge, meekPrf, warren, qpq, sntv]) {
    fc.assert(
      fc.property(contestsWithEquals, ({ contest, ballots }) => {
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, listed(contest));
        for (const { preferences, joined } of ballots) {
          let before: readonly number[] = [];
          for (const { holding, read } of trace(result, preferences, joined) ?? []) {
            expect(read).toEqual(preferences.filter((candidate) => read.includes(candidate)));
            expect(read).toEqual(expect.arrayContaining([...before, ...holding.candidates.keys()]));
            before = read;
          }
        }
      }),
      { numRuns: 30, seed: 2020 },
    );
  }
});

describe('one ballot', () => {
  const seeded = { kind: 'seeded', seed: '1' } as const;
  const readIn = (rule: Rule, lines: readonly string[], mine: readonly number[], seats = 2) => {
    const result = count(contestOf(seats, 5, lines), rule, seeded);
    return trace(result, mine)?.map(({ read }) => read.length);
  };
  // Quota 13. Adam's 9 extra votes move on 22 ballots; Donald, then Eve, then Basil go out; Charlotte is elected.
  const lines = ['14: 0 1', '8: 0 4 3 2 1', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2'];

  it('is read on when it moves, past those who cannot have it', () => {
    expect(readIn(scottish2007, lines, [0, 4, 3, 2, 1])).toEqual([1, 2, 2, 4, 4]);
    expect(readIn(scottish2007, lines, [0, 1])).toEqual([1, 2, 2, 2, 2]);
  });

  it('is read to its end where it stays with the elected for want of another name', () => {
    // Only papers with a next name share in the surplus; this one is looked at, and set aside.
    const both = ['40: 0 1', '30: 1', '20: 2', '9: 3', '4: 0 1 3'];
    const traced = trace(count(contestOf(3, 5, both), ers97, seeded), [0, 1]);
    expect(traced?.at(-1)?.read).toEqual([0, 1]);
    expect([...(traced?.at(-1)?.holding.candidates.keys() ?? [])]).toEqual([0]);
  });

  it('is read where it counts for how many of the others are drawn, though it is not drawn itself', () => {
    const drawing = (rule: Rule) => {
      const result = count(contestOf(2, 5, ['40: 0 1', '20: 0 3', '5: 2 4', '4: 3']), rule, seeded);
      const traced = Array.from({ length: 20 }, (_, which) => trace(result, [0, 3], [], which)?.[1]);
      return traced.find((stage) => stage?.holding.candidates.has(0))?.read;
    };
    expect(drawing(irelandDail)).toEqual([0, 3]); // all are sorted by their next name, and of each pile some move
    expect(drawing(cambridge)).toEqual([0]); // every so-manieth moves, and only then is its next name looked for
  });

  it('is read in part under keep values: as far as any of it gets', () => {
    expect(readIn(meekPrf, lines, [0, 4, 3, 2, 1])?.[0]).toBe(1);
    expect(readIn(meekPrf, lines, [2, 0])?.at(-1)).toBe(1);
  });

  it('is read as far as there are Xs', () => {
    expect(readIn(sntv, lines, [0, 4, 3])).toEqual([1]);
  });
});
