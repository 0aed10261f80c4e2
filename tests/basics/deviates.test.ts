import { describe, expect, it } from 'vitest';
import { gamma, normal } from '../../src/basics/deviates';
import { seededRandom, type Random } from '../../src/basics/random';

const draws = 40_000;
const drawn = (draw: (random: Random) => number, seed: string): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: draws }, () => draw(random)).sort((a, b) => a - b);
};

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const moment = (values: readonly number[], power: number): number => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** power));
};

/** Kolmogorov and Smirnov's distance to a distribution, times the root of the number of draws. */
const distance = (sorted: readonly number[], chanceBelow: (x: number) => number): number =>
  Math.sqrt(sorted.length) *
  Math.max(
    ...sorted.map((x, i) =>
      Math.max(Math.abs(chanceBelow(x) - i / sorted.length), Math.abs(chanceBelow(x) - (i + 1) / sorted.length)),
    ),
  );
/** One fair sample in a thousand is farther off. */
const far = 1.95;

describe('normal numbers', () => {
  const values = drawn(normal, 'normal');

  it('have mean 0, variance 1, no skew and kurtosis 3', () => {
    const error = 3.3 / Math.sqrt(draws);
    expect(Math.abs(mean(values))).toBeLessThan(error);
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(error * Math.sqrt(2));
    expect(Math.abs(moment(values, 3))).toBeLessThan(error * Math.sqrt(15));
    expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(error * Math.sqrt(96));
  });

  it('fall below the well-known quantiles as often as they should', () => {
    for (const [quantile, chance] of [
      [-3.090232, 0.001],
      [-1.959964, 0.025],
      [-0.6744898, 0.25],
      [0, 0.5],
      [0.8416212, 0.8],
      [1.644854, 0.95],
      [2.575829, 0.995],
    ] as const) {
      const below = values.filter((value) => value < quantile).length;
      const error = Math.sqrt((chance * (1 - chance)) / draws);
      expect(Math.abs(below / draws - chance)).toBeLessThan(3.3 * error);
    }
  });
});

describe('gamma numbers', () => {
  it.each([0.1, 0.5, 1, 2, 7.5, 100, 1e6])('of shape %d have that mean and variance', (shape) => {
    const values = drawn((random) => gamma(shape, random), `gamma/${shape}`);
    expect(values.every((value) => value >= 0)).toBe(true);
    expect(Math.abs(mean(values) - shape)).toBeLessThan(3.3 * Math.sqrt(shape / draws));
    // The fourth central moment of a gamma is 3 shape^2 + 6 shape.
    const error = Math.sqrt((2 * shape * shape + 6 * shape) / draws);
    expect(Math.abs(moment(values, 2) - shape)).toBeLessThan(3.3 * error);
  });

  it('of whole shapes are spread as sums of exponential ones: closed forms', () => {
    for (const shape of [1, 2, 5]) {
      const above = (x: number): number => {
        let [term, sum] = [1, 1];
        for (let n = 1; n < shape; n++) sum += term *= x / n;
        return sum * Math.exp(-x);
      };
      const values = drawn((random) => gamma(shape, random), `closed/${shape}`);
      expect(distance(values, (x) => 1 - above(x))).toBeLessThan(far);
    }
  });

  it('of shape 1/2 are half the squares of normal ones', () => {
    const values = drawn((random) => gamma(0.5, random), 'half');
    // Quantiles of chi-squared with one degree of freedom.
    for (const [quantile, chance] of [
      [0.0157908, 0.1],
      [0.4549364, 0.5],
      [2.705543, 0.9],
      [6.634897, 0.99],
    ] as const) {
      const below = values.filter((value) => 2 * value < quantile).length;
      expect(Math.abs(below / draws - chance)).toBeLessThan(3.3 * Math.sqrt((chance * (1 - chance)) / draws));
    }
  });

  it('need a shape above 0', () => {
    for (const shape of [0, -1, NaN, Infinity]) {
      expect(() => gamma(shape, seededRandom('none'))).toThrow(/shape above 0/);
    }
  });
});

it('the same seed gives the same numbers', () => {
  expect(drawn(normal, 'same')).toEqual(drawn(normal, 'same'));
  const random = seededRandom('written down');
  // Written down when first drawn: a change would change every turnout whose runs differ.
  expect([normal(random), gamma(3, random), gamma(0.3, random)]).toMatchInlineSnapshot(`
    [
      2.292710143744463,
      5.211617948650004,
      0.014601567812095088,
    ]
  `);
});
