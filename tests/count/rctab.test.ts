import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVotes } from '../../src/basics/decimal';
import type { Contest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { packBallots } from '../../src/election/ballots';
import { asRcTab } from '../support/rctab';
import { missingDataNote, sharedData } from '../support/shared-data';

/*
 * RCTab 2.0.0 over the two of its small contests for several seats whose ballots are in the common data format; the
 * Park Board contest is in minneapolis.test.ts. The others are spreadsheets and not read here.
 */

const data = sharedData();
if (data === null) console.info(missingDataNote);
const folder = join(data ?? '.', 'cases/rctab-multiwinner');

interface CommonDataFormat {
  readonly CVR: readonly {
    readonly CVRSnapshot: readonly {
      readonly CVRContest: readonly {
        readonly CVRContestSelection: readonly {
          readonly ContestSelectionId: string;
          readonly SelectionPosition: readonly { readonly HasIndication: string; readonly Rank: number }[];
        }[];
      }[];
    }[];
  }[];
}

interface Report {
  readonly results: readonly { readonly tally: Readonly<Record<string, string>>; readonly threshold: string }[];
}

const read = (name: string, what: string): unknown =>
  JSON.parse(readFileSync(join(folder, name, `${name}_${what}.json`), 'utf8'));

/** Ranks with one mark, in order; RCTab passes over a rank with several, and over one missing rank but not two. */
function preferencesOf(marks: readonly { readonly candidate: number; readonly rank: number }[]): number[] {
  const preferences: number[] = [];
  let last = 0;
  for (const rank of [...new Set(marks.map((mark) => mark.rank))].sort((a, b) => a - b)) {
    if (rank - last > 2) break;
    last = rank;
    const here = marks.filter((mark) => mark.rank === rank).map(({ candidate }) => candidate);
    const [only] = here;
    if (here.length === 1 && only !== undefined && !preferences.includes(only)) preferences.push(only);
  }
  return preferences;
}

function contestOf(name: string, letters: readonly string[]): Contest {
  const { CVR } = read(name, 'cvr') as CommonDataFormat;
  const ballots = CVR.map(({ CVRSnapshot }) => {
    const marks = CVRSnapshot.flatMap(({ CVRContest }) => CVRContest)
      .flatMap(({ CVRContestSelection }) => CVRContestSelection)
      .flatMap(({ ContestSelectionId, SelectionPosition }) =>
        SelectionPosition.filter(({ HasIndication }) => HasIndication === 'yes').map(({ Rank }) => ({
          candidate: letters.indexOf(ContestSelectionId.replace('cs-', '').toUpperCase()),
          rank: Rank,
        })),
      );
    return { copies: 1, preferences: preferencesOf(marks) };
  });
  return { seats: 3, candidateCount: letters.length, withdrawn: [], ballots: packBallots(ballots, letters.length) };
}

describe.runIf(data !== null)('small contests against RCTab 2.0.0, every tally of every round', () => {
  const letters = ['A', 'B', 'C', 'D', 'E', 'F'];

  it.each([
    ['test_set_multi_winner_whole_threshold', asRcTab],
    ['test_set_multi_winner_fractional_threshold', { ...asRcTab, quota: 'droop-next-decimal' }],
  ] as const)('%s', (name, rule) => {
    const { results } = read(name, 'expected_detailed_report') as Report;
    const result = count(contestOf(name, letters), rule, { kind: 'listed', order: [0, 1, 2, 3, 4, 5] });
    const rows = result.stages.map(({ tallies }) =>
      Object.fromEntries(
        tallies.flatMap((tally, id) =>
          tally > 0n ? [[`Candidate ${letters[id] ?? ''} Name`, Number(formatVotes(tally, result))]] : [],
        ),
      ),
    );
    const expected = results.map(({ tally }) =>
      Object.fromEntries(Object.entries(tally).map(([who, votes]) => [who, Number(votes)])),
    );
    expect(rows).toEqual(expected.slice(0, -1)); // its last row moves surpluses after all three are elected
    expect(Number(formatVotes(result.quota ?? 0n, result))).toBe(Number(results[0]?.threshold));
  });
});
