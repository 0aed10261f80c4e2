import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotAt, packBallots, skippedPreference, type Ballot, type Ballots } from '../../src/election/ballots';
import { groupBallots } from '../../src/election/group-ballots';
import { contests, contestsWithEquals } from '../support/contests';

const rowsOf = (ballots: Ballots): Ballot[] => Array.from(ballots.copies, (_, row) => ballotAt(ballots, row));
const inCommon = (a: readonly number[], b: readonly number[]): number => {
  const differ = b.findIndex((name, place) => name !== a[place]);
  return differ < 0 ? b.length : differ;
};

/** The ballots as text, equal ones added up. */
function addedUp(ballots: readonly Ballot[]): Record<string, number> {
  const papers: Record<string, number> = {};
  for (const { copies, preferences } of ballots) {
    papers[preferences.join()] = (papers[preferences.join()] ?? 0) + copies;
  }
  return papers;
}

function expectGrouped(ballots: readonly Ballot[], candidateCount: number): void {
  const grouped = groupBallots(packBallots(ballots, candidateCount), candidateCount);
  const rows = rowsOf(grouped);
  expect(addedUp(rows)).toEqual(addedUp(ballots));
  expect(new Set(rows.map(({ preferences }) => preferences.join())).size).toBe(rows.length);
  const common = rows.map(({ preferences }, row) => inCommon(rows[row - 1]?.preferences ?? [], preferences));
  expect([...(grouped.alike ?? [])]).toEqual(common);
  // Whatever rows have in common, those between them have too.
  const seen = new Set<string>();
  rows.forEach(({ preferences }, row) => {
    for (let length = (common[row] ?? 0) + 1; length <= preferences.length; length++) {
      const beginning = preferences.slice(0, length).join();
      expect(seen.has(beginning)).toBe(false);
      seen.add(beginning);
    }
  });
}

describe('grouped ballots', () => {
  it('are the same ballots, equal ones in one row and those that begin alike side by side', () => {
    const drawn = fc.property(contests, ({ contest, ballots }) => expectGrouped(ballots, contest.candidateCount));
    fc.assert(drawn, { numRuns: 200, seed: 7 });
  });

  it('are so too where many begin alike, and with more candidates than bytes', () => {
    for (const candidateCount of [3, 300, 700]) {
      const name = fc.oneof(fc.nat({ max: 2 }), fc.nat({ max: candidateCount - 1 }), fc.constant(skippedPreference));
      const ballot = fc.record({
        copies: fc.integer({ min: 1, max: 9 }),
        preferences: fc.array(name, { maxLength: 9 }),
      });
      const ballots = fc.array(ballot, { maxLength: 200, size: 'max' });
      fc.assert(
        fc.property(ballots, (some) => expectGrouped(some, candidateCount)),
        { numRuns: 50, seed: 8 },
      );
    }
  });

  it('leave what they are made of as it was, and made again are the same', () => {
    const drawn = fc.property(contests, ({ contest: { ballots: given, candidateCount }, ballots }) => {
      const grouped = groupBallots(given, candidateCount);
      expect(given).toEqual(packBallots(ballots, candidateCount));
      expect(groupBallots(grouped, candidateCount)).toEqual(grouped);
    });
    fc.assert(drawn, { seed: 9 });
  });

  it('are two rows where one could not say how many papers they are', () => {
    const preferences = [1, 0];
    const many = packBallots(
      [
        { copies: 2 ** 31, preferences },
        { copies: 2 ** 31, preferences },
      ],
      2,
    );
    expect([...groupBallots(many, 2).copies]).toEqual([2 ** 31, 2 ** 31]);
  });

  it('say of very long papers only so much', () => {
    const long = Array.from({ length: 300 }, (_, name) => name);
    const { alike } = groupBallots(
      packBallots(
        [long, [...long, 301]].map((preferences) => ({ copies: 1, preferences })),
        400,
      ),
      400,
    );
    expect([...(alike ?? [])]).toEqual([0, 255]);
  });

  it('stay as they are where somebody is ranked equal', () => {
    const drawn = fc.property(contestsWithEquals, ({ contest: { ballots, candidateCount } }) => {
      fc.pre(ballots.joined !== null);
      expect(groupBallots(ballots, candidateCount)).toBe(ballots);
    });
    fc.assert(drawn, { numRuns: 20, seed: 10 });
  });
});
