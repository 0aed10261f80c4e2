import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fraction } from '../../src/basics/fraction';
import { divisionOf, keptOf, passedOn } from '../../src/count/keep/divide';
import type { KeepRule, Rule, TransferRule } from '../../src/count/rule';
import { ers97 } from '../../src/count/rules/ers97';
import { gregory } from '../../src/count/rules/gregory';
import { hare } from '../../src/count/rules/hare';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { meekNz } from '../../src/count/rules/meek-nz';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { warren } from '../../src/count/rules/warren';
import { wigm } from '../../src/count/rules/wigm';
import type { KeepFate } from '../../src/count/stage';
import { courseOf, Example, row, votes } from '../support/worked-example';

/* As worked-examples.test.ts, from a society's booklet, programs' reference counts, Wikipedia and papers. */

describe('ERS97’s model election, and Algorithm 123 on papers made for it', () => {
  // http://www.rosenstiel.co.uk/stvrules/model.htm (first two stages read). Papers: https://github.com/loomio/loomio,
  // test/fixtures/files/stv/ers97.blt, from https://yingtongli.me/blog/2021/01/04/ers97.html; their author has withdrawn
  // them, since later stages do not fit the booklet's own sheet. So nothing after the second stage is compared.
  const example = new Example(
    'Smith Carpenter Wright Glazier Duke Prince Baron Abbot Vicar Monk Freeman',
    6,
    `35: Smith Carpenter, 3: Smith Wright Vicar, 11: Smith Wright Prince, 5: Smith Wright Baron, 6: Smith Wright Abbot,
     20: Smith Glazier, 7: Smith Glazier Vicar, 4: Smith Glazier Freeman, 8: Smith Duke, 4: Smith Abbot,
     1: Smith Monk Duke Baron, 1: Smith Monk Vicar, 18: Smith Freeman, 11: Smith, 81: Carpenter,
     23: Wright Smith Carpenter, 2: Wright Smith Carpenter Baron, 1: Wright Smith Carpenter Abbot, 1: Wright Smith,
     3: Glazier Smith Wright Baron, 1: Glazier Abbot, 11: Glazier Duke Prince, 3: Glazier Carpenter,
     5: Glazier Carpenter Freeman, 1: Glazier Wright, 105: Duke, 91: Prince, 64: Baron, 5: Abbot, 42: Abbot Vicar,
     12: Abbot Baron, 55: Vicar, 2: Monk Duke, 5: Monk Abbot, 14: Monk Vicar, 2: Monk Smith Freeman, 90: Freeman`,
  );

  it('ERS97: quota, and Smith’s surplus of 26.42 on 123 papers at 0.21', () => {
    const result = example.count(ers97);
    expect([result.validBallots, votes(result, result.quota, 2)]).toEqual([753, '107.58']);
    expect(result.stages[0]?.elected).toMatchObject([{ candidate: 0, because: { vote: 13_400n } }]);
    expect(result.stages[1]?.transfers[0]).toMatchObject({
      fate: { surplus: 2_642n },
      papers: [{ papers: 134, transferable: 123, valueAfter: fraction(21n, 100n) }],
      lossByFraction: 59n,
    });
  });

  it('Algorithm 123: what has stopped, once all surpluses have been shared', () => {
    // https://github.com/loomio/loomio, test/fixtures/files/stv/ers97_meek_reference.csv: stages 1, 2, 4, 6, 9 and 11 as
    // OpenTally counts them; their votes and quotas are in meek-programs.test.ts.
    const stopped = (rule: KeepRule): string[] => {
      const result = example.count(rule);
      return [1, 2, 4, 6, 9, 11].map((stage) => votes(result, result.stages[stage - 1]?.nonTransferable, 2));
    };
    expect(stopped(meek1987)).toEqual(['0.00', '2.20', '4.31', '22.05', '41.96', '242.02']);
    // Printed 41.95 and 242.01: its iterations end sooner than ours, at less than 0.000001 of a vote, but not as soon as
    // at 0.01.
    expect(stopped({ ...meek1987, surplusBelow: 2 }).slice(4)).toEqual(['41.94', '241.99']);
  });
});

