import { describe, expect, it } from 'vitest';
import { add, fraction, multiply, subtract, zero, type Fraction } from '../../src/basics/fraction';
import { count } from '../../src/count/count';
import { senateAu } from '../../src/count/rules/senate-au';
import { senateAuHand } from '../../src/count/rules/senate-au-hand';
import { trace } from '../../src/count/trace';
import { ballotAt } from '../../src/election/ballots';
import { describeTranscripts } from '../support/concretestv-counts';
import { contestOf } from '../support/contests';

/* Commonwealth Electoral Act 1918 (Australia), section 273. Small elections are worked by hand from the subsections. */

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;

describe('the Senate rule by its subsections', () => {
  it('(8) to (10): surplus over all papers; what each candidate gets is cut to whole votes', () => {
    // 119 votes, 2 seats: quota 39 + 1 = 40. 0 has 60 papers, 20 over: 1/3 each.
    // 1 gets 50/3 = 16, 2 gets 7/3 = 2, three papers without a next preference are 1 vote, and 1 is lost.
    const contest = contestOf(2, 4, ['50: 0 1', '7: 0 2', '3: 0', '20: 1', '21: 2', '18: 3 2']);
    const { quota, stages } = count(contest, senateAu, lots);
    expect(quota).toBe(40n);
    expect(stages[1]?.transfers).toMatchObject([
      {
        papers: [{ papers: 60, transferable: 57, valueAfter: fraction(1n, 3n) }],
        nonTransferable: 1n,
        lossByFraction: 1n,
        tallies: [40n, 36n, 23n, 18n],
      },
    ]);
  });

  it('(13AA): papers of an excluded candidate by value, highest first, those of one value put together', () => {
    // 135 votes, 2 seats: quota 46. 0 has 56, so 10/56 = 5/28 each: 2 gets 2 (14 papers), 3 gets 2 (14), 4 gets 5 (28).
    // 4 (15) is out and gives 3 another 14 papers at 5/28, again 2 votes. Then 3 (15 + 2 + 2 + 2) is out.
    const contest = contestOf(2, 5, [
      '14: 0 2',
      '14: 0 3 2',
      '14: 0 4 3 2',
      '14: 0 4',
      '24: 2',
      '15: 3 2',
      '2: 4 3 1',
      '8: 4',
      '30: 1',
    ]);
    const { stages } = count(contest, senateAu, lots);
    const out = stages.find(({ kind, of }) => kind === 'exclusion' && of[0] === 3);
    const values = [fraction(1n), fraction(5n, 28n)].map((value) => ({ kind: 'value', value }));
    expect(out?.transfers.map(({ selection }) => selection)).toEqual(values);
    // 28 papers at 5/28 are 5 votes, though they had come as 2 and 2: the vote cut off before is regained.
    expect(out?.transfers[1]).toMatchObject({
      papers: [{ papers: 28, credits: [{ to: 2, papers: 28, votes: 5n }] }],
      lossByFraction: -1n,
    });
    expect(out?.elected).toMatchObject([{ candidate: 2, because: { kind: 'quota', vote: 46n } }]);
  });

  it('(13) to (16): elected within an exclusion, which is finished before that surplus moves', () => {
    // 100 votes, 3 seats: quota 26. 0 has 30: 4/30 each, so 4 gets 4 votes of 30 papers. 1 has 25, 4 has 14.
    // 4 is out: its 10 first preferences take 1 over; the papers at 4/30 then pass 1 by and go to 2.
    const contest = contestOf(3, 5, ['30: 0 4 1 2', '25: 1 3', '17: 2', '18: 3', '10: 4 1']);
    const { stages } = count(contest, senateAu, lots);
    expect(stages.map(({ kind, of }) => [kind, ...of])).toEqual([
      ['first-preferences'],
      ['surplus', 0],
      ['exclusion', 4],
      ['surplus', 1],
    ]);
    const [, , out] = stages;
    expect(out?.elected).toMatchObject([{ candidate: 1, afterTransfer: 0 }]);
    expect(out?.transfers[1]?.gains).toEqual([0n, 0n, 4n, 0n, 0n]);
  });

  it('(17): two left for the last vacancy, the higher is elected below the quota; level votes by lot alone', () => {
    const ahead = count(contestOf(1, 3, ['40: 0', '38: 1', '22: 2']), senateAu, lots);
    expect(ahead.stages.at(-1)?.elected).toEqual([
      {
        candidate: 0,
        because: { kind: 'higher-of-two', vote: 40n, other: { candidate: 1, vote: 38n } },
        afterTransfer: 0,
      },
    ]);
    // 1 was ahead of 0 before 2's papers moved, which does not count.
    const level = contestOf(1, 3, ['38: 0', '40: 1', '2: 2 0', '5: 2']);
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const drawn = count(level, senateAu, { kind: 'listed', order });
      expect(drawn.elected.map(({ candidate }) => candidate)).toEqual([order[0]]);
      expect(drawn.stages.at(-1)?.ties).toEqual([
        { purpose: 'election', tied: [0, 1], chosen: order[0], resolvedBy: { kind: 'lot', among: [0, 1] } },
      ]);
    }
  });

  it('(17), (18): not while a surplus waits', () => {
    // 100 votes, 2 seats: quota 34. 0 has 50, then 1 and 2 are left for one place, with 26 and 24; the surplus turns it.
    const contest = contestOf(2, 3, ['50: 0 2', '26: 1', '24: 2']);
    const result = count(contest, senateAu, lots);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 2]);
  });

  it('(20) to (22): surpluses in the order of election, the largest first of those elected at one count', () => {
    // 100 votes, 4 seats: quota 21. 0 (30) and 1 (22) are elected first; 0's 9 take 2 to 28, 7 over and more than 1's 1.
    const contest = contestOf(4, 6, ['30: 0 2', '22: 1 3', '19: 2 4', '13: 3', '10: 4', '6: 5']);
    const surpluses = count(contest, senateAu, lots).stages.filter(({ kind }) => kind === 'surplus');
    expect(surpluses.slice(0, 3).map(({ of }) => of[0])).toEqual([0, 1, 2]);
  });

  it('(22): equal surpluses are parted only by a count at which all of them differed', () => {
    // 137 votes, 4 seats: quota 28. 5 (19) is out and takes 2, 3 and 4 from 25, 25 and 21 to 30 each.
    const contest = contestOf(4, 6, ['26: 0', '21: 1', '25: 2', '25: 3', '21: 4', '5: 5 2', '5: 5 3', '9: 5 4']);
    const tieOf = (rule: typeof senateAu) => count(contest, rule, lots).stages[2]?.ties[0];
    expect(tieOf(senateAu)).toMatchObject({ purpose: 'surplus', tied: [2, 3, 4] });
    expect(tieOf(senateAu)?.resolvedBy).toEqual({ kind: 'lot', among: [2, 3, 4] });
    // By any difference, as for exclusions, 4 would fall behind first.
    expect(tieOf({ ...senateAu, surplusTies: null })?.resolvedBy).toEqual({ kind: 'lot', among: [2, 3] });
  });

  it('(31A): ties over exclusion are parted by the last difference, and the rest by the one before', () => {
    // 2, 3 and 4 have 9, 6, 7; then 9, 8, 8; then 9, 9, 9.
    const lines = ['20: 0', '18: 1', '9: 2', '6: 3', '7: 4', '2: 5 3', '1: 5 4', '1: 6 3', '1: 6 4', '2: 6 0'];
    const ties = count(contestOf(1, 7, lines), senateAu, lots).stages.flatMap((stage) => stage.ties);
    expect(ties.find(({ tied }) => tied.length === 3)).toMatchObject({
      purpose: 'exclusion',
      chosen: 3,
      resolvedBy: { kind: 'earlier-stage', stage: 1 },
    });
  });
});

