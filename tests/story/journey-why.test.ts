import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { findRule, rules } from '../../src/count/rules/rules';
import { trace } from '../../src/count/trace';
import { skippedPreference } from '../../src/election/ballots';
import { journeyOf } from '../../src/story/journey';
import { journeyWhy } from '../../src/story/journey-why';
import { headline, stripWords } from '../../src/story/journey-words';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'x' } as const;
const names = smallNames(8);
const lines = ['14: 0 1', '8: 0 4 3 2', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2'];

/** The strip of one ballot, and the sums behind each row of it. */
function told(id: string, preferences: readonly number[], ballots = lines, candidates = 5) {
  const rule = findRule(id);
  if (rule === null) throw new Error(`there is no rule ${id}`);
  const result = count(contestOf(2, candidates, ballots), rule, lots);
  const traced = trace(result, preferences);
  if (traced === null) throw new Error('the ballot is not valid');
  const journey = journeyOf(result, traced, preferences);
  return {
    headline: headline(journey, names),
    strip: journey.steps.map((step) => `${step.stage}: ${stripWords(step, names)}`),
    why: journey.steps.map((step) => journeyWhy({ count: result, traced, preferences }, step, names)),
  };
}

describe('the strip and the sums behind it', () => {
  it('follow a ballot through a surplus, an exclusion and an election', () => {
    const { strip, why } = told('scottish-2007', [0, 4, 3, 2]);
    expect(strip).toEqual([
      '1: Your whole vote is with Adam, your 1st.',
      '2: Adam keeps 59p. 41p goes to Eve, your 2nd.',
      '4: Eve is out. 41p goes to Charlotte, your 4th.',
      '5: Charlotte is elected. Your 41p stays there.',
    ]);
    expect(why[1]).toEqual([
      'Adam has more votes than needed. 59p of your vote stays and helps elect Adam. 41p moves to Eve, your number 2.',
      'Adam has 22 votes, 9 more than the quota. Each of the 22 ballots passes on that share of what it is worth: 9 of every 22.',
      'Like yours: 22 ballots worth a whole vote each: 9 × 1 ÷ 22 = 0.40909 each, cut to 5 decimals.',
      'Your vote after this: Adam 13/22 + Eve 0.40909 + cut off under 0.00001 = 1.',
    ]);
    expect(why[2]?.slice(1)).toEqual([
      'Lowest: 4.27272. Next above: Charlotte with 8.',
      'Like yours: 8 ballots at 0.40909 of a vote each.',
      'Your vote after this: Adam 13/22 + Charlotte 0.40909 + cut off under 0.00001 = 1.',
    ]);
    expect(why[3]?.[1]).toBe('As many candidates are left as seats, so Charlotte is elected.');
  });

  it('divide a ballot by keep values, by Meek and by Warren', () => {
    const meek = told('meek-prf', [0, 4, 3, 2]);
    expect(meek.strip[1]).toBe('2: Shared anew: 56p Adam, 44p Eve.');
    expect(meek.strip[2]).toBe('4: Eve is out: 56p Adam, 44p Charlotte.');
    expect(meek.why[2]?.slice(2)).toEqual([
      'Adam keeps 0.560606061 of what comes this far: 0.560606061 of your vote.',
      'Eve is out and keeps nothing.',
      'Donald is out and keeps nothing.',
      'Charlotte keeps all that comes this far: 0.439393939.',
      'Your vote after this: Adam 0.560606061 + Charlotte 0.439393939 = 1.',
    ]);
    expect(told('warren', [0, 4, 3, 2]).why[1]).toContain(
      'Adam keeps up to 0.560606061 of a vote: 0.560606061 of yours.',
    );
  });

  it('show the quotients of those who hold some of it', () => {
    const { strip, why } = told('qpq', [0, 4, 3, 2]);
    expect(strip[2]).toBe('4: Eve is out: 56p Adam, 43p Charlotte, 1p stopped.');
    expect(why[1]).toContain('Adam, 22 ballots ÷ 1 = 22, above the quota, 12.333333333.');
    expect(why[1]?.filter((line) => line.startsWith('Votes of'))).toEqual([
      'Votes of Eve: 9 ballots − 0.363636364 × the quota, 12.333333333 = 4.515151515.',
    ]);
  });

  it('say when the count starts again', () => {
    const { strip, why } = told('wright', [0, 4, 3, 2]);
    expect(strip[2]).toBe('3: The count starts again without Donald. Your whole vote is with Adam, your 1st.');
    expect(why[2]?.slice(1)).toEqual(['Lowest: 3. Next above: Eve with 4.27273.', 'Your vote after this: Adam 1.']);
    const { strip: stopped } = told('wright', [3]);
    expect(stopped.at(-1)).toBe('3: The count starts again without Donald. Your whole vote stops here.');
  });

  it('say whether a ballot was drawn, and which were', () => {
    const { strip, why } = told('cambridge', [0, 4, 3, 2]);
    expect(strip.at(-1)).toBe('1: Adam is elected. Your ballot is not drawn and stays.');
    expect(why.at(-1)?.[2]).toMatch(
      /^Adam has 22 votes, 9 more than the quota\. 9 of the 22 ballots move on whole: every/,
    );
  });

  it('give Xs', () => {
    const { strip, why } = told('block-vote', [0, 4]);
    expect(strip).toEqual(['1: An X each for Adam and Eve.']);
    expect(why).toEqual([['An X each for the first names on your ballot: Adam and Eve.']]);
  });

  it('say what stands behind someone who was not elected, and what stops', () => {
    expect(told('ers97', [1]).headline).toBe('Your whole vote was with Basil, who was not elected.');
    expect(told('scottish-2007', [0, 1]).strip.at(-1)).toBe('5: Basil is out. 41p stops here.');
    // Adam 22 of 37, quota 12.34: 43p goes on to Basil, who ends on 12.02, below Charlotte with 12.44.
    const runnerUp = told('ers97', [0, 1], ['14: 0 1', '8: 0 2', '6: 1', '9: 2'], 3);
    expect(runnerUp.headline).toBe(
      'Your vote helped elect Adam (56p). 43p is still with Basil, who was not elected. 1p was cut off by rounding.',
    );
  });

  it('add up, and leave nothing out, for any ballot under every rule', () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), ({ contest, ballots }, rule) => {
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        for (const { preferences } of ballots.slice(0, 8)) {
          const traced = trace(result, preferences);
          if (traced === null || preferences[0] === skippedPreference) continue;
          const journey = journeyOf(result, traced, preferences);
          for (const step of journey.steps) {
            const sums = journeyWhy({ count: result, traced, preferences }, step, names);
            const text = [stripWords(step, names), ...sums].join('\n');
            expect(text).not.toMatch(/undefined|NaN|null|\[object|\.\.|,\.| {2}/);
            expect(sums.length).toBeGreaterThan(0);
            for (const sum of sums) expect(sum).toMatch(/[.:]\)?$/);
            const whole = /^Your vote after this: .* = ([^ ,]+)\.$/.exec(sums.at(-1) ?? '')?.[1];
            if (whole !== undefined) expect(whole).toBe('1');
          }
        }
      }),
      { numRuns: 150, seed: 2020 },
    );
  });
});
