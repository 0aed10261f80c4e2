import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotOf,
  emptyDraft,
  freshName,
  moveToNumber,
  park,
  placeInLast,
  placeInRanking,
  takeOut,
  type Draft,
} from '../../src/election/draft';

const draft: Draft = { name: 'A', ranking: [0, 1, 2], last: [3, 4], parked: [5] };

it('the ballot is the ranking and, below it, those put last', () => {
  expect(ballotOf(draft)).toEqual([0, 1, 2, 3, 4]);
  expect(ballotOf({ ...draft, last: [] })).toBe(draft.ranking);
});

describe('a number on the ballot', () => {
  it.each([
    ['up within the ranking', 2, 1, [2, 0, 1], [3, 4]],
    ['down from the ranking past the first put last', 2, 4, [0, 1], [3, 2, 4]],
    ['up from those put last into the ranking', 3, 3, [0, 1, 3, 2], [4]],
    ['to where the ranking ends, from the ranking', 0, 3, [1, 2, 0], [3, 4]],
    ['to where those put last begin, from among them', 4, 4, [0, 1, 2], [4, 3]],
    ['to where the ranking ends, from nowhere', 5, 4, [0, 1, 2, 5], [3, 4]],
    ['past the end', 0, 99, [1, 2], [3, 4, 0]],
    ['before the beginning', 4, -1, [4, 0, 1, 2], [3]],
  ])('%s', (_, candidate, number, ranking, last) => {
    const after = moveToNumber(draft, candidate, number);
    expect(after).toMatchObject({ ranking, last });
  });

  it('past the end of a ranking with nobody put last is its end', () => {
    expect(moveToNumber({ ...draft, last: [] }, 0, 9)).toMatchObject({ ranking: [1, 2, 0], last: [] });
  });
});

it('a name that another draft has gets a number', () => {
  const drafts = ['A', 'A 2', 'B'].map(emptyDraft);
  expect(freshName(drafts, 'C')).toBe('C');
  expect(freshName(drafts, 'A')).toBe('A 3');
});

describe('whatever is done', () => {
  const candidate = fc.nat({ max: 7 });
  const anywhere = fc.integer({ min: -2, max: 12 });
  const step: fc.Arbitrary<(draft: Draft) => Draft> = fc.oneof(
    fc.tuple(candidate, anywhere).map(
      ([one, at]) =>
        (d: Draft) =>
          placeInRanking(d, one, at),
    ),
    fc.tuple(candidate, anywhere).map(
      ([one, at]) =>
        (d: Draft) =>
          placeInLast(d, one, at),
    ),
    fc.tuple(candidate, anywhere).map(
      ([one, at]) =>
        (d: Draft) =>
          moveToNumber(d, one, at),
    ),
    candidate.map((one) => (d: Draft) => park(d, one)),
    candidate.map((one) => (d: Draft) => takeOut(d, one)),
  );
  const drafts = fc.array(step).map((steps) => steps.reduce((d, take) => take(d), emptyDraft('A')));

  it('nobody is in two lists or twice in one', () => {
    fc.assert(
      fc.property(drafts, ({ ranking, last, parked }) => {
        const everyone = [...ranking, ...last, ...parked];
        expect(new Set(everyone).size).toBe(everyone.length);
      }),
    );
  });

  it('somebody on the ballot gets the number asked for, and the others keep their order', () => {
    fc.assert(
      fc.property(drafts, candidate, anywhere, (before, one, number) => {
        fc.pre(ballotOf(before).includes(one));
        const after = ballotOf(moveToNumber(before, one, number));
        const ballot = ballotOf(before);
        expect(after.indexOf(one) + 1).toBe(Math.min(Math.max(number, 1), ballot.length));
        const without = (list: readonly number[]) => list.filter((other) => other !== one);
        expect(without(after)).toEqual(without(ballot));
      }),
    );
  });
});
