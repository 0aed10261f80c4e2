import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVotes } from '../../src/basics/decimal';
import { count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import { cfer } from '../../src/count/rules/cfer';
import { contestOf } from '../support/contests';
import { droopOrder, droopStages, printedStages } from '../support/droop';
import { readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('the Californian draft, subdivision by subdivision', () => {
  it('(a)(2): the threshold disregards any fraction: 677 ballots and 7 offices make 85', () => {
    const result = count(contestOf(7, 8, ['677: 0 1 2 3 4 5 6 7']), cfer, lots);
    expect(formatVotes(result.quota ?? 0n, result)).toBe('85.00000');
  });

  it('(g): all surpluses of a round move in it, and whoever reaches the threshold meanwhile still receives', () => {
    // Threshold 11 of 40. 0 (20) has 9 over, 1 (13) has 2 over; both go to 2, who passes 11 with the first.
    const result = count(contestOf(3, 5, ['20: 0 2', '13: 1 2 3', '4: 2', '3: 3']), cfer, lots);
    const [, surpluses] = result.stages;
    expect(surpluses).toMatchObject({ kind: 'surplus', of: [0, 1], because: { order: 'all-at-once' } });
    expect(surpluses?.tallies.map((tally) => formatVotes(tally, result))).toEqual([
      '11.00000',
      '11.00000',
      '14.99992', // 4 + 20 x 0.45 + 13 x 0.15384
      '3.00000',
      '0.00000',
    ]);
    expect(surpluses?.elected).toMatchObject([{ candidate: 2, afterTransfer: 1 }]);
  });

  it('(i)(1): when a defeat leaves as many as the offices no paper moves', () => {
    const result = count(contestOf(2, 3, ['10: 0', '6: 1 2', '5: 2 1']), cfer, lots);
    expect(result.stages.at(-1)).toMatchObject({ excluded: [2] });
    expect(result.stages.flatMap(({ kind }) => (kind === 'exclusion' ? [kind] : []))).toEqual([]);
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const reference = join(data ?? '.', 'cases/droop-reference');
const ending = '-cfer-fixed-p5-d5.dump.tsv';
const dumps = (folder: string): string[] =>
  data === null
    ? []
    : readdirSync(join(reference, folder)).flatMap((f) => (f.endsWith(ending) ? [join(folder, f)] : []));

describe.runIf(data !== null)('against droop with its fractional threshold, every tally of every round', () => {
  const asDroop: TransferRule = { ...cfer, quota: 'droop-next-decimal' };

  it.each([...dumps('.'), ...dumps('cfer')])('%s', (dump) => {
    const blt = join(reference, dump.replace(ending, '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, asDroop, droopOrder(blt, contest));
    // The surpluses of a round move in no order that matters, so its end is compared.
    expect(printedStages(result, contest, 5, 'stage')).toEqual(droopStages(join(reference, dump), 'stage'));
  });
});
