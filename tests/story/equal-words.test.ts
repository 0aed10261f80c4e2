import { expect, it } from 'vitest';
import { equalWords } from '../../src/story/equal-words';

it('says how many ballots rank candidates equal, and what becomes of them', () => {
  expect(equalWords({ equalPreference: 'stops' }, 1)).toBe(
    '1 ballot ranks candidates equal. By this rule such a ballot ends before them; where they come first, it is not counted.',
  );
  expect(equalWords({ equalPreference: 'invalid' }, 1200)).toBe(
    '1,200 ballots rank candidates equal. By this rule such a ballot is not counted.',
  );
  expect(equalWords({ equalPreference: 'passes' }, 3)).toBe(
    '3 ballots rank candidates equal. By this rule such a ballot goes on to whoever comes after them.',
  );
  expect(equalWords({ equalPreference: 'shared' }, 2)).toBe(
    '2 ballots rank candidates equal. By this rule such a ballot is split evenly over all the orders they could be put in.',
  );
});
