import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotAt,
  packBallots,
  paperCount,
  papersRankingEqual,
  skippedPreference,
  withBallot,
} from '../../src/election/ballots';
import { checkElection } from '../../src/election/election';
import { rankedEqual } from '../support/contests';
import { smallElection } from '../support/small-election';

describe('packed ballots', () => {
  const ballots = (candidates: number) =>
    fc.array(
      fc
        .record({
          copies: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(2 ** 31, 2 ** 32 - 1)),
          preferences: fc.array(fc.oneof(fc.nat(candidates - 1), fc.constant(skippedPreference)), { maxLength: 12 }),
          bits: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(0xfff) }),
        })
        .map(({ bits, ...paper }) => rankedEqual(paper, bits)),
      { maxLength: 20 },
    );

  it.each([3, 254, 255, 300])('unpack to what was packed, %s candidates', (candidates) => {
    fc.assert(
      fc.property(ballots(candidates), (all) => {
        const packed = packBallots(all, candidates);
        expect(all.map((_, row) => ballotAt(packed, row))).toEqual(all);
        expect(paperCount(packed)).toBe(all.reduce((sum, { copies }) => sum + copies, 0));
        const equal = all.filter(({ joined }) => joined !== undefined);
        expect(packed.joined === null).toBe(equal.length === 0);
        expect(papersRankingEqual(packed)).toBe(equal.reduce((sum, { copies }) => sum + copies, 0));
        const plain = { copies: 2, preferences: [2, skippedPreference, 0] };
        for (const one of [plain, { copies: 1, preferences: [2, 1, 0], joined: [2] }]) {
          expect(withBallot(packed, one)).toEqual(packBallots([...all, one], candidates));
        }
      }),
      { seed: 2020 },
    );
  });
});

describe('checkElection', () => {
  const good = smallElection(4, 2);
  const order = { title: 'Order', publisher: 'P', slate: null, order: [0, 1], source: null };

  it('passes a good one on unchanged', () => {
    expect(checkElection(good)).toEqual({ ok: true, value: good });
  });

  it.each([
    [{ ...good, candidates: [] }, 'no candidates'],
    [{ ...good, seats: 0 }, '1 or more, not 0'],
    [{ ...good, seats: 1.5 }, '1 or more, not 1.5'],
    [{ ...good, candidates: [{ name: ' ', slate: null, withdrawn: false }] }, 'has no name'],
    [{ ...good, candidates: [{ name: 'A', slate: 0, withdrawn: false }] }, 'slate number 1'],
    [{ ...good, orders: [{ ...order, order: [0, 1, 0] }] }, 'names Adam twice'],
    [{ ...good, orders: [{ ...order, order: [9] }] }, 'candidate number 10'],
  ])('refuses what other floors could not bear', (election, message) => {
    const checked = checkElection(election);
    expect(checked.ok ? '' : checked.error.message).toContain(message);
  });
});
