import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { trace } from '../../src/count/trace';
import { contestOf, contests } from '../support/contests';
import { expectLaterPreferencesToDoNoHarm } from '../support/later-no-harm';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const tallies = (stage: { readonly tallies: readonly bigint[] } | undefined): number[] =>
  stage?.tallies.map(Number) ?? [];
const whole = { numerator: 1n, denominator: 1n };

describe('Electoral Act 1992, by its sections', () => {
  it('s. 120: a quota of whole votes, one more than the votes over the places plus one', () => {
    expect(count(contestOf(3, 5, ['40: 0', '20: 1', '20: 2', '15: 3', '5: 4']), irelandDail, lots).quota).toBe(26n);
    expect(count(contestOf(3, 5, ['40: 0', '20: 1', '20: 2', '15: 3', '4: 4']), irelandDail, lots).quota).toBe(25n);
  });

  it('s. 121: whole papers in proportion, the largest fractions count as one', () => {
    // Quota 26 of 100: 14 of 40 move. 22 for 1, 11 for 2, 5 for 3, and 2 for nobody: 38 can move.
    // 22 x 14/38 = 8 4/38, 11 x 14/38 = 4 2/38, 5 x 14/38 = 1 32/38: 13, and one more for 3.
    const contest = contestOf(3, 4, ['22: 0 1', '11: 0 2', '5: 0 3', '2: 0', '22: 1', '20: 2', '18: 3']);
    const surplus = count(contest, irelandDail, lots).stages[1];
    expect(surplus).toMatchObject({ kind: 'surplus', of: [0], ties: [] });
    expect(surplus?.transfers[0]?.fate).toMatchObject({
      kind: 'sampled',
      surplus: 14n,
      looked: 40,
      how: {
        kind: 'in-proportion',
        subParcels: [
          { to: 1, papers: 22, moved: 8 },
          { to: 2, papers: 11, moved: 4 },
          { to: 3, papers: 5, moved: 2 },
        ],
      },
      shortfall: 0n,
    });
    expect(tallies(surplus)).toEqual([26, 30, 24, 20]);
  });

  it('s. 118: of equal fractions the one drawn first is the largest', () => {
    // Quota 11 of 31: of 0's 16 papers 5 move; 8 each for 1 and 2 give 2 1/2 each.
    const contest = contestOf(2, 4, ['8: 0 1', '8: 0 2', '5: 1', '5: 2', '5: 3']);
    for (const [order, moved] of [
      [
        [1, 2, 3],
        [8, 7],
      ],
      [
        [2, 1, 3],
        [7, 8],
      ],
    ] as const) {
      const surplus = count(contest, irelandDail, { kind: 'listed', order }).stages[1];
      expect(tallies(surplus).slice(1, 3)).toEqual(moved);
      const [chosen] = order;
      expect(surplus?.ties).toEqual([
        { purpose: 'fraction', tied: [1, 2], chosen, resolvedBy: { kind: 'lot', among: [1, 2] } },
      ]);
    }
  });

  it('s. 121: the papers last filed move, and they move whole', () => {
    // Quota 6 of 15; 0 has 9, all for 1, so 3 move: the last three of the file.
    const contest = contestOf(2, 4, ['6: 0 1 3', '3: 0 1 2', '3: 1', '3: 3']);
    const result = count(contest, irelandDail, lots);
    expect(tallies(result.stages[1])).toEqual([6, 6, 0, 3]);
    const after = (preferences: number[], which: number) =>
      trace(result, preferences, [], which)?.[1]?.holding.candidates;
    for (let which = 0; which < 6; which++) expect(after([0, 1, 3], which)).toEqual(new Map([[0, whole]]));
    for (let which = 0; which < 3; which++) expect(after([0, 1, 2], which)).toEqual(new Map([[1, whole]]));
    // A ballot nobody cast follows the way of one that is not drawn.
    expect(after([0, 1], 0)).toEqual(new Map([[0, whole]]));
    expect(after([0, 1, 2], 3)).toEqual(new Map([[0, whole]]));
  });

  it('s. 121: a later surplus is taken from the sub-parcel last received alone', () => {
    // Quota 11 of 31. 3 goes: its 4 papers take 0 from 9 to 13. The 2 over are the last two of these four.
    const contest = contestOf(2, 4, ['9: 0 1', '2: 3 0 1', '2: 3 0 2', '9: 1', '9: 2']);
    const [, exclusion, surplus] = count(contest, irelandDail, lots).stages;
    expect(exclusion).toMatchObject({ kind: 'exclusion', of: [3] });
    expect(surplus).toMatchObject({ kind: 'surplus', of: [0] });
    expect(surplus?.transfers[0]?.fate).toMatchObject({ looked: 4, how: { subParcels: [{ to: 1 }, { to: 2 }] } });
    expect(tallies(surplus)).toEqual([11, 10, 10, 0]);
  });

  it('s. 121: where fewer can move than the surplus all do, and others are set aside for the rest', () => {
    // Quota 11 of 31; 9 of 0's 20 papers are over, 4 name someone. 4 move, 5 with no next preference stop.
    const contest = contestOf(2, 3, ['16: 0', '4: 0 1', '6: 1', '5: 2']);
    const result = count(contest, irelandDail, lots);
    expect(tallies(result.stages[1])).toEqual([11, 10, 5]);
    expect(result.stages[1]?.nonTransferable).toBe(5n);
    expect(result.stages[1]?.transfers[0]?.fate).toMatchObject({ shortfall: 5n });
    const stopped = (which: number) => trace(result, [0], [], which)?.[1]?.holding.nonTransferable.numerator;
    expect(Array.from({ length: 16 }, (_, which) => stopped(which))).toEqual([
      ...new Array<bigint>(11).fill(0n),
      ...new Array<bigint>(5).fill(1n),
    ]);
  });

  it('s. 121, 122: a surplus below the difference of the two lowest waits; one equal to it does not', () => {
    // Quota 11 of 31 and 32. 0 has 2 over; the lowest two are 3 and 2 apart.
    const waits = count(contestOf(2, 4, ['13: 0 3', '8: 1', '6: 2 1', '3: 3 1', '1: 1']), irelandDail, lots);
    expect(waits.stages[1]).toMatchObject({ kind: 'exclusion', of: [3], deferral: { total: 2n, margin: 3n } });
    const moves = count(contestOf(2, 4, ['13: 0 3', '8: 1', '6: 2 1', '4: 3 1', '1: 1']), irelandDail, lots);
    expect(moves.stages[1]).toMatchObject({ kind: 'surplus', of: [0] });
  });

  it('s. 122: several go together where with the surpluses they have fewer than the next', () => {
    const together = count(contestOf(2, 6, ['9: 0', '9: 1', '8: 2', '4: 3 1', '2: 4 2', '1: 5 2']), irelandDail, lots);
    expect(together.stages[1]).toMatchObject({ kind: 'exclusion', of: [5, 4, 3] });
    expect(together.stages[1]?.transfers).toHaveLength(1);
    // 4 + 3 + 1 = 8 is not fewer than 8; 3 + 1 = 4 is not fewer than 4.
    const one = count(contestOf(2, 6, ['9: 0', '9: 1', '8: 2', '4: 3 1', '3: 4 2', '1: 5 2']), irelandDail, lots);
    expect(one.stages[1]).toMatchObject({ kind: 'exclusion', of: [5] });
  });

  it('s. 124: with one more than the places all but the lowest are elected, if no surplus can save them', () => {
    // Quota 10 of 36; 0 has 2 over, and 6 + 2 is fewer than 9.
    const safe = count(contestOf(3, 4, ['12: 0 2', '9: 1', '9: 3', '6: 2 1']), irelandDail, lots);
    expect(safe.stages).toHaveLength(1);
    expect(safe.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 3]);
    expect(safe.stages[0]).toMatchObject({ excluded: [2], deferral: { total: 2n } });
    // Quota 10 of 37; 7 + 2 is not fewer than 9, so the surplus moves. Level at 9, 2 had fewest at the first count.
    const unsafe = count(contestOf(3, 4, ['12: 0 2', '9: 1', '9: 3', '7: 2 1']), irelandDail, lots);
    expect(unsafe.stages.map(tallies)).toEqual([
      [12, 9, 7, 9],
      [10, 9, 9, 9],
    ]);
    expect(unsafe.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 3]);
  });

  it('s. 124(2): for the last place one with more votes than all others and the surpluses is elected', () => {
    // Quota 11 of 32 and 33. 0 has 1 over; 10 is not more than 6 + 3 + 1, but 10 is more than 6 + 2 + 1.
    const level = count(contestOf(2, 4, ['12: 0', '10: 1', '6: 2', '3: 3']), irelandDail, lots);
    expect(level.stages[0]?.elected.map(({ candidate }) => candidate)).toEqual([0]);
    const more = count(contestOf(2, 4, ['12: 0', '10: 1', '6: 2', '2: 3']), irelandDail, lots);
    expect(more.stages).toHaveLength(1);
    expect(more.stages[0]?.elected[1]).toMatchObject({ candidate: 1, because: { kind: 'outvotes-others' } });
  });

  it('s. 121(9) to (11): of equal surpluses that which arose first moves first, whoever has more votes', () => {
    // Quota 41 of 160. 4 takes 0 to 45, and 0's 4 over wait, as 5 is 8 below 1; 5 takes 1 to 45 too. 1 had more at first.
    const lines = ['25: 0', '30: 1', '32: 2', '31: 3', '20: 4 0 2', '15: 5 1 3', '7: 5'];
    const result = count(contestOf(3, 6, lines), irelandDail, lots);
    expect(result.stages.slice(1, 4).map(({ kind, of }) => [kind, ...of])).toEqual([
      ['exclusion', 4],
      ['exclusion', 5],
      ['surplus', 0],
    ]);
    expect(result.stages[3]?.ties).toEqual([]);
  });

  it('s. 121: of equal fractions that of the larger sub-parcel is the largest, then of who had more at first', () => {
    // Quota 14 of 40; 2 of 0's 16 move: 12 x 2/16 = 1 1/2, 4 x 2/16 = 1/2.
    const sizes = contestOf(2, 4, ['12: 0 1', '4: 0 2', '9: 1', '8: 2', '7: 3']);
    const bySize = count(sizes, irelandDail, { kind: 'listed', order: [2, 1, 3] }).stages[1];
    expect(tallies(bySize)).toEqual([14, 11, 8, 7]);
    expect(bySize?.ties).toMatchObject([
      { tied: [1, 2], chosen: 1, resolvedBy: { kind: 'larger-sub-parcel', papers: 12 } },
    ]);
    // Quota 11 of 32; 5 of 16 move, 2 1/2 and 2 1/2; 2 has 6 first preferences and 1 has 5.
    const equal = contestOf(2, 4, ['8: 0 1', '8: 0 2', '5: 1', '6: 2', '5: 3']);
    const byFirst = count(equal, irelandDail, lots).stages[1];
    expect(tallies(byFirst)).toEqual([11, 7, 9, 5]);
    expect(byFirst?.ties).toMatchObject([
      { chosen: 2, resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null } },
    ]);
  });

  describe('ss. 48(1)(e), 121, 122: a deposit is kept by more than a quarter of the quota, 25 1/4 of 101', () => {
    const second = (lines: readonly string[]) => count(contestOf(2, lines.length, lines), irelandDail, lots).stages[1];

    it('a surplus that could bring the lowest to it moves, though it cannot change who goes out', () => {
      expect(second(['113: 0', '95: 1', '72: 2', '20: 3'])).toMatchObject({ kind: 'surplus', of: [0] });
      // 13 + 12 = 25 is not enough.
      expect(second(['113: 0', '93: 1', '81: 2', '13: 3'])).toMatchObject({ kind: 'exclusion', of: [3] });
    });

    it('nobody goes together with those lower still whose votes could bring them to it', () => {
      expect(second(['95: 0', '90: 1', '85: 2', '20: 3 1', '10: 4 1'])).toMatchObject({ of: [4] });
      expect(second(['95: 0', '90: 1', '90: 2', '20: 3 1', '5: 4 1'])).toMatchObject({ of: [4, 3] });
      // Whoever has it already cannot lose it.
      expect(second(['95: 0', '80: 1', '79: 2', '26: 3 1', '20: 4 1'])).toMatchObject({ of: [4, 3] });
    });
  });
});

