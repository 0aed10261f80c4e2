import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { rules } from '../../src/count/rules/rules';
import { scottish2007 } from '../../src/count/rules/scottish-2007';
import { chaptersOf, chapterWords, placeWords } from '../../src/story/chapters';
import { flowsOver, gainsOver } from '../../src/story/flows';
import { rowPlaces, shownRows, standingsOver } from '../../src/story/standings';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'chapters' } as const;
const names = smallNames(8);
// Quota 61. Donald 2, then Eve 4, then Frank 7 go out one after another; two ballots name nobody else.
const contest = contestOf(1, 6, ['50: 0', '40: 1 0', '17: 2 1', '1: 3 0', '1: 3', '4: 4 2', '6: 5 1', '1: 5']);
const result = count(contest, scottish2007, lots);

describe('chapters', () => {
  it('fold small exclusions in a row, and say who went out and how many votes moved', () => {
    expect(result.stages.map(({ kind, of }) => [kind, of])).toEqual([
      ['first-preferences', []],
      ['exclusion', [3]],
      ['exclusion', [4]],
      ['exclusion', [5]],
      ['exclusion', [2]],
    ]);
    const [chapter, ...others] = chaptersOf(result, new Set());
    expect([chapter, others]).toEqual([{ first: 2, last: 4 }, []]);
    expect(chapterWords(result, { first: 2, last: 4 }, names)).toEqual({
      title: 'Three candidates with the fewest votes go out',
      sentences: [
        'One stage after another: Donald, Eve and Frank.',
        '13 votes move; 2 of them stop. Nobody is elected.',
      ],
    });
    expect(chapterWords(result, { first: 2, last: 2 }, names).sentences[1]).toBe(
      '2 votes move; 1 of them stops. Nobody is elected.',
    );
    const nobodys = count(contestOf(1, 6, ['50: 0', '40: 1 0', '17: 2 1', '1: 3 2']), scottish2007, lots);
    expect(chapterWords(nobodys, { first: 2, last: 3 }, names).sentences[1]).toBe('No vote moves. Nobody is elected.');
    expect(placeWords({ first: 2, last: 4 }, 5)).toBe('Stages 2 to 4 of 5');
    expect(placeWords({ first: 3, last: 3 }, 5)).toBe('Stage 3 of 5');
  });

  it('leave out the stages at which the own vote moves', () => {
    expect(chaptersOf(result, new Set([2]))).toEqual([{ first: 3, last: 4 }]);
    expect(chaptersOf(result, new Set([3]))).toEqual([]);
  });

  it('leave out those who do not have the fewest votes of all', () => {
    const [first, second, third, ...rest] = result.stages;
    if (first === undefined || second === undefined || third?.because.kind !== 'lowest')
      throw new Error('no exclusion');
    const chaptersWith = (because: typeof third.because | { readonly kind: 'doomed' }) =>
      chaptersOf({ ...result, stages: [first, second, { ...third, because }, ...rest] }, new Set());
    expect(chaptersWith(third.because)).toEqual([{ first: 2, last: 4 }]);
    expect(chaptersWith({ ...third.because, spared: [2] })).toEqual([]);
    expect(chaptersWith({ kind: 'doomed' })).toEqual([]);
  });

  it('hold nothing but exclusions in which nobody is elected or level, under every rule', () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), (drawn, rule) => {
        fc.pre(checkContest(drawn.contest, rule).ok);
        const any = count(drawn.contest, rule, lots);
        for (const { first, last } of chaptersOf(any, new Set())) {
          expect(last).toBeGreaterThan(first);
          const stages = any.stages.slice(first - 1, last);
          for (const { kind, elected, ties } of stages) {
            expect([kind, elected.length, ties.length]).toEqual(['exclusion', 0, 0]);
          }
          const { rows, out } = standingsOver(any, { first, last });
          const leaving = rows.filter(({ status }) => status === 'excluded').map(({ candidate }) => candidate);
          expect(leaving).toEqual(stages.flatMap(({ excluded }) => excluded));
          expect(rows.length + out.length + drawn.contest.withdrawn.length).toBe(any.candidateCount);
          if (rule.method === 'transfers') {
            // What those still in gained in it is what they have more than before.
            const before = any.stages[first - 2]?.tallies ?? [];
            const after = any.stages[last - 1]?.tallies ?? [];
            gainsOver(any, { first, last }).forEach((gain, candidate) => {
              if (!leaving.includes(candidate)) expect(gain).toBe((after[candidate] ?? 0n) - (before[candidate] ?? 0n));
            });
            const lost = leaving.reduce((sum, candidate) => sum + (before[candidate] ?? 0n), 0n);
            const { top, others, stopped, cut } = flowsOver(any, { first, last });
            expect(top.reduce((sum, { gain }) => sum + gain, others.gain) + stopped + cut).toBe(lost);
          }
        }
      }),
      { numRuns: 300, seed: 2020 },
    );
  });
});

describe('the rows shown', () => {
  it('are as many at every stage until fewer are left, with the elected, the own holders and those leaving among them', () => {
    const many = count(
      contestOf(2, 8, ['30: 0 1', '20: 1', '12: 2', '9: 3', '8: 4', '7: 5', '6: 6', '5: 7']),
      scottish2007,
      lots,
    );
    expect(rowPlaces(many)).toBe(8);
    const { rows } = standingsOver(many, { first: 3, last: 3 });
    const { shown, more } = shownRows(rows, 4, (candidate) => candidate === 6);
    expect(shown).toHaveLength(4);
    expect([...shown, ...more].map(({ candidate }) => candidate).sort()).toEqual(
      rows.map(({ candidate }) => candidate).sort(),
    );
    expect(shown.map(({ candidate }) => candidate)).toContain(6);
    for (const row of rows) if (row.status !== 'continuing') expect(shown).toContain(row);
  });

  it('keep their places while stages of a chapter go by', () => {
    const at = (stage: number) =>
      standingsOver(result, { first: stage, last: stage }, 2)
        .rows.filter(({ status }) => status === 'continuing')
        .map(({ candidate }) => candidate);
    const first = at(2);
    for (const stage of [3, 4]) expect(at(stage)).toEqual(first.filter((candidate) => at(stage).includes(candidate)));
  });
});
