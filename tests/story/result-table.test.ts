import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { rules } from '../../src/count/rules/rules';
import { countToJson } from '../../src/headless/count-json';
import { orderedBy, resultTable } from '../../src/story/result-table';
import { csvLine, sheetTexts, tsvLine } from '../../src/story/result-text';
import { contestOf, contests } from '../support/contests';
import { smallNames } from '../support/small-election';

const lots = { kind: 'seeded', seed: 'sheet' } as const;
const names = smallNames(8);
const ward = contestOf(2, 5, ['14: 0 1', '8: 0 4 3 2', '6: 1', '5: 2 1', '3: 3 2 1', '1: 4 2']);

describe('the result sheet', () => {
  it('has in every cell what the headless count prints, under every rule', () => {
    fc.assert(
      fc.property(contests, fc.constantFrom(...rules), ({ contest }, rule) => {
        fc.pre(checkContest(contest, rule).ok);
        const result = count(contest, rule, lots);
        const shown = names.slice(0, contest.candidateCount);
        const printed = countToJson(result, '', shown);
        const view = { candidates: orderedBy({ by: 'paper' }, result), turned: false };
        const [, ...lines] = [...sheetTexts(resultTable(result, shown), view)];
        const cells = lines.map(([, , ...votes]) => votes);
        expect(cells).toEqual([
          ...shown.map((_, candidate) => printed.stages.map(({ tallies }) => tallies[candidate])),
          printed.stages.map(({ nonTransferable }) => nonTransferable),
          printed.stages.map(({ lossByFraction }) => lossByFraction),
          ...(printed.quota === null ? [] : [printed.stages.map(({ quota }) => quota ?? printed.quota)]),
        ]);
      }),
      { numRuns: 150, seed: 2020 },
    );
  });

  it('turned, has the same cells the other way round', () => {
    for (const rule of rules.filter((one) => checkContest(ward, one).ok)) {
      const result = count(ward, rule, lots);
      const table = resultTable(result, names.slice(0, 5));
      const candidates = orderedBy({ by: 'result' }, result);
      const [head, ...rows] = [...sheetTexts(table, { candidates, turned: false })];
      const [turnedHead, results, ...stages] = [...sheetTexts(table, { candidates, turned: true })];
      expect(turnedHead?.slice(1)).toEqual(rows.map(([name]) => name));
      expect(results?.slice(1)).toEqual(rows.map(([, end]) => end));
      expect(stages.map(([name]) => name)).toEqual(head?.slice(2));
      stages.forEach((cells, i) => expect(cells.slice(1)).toEqual(rows.map((row) => row[i + 2])));
    }
  });

  it('orders candidates by result and by their votes at a stage', () => {
    const rule = rules.find(({ id }) => id === 'scottish-2007');
    if (rule === undefined) throw new Error('no Scottish rule');
    const result = count(ward, rule, lots);
    const ends = resultTable(result, names).candidates.map((line) => line.result);
    const order = orderedBy({ by: 'result' }, result);
    expect(order.map((candidate) => ends[candidate])).toEqual([
      'elected, stage 1',
      'elected, stage 5',
      'out, stage 5',
      'out, stage 4',
      'out, stage 3',
    ]);
    expect(orderedBy({ by: 'votes', stage: 1 }, result)).toEqual([0, 1, 2, 3, 4]);
    expect(orderedBy({ by: 'votes', stage: 3 }, result)).toEqual([0, 1, 2, 4, 3]);
  });

  it('names who withdrew last, and as withdrawn', () => {
    const rule = rules.find(({ id }) => id === 'ers97');
    if (rule === undefined) throw new Error('no ERS97');
    const result = count({ ...ward, withdrawn: [1] }, rule, lots);
    expect(orderedBy({ by: 'result' }, result).at(-1)).toBe(1);
    expect(resultTable(result, names).candidates[1]?.result).toBe('withdrew');
  });

  it('writes commas and quotes so that spreadsheets read them back', () => {
    expect(csvLine(['Smith, "Jo"', 'a\nb', '1.50'])).toBe('"Smith, ""Jo""","a\nb",1.50\r\n');
    expect(tsvLine(['a\tb', 'c\nd', '1'])).toBe('a b\tc d\t1\n');
  });
});
