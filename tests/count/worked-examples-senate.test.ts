import { describe, expect, it } from 'vitest';
import { senateAu } from '../../src/count/rules/senate-au';
import { courseOf, Example, gains, row, votes } from '../support/worked-example';

/* As worked-examples.test.ts: the Australian Senate. */

describe('Australian Senate', () => {
  it('the Electoral Commission’s chart of a count: 8 candidates, 6 places', () => {
    // https://fdocuments.us/document/candidates-the-senate-aecgovau-total-after-count-4-total-after-count-1-total.html (a
    // copy of an aec.gov.au chart). Printed as piles for each count; the ballots fall into all of them.
    const example = new Example(
      'A B C D E F G H',
      6,
      `650: A C E H, 250: A C E G, 10200: A D H, 3001: A G, 900: A H, 2000: B C G, 3500: B D H, 1000: B E H, 7000: B G,
       2500: B H, 500: C G, 2000: D H, 7100: E D G, 1400: E D H, 993: E G, 7330: F C D G, 670: F C G, 5000: F D H, 500: F G,
       4799: G, 8700: H`,
    );
    const result = example.count(senateAu);
    expect([result.validBallots, votes(result, result.quota)]).toEqual([69_993, '10000']);
    expect(courseOf(example, result)).toEqual([
      'surplus B',
      'surplus A',
      'surplus F',
      'exclusion C',
      'surplus E',
      'surplus D',
    ]);
    expect([1, 2, 3, 4].map((stage) => row(result, stage))).toEqual([
      '15001 16000 500 2000 9493 13500 4799 8700',
      '15001 10000 1250 3312 9868 13500 7424 9637',
      '10000 10000 1550 6712 9868 13500 8424 9937',
      '10000 10000 3624 8008 9868 10000 8553 9937',
    ]);
    expect([2, 3, 4].map((stage) => gains(result, stage))).toEqual([
      '0 0 750 1312 375 0 2625 937',
      '0 0 300 3400 0 0 1000 300',
      '0 0 2074 1296 0 0 129 0',
    ]);
    expect(result.stages[4]?.transfers).toHaveLength(4); // counts 5 to 8
    expect(row(result, 5, 0, 2)).toBe('10000 10000 2074 8008 10168 10000 9803 9937'); // printed: E 10,168
    expect(row(result, 5)).toBe('10000 10000 0 9908 10168 10000 9976 9937');
    // Count 9: the chart multiplies 8,500 by 168/11,393 rounded to 0.0147 and so gives D 124, where the fraction itself
    // gives 125. Hence printed D 10,032, a surplus of 32, and G 10,006.
    expect(gains(result, 6)).toBe('0 0 0 125 0 0 18 24');
    expect(row(result, 6)).toBe('10000 10000 0 10033 10000 10000 9994 9961');
    expect(gains(result, 7)).toBe('0 0 0 0 0 0 13 19');
    expect(row(result, 7)).toBe('10000 10000 0 10000 10000 10000 10007 9980');
    expect(example.winners(result)).toBe('B A F E D G');
  });

  it('ConcreteSTV’s explanation of a count', () => {
    // https://github.com/AndrewConway/ConcreteSTV, examples/SimpleExample.md
    const example = new Example(
      'C1 C2 A1 A2 P1',
      3,
      '110: C1 C2 A1 A2, 100: A1 A2 P1 C1 C2, 10: A1 P1 A2, 10: P1 A1 A2, 10: P1',
    );
    const result = example.count(senateAu, ['A1']);
    expect([result.validBallots, votes(result, result.quota)]).toEqual([240, '61']);
    expect([1, 2, 3].map((stage) => row(result, stage))).toEqual([
      '110 0 110 0 20',
      '110 0 61 44 24',
      '61 49 61 44 24',
    ]);
    expect([row(result, 4, 0, 0), row(result, 4)]).toEqual(['61 49 61 54 4', '61 49 61 58 0']);
    expect(votes(result, result.stages[3]?.nonTransferable)).toBe('10');
    expect(result.stages[3]?.elected).toMatchObject([{ because: { kind: 'higher-of-two', vote: 58n } }]);
  });

  it('the Academy of Science’s example, which rounds where the Act cuts', () => {
    // http://www.science.org.au/nova/049/049box01.html
    const example = new Example(
      'Emiko Gerard Harry Ingrid',
      2,
      `55009: Emiko Ingrid, 24977: Emiko Harry, 3512: Emiko Gerard, 54781: Gerard, 44471: Harry, 1223: Ingrid Gerard,
       17014: Ingrid Emiko Harry`,
    );
    const result = example.count(senateAu);
    expect([result.validBallots, votes(result, result.quota)]).toEqual([200_987, '66996']);
    expect(result.stages[1]?.transfers[0]).toMatchObject({ fate: { surplus: 16_502n }, lossByFraction: 1n });
    // Printed: 10,872 to Ingrid, from 10,871.6; the Act ignores the remainder.
    expect(gains(result, 2)).toBe('0 694 4936 10871');
    expect(row(result, 2)).toBe('66996 55475 49407 29108');
    // Printed after this, 56,004 and 61,485: these votes added to the first preferences, without those from Emiko.
    expect(gains(result, 3)).toBe('0 1223 17014 0');
  });
});
