import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrders, type OrderChange } from '../../src/election/compare-orders';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { groupOrders, standingIn, takeTurns } from '../../src/election/orders';
import { election } from '../ui/election';

const words = ({ kind, candidate, before, after }: OrderChange): string =>
  `${candidate} ${kind} ${before ?? '-'}>${after ?? '-'}`;

describe('comparing two orders', () => {
  it.each([
    ['the same', [1, 2], [1, 2], ['1 same 1>1', '2 same 2>2']],
    ['one to the top', [1, 2, 3], [3, 1, 2], ['3 up 3>1', '1 shifted 1>2', '2 shifted 2>3']],
    ['one to the bottom', [1, 2, 3], [2, 3, 1], ['2 shifted 2>1', '3 shifted 3>2', '1 down 1>3']],
    ['one in between', [1, 2, 3], [1, 4, 2, 3], ['1 same 1>1', '4 added ->2', '2 shifted 2>3', '3 shifted 3>4']],
    ['one left out', [1, 2, 3], [1, 3], ['1 same 1>1', '3 shifted 3>2', '2 left-out 2>-']],
    ['neighbours changed round', [1, 2], [2, 1], ['2 up 2>1', '1 shifted 1>2']],
    ['two changed round, one left out', [1, 2, 3], [3, 2], ['3 up 3>1', '2 same 2>2', '1 left-out 1>-']],
    ['one far, one near', [1, 2, 3], [3, 1], ['3 up 3>1', '1 shifted 1>2', '2 left-out 2>-']],
    ['nobody in common', [1], [2], ['2 added ->1', '1 left-out 1>-']],
    ['nobody at all', [], [], []],
  ])('%s', (_, before, after, expected) => expect(compareOrders(before, after).map(words)).toEqual(expected));

  const order = fc.uniqueArray(fc.nat({ max: 9 }));

  it('says where everyone was and is, once', () => {
    fc.assert(
      fc.property(order, order, (before, after) => {
        const changes = compareOrders(before, after);
        expect(changes.map(({ candidate }) => candidate)).toEqual([...new Set([...after, ...before])]);
        for (const { candidate, before: was, after: is } of changes) {
          expect(was).toBe(before.includes(candidate) ? before.indexOf(candidate) + 1 : null);
          expect(is).toBe(after.includes(candidate) ? after.indexOf(candidate) + 1 : null);
        }
      }),
    );
  });

  it('those merely shifted keep their order among themselves', () => {
    fc.assert(
      fc.property(order, order, (before, after) => {
        const shifted = compareOrders(before, after).flatMap(({ kind, candidate }) =>
          kind === 'shifted' ? [candidate] : [],
        );
        expect(shifted).toEqual(before.filter((candidate) => shifted.includes(candidate)));
      }),
    );
  });
});

describe('two orders in turn', () => {
  it.each([
    [
      [1, 2],
      [3, 4],
      [1, 3, 2, 4],
    ],
    [[1], [2, 3, 4], [1, 2, 3, 4]],
    [
      [1, 2, 3],
      [2, 4],
      [1, 2, 4, 3],
    ],
    [[], [1], [1]],
    [[], [], []],
  ])('%j and %j', (first, second, expected) => expect(takeTurns(first, second)).toEqual(expected));
});

describe('published orders', () => {
  it('are listed by slate, those for anyone last', () => {
    expect(groupOrders(election).map(({ slate, alone }) => [slate, alone.map(({ title }) => title)])).toEqual([
      [1, ['Riverside leaflet']],
      [null, ['Everyone’s friend']],
    ]);
    const [first, ...others] = groupOrders(nec2020);
    expect(first?.slate).toBe(0);
    expect(others.flatMap(({ alone }) => alone)).toHaveLength(nec2020.orders.length - 1 - 2);
  });

  it('of the same people are put together: regional or rotated ones', () => {
    const [leaflet] = election.orders;
    if (leaflet === undefined) throw new Error('the election has no orders');
    const north = { ...leaflet, title: 'North', order: [1, 2, 6] };
    const short = { ...leaflet, title: 'Short', order: [6, 1] };
    const [group] = groupOrders({ slates: election.slates, orders: [leaflet, short, north] });
    expect(group?.alone).toEqual([short]);
    expect(group?.rotated).toEqual([[leaflet, north]]);
  });

  it('leave out who has withdrawn', () => expect(standingIn(election, [4, 0])).toEqual([0]));
});
