import { describe, expect, it } from 'vitest';
import { fraction } from '../../src/basics/fraction';
import { formatDecimal } from '../../src/basics/decimal';
import { count } from '../../src/count/count';
import { ers97 } from '../../src/count/rules/ers97';
import { contestOf } from '../support/contests';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const votes = (units: bigint | null | undefined): string => formatDecimal(units ?? -1n, 2);

describe('ERS97, paragraph by paragraph', () => {
  it('5.1.6: an exact quota stays, an inexact one is raised to the next hundredth', () => {
    expect(votes(count(contestOf(1, 2, ['6: 0', '4: 1']), ers97, lots).quota)).toBe('5.00');
    expect(votes(count(contestOf(2, 4, ['6: 0', '4: 1', '3: 2']), ers97, lots).quota)).toBe('4.34'); // 4.3333
  });

  it('5.2.2: a surplus too small to change who is lowest waits', () => {
    // Quota 10.00; candidate 0 has 1 too many; the two lowest differ by 3.
    const result = count(contestOf(2, 4, ['11: 0 2', '9: 1', '6: 2', '3: 3 1', '1: 2 1']), ers97, lots);
    expect(result.stages[1]?.kind).toBe('exclusion');
    expect(result.stages[1]?.deferral).toMatchObject({ candidates: [0], total: 100n, margin: 400n });
  });

  it('5.2.3: of equal largest surpluses the one with more votes at the earliest point goes first', () => {
    // Quota 10.50. 2 goes, taking 0 from 8 and 1 from 9 to 12 each.
    const lines = ['8: 0 3', '9: 1 4', '4: 2 0 3', '3: 2 1 4', '9: 3', '9: 4'];
    const [, exclusion, surplus] = count(contestOf(3, 5, lines), { ...ers97, progressive: 'none' }, lots).stages;
    expect(exclusion?.tallies.map(votes).slice(0, 2)).toEqual(['12.00', '12.00']);
    expect(surplus).toMatchObject({ kind: 'surplus', of: [1] });
    expect(surplus?.ties).toEqual([
      { purpose: 'surplus', tied: [0, 1], chosen: 1, resolvedBy: { kind: 'earlier-stage', stage: 1, transfer: null } },
    ]);
  });

  it('5.2.5: as many of the lowest go together as cannot between them overtake the next', () => {
    const result = count(contestOf(2, 6, ['20: 0', '18: 1', '14: 2', '3: 3 2', '2: 4 2', '1: 5 2']), ers97, lots);
    expect(result.stages[1]).toMatchObject({ kind: 'exclusion', of: [5, 4, 3] });
    expect(result.stages[1]?.transfers).toHaveLength(1); // one value, one batch
  });

  it('5.3.2, 5.3.7: a later surplus moves only the last batch, at surplus / papers, cut to hundredths', () => {
    // Quota 10.00 of 30. Candidate 3 goes (3 papers to 0), taking 0 from 9 to 12: the surplus of 2 moves on those 3 papers.
    const result = count(
      contestOf(2, 4, ['9: 0 1', '9: 1', '9: 2', '3: 3 0 2']),
      { ...ers97, progressive: 'none' },
      lots,
    );
    const [, exclusion, surplus] = result.stages;
    expect(exclusion).toMatchObject({ kind: 'exclusion', of: [3] });
    expect(votes(exclusion?.tallies[0])).toBe('12.00');
    expect(surplus).toMatchObject({ kind: 'surplus', of: [0] });
    expect(surplus?.transfers[0]?.fate).toMatchObject({
      kind: 'surplus',
      surplus: 200n,
      sharing: { papers: 3, of: fraction(3n) },
      shortfall: 0n,
    });
    expect(surplus?.transfers[0]?.papers[0]?.valueAfter).toEqual(fraction(66n, 100n));
    expect(surplus?.tallies.map(votes)).toEqual(['10.00', '9.00', '10.98', '0.00']);
    expect(votes(surplus?.lossByFraction)).toBe('0.02');
    expect(votes(surplus?.nonTransferable)).toBe('0.00');
  });

  it('5.3.7: papers worth no more than the surplus move at their present value, the rest is non-transferable', () => {
    // 0 has 20 of 30, quota 10.00, but only 4 papers name anyone else.
    const result = count(contestOf(2, 3, ['16: 0', '4: 0 1', '6: 1', '4: 2']), { ...ers97, progressive: 'none' }, lots);
    const surplus = result.stages[1];
    expect(surplus?.tallies.map(votes)).toEqual(['10.00', '10.00', '4.00']);
    expect(votes(surplus?.nonTransferable)).toBe('6.00');
    expect(surplus?.transfers[0]?.fate).toMatchObject({
      kind: 'surplus',
      surplus: 1000n,
      shortfall: 600n,
      looked: 2000n,
      others: 0n,
      sharing: { of: fraction(4n) },
    });
  });

  it('5.4.8: until somebody is elected the quota falls as papers stop', () => {
    const result = count(contestOf(2, 4, ['9: 0', '8: 1', '7: 2', '6: 3']), { ...ers97, exclusion: 'one' }, lots);
    expect(votes(result.quota)).toBe('10.00');
    expect(result.stages[1]).toMatchObject({ kind: 'exclusion', of: [3] });
    expect(votes(result.stages[1]?.quota)).toBe('8.00'); // 24 left / 3
  });

  it('5.1.7(b): the active vote over one more than the places left also elects', () => {
    // 20 of 30 go to 0, who passes on 10; most of it stops. The active vote is then small.
    const result = count(contestOf(2, 4, ['15: 0', '6: 1', '5: 2 1', '4: 3']), ers97, lots);
    const second = result.stages.flatMap(({ elected }) => elected).find(({ candidate }) => candidate === 1);
    if (second?.because.kind !== 'active-vote') throw new Error('not elected by the active vote');
    expect(second.because.placesLeft).toBe(1);
    expect(second.because.vote).toBeLessThan(result.quota ?? 0n);
  });

  it('5.4.1: an exclusion moves in batches of descending value, electing after each', () => {
    // Quota 11.34. 0 passes 2.66 on to 3 in 14 papers of 0.19; 3 goes with papers of 1.00 and of 0.19, all for 2.
    const lines = ['14: 0 3 2', '9: 1', '8: 2', '3: 3 2'];
    const rule = {
      ...ers97,
      exclusion: 'one',
      progressive: 'none',
      deferral: 'never',
      lastExclusion: 'transfer',
    } as const;
    const [, surplus, exclusion] = count(contestOf(2, 4, lines), rule, lots).stages;
    expect(surplus?.tallies.map(votes)).toEqual(['11.34', '9.00', '8.00', '5.66']);
    expect(exclusion?.of).toEqual([3]);
    expect(exclusion?.transfers.map(({ selection }) => selection)).toEqual([
      { kind: 'value', value: fraction(100n, 100n) },
      { kind: 'value', value: fraction(19n, 100n) },
    ]);
    expect(exclusion?.transfers.map(({ tallies }) => votes(tallies[2]))).toEqual(['11.00', '13.66']);
    expect(exclusion?.elected).toMatchObject([{ candidate: 2, afterTransfer: 1 }]);
  });

  it('5.5.2: no batch moves after the places are filled; who is left is formally excluded', () => {
    // 3 goes with papers of 1.00, which elect 1, and of 0.28, which stay where they are.
    const lines = ['14: 0 3 2', '8: 1', '7: 2', '3: 3 1'];
    const rule = {
      ...ers97,
      exclusion: 'one',
      progressive: 'none',
      deferral: 'never',
      lastExclusion: 'transfer',
    } as const;
    const result = count(contestOf(2, 4, lines), rule, lots);
    const last = result.stages.at(-1);
    expect(last).toMatchObject({ kind: 'exclusion', of: [3], elected: [{ candidate: 1, afterTransfer: 0 }] });
    expect(last?.transfers).toHaveLength(1);
    expect(last?.excluded).toEqual([3, 2]);
    expect(votes(last?.tallies[3])).toBe('3.22');
  });

  it('5.5.1: an exclusion that leaves just enough candidates is not made', () => {
    const result = count(contestOf(2, 3, ['10: 0', '6: 1 2', '5: 2 1']), ers97, lots);
    expect(result.stages.at(-1)?.excluded).toEqual([2]);
    expect(result.stages.flatMap(({ kind, of }) => (kind === 'exclusion' ? of : []))).toEqual([]);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
  });

  it('5.6.2: more equal candidates than places and never apart: none is elected then', () => {
    // One place, quota 5.00 of 10: two candidates on exactly 5 would both have it.
    const result = count(contestOf(1, 2, ['5: 0', '5: 1']), ers97, lots);
    expect(result.stages[0]?.ties.map(({ purpose }) => purpose)).toEqual(['exclusion']);
    expect(result.stages[0]?.elected.map(({ because }) => because.kind)).toEqual(['remaining']);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([1]); // the lot fell on 0
  });
});