describe('bulk exclusion by hand, (13A) to (13C)', () => {
  /** The first exclusion of seven candidates for two seats, 120 votes: quota 41. */
  const first = (lines: readonly string[]) => count(contestOf(2, lines.length, lines), senateAuHand, lots).stages[1];

  it('(13A)(c): all up to B, whose notional vote is below both shortfalls and the next above', () => {
    // Shortfalls: leading 41 - 30 = 11, vacancy 11 + 12. Notional votes from below: 2, 5, 9, 33.
    const bulk = first(['30: 0', '29: 1', '28: 2', '24: 3', '4: 4 1', '3: 5 1', '2: 6 1']);
    expect(bulk).toMatchObject({
      kind: 'exclusion',
      of: [6, 5, 4],
      because: { kind: 'shortfall', votes: 9n, leader: { candidate: 0, vote: 30n }, shortfall: 11n },
    });
    expect(bulk?.transfers).toHaveLength(1); // papers of one value, (13AA)
    expect(bulk?.tallies).toEqual([30n, 38n, 28n, 24n, 0n, 0n, 0n]);
  });

  it('(13A)(d): where B has too many for that, only up to C, below the leading shortfall', () => {
    // Notional votes 2, 6, 13, 33: 13 is fewer than 23 and than 20, but not than 11.
    const bulk = first(['30: 0', '29: 1', '28: 2', '20: 3', '7: 4', '4: 5', '2: 6']);
    expect(bulk).toMatchObject({
      of: [6, 5],
      because: { votes: 6n, together: { candidates: [6, 5, 4], votes: 13n }, next: { candidate: 3, vote: 20n } },
    });
  });

  it('(13A)(d): where nobody is C, and where there is no B, the lowest goes alone, (13)', () => {
    // Leading shortfall 2, vacancy 2 + 6 = 8. Notional votes 3, 8, 16: 3 is B, and none is fewer than 2.
    expect(first(['39: 0', '35: 1', '30: 2', '8: 3', '5: 4', '3: 5'])).toMatchObject({
      of: [5],
      because: { kind: 'lowest' },
    });
    // 3 and 3: the lower of them has not fewer than the one above.
    expect(first(['39: 0', '38: 1', '37: 2', '3: 3', '3: 4'])).toMatchObject({ because: { kind: 'lowest' } });
  });

  it('(13A)(d), (31): C may have as many votes as another, and their standing is drawn by lot', () => {
    // Notional votes 4, 8, 12; B has 12, fewer than 21 and 23; 8 is fewer than the leading shortfall, 11.
    const bulk = first(['30: 0', '29: 1', '28: 2', '21: 3', '4: 4', '4: 5', '4: 6']);
    expect(bulk).toMatchObject({
      of: [4, 5],
      ties: [
        { tied: [4, 5, 6], chosen: 4, resolvedBy: { kind: 'lot' } },
        { tied: [5, 6], chosen: 5, resolvedBy: { kind: 'lot' } },
      ],
    });
  });

  it('(13B): never so many that vacancies stay empty', () => {
    // Three seats, quota 30; the surplus of 0 is exhausted, and two vacancies are left for four. B is 2: 3 + 2 + 1 < 12.
    const result = count(contestOf(3, 5, ['100: 0', '12: 1', '3: 2', '2: 3', '1: 4']), senateAuHand, lots);
    expect(result.stages[2]).toMatchObject({ of: [4, 3], because: { together: { candidates: [4, 3, 2] } } });
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1, 2]);
  });

  it('is not in a count by computer, s. 273A (5): one at a time', () => {
    const lines = ['30: 0', '29: 1', '28: 2', '24: 3', '4: 4 1', '3: 5 1', '2: 6 1'];
    expect(count(contestOf(2, 7, lines), senateAu, { ...lots, order: [6] }).stages[1]).toMatchObject({ of: [6] });
  });
});

