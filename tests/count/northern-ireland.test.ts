import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import { fraction } from '../../src/basics/fraction';
import { count } from '../../src/count/count';
import { northernIreland } from '../../src/count/rules/northern-ireland';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const votes = (units: bigint | null | undefined): string => formatDecimal(units ?? -1n, 2);

describe('Northern Ireland (SI 1985/454), rule by rule', () => {
  it('48(2): the division without its fraction, plus one', () => {
    expect(votes(count(contestOf(2, 3, ['6: 0', '3: 1', '1: 2']), northernIreland, lots).quota)).toBe('4.00'); // 3.33
    expect(votes(count(contestOf(1, 3, ['5: 0', '3: 1', '2: 2']), northernIreland, lots).quota)).toBe('6.00'); // 5
  });

  it('48(3): one place and a majority at once: by way of the first exclusion nothing else happens', () => {
    const contest = contestOf(1, 4, ['6: 0', '2: 1 2', '1: 2 1', '1: 3 1']);
    const once = count(contest, northernIreland, lots);
    expect(once.stages).toHaveLength(1);
    expect(once.stages[0]).toMatchObject({ elected: [{ candidate: 0, because: { kind: 'quota' } }] });
    // Nobody elected before the others have gone out in one operation, 4 votes against 6 (51(12), 52(1)).
    const unelected = { ...northernIreland, reaching: 'above-quota', lastPlace: 'count-on' } as const;
    const [only, ...more] = count(contest, unelected, lots).stages;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ elected: [{ candidate: 0, because: { kind: 'remaining' } }], transfers: [] });
    expect(only?.excluded.toSorted()).toEqual([1, 2, 3]);
  });

  it('49(4), 50(2)(c): a first surplus moves on the papers with a next preference, cut to hundredths', () => {
    // Quota 11 of 30; 6 / 13 papers is 0.4615. The surplus is not less than 9 - 4, so it moves.
    const [, surplus] = count(contestOf(2, 3, ['13: 0 2', '4: 0', '9: 1', '4: 2']), northernIreland, lots).stages;
    expect(surplus).toMatchObject({ kind: 'surplus', of: [0] });
    expect(surplus?.transfers[0]?.papers[0]?.valueAfter).toEqual(fraction(46n, 100n));
    expect(surplus?.tallies.map(votes)).toEqual(['11.00', '9.00', '9.98']);
    expect(votes(surplus?.lossByFraction)).toBe('0.02');
  });

  it('49(4)(a): the value of a first preference is reduced, never raised', () => {
    // Quota 11 of 30, surplus 9, and only 4 papers to move it on: 4 at 1.00, 5 stop.
    const [, surplus] = count(contestOf(2, 3, ['16: 0', '4: 0 1', '6: 1', '4: 2']), northernIreland, lots).stages;
    expect(surplus?.tallies.map(votes)).toEqual(['11.00', '10.00', '4.00']);
    expect(votes(surplus?.nonTransferable)).toBe('5.00');
  });

  it('49(5), (7): a later surplus moves on the sub-parcel last received, at the lesser of the two values', () => {
    // Quota 11 of 40. 0 has 10 too many on 20 papers: 0.50 each, all to 1, who then has 18.
    const others = ['8: 1 3', '6: 2', '5: 3', '1: 0'];
    const second = (lines: readonly string[]) => count(contestOf(3, 4, [...lines, ...others]), northernIreland, lots);
    const lesser = second(['20: 0 1 2']).stages[2]; // 7 / 20
    expect(lesser).toMatchObject({ kind: 'surplus', of: [1] });
    expect(lesser?.transfers[0]?.papers).toMatchObject([{ papers: 20, valueAfter: fraction(35n, 100n) }]);
    expect(lesser?.tallies.map(votes)).toEqual(['11.00', '11.00', '13.00', '5.00']);
    const received = second(['10: 0 1 2', '10: 0 1']).stages[2]; // 7 / 10 is more than 0.50
    expect(received?.transfers[0]?.papers).toMatchObject([{ transferable: 10, valueAfter: fraction(1n, 2n) }]);
    expect(received?.tallies.map(votes)).toEqual(['11.00', '11.00', '11.00', '5.00']);
    expect(votes(received?.nonTransferable)).toBe('2.00');
  });

  it('49(10): a surplus waits only while it is less than the difference', () => {
    // Quota 12 of 35, surplus 2.
    const waits = count(contestOf(2, 5, ['14: 0 3', '9: 1', '8: 2', '4: 3', '1: 4']), northernIreland, lots);
    expect(waits.quota).toBe(1300n); // 36 papers
    expect(waits.stages[1]).toMatchObject({ kind: 'exclusion', deferral: { total: 100n } });
    const level = count(contestOf(2, 5, ['14: 0 3', '9: 1', '8: 2', '3: 3', '1: 4']), northernIreland, lots);
    expect(level.quota).toBe(1200n);
    expect(level.stages[1]?.kind).toBe('exclusion'); // 2 is not less than 3 - 1, but is less than 8 - 4
    expect(level.stages[1]?.deferral).toMatchObject({ total: 200n, margin: 400n });
    const close = count(contestOf(2, 4, ['14: 0 3', '9: 1', '7: 2', '5: 3']), northernIreland, lots);
    expect(close.stages[1]?.kind).toBe('surplus'); // 2 against 7 - 5
  });

  it('50(1), 51(13): ties look at the ends of stages, the earliest first', () => {
    // 2 and 3 are level on 6 at the end of stage 2; 3 had fewer at stage 1. (The surplus of 0 keeps 52(2) away.)
    const lines = ['11: 0', '8: 1', '6: 2', '5: 3', '1: 4 3'];
    const result = count(contestOf(3, 5, lines), northernIreland, lots);
    expect(result.stages.flatMap(({ ties }) => ties)).toEqual([
      {
        purpose: 'exclusion',
        tied: [2, 3],
        chosen: 3,
        resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null },
      },
    ]);
  });

  it('51(2) to (9): first preferences of all who go, then the rest from the highest value down', () => {
    // Quota 12 of 35; 0.14 on each of 14 papers. Then 4 and 3 go together, 5.96 against 8.
    const lines = ['14: 0 3 2', '9: 1', '8: 2', '3: 3 2', '1: 4 3 2'];
    const rule = { ...northernIreland, deferral: 'never', lastPlace: 'count-on' } as const;
    const [, , together] = count(contestOf(2, 5, lines), rule, lots).stages;
    expect(together?.of.toSorted()).toEqual([3, 4]);
    expect(together?.transfers.map(({ selection }) => selection)).toEqual([{ kind: 'received', received: null }]);
    expect(together?.elected).toMatchObject([{ candidate: 2, afterTransfer: 0 }]); // 8 + 3 + 1; the 0.14s stay
    expect(together?.tallies.map(votes)).toEqual(['12.00', '9.00', '12.00', '1.96', '0.00']);

    const [, , , alone] = count(contestOf(2, 5, [...lines, '1: 1']), { ...rule, exclusion: 'one' }, lots).stages;
    expect(alone?.of).toEqual([3]);
    // Its own first preferences before a paper of 1.00 that came from 4.
    expect(alone?.transfers.map(({ selection }) => selection)).toEqual([
      { kind: 'received', received: null },
      { kind: 'value', value: fraction(1n) },
      { kind: 'value', value: fraction(7n, 100n) }, // quota 13 of 36; 1 / 14
    ]);
    expect(alone?.transfers.map(({ tallies }) => votes(tallies[2]))).toEqual(['11.00', '12.00', '12.98']);
  });

  it('51(12): several go in one operation only while they have less than the next', () => {
    const lines = ['10: 0', '9: 1', '6: 2', '3: 3 2', '2: 4 2', '1: 5 2'];
    expect(count(contestOf(2, 6, lines), northernIreland, lots).stages[1]?.of).toEqual([5]); // 1 + 2 is 3, and + 3 is 6
    const more = [...lines, '1: 2'];
    expect(count(contestOf(2, 6, more), northernIreland, lots).stages[1]?.of).toEqual([5, 4, 3]); // 6 against 7
  });

  it('52(1), (3): when those who remain only just fill the places no paper moves', () => {
    const result = count(contestOf(2, 3, ['5: 0', '4: 1 2', '4: 2 1']), northernIreland, lots);
    expect(result.stages).toHaveLength(1);
    expect(result.stages[0]?.transfers).toEqual([]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 2]); // the lot fell on 1
  });

  it('52(2): the last place goes to one with the votes of all others and the surpluses not moved', () => {
    const [, surplus] = count(contestOf(2, 3, ['13: 0 2', '4: 0', '9: 1', '4: 2']), northernIreland, lots).stages;
    expect(surplus?.elected).toEqual([
      { candidate: 2, because: { kind: 'outvotes-others', vote: 998n, others: 900n, surpluses: 0n }, afterTransfer: 0 },
    ]);
    // Quota 8 of 22: 7 is no less than 4 + 1 and the surplus of 2.
    const equal = count(contestOf(2, 4, ['10: 0 2', '7: 1', '4: 2', '1: 3']), northernIreland, lots);
    expect(equal.stages).toHaveLength(1);
    expect(equal.stages[0]?.elected[1]).toEqual({
      candidate: 1,
      because: { kind: 'outvotes-others', vote: 700n, others: 500n, surpluses: 200n },
      afterTransfer: null,
    });
    const less = count(contestOf(2, 4, ['11: 0 2', '7: 1', '4: 2', '1: 3']), northernIreland, lots);
    expect(less.stages[0]?.elected.map(({ candidate }) => candidate)).toEqual([0]); // quota 8 of 23, surplus 3
  });

  it('52(2): two who are level do not both have the last place', () => {
    const result = count(contestOf(1, 2, ['5: 0', '5: 1']), northernIreland, lots);
    expect(result.stages[0]?.ties).toMatchObject([{ purpose: 'exclusion', chosen: 0, resolvedBy: { kind: 'lot' } }]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([1]);
  });
});
