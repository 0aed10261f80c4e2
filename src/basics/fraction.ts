import { greatestCommonDivisor } from './common-divisor';

/** Exact fractions, kept in lowest terms with a denominator above zero. For following one ballot, never in hot loops. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

export function fraction(numerator: bigint, denominator: bigint = 1n): Fraction {
  if (denominator === 0n) throw new Error(`fraction ${numerator}/0 has no value`);
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.denominator === b.denominator) return fraction(a.numerator + b.numerator, a.denominator);
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

/** Cancelled crosswise before multiplying: with long fractions that is several times quicker than after. */
export function multiply(a: Fraction, b: Fraction): Fraction {
  if (a.numerator === 0n || b.numerator === 0n) return zero;
  const first = reduced(a.numerator, b.denominator);
  const second = reduced(b.numerator, a.denominator);
  return { numerator: first[0] * second[0], denominator: first[1] * second[1] };
}

function reduced(numerator: bigint, denominator: bigint): [bigint, bigint] {
  if (denominator === 1n) return [numerator, denominator];
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n ? [numerator, denominator] : [numerator / divisor, denominator / divisor];
}

/** Below zero, zero or above zero as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const equal = (a: Fraction, b: Fraction): boolean =>
  a.numerator === b.numerator && a.denominator === b.denominator;

export const isZero = (a: Fraction): boolean => a.numerator === 0n;

/** The nearest double; for pictures only. */
export function toNumber(a: Fraction): number {
  const whole = a.numerator / a.denominator;
  const rest = a.numerator % a.denominator;
  // Scaled to 15 digits first: the parts of a long fraction can each be past the range of a double.
  return Number(whole) + Number((rest * 10n ** 15n) / a.denominator) / 1e15;
}
