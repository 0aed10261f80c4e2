import { describe, expect, test } from 'vitest';
import { packBallots, skippedPreference } from '../../../src/election/ballots';
import { firstPreferences, namesOn, readPapers, thinned, type Papers } from '../../../src/turnout/fit/papers';
import { electionOf } from '../../support/fits';

const election = electionOf(4);
const written = (papers: Papers): string[] =>
  Array.from(papers.weights, (weight, i) => `${weight}: ${[...namesOn(papers, i)].join(' ')}`);

describe('papers', () => {
  test('are put together and sorted, whatever the order of the rows', () => {
    const rows = [
      { copies: 2, preferences: [1, 0] },
      { copies: 1, preferences: [0] },
      { copies: 3, preferences: [1, 0] },
    ];
    const papers = readPapers(election, packBallots(rows, 4));
    expect(written(papers)).toEqual(['1: 0', '5: 1 0']);
    expect(papers.total).toBe(6);
    expect(readPapers(election, packBallots(rows.toReversed(), 4))).toEqual(papers);
  });

  test('leave out who withdrew, close up skipped numbers, and pass over names written twice', () => {
    const candidates = election.candidates.map((each, id) => ({ ...each, withdrawn: id === 2 }));
    const papers = readPapers(
      { candidates },
      packBallots(
        [
          { copies: 1, preferences: [2, skippedPreference, 1] },
          { copies: 1, preferences: [1, 3, 1, 0] },
          { copies: 4, preferences: [2] },
          { copies: 5, preferences: [] },
        ],
        4,
      ),
    );
    expect(written(papers)).toEqual(['1: 1', '1: 1 3 0']);
    expect(papers.empty).toBe(9);
  });

  test('ranking names equal count half one way round and half the other', () => {
    const papers = readPapers(
      election,
      packBallots(
        [
          { copies: 1, preferences: [3, 0, 1, 2], joined: [2, 3] },
          { copies: 2, preferences: [3, 0] },
        ],
        4,
      ),
    );
    expect(written(papers)).toEqual(['2: 3 0', '0.5: 3 0 1 2', '0.5: 3 2 1 0']);
    expect(papers.total).toBe(3);
  });

  test('thinned out, stand for as many in about the same shares', () => {
    const rows = Array.from({ length: 1000 }, (_, i) => ({
      copies: 1 + (i % 7),
      preferences: [i % 4, (i + 1 + (i % 3)) % 4],
    }));
    const papers = readPapers(election, packBallots(rows, 4));
    const few = thinned(papers, 100);
    expect(few.total).toBeCloseTo(papers.total, 6);
    const before = firstPreferences(papers, 4);
    firstPreferences(few, 4).forEach((count, id) => {
      expect(Math.abs(count - (before[id] ?? 0)) / papers.total).toBeLessThan(0.011);
    });
    expect(thinned(papers, papers.total)).toBe(papers);
  });
});