describe('the known defect of unweighted surpluses', () => {
  // 402 votes, 3 seats: quota 101. 0 has 110, so their papers are worth 9/110; 100 go to 1 as 8 votes, 10 to 2 as none.
  // 5 (60) is out and takes 1 to 158; the 57 over, spread alike on all 250 papers, give each 57/250.
  const contest = contestOf(3, 6, ['100: 0 1 3', '10: 0 2', '90: 1 4', '60: 5 1', '80: 3', '62: 4']);
  const result = count(contest, senateAu, lots);

  it('a paper can be worth more after a surplus than before: 9/110 of a vote, then 57/250', () => {
    const values = result.stages
      .filter(({ kind }) => kind === 'surplus')
      .map(({ transfers }) => transfers[0]?.papers[0]?.valueAfter);
    expect(values).toEqual([fraction(9n, 110n), fraction(57n, 250n)]);
    const held = trace(result, [0, 1, 3])?.map(({ holding }) => holding.candidates.get(1) ?? zero);
    const passedOn = trace(result, [0, 1, 3])?.at(-1)?.holding.candidates.get(3) ?? zero;
    // 8 votes over 100 papers: 2/25 each while with 1, and 22 votes over 100 with 3.
    expect(held?.[1]).toEqual(fraction(2n, 25n));
    expect(passedOn).toEqual(fraction(22n, 100n));
  });

  it('and what it gains others lose: over all ballots nothing is made', () => {
    const { ballots } = contest;
    let all: Fraction = zero;
    const gains = Array.from({ length: ballots.copies.length }, (_, row) => {
      const { copies, preferences } = ballotAt(ballots, row);
      const gain = trace(result, preferences)?.at(-1)?.holding.revalued ?? zero;
      all = add(all, multiply(gain, fraction(BigInt(copies))));
      return gain;
    });
    expect(all).toEqual(zero);
    // First preferences for 1 part with 57/158 each and pass on 57/250; papers from 0 part with 57/158 of 2/25.
    expect(gains[2]).toEqual(subtract(fraction(57n, 250n), fraction(57n, 158n)));
    expect(gains[0]).toEqual(subtract(fraction(57n, 250n), multiply(fraction(57n, 158n), fraction(2n, 25n))));
  });
});

describeTranscripts('ConcreteSTV, Senate since 2021', senateAu, [
  ['concretestv-examples', '.senate.transcript.json'],
  ['concretestv-generated', '.senate.json'],
]);
