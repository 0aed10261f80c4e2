import { describe, expect, it } from 'vitest';
import { blocksOf, inView } from '../../src/ui/sheet/window';
import { written } from '../../src/ui/sheet/written';

describe('what of a large sheet is on the page', () => {
  it('is what is in view and a few more on either side', () => {
    expect(inView(500, 44, 0, 600, 4)).toEqual({ from: 0, to: 18 });
    expect(inView(500, 44, 4400, 600, 4)).toEqual({ from: 96, to: 118 });
    expect(inView(500, 44, 21_900, 600, 4)).toEqual({ from: 493, to: 500 });
    expect(inView(3, 44, -20, 600, 4)).toEqual({ from: 0, to: 3 });
    expect(inView(10, 44, 99_999, 600, 4)).toEqual({ from: 10, to: 10 });
  });

  it('is parted into even blocks for paper', () => {
    expect(blocksOf(25, 10)).toEqual([
      { from: 0, to: 8 },
      { from: 8, to: 17 },
      { from: 17, to: 25 },
    ]);
    expect(blocksOf(10, 10)).toEqual([{ from: 0, to: 10 }]);
    expect(blocksOf(0, 10)).toEqual([]);
  });

  it('is written out row by row', async () => {
    expect(await written([['a', 'b'], ['c']], (cells) => `${cells.join('+')};`)).toBe('a+b;c;');
  });
});
