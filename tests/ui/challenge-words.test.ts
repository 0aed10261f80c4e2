import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { findRule } from '../../src/count/rules/rules';
import { brokenPromise } from '../../src/slate/broken-promise';
import { contestOf, counted } from '../../src/slate/challenge/case';
import { brokenSentence, stageRows } from '../../src/ui/slate-room/challenge-words';
import { contestOf as contestFrom } from '../support/contests';

describe('stages of a small count', () => {
  it('have every vote as it is, without zeros at the end of decimals', () => {
    const rule = findRule('scottish-2007');
    if (rule === null) throw new Error('there is no such rule');
    const contest = contestFrom(1, 3, ['10: 0', '8: 1', '2: 2 1']);
    const rows = stageRows(count(contest, rule, { kind: 'listed', order: [0, 1, 2] }));
    expect(rows.map(({ votes }) => votes)).toEqual([
      ['10', '8', '2'],
      ['10', '10', '0'],
      ['10', '0', '0'],
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
