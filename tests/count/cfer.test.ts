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

/** With the optional defeat of several at once, 10059(f) and (k). */
const batches: TransferRule = { ...cfer, exclusion: 'bulk-short-of-quota', deferral: 'when-strictly-safe' };

describe('the Californian draft, 10059(k): several defeated at once, before any surplus moves', () => {
  it('(2) and (3)(C): they stay with all surpluses below the next, and below what the one with most still needs', () => {
    // Threshold 21 of 80; 0 has 1 over; 1 to 3 need 7. 4 + 1 + 1 are fewer than that, and than 11.
    const few = ['22: 0', '14: 1', '14: 2', '14: 3', '11: 4', '4: 5 1', '1: 6 1'];
    const together = count(contestOf(3, 7, few), batches, lots);
    expect(together.stages[1]).toMatchObject({ of: [6, 5], deferral: { candidates: [0] } });
    // 4 + 2 + 1 are not fewer than 7, so only 6 goes: 2 + 1 are, and fewer than 4.
    const more = ['22: 0', '14: 1', '14: 2', '14: 3', '10: 4', '4: 5 1', '2: 6 1'];
    const alone = count(contestOf(3, 7, more), batches, lots);
    expect(alone.stages[1]).toMatchObject({ of: [6], deferral: { candidates: [0] } });
  });

  it('(3): where they could bring somebody to the threshold they go one by one, or after the surplus', () => {
    // Threshold 21 of 80, nobody has it; 0 needs 1. 6 + 4 are fewer than 14, but not than 1, nor is 4 alone.
    const noSurplus = count(contestOf(3, 6, ['20: 0', '18: 1', '18: 2', '14: 3', '6: 4', '4: 5 4']), batches, lots);
    expect(noSurplus.stages[1]).toMatchObject({ of: [5] });
    // Threshold 21 of 81; 0 has 2 over, 1 needs 1: 4 + 2 is more, though fewer than 6.
    const surplus = count(contestOf(3, 6, ['23: 0 5', '20: 1', '15: 2', '13: 3', '7: 4', '3: 5']), batches, lots);
    expect(surplus.stages[1]).toMatchObject({ kind: 'surplus', of: [0] });
  });

  it('(3)(A): with one office left nobody is kept in by it', () => {
    // Threshold 21 of 60: 0 has it; 6 + 4 are not fewer than the 6 that 1 needs, but fewer than 14.
    const result = count(contestOf(2, 5, ['21: 0', '15: 1', '14: 2', '6: 3 2', '4: 4 2']), batches, lots);
    expect(result.stages[1]).toMatchObject({ of: [4, 3] });
  });

  it('(3)(D): without a surplus, their votes but those of the highest of them', () => {
    // Threshold 21 of 80; the first four need 5. 4 + 3 are not fewer, but 3 is.
    const lines = ['16: 0', '16: 1', '16: 2', '16: 3', '9: 4', '4: 5 4', '3: 6 4'];
    const result = count(contestOf(3, 7, lines), batches, lots);
    expect(result.stages[1]).toMatchObject({ of: [6, 5] });
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const reference = join(data ?? '.', 'cases/droop-reference');
const dumps = (folder: string, ending: string): string[] =>
  data === null
    ? []
    : readdirSync(join(reference, folder)).flatMap((f) => (f.endsWith(ending) ? [join(folder, f)] : []));

const both = (ending: string): string[] => [...dumps('.', ending), ...dumps('cfer', ending)];

describe.runIf(data !== null)('against droop with its fractional threshold, every tally of every round', () => {
  const quota = 'droop-next-decimal';

  it.each([
    ...both('-cfer-fixed-p5-d5.dump.tsv').map((dump) => [dump, { ...cfer, quota }] as const),
    ...both('-cfer-batch-fixed-p5-d5.dump.tsv').map((dump) => [dump, { ...batches, quota }] as const),
  ])('%s', (dump, rule) => {
    const blt = join(reference, dump.replace(/-cfer-.*/, '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, rule, droopOrder(blt, contest));
    // The surpluses of a round move in no order that matters, so its end is compared.
    expect(printedStages(result, contest, 5, 'stage')).toEqual(droopStages(join(reference, dump), 'stage'));
  });
});
