import type { Sums } from './tally';

/** How often something came about, and what that says of how likely it is. */
export interface Chance {
  readonly times: number;
  readonly of: number;
  /** times / of; 0 where nothing was counted. */
  readonly chance: number;
  /** The sampling error: in 95 of 100 ensembles the true chance is between these (Wilson 1927). */
  readonly low: number;
  readonly high: number;
}

/** A mean and its standard error: two times in three the true mean is no farther off. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}

/** The normal quantile of 97.5 %. */
const z = 1.959963984540054;

export function chanceOf(times: number, of: number): Chance {
  if (of === 0) return { times, of, chance: 0, low: 0, high: 1 };
  const part = times / of;
  const whole = 1 + (z * z) / of;
  const middle = (part + (z * z) / (2 * of)) / whole;
  const half = (z / whole) * Math.sqrt((part * (1 - part)) / of + (z * z) / (4 * of * of));
  // At the ends the interval reaches the end exactly; computed, it can miss it by a last digit.
  const low = times === 0 ? 0 : Math.max(0, middle - half);
  const high = times === of ? 1 : Math.min(1, middle + half);
  return { times, of, chance: part, low, high };
}

/** Of `of` values with these sums, in units of which `unit` make one. The error is 0 where it cannot be known. */
export function meanOf({ sum, squares }: Sums, of: number, unit = 1): Mean {
  if (of === 0) return { mean: 0, error: 0 };
  const mean = sum / of;
  const variance = of === 1 ? 0 : Math.max(0, squares - sum * mean) / (of - 1);
  return { mean: mean / unit, error: Math.sqrt(variance / of) / unit };
}
