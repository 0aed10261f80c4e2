import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from '../../src/basics/apportion';

test('gives the whole to the only weight', () => {
  expect(apportion(7, [0, 3, 0])).toEqual([0, 7, 0]);
});

test('gives what is left over to the largest remainders, the earlier of equal ones first', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(10, [37.5, 31.4, 8.5, 22.6])).toEqual([4, 3, 1, 2]);
});

test('gives nothing where nothing has weight', () => {
  expect(apportion(5, [0, 0])).toEqual([0, 0]);
});

test('adds up to the total and keeps every part within one of its exact share', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.nat({ max: 2_000_000 }), weights, (total, given) => {
      const sum = given.reduce((before, weight) => before + weight, 0);
      fc.pre(sum > 1e-6);
      const parts = apportion(total, Object.freeze(given));
      expect(parts.reduce((before, part) => before + part, 0)).toBe(total);
      parts.forEach((part, i) => expect(Math.abs(part - (total * (given[i] ?? 0)) / sum)).toBeLessThan(1 + 1e-6));
    }),
  );
});
