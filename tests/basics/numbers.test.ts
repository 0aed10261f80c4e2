import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDecimal, formatGrouped, unitsPerVote } from '../../src/basics/decimal';
import {
  add,
  compare,
  equal,
  fraction,
  multiply,
  one,
  subtract,
  toNumber,
  zero,
  type Fraction,
} from '../../src/basics/fraction';

describe('decimals', () => {
  it.each([
    [0n, 2, '0.00', '0.00'],
    [5n, 2, '0.05', '0.05'],
    [1295490n, 2, '12954.90', '12,954.90'],
    [-1295490n, 2, '-12954.90', '-12,954.90'],
    [123456789012n, 5, '1234567.89012', '1,234,567.89012'],
    [1234n, 0, '1234', '1,234'],
    [999n, 0, '999', '999'],
  ])('%s units at %s places', (units, decimals, plain, grouped) => {
    expect(formatDecimal(units, decimals)).toBe(plain);
    expect(formatGrouped(units, { vote: unitsPerVote(decimals), places: decimals })).toBe(grouped);
  });

  it('keep every digit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(12), (units, decimals) => {
        const text = formatDecimal(units, decimals);
        expect(BigInt(text.replace('.', ''))).toBe(units);
        expect(formatGrouped(units, { vote: unitsPerVote(decimals), places: decimals }).replaceAll(',', '')).toBe(text);
      }),
      { seed: 2020 },
    );
    expect(unitsPerVote(5)).toBe(100000n);
  });
});

describe('fractions', () => {
  const fractions = fc
    .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: -1000n, max: 1000n }))
    .filter(([, denominator]) => denominator !== 0n)
    .map(([numerator, denominator]) => fraction(numerator, denominator));
  type Property = (a: Fraction, b: Fraction, c: Fraction) => void;
  const check = (property: Property): void =>
    fc.assert(fc.property(fractions, fractions, fractions, property), { seed: 2020 });

  it('are in lowest terms over a positive denominator', () => {
    expect(fraction(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(fraction(0n, -7n)).toEqual(zero);
    expect(() => fraction(1n, 0n)).toThrow('1/0 has no value');
  });

  it('obey the laws of arithmetic exactly', () => {
    check((a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(multiply(a, one)).toEqual(a);
      expect(equal(a, b)).toBe(compare(a, b) === 0);
      expect(Math.sign(toNumber(a) - toNumber(b))).toBe(compare(a, b));
    });
  });

  it('become numbers even when their parts are past the range of a double', () => {
    expect(toNumber(fraction(10n ** 400n + 1n, 3n * 10n ** 400n))).toBeCloseTo(1 / 3, 14);
  });
});
