import { describe, expect, it } from 'vitest';
import { differenceEnd, layoutChance, layoutDifference } from '../../src/picture/interval-layout';

it('puts a chance and its interval on a line from 0 to 100', () => {
  expect(layoutChance({ chance: 0.5, low: 0.25, high: 0.75 })).toEqual({ point: 50, from: 25, to: 75 });
});

describe('differences', () => {
  it.each([
    [[], 1, 1],
    [[{ mean: -0.3, within: 0.1 }], 0.1, 0.5],
    [[{ mean: 3, within: 1 }], 1, 5],
    [
      [
        { mean: 12, within: 1 },
        { mean: -2, within: 30 },
      ],
      1,
      50,
    ],
    [[{ mean: 0.08, within: 0.02 }], 0.01, 0.1],
  ])('of %j go on a line that ends at a round number', (differences, least, end) => {
    expect(differenceEnd(differences, least)).toBeCloseTo(end, 12);
  });

  it('have 0 in the middle and stay on the line', () => {
    expect(layoutDifference({ mean: 0, within: 5 }, 10)).toEqual({ point: 50, from: 25, to: 75 });
    expect(layoutDifference({ mean: -8, within: 5 }, 10)).toEqual({ point: 10, from: 0, to: 35 });
  });
});
