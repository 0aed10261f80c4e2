import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { findRule, rules } from '../../src/count/rules/rules';
import { whyWords } from '../../src/story/why';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'why' } as const;
const lines = ['48: 0 1 2', '20: 1 3', '17: 2 4', '15: 3 4', '12: 4 5', '6: 5 2', '5: 6 3', '3: 2'];
const names = ['Ann', 'Bob', 'Cy', 'Di', 'Eve', 'Fay', 'Gus'];

/** The sums of every stage of one small election. */
function sumsUnder(id: string, ballots: readonly string[] = lines, seats = 3): (readonly string[])[] {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  const result = count(contestOf(seats, 7, ballots), rule, lots);
  return result.stages.map((_, stage) => whyWords(result, stage, names));
}

describe('why a stage is as it is', () => {
  it('shows every quotient that passed the quota, the lowest, and what the others’ votes are made up of', () => {
    const sums = sumsUnder('qpq');
    const passed = [
      'Ann, 48 ballots ÷ 1 = 48, above the quota, 31.5.',
      'Bob, 68 ballots ÷ (1 + 1 seat that they have filled already) = 34, above the quota, 31.5.', // 48 x 1/48
    ];
    // Of the 68 at Cy, 48 have filled 1/34 each.
    const paid = 'Votes of Cy: 68 ballots − 1.411764706 × the quota, 31.5 = 23.529411764.';
    expect(sums[1]?.slice(0, 3)).toEqual([...passed, paid]);
    expect(sums[1]?.at(-1)).toBe(
      'Where the votes go: Ann 31.500000000 + Bob 31.500000000 + Cy 23.529411764 + Di 16.470588235 + Eve 12 + Fay 6 + Gus 5 + lost in rounding 0.000000001 = 126.',
    );
    expect(sums[2]?.slice(0, 3)).toEqual([
      'Lowest quotient: Gus, 5 ballots ÷ 1 = 5. Next above: Fay with 6. None is above the quota, 31.5.',
      ...passed,
    ]);
    expect(sums.at(-1)?.at(-1)).toBe(
      'The quota falls from 31.500000000 to 28.500000000, as 17.264705882 of the 126 votes have stopped.',
    );
  });

  it('shows how each value comes about under the Scottish rule, and where every vote goes', () => {
    const [first, second, third, fourth, , sixth] = sumsUnder('scottish-2007');
    expect(first).toEqual([]);
    expect(second).toEqual([
      '48 ballots worth a whole vote each: 16 × 1 ÷ 48 = 0.33333 each, cut to 5 decimals.',
      'Where the votes go: Bob 15.99984 + lost in rounding 0.00016 = 16.',
    ]);
    expect(third?.slice(0, 2)).toEqual([
      '48 ballots worth 0.33333 of a vote each: 3.99984 × 0.33333 ÷ 35.99984 = 0.03703 each, cut to 5 decimals.',
      '20 ballots worth a whole vote each: 3.99984 × 1 ÷ 35.99984 = 0.1111 each, cut to 5 decimals.',
    ]);
    expect(fourth).toEqual([
      'Lowest: 5. Next above: Fay with 6.',
      '5 ballots at a whole vote each.',
      'Where the votes go: Di 5.',
    ]);
    expect(sixth).toContain('12 ballots at a whole vote each, none of them with a next choice.');
    expect(sixth).toContain('Where the votes go: stopped 12.');
  });

  it('shows several going out together, and a quota that falls, under ERS97', () => {
    expect(sumsUnder('ers97')[3]?.[0]).toBe('Together: 11. Next above: Eve with 12.');
    const falling = sumsUnder('ers97', ['9: 0', '8: 1', '7: 2', '6: 3'], 2).flat();
    expect(falling).toContain('The quota falls from 10 to 8, as 6 of the 30 votes have stopped.');
  });

  it('shows what a bulk exclusion was weighed by, under the Senate by hand', () => {
    const sums = sumsUnder('senate-au-hand', ['30: 0', '29: 1', '28: 2', '20: 3', '7: 4', '4: 5', '2: 6'], 2)[1];
    expect(sums?.slice(0, 2)).toEqual([
      'Gus, Fay and Eve: 13 between them. Next above: Di with 20.',
      'Those who go out: 6 between them. Ann has most, 30, and is 11 short of the quota.',
    ]);
  });

  it('shows keep values and how often the votes were counted, under Meek', () => {
    const second = sumsUnder('meek-prf')[1];
    expect(second?.[0]).toBe(
      'Extra votes: Ann 16.499999999. They are shared until less than 0.000001000 is left, or somebody is elected.',
    );
    expect(second?.[1]).toMatch(
      /^Kept of a ballot that reaches them: Ann 0\.65625\d{4}\. All others: 1, or 0 if out\.$/,
    );
    expect(second?.at(-1)).toMatch(/^Where the votes go: Bob /);
  });

  it('keeps fractions as fractions in an exact count', () => {
    expect(sumsUnder('wigm')[2]).toContain('20 ballots worth a whole vote each: 5 × 1 ÷ 36.5 = 10/73 each.');
  });

  it('shows where tied candidates differed, or that a lot was drawn', () => {
    // 2 and 3 had 6 and 7 first preferences, and 9 each now.
    const tied = sumsUnder('scottish-2007', ['20: 0', '18: 1', '6: 2', '7: 3', '2: 4 2', '1: 5 2', '2: 5 3'], 1).flat();
    expect(tied).toContain('Lowest: 9, which more than one has.');
    expect(tied).toContain('At stage 3: Cy 8 and Di 7.');
    const never = sumsUnder('scottish-2007', ['5: 0', '4: 1', '4: 2'], 1).flat();
    expect(never).toContain('They never differed at an earlier stage that counts, so a lot was drawn.');
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('says something sound of any count under %s', (_, rule) => {
    fc.assert(
      fc.property(contests, ({ contest }) => {
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        result.stages.forEach((stage, i) => {
          const sums = whyWords(result, i, smallNames(contest.candidateCount));
          expect(sums.filter((sum) => sum.startsWith('Where the votes go') || sum === 'No vote moves.')).toHaveLength(
            stage.transfers.length,
          );
          for (const sum of sums) expect(sum).not.toMatch(/undefined|NaN|\bnull\b|-\d/);
        });
      }),
      { numRuns: 60, seed: 31 },
    );
  });
});