describe('New Zealand', () => {
  it('Cargill ward, Dunedin, 2004: order of election, and keep values of the ninth iteration', () => {
    // Ballots made to fit the published iterations, and figures of these: https://github.com/AndrewConway/ConcreteSTV,
    // nzmeek/tests/synthetic_Cargill2004.stv and nzmeek/src/lib.rs. The sheet itself was not seen.
    const example = new Example(
      'Galer Guest Hall Holman Hudson McDonald McMullan Oaten Stevenson Young',
      3,
      readFileSync(join(import.meta.dirname, '../fixtures/worked-examples/cargill-2004.txt'), 'utf8')
        .trim()
        .replaceAll('\n', ','),
    );
    const result = example.count(meekNz);
    expect(example.winners(result)).toBe('Stevenson Hudson Guest');

    // Seven iterations after the first preferences, the eighth, elect Hudson; the ninth begins with new keep values.
    const before = result.stages[7];
    const fates = result.stages.slice(0, 8).flatMap(({ transfers }) => transfers.map(({ fate }) => fate));
    expect(fates.reduce((sum, fate) => sum + (fate.kind === 'keep-values' ? fate.iterations : 0), 1)).toBe(8);
    const { keep } = fates.at(-1) as KeepFate;
    const up = (a: bigint, b: bigint): bigint => (a + b - 1n) / b;
    const passing = ['Stevenson', 'Hudson'].map((name) => {
      const id = example.idOf(name);
      const product = up((keep[id] ?? 0n) * (before?.quota ?? 0n), result.vote);
      return Number(result.vote - up(product * result.vote, before?.tallies[id] ?? 1n));
    });
    expect(passing).toEqual([308_948_430, 59_775_757]);
    // A paper that passes through both was counted as 0.018467626; clause 10, rounding up, has ...627.
    const left = passing.reduce((left, part) => {
      const kept = keptOf('meek-kept-up', left, 1e9 - part, 1e9);
      return passedOn('meek-kept-up', left, 1e9 - part, kept, 1e9);
    }, 1e9);
    expect(left).toBe(18_467_626);
  });
});

