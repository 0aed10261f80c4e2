import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../src/election/sort-rows';
import { ballotAt, packBallots } from '../../src/election/ballots';
import { contests } from '../support/contests';

describe('sorted rows', () => {
  it('are the same ballots, those side by side that begin alike', () => {
    fc.assert(
      fc.property(contests, ({ contest, ballots }) => {
        const { ballots: sorted } = sortRows(contest.ballots, contest.candidateCount);
        const rows = Array.from(sorted.copies, (_, row) => ballotAt(sorted, row));
        const nameAt = (preferences: readonly number[], at: number): number => preferences[at] ?? -1;
        const beginnings = rows.map(({ preferences }) => `${nameAt(preferences, 0)} ${nameAt(preferences, 1)}`);
        for (const beginning of new Set(beginnings)) {
          const first = beginnings.indexOf(beginning);
          const many = beginnings.filter((one) => one === beginning).length;
          expect(beginnings.slice(first, first + many)).toEqual(new Array<string>(many).fill(beginning));
        }
        rows.forEach(({ preferences }, row) => {
          const said = sorted.alike?.[row] ?? 0;
          expect(said).toBeLessThanOrEqual(preferences.length);
          expect(preferences.slice(0, said)).toEqual(rows[row - 1]?.preferences.slice(0, said) ?? []);
          if (row > 0 && beginnings[row] === beginnings[row - 1]) expect(said).toBe(Math.min(2, preferences.length));
        });
        const asLines = (some: readonly { readonly copies: number; readonly preferences: readonly number[] }[]) =>
          some.map(({ copies, preferences }) => `${copies}: ${preferences.join(' ')}`).sort();
        expect(asLines(rows)).toEqual(asLines(ballots));
        expect(contest.ballots).toEqual(packBallots(ballots, contest.candidateCount));
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});
