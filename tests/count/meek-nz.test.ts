import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { meekNz } from '../../src/count/rules/meek-nz';
import { packBallots } from '../../src/election/ballots';
import { contestOf, contests } from '../support/contests';

/* Local Electoral Regulations 2001 (New Zealand) Schedule 1A, by its clauses. */

const lots = { kind: 'seeded', seed: 'never drawn' } as const;
const nine = (units: bigint): string => formatDecimal(units, 9);

describe('New Zealand’s Meek', () => {
  it('excludes the lowest as soon as all surpluses could not save them, with new keep values (clauses 13, 15 to 17)', () => {
    // Quota 21/3 + 0.000000001. D's vote and A's surplus, 2.999999999, together stay below the 5 of B and of C.
    const result = count(contestOf(2, 4, ['10: 0 1', '5: 1', '5: 2', '1: 3 2']), meekNz, lots);
    const [first, second] = result.stages;
    expect(nine(first?.quota ?? 0n)).toBe('7.000000001');
    expect(second).toMatchObject({
      kind: 'exclusion',
      of: [3],
      because: { kind: 'sure-loser', vote: 1_000_000_000n, surpluses: 2_999_999_999n, next: { candidate: 2 } },
    });
    // In the same step A keeps 7.000000001 / 10, up to 0.700000001, and B gets 10 x 0.299999999.
    expect(second?.tallies.map(nine)).toEqual(['7.000000010', '7.999999990', '6.000000000', '0.000000000']);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
  });

  it('settles ties by the earliest step at which votes differed (clauses 19 and 40)', () => {
    // B and C have 5 each once D, 1, and E, 2, are out; C had fewer at first.
    const result = count(contestOf(2, 5, ['9: 0', '4: 1', '3: 2', '1: 3 1', '2: 4 2']), meekNz, lots);
    const tied = result.stages.flatMap(({ ties }) => ties);
    expect(tied).toEqual([
      {
        purpose: 'exclusion',
        tied: [1, 2],
        chosen: 2,
        resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null },
      },
    ]);
  });

  it('then by the numbers of clauses 41 to 48, which turn round at every step', () => {
    // 13 votes, 4 candidates, 2 places: clauses 42 to 47 give 7211, 13363, 17498, 14620. The tie comes after one counting
    // of first preferences and nine that share A's surplus, so at an even step, when the highest has become the lowest.
    const result = count(contestOf(2, 4, ['5: 0', '2: 1', '2: 2', '4: 3']), meekNz, lots);
    const [tie] = result.stages.flatMap(({ ties }) => ties);
    expect(tie).toMatchObject({ tied: [1, 2], chosen: 2, resolvedBy: { kind: 'prescribed', among: [1, 2] } });
    expect(result.stages[1]?.transfers[0]?.fate).toMatchObject({ iterations: 9 });
  });

  it('comes to an end where nearly nothing is left to share', () => {
    // The two with votes are elected; what they keep shrinks with the quota until rounding up would raise it again.
    const result = count(contestOf(4, 7, ['16: 2', '1: 6']), meekNz, lots);
    expect(result.elected.map(({ candidate }) => candidate)).toContain(2);
    expect(result.elected).toHaveLength(4);
  });

  it('with one place asks half the votes, up to a whole one (clause 26)', () => {
    const result = count(contestOf(1, 3, ['5: 0', '4: 1', '2: 2']), meekNz, lots);
    expect(result.stages.map(({ quota }) => nine(quota ?? 0n))[0]).toBe('6.000000000');
    const level = count(contestOf(1, 2, ['5: 0', '5: 1']), meekNz, lots);
    expect(level.stages[0]?.elected).toHaveLength(1);
    // Both have it (clause 34(b)): the one who is not excluded is elected. Their numbers are 22818 and 21353.
    expect(level.stages[0]?.ties).toMatchObject([{ purpose: 'exclusion', tied: [0, 1], chosen: 1 }]);
  });

  it('elects the same with and without those whom nobody ranks, unless numbers decide (clauses 20 and 21)', () => {
    let met = 0;
    fc.assert(
      fc.property(contests, fc.integer({ min: 1, max: 3 }), ({ contest, ballots }, more) => {
        fc.pre(checkContest(contest, meekNz).ok);
        const candidateCount = contest.candidateCount + more;
        const unranked = Array.from({ length: more }, (_, i) => contest.candidateCount + i);
        const stand = { ...contest, candidateCount, ballots: packBallots(ballots, candidateCount) };
        const withThem = count(stand, meekNz, lots);
        const without = count({ ...stand, withdrawn: [...contest.withdrawn, ...unranked] }, meekNz, lots);
        const prescribed = [withThem, without].some(({ stages }) =>
          stages.some(({ ties }) => ties.some(({ resolvedBy }) => resolvedBy.kind === 'prescribed')),
        );
        fc.pre(!prescribed);
        const ranked = withThem.elected.map(({ candidate }) => candidate).filter((id) => !unranked.includes(id));
        expect(new Set(ranked)).toEqual(new Set(without.elected.map(({ candidate }) => candidate)));
        met += without.elected.length === contest.seats ? 1 : 0;
      }),
      { numRuns: 300, seed: 2001 },
    );
    expect(met).toBeGreaterThan(50);
  });
});
