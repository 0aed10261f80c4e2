import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import type { KeepRule } from '../../src/count/rule';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { warren } from '../../src/count/rules/warren';
import { packBallots, skippedPreference } from '../../src/election/ballots';
import { contests, unevenly } from '../support/contests';
import { events, plainPrf } from '../support/plain-meek';
import { paperOrder } from '../support/public-contest';
import { joined, lowBits, lowMask, mostBallots, productDown, productUp } from '../../src/count/keep/arithmetic';

const scales = Array.from({ length: 9 }, (_, i) => 10 ** (i + 1));

function expectProducts(a: number, b: number, scale: number): void {
  const product = BigInt(a) * BigInt(b);
  const down = product / BigInt(scale);
  const up = (product + BigInt(scale) - 1n) / BigInt(scale);
  expect([a, b, scale, productDown(a, b, scale), productUp(a, b, scale)]).toEqual([
    a,
    b,
    scale,
    Number(down),
    Number(up),
  ]);
}

describe('products of parts of a vote', () => {
  it('are those of big integers, for any parts', () => {
    const parts = fc
      .constantFrom(...scales)
      .chain((scale) => fc.tuple(fc.nat({ max: scale }), fc.nat({ max: scale }), fc.constant(scale)));
    fc.assert(
      fc.property(parts, ([a, b, scale]) => expectProducts(a, b, scale)),
      { numRuns: 100_000, seed: 2020 },
    );
  });

  it('are those of big integers where the quotient is whole, or misses it by a single unit', () => {
    // scale = 2^9 x 5^9: a x b is a multiple of it where the two factors share out its primes.
    const near = fc
      .tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(-1, 0, 1),
      )
      .map(([twos, fives, m, n, by]) => {
        const a = 2 ** twos * 5 ** fives;
        const b = 1e9 / a;
        const first = a * (1 + (m % b));
        const second = b * (1 + (n % a)) + by;
        return [Math.min(first, 1e9), Math.min(Math.max(second, 0), 1e9)] as const;
      });
    fc.assert(
      fc.property(near, ([a, b]) => expectProducts(a, b, 1e9)),
      { numRuns: 100_000, seed: 2020 },
    );
  });

  it('are those of big integers at and next to the extremes', () => {
    for (const scale of scales) {
      const ends = [0, 1, 2, 3, scale / 2, scale - 3, scale - 2, scale - 1, scale];
      for (const a of ends) for (const b of ends) expectProducts(a, b, scale);
    }
  });
});

describe('nine decimals', () => {
  const more = 24;
  const rules: readonly [string, KeepRule][] = [
    ['Meek', meekPrf],
    ['Meek, both parts cut', { ...meekPrf, rounding: 'both-cut' }],
    ['Warren', { ...warren, ties: [], equalPreference: 'stops' }],
  ];

  it.each(rules)(
    'decide as twenty-four do, all figures within a thousandth of a vote: %s',
    (_, rule) => {
      let shared = 0;
      fc.assert(
        fc.property(ranksAll, ({ contest }) => {
          fc.pre(contest.candidateCount - contest.withdrawn.length > contest.seats && checkContest(contest, rule).ok);
          const order = paperOrder(contest);
          const fine = plainPrf(contest, { ...rule, decimals: more }, order.order);
          fc.pre(!tooClose(fine.events));
          const result = count(contest, rule, order);
          const happened = events(result);
          expect(happened.map(({ elected, defeated }) => ({ elected, defeated }))).toEqual(
            fine.events.map(({ elected, defeated }) => ({ elected, defeated })),
          );
          happened.forEach(({ tallies, quota }, i) => {
            const closer = fine.events[i];
            const off = [...tallies, quota ?? 0n].map((units, at) => {
              const exact = [...(closer?.tallies ?? []), closer?.quota ?? 0n][at] ?? 0n;
              return units * 10n ** BigInt(more - rule.decimals) - exact;
            });
            for (const by of off) expect(by < 0n ? -by : by).toBeLessThan(near);
          });
          if (result.stages.some(({ kind }) => kind === 'surplus')) shared += 1;
        }),
        { numRuns: 300, seed: 24 },
      );
      expect(shared).toBeGreaterThan(100); // in so many keep values were at work
    },
    60_000,
  );

  /** Nothing stops, so that the quota stays what it is and no keep value falls towards nothing, which would magnify what is cut. */
  const ranksAll = unevenly(contests).map(({ contest, ballots: some }) => {
    const everyone = Array.from({ length: contest.candidateCount }, (_, id) => id);
    const ballots = some.map(({ copies, preferences }) => {
      const named = preferences.filter((name) => name !== skippedPreference);
      return { copies, preferences: [...named, ...everyone.filter((id) => !named.includes(id))] };
    });
    return { ballots, contest: { ...contest, ballots: packBallots(ballots, contest.candidateCount) } };
  });

  /** A thousandth of a vote, in the finer units. */
  const near = 10n ** BigInt(more - 3);

  /**
   * Whether at any decision two who were not elected yet have votes so near each other or the quota that nine decimals
   * may part what is level or not part what is not.
   */
  function tooClose(all: ReturnType<typeof plainPrf>['events']): boolean {
    const seated = new Set<number>();
    return all.some(({ tallies, quota, elected }) => {
      const compared = tallies.filter((units, candidate) => units > 0n && !seated.has(candidate));
      const sorted = [...compared, quota ?? 0n].sort((a, b) => (a < b ? -1 : 1));
      for (const candidate of elected) seated.add(candidate);
      return sorted.some((units, i) => i > 0 && units - (sorted[i - 1] ?? 0n) < 2n * near);
    });
  }
});

describe('sums of votes', () => {
  it('are exact up to the most ballots there may be, all at the most a part can be', () => {
    const part = 2 ** 30 - 1;
    const papers = mostBallots - 1;
    const low = papers * (part & lowMask);
    const high = papers * (part >> lowBits);
    expect(Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true);
    expect(joined(low, high)).toBe(BigInt(papers) * BigInt(part));
  });
});
