import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../src/election/sort-rows';
import { ballotAt, packBallots, skippedPreference } from '../../src/election/ballots';
import { contests } from '../support/contests';

describe('sorted rows', () => {
  it('are the same ballots, those side by side that begin alike', () => {
    fc.assert(
      fc.property(contests, ({ contest, ballots }) => {
        const { ballots: sorted } = sortRows(contest.ballots, contest.candidateCount);
        const rows = Array.from(sorted.copies, (_, row) => ballotAt(sorted, row));
        const nameAt = (preferences: readonly number[], at: number): number => preferences[at] ?? skippedPreference;
        const beginnings = rows.map(({ preferences }) => `${nameAt(preferences, 0)} ${nameAt(preferences, 1)}`);
        for (const beginning of new Set(beginnings)) {
          const first = beginnings.indexOf(beginning);
          const many = beginnings.filter((one) => one === beginning).length;
          expect(beginnings.slice(first, first + many)).toEqual(new Array<string>(many).fill(beginning));
        }
        const asLines = (some: readonly { readonly copies: number; readonly preferences: readonly number[] }[]) =>
          some.map(({ copies, preferences }) => `${copies}: ${preferences.join(' ')}`).sort();
        expect(asLines(rows)).toEqual(asLines(ballots));
        expect(contest.ballots).toEqual(packBallots(ballots, contest.candidateCount));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
