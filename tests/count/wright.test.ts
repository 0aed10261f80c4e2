import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count, electionsStanding, type Count } from '../../src/count/count';
import { wright } from '../../src/count/rules/wright';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { skippedPreference } from '../../src/election/ballots';
import { standingsOver } from '../../src/story/standings';
import { contestOf, contests } from '../support/contests';
import { plainWright } from '../support/plain-wright';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;

/** Votes as they are, "102/13". */
const exactly =
  ({ vote }: Count) =>
  (units: bigint): string => {
    const { numerator, denominator } = fraction(units, vote);
    return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
  };

// 24 papers, quota 9. 0's surplus of 1 goes to 1, and 3 goes out with 4. The 23 papers that name one of the others make a
// quota of 8; 0 now has 13, and 5/13 of 10 papers go to 1, who has 6 less 2 in the end; 17 papers, quota 6.
const small = contestOf(2, 4, ['10: 0 1', '4: 1', '6: 2', '3: 3 0', '1: 3']);
// 2 is elected by two surpluses and elects 3, whose papers keep 4 in for a while; in the end 3 goes out.
const undone = contestOf(5, 8, ['15: 3 4', '34: 0 2 6', '36: 1 2 3', '1: 2', '1: 4 7', '2: 5 1', '1: 6', '18: 7']);

describe('the Wright system', () => {
  it('starts again after each exclusion, with whole papers and a quota from those that name someone left', () => {
    const result = count(small, wright, lots);
    expect(result.stages.map(({ kind, startsAgain }) => [kind, startsAgain])).toEqual([
      ['first-preferences', false],
      ['surplus', false],
      ['exclusion', true],
      ['surplus', false],
      ['exclusion', true],
    ]);
    expect(result.stages.map(({ tallies }) => tallies.map(exactly(result)).join(' '))).toEqual([
      '10 4 6 4',
      '9 5 6 4',
      '13 4 6 0',
      '8 102/13 6 0',
      '13 4 0 0',
    ]);
    expect(result.stages.map(({ quota }) => (quota ?? 0n) / result.vote)).toEqual([9n, 9n, 8n, 8n, 6n]);
    const stopped = result.stages.map(({ nonTransferable }) => exactly(result)(nonTransferable));
    expect(stopped).toEqual(['0', '0', '1', '28/13', '7']);
    expect(result.elected).toEqual([
      { candidate: 0, stage: 5 },
      { candidate: 1, stage: 5 },
    ]);
  });

  it('says what a restart changes: who gains on balance, and what had stopped or been cut', () => {
    const cut = count(small, { ...wright, decimals: 3 }, lots);
    expect(cut.stages[2]?.transfers).toMatchObject([
      { from: [0, 1, 2, 3], receivers: [0, 1, 2], gains: [4000n, 0n, 0n, 0n], nonTransferable: 1000n },
    ]);
    // 5/13 is 0.384 of each of 13 papers, so that 0.008 is cut; 3 of them name nobody else.
    expect(cut.stages[3]).toMatchObject({ nonTransferable: 2152n, lossByFraction: 8n });
    expect(cut.stages[4]?.transfers).toMatchObject([{ nonTransferable: 4848n, lossByFraction: -8n }]);
    expect(cut.stages[4]).toMatchObject({ nonTransferable: 7000n, lossByFraction: 0n });
  });

  it('lets no election stand that a restart has undone', () => {
    const result = count(undone, wright, lots);
    const stood = result.stages.map(({ number }) =>
      electionsStanding(result.stages.slice(0, number)).map(({ candidate }) => candidate),
    );
    expect(stood[4]).toEqual([1, 0, 2, 3]);
    expect(stood[5]).toEqual([1, 0]);
    expect(stood.at(-1)).toEqual([1, 0, 7, 2, 6]);
    expect(result.elected.every(({ stage }) => stage === 12)).toBe(true);
    const statusOf3 = result.stages.map(
      (_, stage) =>
        standingsOver(result, { first: stage + 1, last: stage + 1 }).rows.find((row) => row.candidate === 3)?.status,
    );
    expect(statusOf3).toEqual([
      ...['continuing', 'continuing', 'continuing', 'elected', 'elected'],
      ...['continuing', 'continuing', 'continuing', 'continuing', 'continuing', 'continuing', 'excluded'],
    ]);
  });

  it('has, round by round, the votes, quotas and winners of the definitions followed ballot by ballot', () => {
    let rounds = 0;
    fc.assert(
      fc.property(contests, ({ contest: { seats, candidateCount, ballots: packed }, ballots: drawn }) => {
        const ballots = drawn.map((ballot) => ({
          ...ballot,
          preferences: ballot.preferences.filter((candidate) => candidate !== skippedPreference),
        }));
        const contest = { seats, candidateCount, withdrawn: [], ballots: packed };
        fc.pre(checkContest(contest, wright).ok);
        const plain = plainWright(candidateCount, seats, ballots);
        fc.pre(plain !== null);
        const result = count(contest, wright, lots);
        const ends = result.stages.filter((_, i) => result.stages[i + 1]?.startsAgain ?? true);
        expect(ends).toHaveLength(plain.length);
        plain.forEach(({ quota, votes }, round) => {
          rounds += 1;
          expect(ends[round]?.quota).toBe(BigInt(quota) * result.vote);
          // The last surpluses need not move, so that only earlier rounds have all they could have.
          if (round === plain.length - 1) return;
          expect(ends[round]?.tallies.map((tally) => fraction(tally, result.vote))).toEqual(votes);
        });
        expect(result.elected.map(({ candidate }) => candidate).sort()).toEqual(
          [...(plain.at(-1)?.elected ?? [])].sort(),
        );
      }),
      { numRuns: 400, seed: 2008 },
    );
    expect(rounds).toBeGreaterThan(400);
  });
});

describe('a count that starts again, whatever the rest of the rule', () => {
  it('looks back for ties no further than the latest restart', () => {
    // 1 and 2 are level when 3 has gone; they were not in the count before.
    const rule = { ...scottish2007, excludedPapers: 'restart' } as const;
    const level = contestOf(1, 4, ['5: 0', '3: 1', '4: 2', '1: 3 1']);
    const [tie] = count(level, rule, lots).stages.flatMap(({ ties }) => ties);
    expect(tie).toMatchObject({ purpose: 'exclusion', tied: [1, 2], resolvedBy: { kind: 'lot' } });
    const [before] = count(level, scottish2007, lots).stages.flatMap(({ ties }) => ties);
    expect(before).toMatchObject({ tied: [1, 2], chosen: 1, resolvedBy: { kind: 'earlier-stage', stage: 1 } });
  });

  it('fills quotas paper by paper again where the rule does at first', () => {
    const rule = { ...scottish2007, excludedPapers: 'restart', firstCount: 'until-quota' } as const;
    // Quota 5: of 7 papers for 0 two go to 1. When 3 has gone, 13 papers are left and it is 5 again.
    const result = count(contestOf(2, 4, ['7: 0 1', '2: 1', '4: 2', '1: 3']), rule, { kind: 'seeded', seed: 'again' });
    const again = result.stages.find(({ startsAgain }) => startsAgain);
    expect(again?.transfers.map(({ fate }) => fate.kind)).toEqual(['restart', 'part']);
    expect(again?.tallies.map((tally) => tally / result.vote)).toEqual([5n, 4n, 4n, 0n]);
    expect(again?.elected).toMatchObject([{ candidate: 0, afterTransfer: 1 }]);
  });
});
