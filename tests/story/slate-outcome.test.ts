import { describe, expect, it } from 'vitest';
import { fraction, toNumber } from '../../src/basics/fraction';
import { count } from '../../src/count/count';
import { endsByFirst } from '../../src/count/ends';
import { blockVote } from '../../src/count/rules/block-vote';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { practice, practiceBallots } from '../../src/election/built-in-practice';
import { coinOf } from '../../src/story/coin';
import { endParts, slateOutcome } from '../../src/story/slate-outcome';
import { endsSentence, seatsSentence } from '../../src/story/slate-words';
import { shareText } from '../../src/story/words';

const contest = { seats: 2, candidateCount: 5, withdrawn: [], ballots: practiceBallots };
const outcomesBy = (rule: typeof scottish2007 | typeof blockVote) => {
  const result = count(contest, rule, { kind: 'seeded', seed: '1' });
  return { result, outcomes: slateOutcome(result, practice, endsByFirst(result, practiceBallots)) };
};

/*
 * By hand: Ash has 50, quota 41, and each of the 50 papers goes on at 9/50 = 0.18. Damson is out, then Elm, then Birch,
 * and Cedar is elected beside Ash.
 */
describe('the practice election under the Scottish rule', () => {
  const { result, outcomes } = outcomesBy(scottish2007);
  const [roof, kitchen, none] = outcomes;

  it('has every slate in the order of the election, and last those on none', () => {
    expect(outcomes.map(({ slate, candidates, elected }) => [slate, candidates, elected])).toEqual([
      [0, 2, [0]],
      [1, 2, []],
      [null, 1, [2]],
    ]);
    expect(outcomes.map(({ votes }) => votes)).toEqual([fraction(60n), fraction(44n), fraction(16n)]);
  });

  it('says where the votes of each ended, as worked out by hand', () => {
    // 50 papers keep 0.82 each with Ash, which is the quota.
    expect(roof?.ends.kept).toEqual(fraction(41n));
    // At 0.18 to Cedar: 22 by Damson and 8 straight. Damson's own: 5 to Cedar, and 3 past Ash, who is elected.
    expect(roof?.ends.helped).toEqual([{ slate: null, votes: fraction((22n + 8n) * 18n + 800n, 100n) }]);
    expect(roof?.ends.behind).toEqual([]);
    // At 0.18 the 7 with no more names, 9 after Damson and 4 after Birch; and 2 of Damson's own after Elm.
    expect(roof?.ends.stopped).toEqual(fraction((7n + 9n + 4n) * 18n + 200n, 100n));
    // Birch's 11 and 4, and 12 of Elm's, name Cedar; 8 + 3 of Birch's and 6 of Elm's do not.
    expect(kitchen?.ends).toEqual({
      kept: fraction(0n),
      helped: [{ slate: null, votes: fraction(27n) }],
      behind: [],
      stopped: fraction(17n),
      cut: fraction(0n),
    });
    expect(none?.ends.kept).toEqual(fraction(16n));
  });

  it('adds up to the tallies at the end', () => {
    const last = result.stages.at(-1);
    const held = outcomes.flatMap(({ ends }) => [
      toNumber(ends.kept),
      ...[...ends.helped, ...ends.behind].map(({ votes }) => toNumber(votes)),
    ]);
    const tallies = last?.tallies.reduce((a, b) => a + b, 0n) ?? 0n;
    expect(held.reduce((a, b) => a + b, 0)).toBeCloseTo(toNumber(fraction(tallies, result.vote)), 10);
  });

  it('is said in one shape for every slate', () => {
    const said = outcomes.map((outcome) => [
      seatsSentence(outcome, 2),
      endsSentence(outcome, practice, coinOf(result)),
    ]);
    expect(said).toMatchInlineSnapshot(`
      [
        [
          "1 of 2 seats (50%) with 50% of first preferences.",
          "Of their 60 votes, 41 (68.3%) helped elect their own, 13 (22.3%) helped elect others (13 no slate) and 6 (9.3%) stopped.",
        ],
        [
          "0 of 2 seats (0%) with 36.7% of first preferences.",
          "Of their 44 votes, 27 (61.4%) helped elect others (27 no slate) and 17 (38.6%) stopped.",
        ],
        [
          "1 of 2 seats (50%) with 13.3% of first preferences.",
          "Of their 16 votes, 16 (100%) helped elect their own.",
        ],
      ]
    `);
  });

  it('shows whole votes that add up', () => {
    for (const outcome of outcomes) {
      const parts = endParts(outcome);
      expect(parts.reduce((sum, { votes }) => sum + votes, 0)).toBe(Math.round(toNumber(outcome.votes)));
    }
  });
});

it('says where Xs ended under block vote', () => {
  const { result, outcomes } = outcomesBy(blockVote);
  expect(outcomes.map((outcome) => endsSentence(outcome, practice, coinOf(result)))).toMatchInlineSnapshot(`
    [
      "Of their 120 Xs, 94 (78.3%) helped elect their own, 19 (15.8%) stayed with candidates not elected and 7 (5.8%) were not given.",
      "Of their 88 Xs, 79 (89.8%) stayed with candidates not elected and 9 (10.2%) were not given.",
      "Of their 32 Xs, 6 (18.8%) helped elect others (6 Mend the Roof), 21 (65.6%) stayed with candidates not elected and 5 (15.6%) were not given.",
    ]
  `);
});

describe('a share in words', () => {
  it('is never nothing for something, nor all for less', () => {
    expect([0, 0.0001, 0.389, 0.5, 0.9999, 1].map(shareText)).toEqual([
      '0%',
      'under 0.1%',
      '38.9%',
      '50%',
      'over 99.9%',
      '100%',
    ]);
  });
});
