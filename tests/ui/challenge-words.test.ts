import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { findRule } from '../../src/count/rules/rules';
import { brokenPromise } from '../../src/slate/broken-promise';
import { contestOf, counted } from '../../src/slate/challenge/case';
import { ballotLines, brokenSentence, placesFor, searchText, stageRows } from '../../src/ui/slate-room/challenge-words';
import { contestOf as contestFrom } from '../support/contests';

describe('stages of a small count', () => {
  it('have every vote as it is, without zeros at the end of decimals', () => {
    const rule = findRule('scottish-2007');
    if (rule === null) throw new Error('there is no such rule');
    const contest = contestFrom(1, 3, ['10: 0', '8: 1', '2: 2 1']);
    const made = count(contest, rule, { kind: 'listed', order: [0, 1, 2] });
    const rows = stageRows(made, placesFor([made]));
    expect(rows.map(({ votes }) => votes)).toEqual([
      ['10', '8', '2'],
      ['10', '10', '0'],
      ['10', '0', '0'],
    ]);
  });
});

describe('decimals of a small count', () => {
  const counted = (ballots: string[]) => {
    const rule = findRule('scottish-2007');
    if (rule === null) throw new Error('there is no such rule');
    return count(contestFrom(2, 4, ballots), rule, { kind: 'listed', order: [0, 1, 2, 3] });
  };

  it('are two where that tells apart whoever is not level, and else as many as do', () => {
    expect(placesFor([counted(['10: 0 1', '3: 2', '2: 3'])])).toBe(2);
    // The extra votes of 0 come at 0.666: three of them are 1.998 beside the two votes of 2.
    expect(placesFor([counted(['3: 0 1', '1997: 0', '2: 2'])])).toBe(3);
  });
});

describe('ballots of a small election', () => {
  it('that are alike stand together, but for the voter who goes on', () => {
    const election = { seats: 1, candidateCount: 3, slate: [] };
    const ballots = [
      { copies: 1, preferences: [0, 1] },
      { copies: 3, preferences: [0, 1] },
      { copies: 2, preferences: [2] },
      { copies: 1, preferences: [0, 1] },
    ];
    expect(ballotLines({ ...election, ballots }, null)).toEqual(['5 × A B', '2 × C']);
    expect(ballotLines({ ...election, ballots }, 0)).toEqual(['1 × A B, the voter who goes on', '4 × A B', '2 × C']);
  });
});

describe('a search', () => {
  it('says how it stands, and of a case found whether it is as small as it goes', () => {
    const election = brokenPromise('excludes-by-number');
    if (election === null) throw new Error('there is no such election');
    const found = { ...election, change: { kind: 'one-more', candidate: 0 } } as const;
    const at = { tried: 250, elections: 100, found: null, leftOut: null };
    expect(
      [
        { ...at, kind: 'done' } as const,
        { ...at, kind: 'stopped' } as const,
        { ...at, kind: 'running', found, leftOut: 0.5 } as const,
        { ...at, kind: 'stopped', found, leftOut: 0.5 } as const,
        { ...at, kind: 'done', found } as const,
      ].map(searchText),
    ).toEqual([
      'Not found: 250 changes tried in 100 made-up elections. A search proves nothing: what is rare can be missed.',
      'Stopped: 250 changes tried in 100 made-up elections, nothing found.',
      'Found; leaving out what is not needed to show it …',
      'Found after 250 changes tried in 100 made-up elections; stopped before it was as small as it goes.',
      'Found after 250 changes tried in 100 made-up elections.',
    ]);
  });
});

describe('a rule without a promise', () => {
  it('is said to, with what a slate wins by it and by another', () => {
    const election = brokenPromise('papers-gain');
    const counts = ['senate-au', 'scottish-2007'].map((id) => {
      const rule = findRule(id);
      const made = election && rule && counted(contestOf(election), rule);
      if (!made) throw new Error(`not counted by ${id}`);
      return { name: made.rule.name, count: made };
    });
    expect(election && brokenSentence(election, { papers: 22, quotas: 2 }, counts)).toBe(
      '22 of 42 ballots, 2 quotas, rank A, B and C before anyone else. Australian Senate (2021): 1 seat. Scottish council elections (2007): 2 seats.',
    );
  });
});
