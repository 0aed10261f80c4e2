/*
 * A number and its sampling error as a point on a line with an error bar. Places are in per cent of the line's length,
 * from its beginning.
 */

export interface IntervalLayout {
  readonly point: number;
  readonly from: number;
  readonly to: number;
}

/** A chance from 0 to 1 on a line from 0 to 100 %. */
export const layoutChance = ({
  chance,
  low,
  high,
}: {
  readonly chance: number;
  readonly low: number;
  readonly high: number;
}): IntervalLayout => ({ point: 100 * chance, from: 100 * low, to: 100 * high });

/** A difference, and how far off on either side the true one may be. */
export interface Difference {
  readonly mean: number;
  readonly within: number;
}

/** A round number that no difference of these goes beyond with its error bar: the end of a line whose middle is 0. */
export function differenceEnd(differences: readonly Difference[], least: number): number {
  const farthest = Math.max(least, ...differences.map(({ mean, within }) => Math.abs(mean) + within));
  const ten = 10 ** Math.floor(Math.log10(farthest));
  // Where a power of ten is not exact, the number itself may seem beyond its own tens.
  const digit = [1, 2, 5, 10].find((one) => one * ten >= farthest * (1 - 1e-12)) ?? 10;
  return digit * ten;
}

/** A difference on a line from `-end` to `end`. */
export function layoutDifference({ mean, within }: Difference, end: number): IntervalLayout {
  const place = (value: number): number => 50 + (50 * Math.max(-end, Math.min(end, value))) / end;
  return { point: place(mean), from: place(mean - within), to: place(mean + within) };
}