describe('Wikipedia’s examples', () => {
  // The stages as https://github.com/julien-boudry/Condorcet records them (Tests, SingleTransferableVoteTest.php), of those
  // still in the count. The fractions of the French article and of "Hagenbach-Bischoff quota" are in wigm.test.ts.
  const whole: TransferRule = { ...wigm, quota: 'droop-integer', reaching: 'at-quota', lastExclusion: 'stop' };

  it.each<[string, Rule, Example, string, readonly string[], string]>([
    [
      'Single_transferable_vote',
      whole,
      new Example(
        'Orange Pear Chocolate Strawberry Hamburger',
        3,
        '4: Orange, 2: Pear Orange, 8: Chocolate Strawberry, 4: Chocolate Hamburger, 1: Strawberry, 1: Hamburger',
      ),
      '6.00',
      ['4.00 2.00 12.00 1.00 1.00', '4.00 2.00 6.00 5.00 3.00', '6.00 0.00 6.00 5.00 3.00'],
      'Chocolate Orange Strawberry',
    ],
    [
      'Schulze_STV',
      whole,
      new Example(
        'Andrea Brad Carter',
        2,
        '12: Andrea Brad Carter, 38: Andrea Carter Brad, 13: Carter Andrea Brad, 27: Brad',
      ),
      '31.00',
      ['50.00 27.00 13.00', '31.00 31.56 27.44'],
      'Andrea Brad',
    ],
    [
      // Also https://github.com/pjcdawkins/DrooPHP, wikipedia-counting_stv.blt. First preferences and elected only.
      'Counting_single_transferable_votes',
      whole,
      new Example(
        'Andrea Brad Carter Delilah',
        2,
        '16: Andrea Brad Carter Delilah, 24: Andrea Carter Brad Delilah, 17: Delilah Andrea Brad Carter',
      ),
      '20.00',
      ['40.00 0.00 0.00 17.00'],
      'Andrea Carter',
    ],
    [
      'Hare_quota',
      hare,
      new Example('Andrea Carter Brad', 2, '60: Andrea Carter, 14: Carter, 26: Brad'),
      '50.00',
      ['60.00 14.00 26.00', '50.00 24.00 26.00'],
      'Andrea Brad',
    ],
    [
      'CPO-STV (its count by plain STV; 25 votes suffice)',
      { ...wigm, reaching: 'at-quota', lastExclusion: 'stop' },
      new Example(
        'Andrea Brad Carter Delilah Scott',
        3,
        '25: Andrea, 34: Carter Brad Delilah, 7: Brad Delilah, 8: Delilah Brad, 5: Delilah Scott, 21: Scott Delilah',
      ),
      '25.00',
      ['25.00 7.00 34.00 13.00 21.00', '25.00 16.00 25.00 13.00 21.00', '25.00 24.00 25.00 0.00 26.00'],
      'Carter Andrea Scott',
    ],
    [
      'it: Voto_singolo_trasferibile',
      whole,
      new Example('A B C D', 3, '40: A D, 10: B A, 5: B C, 25: C B, 20: D B'),
      '26.00',
      [],
      'A D C',
    ],
  ])('%s', (_, rule, example, quota, rows, winners) => {
    const result = example.count(rule);
    expect(votes(result, result.quota, 2)).toBe(quota);
    expect(rows.map((_, i) => row(result, i + 1, 2))).toEqual(rows);
    expect(example.winners(result)).toBe(winners);
  });
});

describe('a primer and a paper', () => {
  it('a conceptual primer on STV: one set of ballots for Gregory by the last parcel and for all papers', () => {
    // https://yingtongli.me/blog/2022/06/16/stv-primer-5.html and -6.html, as far as read.
    const example = new Example(
      'D1 D2 C1 C2 F',
      3,
      '21: D1 D2 F C1 C2, 19: D2 D1 F C1 C2, 40: C1 C2 F D1 D2, 6: C2 C1 F D1 D2, 7: F D1 D2 C1 C2, 6: F D1 C1 C2 D2, 1: F D1',
    );
    for (const [rule, of] of [
      [gregory, fraction(13n)],
      [{ ...wigm, quota: 'droop-integer', reaching: 'at-quota' }, fraction(35n)],
    ] as const) {
      const result = example.count(rule);
      expect(votes(result, result.quota, 3)).toBe('26.000');
      expect(courseOf(example, result).slice(0, 3)).toEqual(['surplus C1', 'exclusion F', 'surplus D1']);
      expect(row(result, 3, 3)).toBe('35.000 19.000 26.000 20.000 0.000');
      expect(result.stages[3]?.transfers[0]?.fate).toMatchObject({ sharing: { surplus: fraction(9n), of } });
    }
  });

  it('Hill, "Meek or Warren counting": A keeps 1/2 and B 1/3', () => {
    // http://www.mcdougall.org.uk/VM/ISSUE1/P5.HTM. In sixths of a vote nothing is rounded.
    const shares = (rule: KeepRule): number[] => {
      const division = divisionOf(rule);
      const a = keptOf(division, 6, 3, 6);
      const left = passedOn(division, 6, 3, a, 6);
      const b = keptOf(division, left, 2, 6);
      return [a, b, passedOn(division, left, 2, b, 6)];
    };
    expect(shares(meekPrf)).toEqual([3, 1, 2]); // 1/2, 1/6, 1/3
    expect(shares(warren)).toEqual([3, 2, 1]); // 1/2, 1/3, 1/6
  });
});
