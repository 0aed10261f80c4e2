import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, toNumber, zero } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import { blockVote } from '../../src/count/rules/block-vote';
import { ers97 } from '../../src/count/rules/ers97';
import { hareClarkAct } from '../../src/count/rules/hare-clark-act';
import { hareClarkTas } from '../../src/count/rules/hare-clark-tas';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { senateAu } from '../../src/count/rules/senate-au';
import { sntv } from '../../src/count/rules/sntv';
import { trace } from '../../src/count/trace';
import { skippedPreference } from '../../src/election/ballots';
import { journeyOf, movingStages, type Journey } from '../../src/story/journey';
import { headline, stepWords } from '../../src/story/journey-words';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'journey' } as const;
const names = smallNames(8);
const australian = [senateAu, hareClarkAct, hareClarkTas] as const;

function journeyIn(result: Count, preferences: readonly number[]): Journey {
  const traced = trace(result, preferences);
  if (traced === null) throw new Error('the ballot is not valid');
  return journeyOf(result, traced, preferences);
}

const said = (journey: Journey): string[] => journey.steps.map((step) => `${step.stage}: ${stepWords(step, names)}`);

// Quota 13. Adam's 9 extra votes move on 22 ballots; Donald, then Eve, then Basil go out; Charlotte is elected.
const result = count(
  contestOf(2, 5, ['14: 0 1', '8: 0 4 3 2', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2']),
  scottish2007,
  lots,
);

describe('a journey', () => {
  it('is told stage by stage in pence and plain words', () => {
    const journey = journeyIn(result, [0, 4, 3, 2]);
    expect(said(journey)).toEqual([
      '1: Your whole vote counts for Adam, your number 1.',
      '2: Adam has more votes than needed. 59p of your vote stays and helps elect Adam. 41p moves to Eve, your number 2.',
      '4: Eve is out. 41p moves to Charlotte, your number 4. (Your number 3, Donald, is out.)',
      '5: Charlotte is elected, and your 41p stays there.',
    ]);
    expect(movingStages(journey)).toEqual(new Set([1, 2, 4]));
    expect(headline(journey, names)).toBe('Your vote helped elect Adam (59p) and Charlotte (41p).');
  });

  it('says what stops', () => {
    const journey = journeyIn(result, [0, 1]);
    expect(said(journey).at(-1)).toBe('5: Basil is out. 41p stops here: no more names on your ballot can take it.');
    expect(headline(journey, names)).toBe('Your vote helped elect Adam (59p). 41p stopped.');
  });

  it('says when a whole vote stays with someone elected later', () => {
    const journey = journeyIn(result, [2]);
    expect(said(journey)).toEqual([
      '1: Your whole vote counts for Charlotte, your number 1.',
      '5: Charlotte is elected, and your whole vote stays there.',
    ]);
    expect(headline(journey, names)).toBe('Your whole vote helped elect Charlotte.');
  });

  it('says whom the vote passed over, and why', () => {
    const result = count(contestOf(2, 5, ['22: 0 3', '9: 1', '5: 2 0 3', '4: 3', '1: 4 0 2 3']), scottish2007, lots);
    const journey = journeyIn(result, [4, 0, 2, 3]);
    expect(said(journey)[1]).toBe(
      '3: Eve is out. All 100p moves to Charlotte, your number 3. (Your number 2, Adam, is already elected.)',
    );
  });

  it('says that someone withdrew', () => {
    const result = count({ ...contestOf(1, 3, ['5: 0 1', '4: 1', '3: 2']), withdrawn: [0] }, scottish2007, lots);
    expect(said(journeyIn(result, [0, 1]))[0]).toBe(
      '1: Your whole vote counts for Basil, your number 2. (Your number 1, Adam, withdrew.)',
    );
  });

  it('says when the vote ends with someone who was not elected', () => {
    const result = count(contestOf(1, 2, ['6: 0', '4: 1']), scottish2007, lots);
    expect(headline(journeyIn(result, [1]), names)).toBe('Your whole vote was with Basil, who was not elected.');
  });

  it('says when the whole vote stops', () => {
    const result = count(contestOf(1, 4, ['9: 0', '8: 1', '3: 2']), scottish2007, lots);
    const journey = journeyIn(result, [2]);
    expect(journey.end).toEqual({ helped: [], behind: [], whole: true, stopped: 100, cut: 0 });
    expect(headline(journey, names)).toMatch(/^Your vote stopped at stage \d: nobody you ranked was still in\.$/);
  });

  it('is told as a division of the whole ballot under keep values', () => {
    const contest = contestOf(2, 5, ['14: 0 1', '8: 0 4 3 2', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2']);
    const journey = journeyIn(count(contest, meekPrf, lots), [0, 4, 3, 2]);
    expect(said(journey)).toEqual([
      '1: Your whole vote counts for Adam, your number 1.',
      '2: What the elected keep of each ballot is worked out again. Your vote is now 56p with Adam and 44p with Eve.',
      '4: Eve is out. Your vote is now 56p with Adam and 44p with Charlotte.',
      '4: Charlotte is elected, and your 44p stays there.',
    ]);
    expect(headline(journey, names)).toBe('Your vote helped elect Adam (56p) and Charlotte (44p).');
  });

  it('adds up to 100 pence and what it gained at every step, each part within a penny of the exact one', () => {
    fc.assert(
      fc.property(
        contests,
        fc.constantFrom(scottish2007, ers97, meekPrf, ...australian),
        ({ contest, ballots }, rule) => {
          fc.pre(checkContest(contest, rule).ok);
          const result = count(contest, rule, lots);
          for (const { preferences } of ballots) {
            const traced = trace(result, preferences);
            if (traced === null) continue;
            const { steps, end } = journeyOf(result, traced, preferences);
            let whole = 100;
            for (const { after, stage, gained } of steps) {
              const parts = [...after.candidates.values()];
              whole += gained;
              expect(parts.reduce((a, b) => a + b, after.stopped + after.cut)).toBe(whole);
              expect(Math.min(after.stopped, after.cut)).toBeGreaterThanOrEqual(0);
              expect(parts.every((part) => part > 0 && Number.isInteger(part))).toBe(true);
              const holding = traced[stage - 1]?.holding;
              if (steps.findLast((step) => step.stage === stage)?.after !== after) continue;
              for (const candidate of new Set([...after.candidates.keys(), ...(holding?.candidates.keys() ?? [])])) {
                const exact = 100 * toNumber(holding?.candidates.get(candidate) ?? zero);
                expect(Math.abs((after.candidates.get(candidate) ?? 0) - exact)).toBeLessThan(1.5);
              }
            }
            const all = [...end.helped, ...end.behind].reduce((sum, { pence }) => sum + pence, end.stopped + end.cut);
            expect(all).toBe(whole);
            const exact = 100 + 100 * toNumber(traced.at(-1)?.holding.revalued ?? zero);
            expect(Math.abs(whole - exact)).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 300, seed: 2020 },
    );
  });

  it('has words for every step of every ballot', () => {
    fc.assert(
      fc.property(
        contests,
        fc.constantFrom(scottish2007, ers97, meekPrf, blockVote, sntv, ...australian),
        ({ contest, ballots }, rule) => {
          fc.pre(checkContest(contest, rule).ok);
          const result = count(contest, rule, lots);
          for (const { preferences } of ballots) {
            const traced = trace(result, preferences);
            if (traced === null) continue;
            const journey = journeyOf(result, traced, preferences);
            for (const text of [...said(journey), headline(journey, names)]) {
              expect(text).toMatch(/\w.*[.)]$/);
              expect(text).not.toMatch(/undefined|null|NaN|\b0p|your number 0| {2}/);
            }
          }
        },
      ),
      { numRuns: 200, seed: 2020 },
    );
  });

  it('of several Xs is told in Xs', () => {
    const result = count(contestOf(3, 5, ['6: 0 1 2', '4: 3 0', '1: 4']), blockVote, lots);
    const given = journeyIn(result, [0, 3, 1]);
    expect(headline(given, names)).toBe(
      'Your 3 Xs: 2 helped elect Adam and Basil. 1 went to Donald, who was not elected.',
    );
    expect(said(given)).toEqual(['1: An X each for the first names on your ballot: Adam, Donald and Basil.']);
    const short = journeyIn(result, [4, 3]);
    expect(headline(short, names)).toBe('Your 3 Xs: 2 went to Eve and Donald, who were not elected. 1 was not given.');
    expect(said(short)).toEqual([
      '1: An X each for the first names on your ballot: Eve and Donald. 1 X is not given: no more names.',
    ]);
    expect(short).toMatchObject({ coin: { kind: 'marks', whole: 3 }, end: { stopped: 1, cut: 0 } });
  });

  it('of one X is told as a whole vote', () => {
    const result = count(contestOf(1, 2, ['6: 0', '4: 1 0']), sntv, lots);
    expect(headline(journeyIn(result, [1, 0]), names)).toBe('Your whole vote was with Basil, who was not elected.');
    expect(headline(journeyIn(result, [0]), names)).toBe('Your whole vote helped elect Adam.');
  });

  it('says what a ballot gains or loses where all that move get one value', () => {
    // Papers that came to Basil at 9/110 of a vote, and those of a whole vote, all leave at 57/250.
    const mixed = count(
      contestOf(3, 6, ['100: 0 1 3', '10: 0 2', '90: 1 4', '60: 5 1', '80: 3', '62: 4']),
      senateAu,
      lots,
    );
    const up = journeyIn(mixed, [0, 1, 3]);
    // 9p of 100 were the share of Adam's surplus, 1p of it cut; 57/158 of 8p leaves Basil, and arrives as 57/250 of a vote.
    expect(said(up)).toEqual([
      '1: Your whole vote counts for Adam, your number 1.',
      '2: Adam has more votes than needed. 92p of your vote stays and helps elect Adam. 8p moves to Basil, your number 2.',
      '5: Basil has more votes than needed. All ballots that move are given one value, so yours gains 20p from others. 5p of your vote stays and helps elect Basil. 22p moves to Donald, your number 3. 1p is cut off by rounding.',
      '5: Donald is elected, and your 22p stays there.',
    ]);
    expect(headline(up, names)).toBe(
      'Your vote helped elect Adam (92p), Basil (5p) and Donald (22p). 1p was cut off by rounding. That is 120p in all, as ballots that moved together were given one value.',
    );
    const down = journeyIn(mixed, [1, 4]);
    expect(said(down)[1]).toMatch(/so yours gives 13p to others\. 64p of your vote stays and helps elect Basil\./);
    expect(headline(down, names)).toMatch(/That is 87p in all/);
  });

  it('stops at a number left out where the rule does', () => {
    const result = count(contestOf(1, 3, ['5: 0', '4: 1', '3: 2 - 1']), scottish2007, lots);
    const journey = journeyIn(result, [2, skippedPreference, 1]);
    expect(journey.steps.at(-1)).toMatchObject({ to: null, moved: 100, passedOver: [] });
  });
});

it('a vote that is no longer quite whole is not called whole, though its pence are the same', () => {
  const counted = count(contestOf(1, 3, ['5: 0 1', '4: 1', '3: 2 1']), meekPrf, lots);
  const [first] = trace(counted, [0, 1]) ?? [];
  if (first === undefined) throw new Error('the ballot is not valid');
  const parts = new Map([997n, 3n].map((part, candidate) => [candidate, fraction(part, 1000n)]));
  const traced = counted.stages.map((_, i) =>
    i === 0 ? first : { ...first, holding: { ...first.holding, candidates: parts } },
  );
  const journey = journeyOf(counted, traced, [0, 1]);
  expect(headline(journey, names)).toMatch(/^Almost all of your vote /);
  expect(stepWords(journey.steps[1] as (typeof journey.steps)[number], names)).toContain('almost 100p with Adam');
});
