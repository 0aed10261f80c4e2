import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { chapterWith, neighbour, nextWhere, shownAt } from '../../src/ui/stages/stage-walk';
import { contestOf } from '../support/contests';

describe('the way through the stages', () => {
  const folded = [{ first: 2, last: 4 }];

  it('takes a folded chapter as one step, forwards and back', () => {
    expect(neighbour(folded, { first: 1, last: 1 }, 'later', 5)).toBe(3);
    expect(shownAt(folded, 3)).toEqual({ first: 2, last: 4 });
    expect(neighbour(folded, { first: 2, last: 4 }, 'later', 5)).toBe(4);
    expect(neighbour(folded, { first: 5, last: 5 }, 'earlier', 5)).toBe(3);
    expect(neighbour(folded, { first: 2, last: 4 }, 'earlier', 5)).toBe(0);
    expect(neighbour(folded, { first: 1, last: 1 }, 'earlier', 5)).toBeNull();
    expect(neighbour(folded, { first: 5, last: 5 }, 'later', 5)).toBeNull();
  });

  it('goes stage by stage from inside one', () => {
    expect(shownAt(folded, 2)).toEqual({ first: 3, last: 3 });
    expect(neighbour(folded, { first: 3, last: 3 }, 'later', 5)).toBe(3);
    expect(neighbour(folded, { first: 3, last: 3 }, 'earlier', 5)).toBe(1);
    expect(chapterWith(folded, 0)).toBeUndefined();
  });

  it('finds the next stage at which something is so', () => {
    const result = count(contestOf(1, 3, ['5: 0', '3: 1', '2: 2 1']), scottish2007, { kind: 'seeded', seed: 'walk' });
    expect(nextWhere(result, 0, (number) => number > 1)).toBe(1);
    expect(nextWhere(result, 0, () => false)).toBeNull();
  });
});
