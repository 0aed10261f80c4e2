/**
 * Splits a whole number in proportion to weights by largest remainder: parts are whole, add up to `total`, and each
 * is within one of its exact share. Equal remainders go to the earlier part. All weights 0: all parts 0.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((before, weight) => before + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let missing = total - parts.reduce((before, part) => before + part, 0);
  const byRemainder = exact
    .map((value, part) => ({ part, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.part - b.part);
  for (const { part } of byRemainder) {
    if (missing <= 0) break;
    parts[part] = (parts[part] ?? 0) + 1;
    missing--;
  }
  return parts;
}
