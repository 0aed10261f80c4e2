import { expect, it } from 'vitest';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { choiceOf, followingPart, followsFor, orderChoices, shareOf } from '../../src/turnout/printed-orders';

const unlisted = { ...nec2020, orders: [] };
const kinds = (slate: number | null) => orderChoices(nec2020, slate).map(({ kind }) => kind);

it('offers every slate the same, and the names of a slate only to a bloc that leans to it', () => {
  const published = nec2020.orders.map(() => 'published');
  expect(kinds(null)).toEqual(['none', ...published]);
  for (const slate of nec2020.slates.keys()) expect(kinds(slate)).toEqual(['none', ...published, 'rotated']);
  expect(orderChoices(unlisted, 0).map(({ kind }) => kind)).toEqual(['none', 'paper', 'rotated']);
});

it('knows a choice again by its orders, whatever part follows them', () => {
  for (const election of [nec2020, unlisted]) {
    for (const choice of orderChoices(election, 1)) {
      const follows = followsFor(choice, [], election, 1);
      expect(choiceOf(shareOf(follows, 0.3), election, 1)).toEqual(choice);
      expect(followingPart(follows)).toBeCloseTo(choice.kind === 'none' ? 0 : 0.5, 12);
    }
  }
  const odd = [{ order: [3, 1], part: 0.2 }];
  expect(choiceOf(odd, nec2020, 1)).toEqual({ kind: 'as-set', follows: odd });
});

it('keeps the part that follows when the order is changed', () => {
  const [, first] = orderChoices(nec2020, 0);
  if (first === undefined) throw new Error('no order');
  const before = shareOf(followsFor({ kind: 'rotated' }, [], nec2020, 0), 0.2);
  expect(followingPart(followsFor(first, before, nec2020, 0))).toBeCloseTo(0.2, 12);
});

it('shares a part out as it was shared before, or equally', () => {
  const orders = [
    { order: [0], part: 0.3 },
    { order: [1], part: 0.1 },
  ];
  expect(shareOf(orders, 0.8).map(({ part }) => part)).toEqual([expect.closeTo(0.6), expect.closeTo(0.2)]);
  expect(shareOf(shareOf(orders, 0), 0.8).map(({ part }) => part)).toEqual([0.4, 0.4]);
});
