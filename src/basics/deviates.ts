import { exp, ln } from './elementary';
import type { Random } from './random';

/**
 * A standard normal number: mean 0, variance 1. Marsaglia's polar method (Marsaglia and Bray 1964); the second number it
 * could give is thrown away, so that nothing is kept between calls.
 */
export function normal(random: Random): number {
  for (;;) {
    const x = 2 * random.unit() - 1;
    const y = 2 * random.unit() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/**
 * A gamma number of this shape (above 0) and scale 1: mean and variance are both `shape`. Marsaglia and Tsang, "A simple
 * method for generating gamma variables" (2000), with their section 6 for shapes below 1: a gamma number of shape + 1
 * times a power of an even one. Very small shapes come out as 0 now and then, as the true number is too small to write.
 */
export function gamma(shape: number, random: Random): number {
  if (!(shape > 0 && shape < Infinity)) throw new Error(`a gamma number needs a shape above 0, not ${shape}`);
  if (shape < 1) {
    const larger = gamma(shape + 1, random);
    return larger * exp(ln(between0And1(random)) / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(between0And1(random)) < (x * x) / 2 + d - d * v + d * ln(v)) return d * v;
  }
}

/** Never 0 or 1: the middle of one of 2^32 equal steps. */
const between0And1 = (random: Random): number => random.unit() + 2 ** -33;
