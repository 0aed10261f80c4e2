import { expect, test } from 'vitest';
import { seededRandom } from '../../src/basics/random';
import { lengthAt, lengthsFor, meanLength, stopping, type Lengths } from '../../src/turnout/length';

/** Chance of each number of names, from 1. */
const chances = (lengths: Lengths): number[] =>
  Array.from(lengths.upTo, (sum, i) => (sum - (lengths.upTo[i - 1] ?? 0)) / 2 ** 32);

test('at: so many names, or all there are', () => {
  expect(chances(lengthsFor(stopping({ kind: 'at', names: 2 }), 3, 4))).toEqual([0, 1, 0, 0]);
  expect(chances(lengthsFor(stopping({ kind: 'at', names: 9 }), 3, 4))).toEqual([0, 0, 0, 1]);
});

test('between: every number equally likely, cut to the names there are', () => {
  const lengths = lengthsFor(stopping({ kind: 'between', from: 2, to: 9 }), 3, 5);
  expect(chances(lengths)).toEqual([0, 0.25, 0.25, 0.25, 0.25]);
  expect(meanLength(lengths)).toBe(3.5);
});

test('own-slate: all own names, then on by chance', () => {
  const lengths = lengthsFor(stopping({ kind: 'own-slate', thenOn: 0.5 }), 3, 6);
  expect(chances(lengths)).toEqual([0, 0, 0.5, 0.25, 0.125, 0.125]);
  expect(meanLength(lengths)).toBeCloseTo(3 * 0.5 + 4 * 0.25 + 5 * 0.125 + 6 * 0.125, 12);
});

test('own-slate of a voter with no slate: at least one name', () => {
  expect(chances(lengthsFor(stopping({ kind: 'own-slate', thenOn: 0 }), 0, 3))).toEqual([1, 0, 0]);
});

test('while: one name, then on by chance, to the end where that is certain', () => {
  expect(chances(lengthsFor(stopping({ kind: 'while', thenOn: 0.25 }), 3, 3))).toEqual([0.75, 0.1875, 0.0625]);
  expect(meanLength(lengthsFor(stopping({ kind: 'while', thenOn: 1 }), 3, 8))).toBe(8);
});

test('all, and several ways of stopping by their parts', () => {
  const length = [
    { part: 3, stop: { kind: 'at', names: 1 } },
    { part: 0, stop: { kind: 'at', names: 2 } },
    { part: 1, stop: { kind: 'all' } },
  ] as const;
  const lengths = lengthsFor(length, 2, 4);
  expect(chances(lengths)).toEqual([0.75, 0, 0, 0.25]);
  expect(meanLength(lengths)).toBe(1.75);
});

test('parts whose sum is not exact in binary still leave no draw without a length', () => {
  const thirds = [1, 2, 3].map((names) => ({ part: 0.1, stop: { kind: 'at', names } as const }));
  const lengths = lengthsFor(thirds, 1, 6);
  expect(lengthAt(lengths, 2 ** 32 - 1)).toBe(3);
  expect(lengthAt(lengths, 0)).toBe(1);
});

test('draws find the lengths in proportion', () => {
  const lengths = lengthsFor(stopping({ kind: 'while', thenOn: 0.6 }), 1, 5);
  const random = seededRandom('lengths');
  const counts = [0, 0, 0, 0, 0];
  const n = 50_000;
  for (let i = 0; i < n; i++) {
    const names = lengthAt(lengths, random.uint32());
    counts[names - 1] = (counts[names - 1] ?? 0) + 1;
  }
  const statistic = chances(lengths).reduce((sum, p, i) => sum + ((counts[i] ?? 0) - n * p) ** 2 / (n * p), 0);
  expect(statistic).toBeLessThan(4 + 4 * Math.sqrt(8));
});
