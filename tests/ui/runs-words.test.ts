import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../src/turnout/ensemble/chances';
import {
  averageParts,
  betweenText,
  differenceText,
  helpedSentence,
  isSeen,
  meanOnly,
  meanText,
  mineHeadline,
  percentText,
  seatsText,
  timeText,
  wholeAverages,
} from '../../src/ui/runs/runs-words';
import { election } from './election';

describe('chances', () => {
  it('never say none or all for what is neither', () => {
    expect([0, 0.001, 0.004, 0.005, 0.36, 0.994, 0.995, 0.996, 1].map(percentText)).toEqual([
      '0%',
      'under 1%',
      'under 1%',
      '1%',
      '36%',
      '99%',
      'over 99%',
      'over 99%',
      '100%',
    ]);
  });

  it('come with where they may lie, rounded outwards', () => {
    expect(betweenText(chanceOf(50, 100))).toBe('40 to 60%');
    expect(betweenText(chanceOf(0, 100))).toBe('0 to 4%');
    expect(betweenText({ times: 0, of: 0, chance: 0, low: 0.5, high: 0.5 })).toBe('50%');
  });
});

describe('the ballot in hand', () => {
  const mine = {
    followed: 10,
    withElected: [40, 20],
    withOthers: [5, 3],
    cut: 0.1,
    kept: { mean: 60, error: 2 },
    stopped: { mean: 31.9, error: 2 },
    helped: [chanceOf(2, 10), chanceOf(5, 10), chanceOf(3, 10)],
  };

  it('is told in pence, parts of less than half a penny left out', () => {
    expect(mineHeadline(mine)).toBe(
      'On average 60p of your vote ends with somebody elected, 8p with somebody who is not and 32p stops.',
    );
  });

  it('adds up to the pound', () => {
    const pound = (kept: number, other: number, stopped: number) =>
      mineHeadline({
        ...mine,
        withElected: [kept],
        withOthers: [other],
        kept: { mean: kept, error: 1 },
        stopped: { mean: stopped, error: 1 },
        cut: 0,
      });
    expect(pound(33.3, 33.4, 33.3)).toBe(
      'On average 33p of your vote ends with somebody elected, 34p with somebody who is not and 33p stops.',
    );
    expect(pound(74.8, 12.6, 12.6)).toBe(
      'On average 75p of your vote ends with somebody elected, 13p with somebody who is not and 12p stops.',
    );
  });

  it('has the same pence for each candidate as for all together', () => {
    const many = { ...mine, withElected: [20.5, 20.5, 18.6, 0.4], withOthers: [7.6, 0.3, 0, 0.1] };
    expect(wholeAverages(many)).toEqual({
      elected: 60,
      behind: 8,
      stopped: 32,
      cut: 0,
      withElected: [21, 20, 19, 0],
      withOthers: [8, 0, 0, 0],
    });
    const few = { ...many, kept: { mean: 0.3, error: 0.1 }, withElected: [0.2, 0.1], withOthers: [8, 0] };
    expect(averageParts(few, ['A', 'B'])).toEqual([
      { candidate: 0, name: 'A', elected: 0, other: 8, electedText: 'under 1p' },
    ]);
  });

  it('is whole where next to nothing is lost', () => {
    const whole = { ...mine, withOthers: [0.2], stopped: { mean: 0, error: 0 }, kept: { mean: 99.7, error: 0.1 } };
    expect(mineHeadline(whole)).toBe('Your whole vote, or nearly, ends with somebody elected on average.');
  });

  it('helps elect one or more so often', () => {
    expect(helpedSentence(mine)).toBe('In 80% of 10 runs it helps elect somebody: one in 50% and two in 30%.');
    expect(helpedSentence({ ...mine, helped: [chanceOf(10, 10)] })).toBe(
      'In none of 10 runs does it help elect anybody.',
    );
    expect(helpedSentence({ ...mine, helped: [chanceOf(0, 10), chanceOf(10, 10)] })).toBe(
      'In every one of 10 runs it helps elect somebody, one each time.',
    );
    expect(helpedSentence({ ...mine, helped: [chanceOf(5, 10), chanceOf(5, 10)] })).toBe(
      'In 50% of 10 runs it helps elect somebody, one each time.',
    );
    expect(helpedSentence({ ...mine, followed: 1, helped: [chanceOf(0, 1), chanceOf(0, 1), chanceOf(1, 1)] })).toBe(
      'In the one run it helps elect two.',
    );
    expect(helpedSentence({ ...mine, followed: 1, helped: [chanceOf(1, 1)] })).toBe(
      'In the one run it does not help elect anybody.',
    );
    expect(helpedSentence({ ...mine, helped: [0, 4, 6].map((times) => chanceOf(times, 10)) })).toBe(
      'In every one of 10 runs it helps elect somebody: one in 40% and two in 60%.',
    );
  });
});

describe('differences', () => {
  it('are seen when they are larger than chance alone would make them', () => {
    expect(isSeen({ mean: 2, error: 1 })).toBe(true);
    expect(isSeen({ mean: -1.9, error: 1 })).toBe(false);
    expect(isSeen({ mean: 0, error: 0 })).toBe(false);
  });

  it('have a sign and their sampling error', () => {
    expect(differenceText({ mean: 0.12, error: 0.01 }, 100)).toBe('+12 ± 2');
    expect(differenceText({ mean: -1.25, error: 0.1 })).toBe('−1.3 ± 0.2');
  });

  it('have as many decimals as the error has anything to say in', () => {
    expect(differenceText({ mean: 0.0312, error: 0.0011 }, 100)).toBe('+3.1 ± 0.2');
    expect(differenceText({ mean: 0.002, error: 0.002 })).toBe('+0.002 ± 0.004');
    expect(differenceText({ mean: -0.03, error: 0.06 })).toBe('0.0 ± 0.1');
    expect(differenceText({ mean: 1, error: 0 })).toBe('+1');
    expect(differenceText({ mean: 0, error: 0 })).toBe('0');
    expect(meanText({ mean: 4.957, error: 0.021 })).toBe('4.96 ± 0.04');
    expect(meanText({ mean: 40.2, error: 3 })).toBe('40.2 ± 5.9');
    expect(meanText({ mean: 3, error: 0 })).toBe('3');
    expect(meanOnly({ mean: 0.0124, error: 0.0035 })).toBe('0.012');
    expect(meanOnly({ mean: 3, error: 0 })).toBe('3');
    expect(meanText({ mean: 0.015, error: 0.0086 })).toBe('0.02 ± 0.02');
  });
});

it('names the seats of each slate that has any', () => {
  expect(seatsText([2, 0, 1], election)).toBe('Green Hill 2, no slate 1');
});

it('says how long it will take in seconds, then minutes', () => {
  expect([100, 1_000, 45_400, 150_000].map(timeText)).toEqual([
    'about 1 second',
    'about 1 second',
    'about 45 seconds',
    'about 3 minutes',
  ]);
});
