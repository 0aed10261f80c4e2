import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotsOf, dotWith, layoutDots, nearestDot, runsPerDot, type RunsAlike } from '../../src/picture/dots-layout';

const alike = (seats: number, runs: readonly number[]): RunsAlike => ({ seats: [seats], runs });
const ends = [alike(2, [1, 4, 7]), alike(3, [2]), alike(2, [3, 5, 6, 8])];

describe('how many runs a dot stands for', () => {
  it.each([
    [1, 1],
    [100, 1],
    [101, 2],
    [201, 5],
    [1_000, 10],
    [1_001, 20],
    [100_000, 1_000],
  ])('%i runs: %i', (runs, perDot) => expect(runsPerDot(runs)).toBe(perDot));
});

describe('dots', () => {
  it('are a run each, stack by stack, those that ended alike together', () => {
    const dots = dotsOf(ends, 0, 1);
    expect(dots.map(({ seats, place, run }) => [seats, place, run])).toEqual([
      [2, 0, 1],
      [2, 1, 4],
      [2, 2, 7],
      [2, 3, 3],
      [2, 4, 5],
      [2, 5, 6],
      [2, 6, 8],
      [3, 0, 2],
    ]);
  });

  it('stand for several runs, the last of a stack for fewer, and open the middle one', () => {
    expect(dotsOf(ends, 0, 5)).toEqual([
      { seats: 2, place: 0, runs: 5, run: 7 }, // of 1, 4, 7, 3, 5
      { seats: 2, place: 1, runs: 2, run: 6 },
      { seats: 3, place: 0, runs: 1, run: 2 },
    ]);
  });

  const runs = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 300 }).map((seats) =>
    [0, 1, 2, 3, 4, 5].map((wanted) =>
      alike(
        wanted,
        [...seats.keys()].filter((i) => seats[i] === wanted),
      ),
    ),
  );

  it('stand for every run once, and each run is found in the dot that stands for it', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 20 }), (ends, perDot) => {
        const dots = dotsOf(ends, 0, perDot);
        const count = ends.reduce((sum, { runs }) => sum + runs.length, 0);
        expect(dots.reduce((sum, { runs }) => sum + runs, 0)).toBe(count);
        expect(dots.every((dot) => dot.runs <= perDot)).toBe(true);
        dots.forEach(({ run }, i) => expect(dotWith(run, ends, 0, dots)).toBe(i));
        for (let run = 1; run <= count; run++) {
          const dot = dots[dotWith(run, ends, 0, dots)];
          expect(ends.find(({ runs }) => runs.includes(run))?.seats[0]).toBe(dot?.seats);
        }
      }),
    );
  });

  it('has no dot for a run that there is not', () => expect(dotWith(9, ends, 0, dotsOf(ends, 0, 1))).toBe(-1));
});

describe('where dots go', () => {
  const box = { width: 320, height: 64 };

  it('is inside the box, within their own stack, and no two overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 2, max: 12 }), (most, stacks) => {
        const full = dotsOf([alike(stacks - 1, [...Array(most).keys()])], 0, 1);
        const { dots, radius } = layoutDots(full, { most, stacks, ...box });
        const half = box.width / stacks / 2;
        for (const { x, y } of dots) {
          expect(y).toBeGreaterThanOrEqual(radius);
          expect(y).toBeLessThanOrEqual(box.height - radius);
          expect(Math.abs(x - (stacks - 0.5) * 2 * half)).toBeLessThanOrEqual(half - radius);
        }
        const apart = dots.flatMap((a, i) => dots.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
        expect(Math.min(...apart, Infinity)).toBeGreaterThan(2 * radius);
      }),
      { numRuns: 30 },
    );
  });

  it('is where a finger finds the nearest', () => {
    const dots = dotsOf(ends, 0, 1);
    const layout = layoutDots(dots, { most: 8, stacks: 4, ...box });
    layout.dots.forEach(({ x, y }, i) => expect(nearestDot(layout, x + 1, y - 1, 5)).toBe(i));
    expect(nearestDot(layout, 319, 0, 400)).toBe(7);
    expect(nearestDot(layout, 319, 0, 20)).toBe(-1);
    expect(nearestDot(layoutDots([], { most: 8, stacks: 4, ...box }), 1, 1, 400)).toBe(-1);
  });
});
