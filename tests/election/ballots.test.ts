import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotAt, packBallots, paperCount, skippedPreference, withBallot } from '../../src/election/ballots';
import { checkElection } from '../../src/election/election';
import { smallElection } from '../support/small-election';

describe('packed ballots', () => {
  const ballots = (candidates: number) =>
    fc.array(
      fc.record({
        copies: fc.integer({ min: 1, max: 9 }),
        preferences: fc.array(fc.oneof(fc.nat(candidates - 1), fc.constant(skippedPreference)), { maxLength: 12 }),
      }),
      { maxLength: 20 },
    );

  it.each([3, 254, 255, 300])('unpack to what was packed, %s candidates', (candidates) => {
    fc.assert(
      fc.property(ballots(candidates), (all) => {
        const packed = packBallots(all, candidates);
        expect(all.map((_, row) => ballotAt(packed, row))).toEqual(all);
        expect(paperCount(packed)).toBe(all.reduce((sum, { copies }) => sum + copies, 0));
        const one = { copies: 2, preferences: [2, skippedPreference, 0] };
        const more = withBallot(packed, one);
        expect(more).toEqual(packBallots([...all, one], candidates));
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
