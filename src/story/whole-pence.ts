import { toNumber, type Fraction } from '../basics/fraction';

/** Whole pence in the proportions given, summing to `total`: the largest remainders are rounded up. */
export function apportion(total: number, parts: readonly Fraction[]): number[] {
  const weights = parts.map(toNumber);
  const all = weights.reduce((a, b) => a + b, 0);
  if (all === 0) return weights.map((_, i) => (i === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / all);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder.slice(0, left)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
