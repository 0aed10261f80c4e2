import { describe, expect, it } from 'vitest';
import { count, type Count } from '../../src/count/count';
import { cambridge, cambridgeLetter } from '../../src/count/rules/cambridge';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { trace } from '../../src/count/trace';
import { journeyOf } from '../../src/story/journey';
import { headline, stepWords } from '../../src/story/journey-words';
import { stageWords } from '../../src/story/stage-words';
import { whyWords } from '../../src/story/why';
import { contestOf } from '../support/contests';
import { smallNames } from '../support/small-election';

const names = smallNames(8);
const file = { kind: 'listed', order: [0, 1, 2, 3, 4] } as const;
const seeded = { kind: 'seeded', seed: '7' } as const;
const noFloor = { ...cambridge, excludedFirst: 0 };
const sentence = (result: Count, stage: number, which = 0): string | undefined =>
  stageWords(result, stage, names).sentences[which];

describe('ballots that move whole, in words', () => {
  const contest = contestOf(3, 4, ['22: 0 1', '11: 0 2', '5: 0 3', '2: 0', '22: 1', '20: 2', '18: 3']);

  it('say how many move, and which', () => {
    expect(sentence(count(contest, irelandDail, seeded), 1)).toBe(
      'Adam has 40 votes, 14 more than the quota. Of the 40 ballots, 38 name someone still in. 14 of these move on whole, from the pile for each next choice its share: those on top after mixing with the seed 7. The others stay.',
    );
    expect(sentence(count(contest, noFloor, file), 1)).toBe(
      'Adam has 40 votes, 14 more than the quota. 14 of the 40 ballots move on whole: every 3rd of them, in the order of the file, passing over those that name nobody still in. The others stay. Basil and Charlotte reach the quota on the way and get no more.',
    );
  });

  it('say when all that can move do, and that others are set aside', () => {
    const short = count(contestOf(2, 3, ['16: 0', '4: 0 1', '6: 1', '5: 2']), irelandDail, file);
    expect(sentence(short, 1)).toBe(
      'Adam has 20 votes, 9 more than the quota. Of the 20 ballots, 4 name someone still in; they all move on whole, and 5 votes of the extra stop here.',
    );
  });

  it('say that fractions were equal and lots drawn', () => {
    const tied = count(contestOf(2, 4, ['8: 0 1', '8: 0 2', '5: 1', '5: 2', '5: 3']), irelandDail, file);
    expect(stageWords(tied, 1, names).sentences).toContain(
      'Basil and Charlotte had equal fractions of a ballot. The tie over whose share of the extra votes is rounded up was settled by lot: Basil.',
    );
  });

  it('say that of equal fractions the larger pile counted', () => {
    const sizes = count(contestOf(2, 4, ['12: 0 1', '4: 0 2', '9: 1', '8: 2', '7: 3']), irelandDail, file);
    expect(stageWords(sizes, 1, names).sentences).toContain(
      'Basil and Charlotte had equal fractions of a ballot. The tie over whose share of the extra votes is rounded up was settled by the larger pile, of 12 ballots: Basil.',
    );
  });

  it('say who fills up while the ballots of an excluded candidate move, and who had too few votes', () => {
    const filling = contestOf(2, 4, ['6: 0', '5: 1', '6: 2', '2: 3 0', '2: 3 0 1', '1: 3 0']);
    expect(sentence(count(filling, noFloor, { kind: 'listed', order: [3, 0, 1, 2] }), 1, 1)).toBe(
      'Their ballots move on to the next choice. Adam reaches the quota on the way and gets no more.',
    );
    const few = count(contestOf(2, 5, ['100: 0', '90: 1', '50: 2', '49: 3 2', '20: 4 2']), cambridge, file);
    expect(sentence(few, 1)).toBe('Eve and Donald had fewer than 50 votes and are out together.');
  });

  it('say that a first count filled quotas', () => {
    const first = contestOf(2, 4, ['5: 0 3', '3: 0 1', '2: 1', '1: 1 2', '2: 2', '1: 3']);
    expect(sentence(count(first, { ...cambridgeLetter, excludedFirst: 0 }, file), 0, 2)).toBe(
      'The ballots are sorted one by one, in the order of the file, and whoever has the quota gets no more: 4 ballots go to a next choice instead.',
    );
  });
});

describe('the sums behind ballots that move whole', () => {
  const contest = contestOf(3, 4, ['22: 0 1', '11: 0 2', '5: 0 3', '2: 0', '22: 1', '20: 2', '18: 3']);

  it('are the shares of the piles, or the n of every n-th', () => {
    expect(whyWords(count(contest, irelandDail, seeded), 1, names).slice(0, 3)).toEqual([
      'Basil: 22 ballots × 14 ÷ 38 = 8.105, so 8.',
      'Charlotte: 11 ballots × 14 ÷ 38 = 4.053, so 4.',
      'Donald: 5 ballots × 14 ÷ 38 = 1.842, so 2.',
    ]);
    expect(whyWords(count(contest, noFloor, file), 1, names)).toContain('40 ballots ÷ 14 = 2.857: every 3rd.');
  });

  it('say that equal shares are left to a lot', () => {
    const tied = count(contestOf(2, 4, ['8: 0 1', '8: 0 2', '5: 1', '5: 2', '5: 3']), irelandDail, file);
    expect(whyWords(tied, 1, names)[0]).toBe(
      'What is left of their shares after the whole ballots is equal, so a lot was drawn.',
    );
  });
});

describe('the journey of a ballot that moves whole', () => {
  const result = count(contestOf(2, 4, ['6: 0 1 3', '3: 0 1 2', '3: 1', '3: 3']), irelandDail, file);
  const told = (of: Count, preferences: readonly number[]) => {
    const traced = trace(of, preferences);
    if (traced === null) throw new Error('the ballot is not valid');
    const journey = journeyOf(of, traced, preferences);
    return [...journey.steps.map((step) => stepWords(step, names)), headline(journey, names)];
  };

  it('says that it is drawn, or that it stays', () => {
    expect(told(result, [0, 1, 2])).toEqual([
      'Your whole vote counts for Adam, your number 1.',
      'Adam has more votes than needed, and your ballot is one of those drawn to move on whole. All 100p moves to Basil, your number 2.',
      'Basil is elected, and your whole vote stays there.',
      'Your whole vote helped elect Basil.',
    ]);
    expect(told(result, [0, 1, 3])).toEqual([
      'Your whole vote counts for Adam, your number 1.',
      'Adam is elected. The ballots over the quota move on whole; yours is not one of those drawn, and your whole vote stays there.',
      'Your whole vote helped elect Adam.',
    ]);
  });

  it('says that it is set aside', () => {
    const short = count(contestOf(2, 3, ['4: 0 1', '1: 0', '1: 0 2', '3: 1', '2: 2']), irelandDail, file);
    const aside = count(contestOf(2, 3, ['4: 0 1', '9: 0', '3: 1', '2: 2']), irelandDail, file);
    expect(told(short, [0])[1]).toMatch(/not one of those drawn/);
    const last = trace(aside, [0], [], 8);
    const steps = last === null ? [] : journeyOf(aside, last, [0]).steps;
    expect(steps.map((step) => stepWords(step, names))[1]).toBe(
      'Adam has more votes than needed, and your ballot is one of those set aside. All 100p stops here: no more names on your ballot can take it.',
    );
  });
});
