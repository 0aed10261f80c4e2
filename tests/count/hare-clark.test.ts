import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fraction } from '../../src/basics/fraction';
import { checkContest } from '../../src/count/contest';
import { count } from '../../src/count/count';
import { hareClarkAct, hareClarkAct2001 } from '../../src/count/rules/hare-clark-act';
import { hareClarkTas } from '../../src/count/rules/hare-clark-tas';
import { describeTranscripts } from '../support/concretestv-counts';
import { contestOf, contests } from '../support/contests';

/*
 * Electoral Act 1992 (Australian Capital Territory), schedule 4, and what is known of the Electoral Act 2004 (Tasmania),
 * schedule 4. Small elections are worked by hand from the clauses.
 */

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('Hare-Clark in the ACT by its clauses', () => {
  // 119 votes, 2 seats: quota 39 + 1 = 40. 0 has 60 papers, 57 with a next preference: 20/57 each.
  const contest = contestOf(2, 4, ['50: 0 1', '7: 0 2', '3: 0', '20: 1', '21: 2', '18: 3 2']);

  it('1C (2): surplus over the papers with a next preference; votes cut to six decimals', () => {
    // 50 x 20/57 = 17.54385964..., 7 x 20/57 = 2.45614035...
    const { stages } = count(contest, hareClarkAct, lots);
    expect(stages[1]?.transfers).toMatchObject([
      {
        papers: [{ papers: 60, transferable: 57, valueAfter: fraction(20n, 57n) }],
        nonTransferable: 0n,
        lossByFraction: 1n,
        tallies: [40_000_000n, 37_543_859n, 23_456_140n, 18_000_000n],
      },
    ]);
  });

  it('before 2020: the same, cut to whole votes', () => {
    const { stages } = count(contest, hareClarkAct2001, lots);
    expect(stages[1]?.transfers).toMatchObject([{ lossByFraction: 1n, tallies: [40n, 37n, 23n, 18n] }]);
  });

  it('1C (4): never more than the paper was worth; the rest of the surplus moves nowhere', () => {
    const few = contestOf(2, 4, ['10: 0 1', '50: 0', '20: 1', '21: 2', '18: 3 2']);
    const [, second] = count(few, hareClarkAct, lots).stages;
    expect(second?.transfers[0]).toMatchObject({
      fate: { surplus: 20_000_000n, shortfall: 10_000_000n },
      papers: [{ transferable: 10, valueAfter: fraction(1n) }],
      gains: [0n, 10_000_000n, 0n, 0n],
    });
  });

  it('1C (5): only the papers counted at the count that made the quota', () => {
    // 100 votes, 3 seats: quota 26. 1 has 20 and gets 3's 10 papers: 4 over, shared by those 8 of the 10 that go on.
    const later = contestOf(3, 5, ['27: 0', '20: 1 4', '22: 2', '8: 3 1 2', '2: 3 1', '21: 4']);
    const surplus = count(later, hareClarkAct, lots).stages.find(({ of, kind }) => kind === 'surplus' && of[0] === 1);
    expect(surplus?.transfers[0]).toMatchObject({
      papers: [{ papers: 10, transferable: 8, valueBefore: fraction(1n), valueAfter: fraction(1n, 2n) }],
      gains: [0n, 0n, 4_000_000n, 0n, 0n],
    });
  });

  it('7 (3): surpluses from the earliest count first, though a later one is larger', () => {
    // 100 votes, 4 seats: quota 21. 0 (30) and 1 (22) at count 1; 0's 9 take 2 to 28.
    const order = contestOf(4, 6, ['30: 0 2', '22: 1 3', '19: 2 4', '13: 3', '10: 4', '6: 5']);
    const surpluses = count(order, hareClarkAct, lots).stages.filter(({ kind }) => kind === 'surplus');
    expect(surpluses.slice(0, 3).map(({ of }) => of[0])).toEqual([0, 1, 2]);
  });

  it('8 (2): every transfer is a count, so a tie can be settled by what was within an exclusion', () => {
    // 87 votes, 2 seats: quota 30. 0 has 34; the 4 over go to 4 on 8 papers at 1/2. 4 (8) is out: 1 gets 4 first
    // preferences, 2 the 8 papers, and both have 14; after the first of the two transfers 2 had only 10.
    const contest = contestOf(2, 5, ['8: 0 4 2', '26: 0', '10: 1', '10: 2', '29: 3', '4: 4 1']);
    const tieOf = (ties: typeof hareClarkAct.ties) =>
      count(contest, { ...hareClarkAct, ties }, lots).stages[3]?.ties[0];
    expect(tieOf(hareClarkAct.ties)).toEqual({
      purpose: 'exclusion',
      tied: [1, 2],
      chosen: 2,
      resolvedBy: { kind: 'earlier-stage', stage: 3, transfer: 1 },
    });
    expect(tieOf(['backwards'])?.resolvedBy).toEqual({ kind: 'lot', among: [1, 2] });
  });

  it('4 (2): as many left as places are elected only once no surplus is left', () => {
    // 90 votes, 2 seats: quota 31. 2 is out by lot and takes 0 to 60; 1 alone is left for one place, but 0's 29 move first.
    const last = contestOf(2, 3, ['30: 0', '30: 1', '30: 2 0 1']);
    const { stages } = count(last, hareClarkAct, { kind: 'listed', order: [2, 0, 1] });
    expect(stages.map(({ kind, elected }) => [kind, elected.map(({ candidate }) => candidate)])).toEqual([
      ['first-preferences', []],
      ['exclusion', [0]],
      ['surplus', [1]],
    ]);
  });
});

describe('Hare-Clark in Tasmania, as far as it is known', () => {
  it('surplus over all papers of the last parcel; those without a next preference take their share out of play', () => {
    // 1/3 each: 50/3 = 16, 7/3 = 2, 3/3 = 1 exhausted, 1 lost.
    const contest = contestOf(2, 4, ['50: 0 1', '7: 0 2', '3: 0', '20: 1', '21: 2', '18: 3 2']);
    const [, second] = count(contest, hareClarkTas, lots).stages;
    expect(second?.transfers).toMatchObject([
      {
        papers: [{ valueAfter: fraction(1n, 3n) }],
        nonTransferable: 1n,
        lossByFraction: 1n,
        tallies: [40n, 36n, 23n, 18n],
      },
    ]);
  });

  it('never needs a cap on the value: the last parcel is worth at least the surplus', () => {
    fc.assert(
      fc.property(contests, ({ contest }) => {
        fc.pre(checkContest(contest, hareClarkTas).ok);
        for (const { transfers } of count(contest, hareClarkTas, { kind: 'seeded', seed: 'cap' }).stages) {
          for (const { fate } of transfers) if (fate.kind === 'surplus') expect(fate.shortfall).toBe(0n);
        }
      }),
      { numRuns: 300, seed: 2004 },
    );
  });

  it('stops when an exclusion leaves as many as places', () => {
    const { stages } = count(contestOf(1, 3, ['40: 0', '38: 1', '22: 2 1']), hareClarkTas, lots);
    expect(stages.map(({ kind }) => kind)).toEqual(['first-preferences', 'exclusion']);
    expect(stages.at(-1)?.elected).toMatchObject([{ candidate: 1 }]);
  });
});

describeTranscripts('ConcreteSTV, ACT since 2020', hareClarkAct, [
  ['concretestv-examples', '.act2021.transcript.json'],
  ['concretestv-generated', '.act2021.json'],
]);
describeTranscripts('ConcreteSTV, ACT before 2020', hareClarkAct2001, [['concretestv-generated', '.actpre.json']]);
