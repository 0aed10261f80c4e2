import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRanges,
  joinRanges,
  missingRanges,
  rangesOf,
  shardRange,
  sharedRanges,
  type RunRange,
} from '../../../src/turnout/ensemble/run-numbers';
import { upTo } from '../../support/ensembles';

const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }));
const listed = (ranges: readonly RunRange[]): number[] =>
  ranges.flatMap(([from, to]) => upTo(to).filter((number) => number >= from));

describe('ranges of runs', () => {
  it('name the same runs in the fewest ranges', () => {
    expect(rangesOf([7, 1, 3, 2, 9, 8])).toEqual([[1, 3], [7, 9]]); // prettier-ignore
    expect(formatRanges([[1, 3], [7, 7]])).toBe('1 to 3, 7'); // prettier-ignore
    fc.assert(
      fc.property(numbers, (some) => {
        expect(listed(rangesOf(some))).toEqual([...some].sort((a, b) => a - b));
      }),
    );
  });

  it('are joined, shared and missing as sets are', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [one, other] = [rangesOf(a), rangesOf(b)];
        expect(joinRanges([...one, ...other])).toEqual(rangesOf([...new Set([...a, ...b])]));
        expect(sharedRanges(one, other)).toEqual(rangesOf(a.filter((number) => b.includes(number))));
        expect(missingRanges(one, 20)).toEqual(rangesOf(upTo(20).filter((number) => !a.includes(number))));
      }),
    );
  });

  it('of shards cover every run once, as evenly as can be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 30 }), (runs, of) => {
        const shards = upTo(of).map((index) => shardRange(runs, index, of));
        const sizes = shards.map((range) => (range === null ? 0 : range[1] - range[0] + 1));
        expect(listed(shards.filter((range) => range !== null))).toEqual(upTo(runs));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
