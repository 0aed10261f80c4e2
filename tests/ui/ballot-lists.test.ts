import { describe, expect, it } from 'vitest';
import { numberAt, placeIn, withCandidateAt, type BallotLists } from '../../src/ui/ballot/ballot-lists';
import { rowsPast } from '../../src/ui/ballot/drop-place';

const lists: BallotLists = Object.freeze({ ranking: [3, 1, 4], last: [5, 9], pool: [2, 6] });

describe('the lists of a ballot', () => {
  it('know where a candidate is, and the number that goes with it', () => {
    expect(placeIn(lists, 4)).toEqual({ list: 'ranking', index: 2 });
    expect(placeIn(lists, 6)).toEqual({ list: 'pool', index: 1 });
    expect([1, 9, 2].map((candidate) => numberAt(lists, placeIn(lists, candidate)))).toEqual([2, 5, null]);
  });

  it('take one from where it is to another place', () => {
    expect(withCandidateAt(lists, 3, { list: 'ranking', index: 2 })).toEqual({ ...lists, ranking: [1, 4, 3] });
    expect(withCandidateAt(lists, 2, { list: 'last', index: 1 })).toEqual({ ...lists, last: [5, 2, 9], pool: [6] });
  });
});

describe('rowsPast', () => {
  /** Rows of these heights, one under the other but for a gap of 56 px. */
  function rowsOf(heights: readonly number[], gapAt: number): HTMLElement[] {
    const list = document.createElement('ol');
    list.dataset['list'] = 'ranking';
    let top = 0;
    return heights.map((offsetHeight, at) => {
      if (at === gapAt) top += 56;
      const row = document.createElement('li');
      Object.defineProperties(row, { offsetTop: { value: top }, offsetHeight: { value: offsetHeight } });
      top += offsetHeight;
      list.append(row);
      return row;
    });
  }

  it('over the middle of a row takes its place, from above and from below', () => {
    const rows = rowsOf([56, 56, 56, 56], 1); // gap at 56 to 112
    const gap = { index: 1, height: 56 };
    expect(rowsPast(rows, 84, gap)).toBe(1);
    expect(rowsPast(rows, 140, gap)).toBe(2);
    expect(rowsPast(rows, 28, gap)).toBe(0);
    expect(rowsPast(rows, 999, gap)).toBe(4);
  });

  it('then stays there, whatever the heights of the rows', () => {
    for (const height of [40, 56, 80, 240]) {
      const heights = [56, 56, height, 56];
      for (let y = 0; y < 500; y += 3) {
        for (let index = 0; index <= 4; index++) {
          const to = rowsPast(rowsOf(heights, index), y, { index, height: 56 });
          expect(rowsPast(rowsOf(heights, to), y, { index: to, height: 56 })).toBe(to);
        }
      }
    }
  });

  it('in an empty list is the first place', () => {
    expect(rowsPast([], 300)).toBe(0);
  });
});
