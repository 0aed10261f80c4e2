import { apportion } from '../basics/apportion';
import { isZero, toNumber, type Fraction } from '../basics/fraction';

/** Whole pence in the proportions given, summing to `total`; all to the first part where every part is nothing. */
export function wholePence(total: number, parts: readonly Fraction[]): number[] {
  if (parts.every(isZero)) return parts.map((_, i) => (i === 0 ? total : 0));
  return apportion(total, parts.map(toNumber));
}