describe('whole papers', () => {
  it('are never parted: every ballot is wholly in one place at every stage', () => {
    fc.assert(
      fc.property(contests, ({ contest, ballots }) => {
        fc.pre(checkContest(contest, irelandDail).ok);
        const result = count(contest, irelandDail, { kind: 'seeded', seed: 'whole' });
        for (const { preferences, copies } of ballots) {
          for (let which = 0; which < copies; which++) {
            for (const { holding } of trace(result, preferences, [], which) ?? []) {
              const parts = [...holding.candidates.values(), holding.nonTransferable];
              expect(parts.filter(({ numerator }) => numerator > 0n)).toEqual([whole]);
            }
          }
        }
      }),
      { numRuns: 100, seed: 2020 },
    );
  });

  it('are drawn by the seed: another seed can draw others', () => {
    const contest = contestOf(2, 4, ['9: 0 1 2', '9: 0 1 3', '5: 1', '5: 2', '5: 3']);
    const drawn = (seed: string): number => {
      const result = count(contest, irelandDail, { kind: 'seeded', seed });
      const moved = (which: number): boolean =>
        trace(result, [0, 1, 2], [], which)?.[1]?.holding.candidates.has(1) ?? false;
      return Array.from({ length: 9 }, (_, which) => which).filter(moved).length;
    };
    const many = Array.from({ length: 200 }, (_, seed) => drawn(`${seed}`));
    expect(drawn('1')).toBe(drawn('1'));
    // 6 of 18 alike in everything but the last name: 3 of these 9 on average, and not always.
    expect(many.reduce((a, b) => a + b, 0) / many.length).toBeCloseTo(3, 0);
    expect(new Set(many).size).toBeGreaterThan(3);
  });

  it('lie as in the file where lots are listed, so that a real order can be counted', () => {
    const one = contestOf(2, 4, ['3: 0 1', '3: 0 2', '1: 1', '1: 2', '1: 3']);
    const drawn = (ballots: typeof one) => count(ballots, irelandDail, lots).stages[1]?.transfers[0]?.fate;
    const bundledApart = contestOf(2, 4, ['1: 0 1', '2: 0 1', '3: 0 2', '1: 1', '1: 2', '1: 3']);
    expect(drawn(bundledApart)).toEqual(drawn(one));
  });

  it('are moved in a way that later preferences do no harm to earlier ones, in one order of papers', () => {
    expectLaterPreferencesToDoNoHarm(irelandDail);
  });
});
