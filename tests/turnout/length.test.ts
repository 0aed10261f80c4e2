import { expect, test } from 'vitest';
import { seededRandom } from '../../src/basics/random';
import { drawLength, lengthsFor, meanLength, type Lengths } from '../../src/turnout/length';

function drawn(lengths: Lengths, times: number): number[] {
  const random = seededRandom('lengths');
  const counts: number[] = Array.from({ length: lengths.most + 1 }, () => 0);
  for (let i = 0; i < times; i++) {
    const length = drawLength(lengths, random);
    counts[length] = (counts[length] ?? 0) + 1;
  }
  return counts.map((n) => n / times);
}

test('between: every number equally likely, cut to the names there are', () => {
  const lengths = lengthsFor({ kind: 'between', from: 2, to: 9 }, 3, 5);
  expect(lengths).toEqual({ from: 2, to: 5, thenOn: 0, most: 5 });
  drawn(lengths, 40_000).forEach((part, names) => expect(part).toBeCloseTo(names < 2 ? 0 : 0.25, 1));
  expect(meanLength(lengths)).toBe(3.5);
});

test('own-slate: all own names, then on by chance', () => {
  const lengths = lengthsFor({ kind: 'own-slate', thenOn: 0.5 }, 3, 6);
  const expected = [0, 0, 0, 0.5, 0.25, 0.125, 0.125];
  drawn(lengths, 80_000).forEach((part, names) => expect(Math.abs(part - (expected[names] ?? 0))).toBeLessThan(0.006));
  expect(meanLength(lengths)).toBeCloseTo(3 * 0.5 + 4 * 0.25 + 5 * 0.125 + 6 * 0.125, 12);
});

test('own-slate of a voter with no slate: at least one name', () => {
  expect(lengthsFor({ kind: 'own-slate', thenOn: 0 }, 0, 6)).toEqual({ from: 1, to: 1, thenOn: 0, most: 6 });
});

test('while: one name, then on by chance, to the end where that is certain', () => {
  const lengths = lengthsFor({ kind: 'while', thenOn: 0.25 }, 3, 8);
  expect(drawn(lengths, 40_000)[1]).toBeCloseTo(0.75, 1);
  const all = lengthsFor({ kind: 'while', thenOn: 1 }, 3, 8);
  expect(drawn(all, 100)[8]).toBe(1);
  expect(meanLength(all)).toBe(8);
});
