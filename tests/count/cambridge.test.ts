import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/count/count';
import { cambridge, cambridgeLetter } from '../../src/count/rules/cambridge';
import { trace } from '../../src/count/trace';
import { contestOf } from '../support/contests';
import { expectLaterPreferencesToDoNoHarm } from '../support/later-no-harm';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5, 6, 7] } as const;
const noFloor = { ...cambridge, excludedFirst: 0 } as const;
const tallies = (stage: { readonly tallies: readonly bigint[] } | undefined): number[] =>
  stage?.tallies.map(Number) ?? [];

describe('the Cincinnati method', () => {
  /** Papers of candidate 0 with a second preference each of its own, by their place in the pile; and some for others. */
  const placed = (seconds: readonly number[], others: readonly string[]) =>
    contestOf(2, 5, [...seconds.map((second) => `1: 0 ${second}`), ...others]);

  it('takes every n-th paper, n being all / surplus to the nearest whole number', () => {
    // Quota 9 of 26; 12 papers, 3 over, n = 4: the 4th, 8th and 12th.
    const contest = placed([1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 4], ['4: 1', '4: 2', '3: 3', '3: 4']);
    const surplus = count(contest, noFloor, lots).stages[1];
    expect(surplus?.transfers[0]?.fate).toMatchObject({ how: { kind: 'every-nth', n: 4 }, looked: 12, filled: null });
    expect(tallies(surplus)).toEqual([9, 4, 5, 4, 4]);
  });

  it('rounds a half up', () => {
    // Quota 6 of 17; 10 papers, 4 over, n = 10 / 4 to 3: the 3rd, 6th, 9th, and then the 4th.
    const contest = placed([1, 1, 2, 3, 1, 2, 1, 1, 2, 1], ['2: 1', '2: 3', '2: 4', '1: 2']);
    const surplus = count(contest, noFloor, lots).stages[1];
    expect(surplus?.transfers[0]?.fate).toMatchObject({ how: { n: 3 } });
    expect(tallies(surplus)).toEqual([6, 2, 4, 3, 2]);
  });

  it('passes over papers that name nobody still in, and goes round again', () => {
    // Quota 6 of 16; 8 papers, 2 over, n = 4: the 4th and the 8th name nobody else, so the 5th and then the 6th.
    const lines = ['3: 0 1', '1: 0', '1: 0 2', '1: 0 3', '1: 0 1', '1: 0', '3: 1', '2: 2', '2: 3', '1: 4'];
    const result = count(contestOf(2, 5, lines), noFloor, lots);
    expect(tallies(result.stages[1])).toEqual([6, 3, 3, 3, 1]);
    expect(result.stages[1]?.nonTransferable).toBe(0n);
    expect(trace(result, [0, 2])?.[1]?.holding.candidates.has(2)).toBe(true);
    expect(trace(result, [0])?.[1]?.holding.candidates.has(0)).toBe(true);
  });

  it('comes to the papers before the n-th last', () => {
    // Quota 4 of 10; 5 papers, 1 over, n = 5: the 5th names nobody else, so the 1st.
    const contest = contestOf(2, 4, ['1: 0 1', '1: 0 2', '1: 0 3', '2: 0', '2: 1', '2: 2', '1: 3']);
    expect(tallies(count(contest, noFloor, lots).stages[1])).toEqual([4, 3, 2, 1]);
  });

  it('leaves the candidate more than the quota where too few papers can move', () => {
    // Quota 5 of 13; 8 papers, 3 over, 2 of them name someone.
    const result = count(contestOf(2, 4, ['6: 0', '2: 0 1', '2: 1', '2: 2', '1: 3']), noFloor, lots);
    expect(tallies(result.stages[1])).toEqual([6, 4, 2, 1]);
    expect(result.stages[1]?.nonTransferable).toBe(0n);
  });
});

describe('Massachusetts General Laws c. 54A s. 9, by its rules', () => {
  it('(c): whoever has the quota gets no more of a transfer, and the rest goes past them', () => {
    // Quota 8 of 22. 3 goes: of its 5 papers for 0, 2 bring 0 from 6 to 8; the other 3 go to 1 and to nobody.
    const contest = contestOf(2, 4, ['6: 0', '5: 1', '6: 2', '2: 3 0', '2: 3 0 1', '1: 3 0']);
    const result = count(contest, noFloor, { kind: 'listed', order: [3, 0, 1, 2] });
    const [, exclusion] = result.stages;
    expect(exclusion).toMatchObject({ kind: 'exclusion', of: [3], elected: [{ candidate: 0, afterTransfer: 0 }] });
    expect(exclusion?.transfers.map(tallies)).toEqual([
      [8, 5, 6, 3],
      [8, 7, 6, 0],
    ]);
    expect(exclusion?.transfers[0]?.fate).toMatchObject({ kind: 'part', filled: 0 });
    expect(exclusion?.transfers[1]?.fate).toEqual({ kind: 'present-value' });
    expect(exclusion?.nonTransferable).toBe(1n);
    const went = (preferences: number[], which: number) => trace(result, preferences, [], which)?.[1]?.holding;
    expect(went([3, 0], 0)?.candidates.has(0)).toBe(true);
    expect(went([3, 0], 2)?.nonTransferable.numerator).toBe(1n);
    expect(went([3, 0, 1], 0)?.candidates.has(1)).toBe(true);
  });

  it('(g): all with fewer than 50 go first, unless places would stay empty', () => {
    const many = count(contestOf(2, 5, ['100: 0', '90: 1', '50: 2', '49: 3 2', '20: 4 2']), cambridge, lots);
    expect(many.stages[1]).toMatchObject({ of: [4, 3], because: { kind: 'fewer-than', votes: 50n } });
    const few = count(contestOf(2, 4, ['30: 0', '15: 1', '10: 2', '9: 3 2']), cambridge, lots);
    expect(few.stages.slice(1).map(({ of }) => of)).toEqual([[0], [3], [1]]);
  });

  it('(k): a tie goes by the standing before the last transfer', () => {
    // 4 goes: 3 had 4 and gets one, 2 had 5; level at 5, 3 was the lower.
    const contest = contestOf(2, 5, ['6: 0', '6: 1', '5: 2', '4: 3', '1: 4 3']);
    const [, , third] = count(contest, noFloor, lots).stages;
    expect(third).toMatchObject({ of: [3], ties: [{ resolvedBy: { kind: 'earlier-stage', stage: 1 } }] });
  });

  it('(l): a transfer in progress is completed when the last quota is reached', () => {
    // Quota 7 of 20. 3 goes with 4 papers: the first brings 0 to 7; then 1, at 7, has the last place; the rest goes on.
    const contest = contestOf(2, 4, ['6: 0', '6: 1', '4: 2', '1: 3 0', '1: 3 1', '2: 3 2']);
    const result = count(contest, noFloor, { kind: 'listed', order: [3, 2, 0, 1] });
    expect(result.stages[1]?.of).toEqual([3]);
    expect(tallies(result.stages[1])).toEqual([7, 7, 6, 0]);
    expect(result.stages).toHaveLength(2);
    expect(result.excluded.map(({ candidate }) => candidate)).toEqual([3, 2]);
  });

  it('later preferences do no harm to earlier ones, in one order of papers', () => {
    expectLaterPreferencesToDoNoHarm(noFloor);
    expectLaterPreferencesToDoNoHarm({ ...cambridge, excludedFirst: 3 });
  });
});

describe('the same by the letter', () => {
  it('(e): papers that come after their first preference has the quota go to the next', () => {
    // Quota 5 of 14: the first five for 0 stay, the next three go on; 1 has 5 then, and the last for 1 goes to 2.
    const contest = contestOf(2, 4, ['5: 0 3', '3: 0 1', '2: 1', '1: 1 2', '2: 2', '1: 3']);
    const [first, ...rest] = count(contest, { ...cambridgeLetter, excludedFirst: 0 }, lots).stages;
    expect(tallies(first)).toEqual([5, 5, 3, 1]);
    expect(first?.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
    expect(first?.transfers.map(({ from, receivers }) => [from, receivers])).toEqual([
      [[0], [1]],
      [[1], [2]],
    ]);
    expect(rest).toEqual([]);
  });

  it('(f): one that names nobody else stays, and the last that does is sorted again in its place', () => {
    // Quota 5 of 13: the sixth and seventh for 0 name nobody else. The fifth and the fourth go to 2 and 1 for them.
    const contest = contestOf(2, 4, ['3: 0 3', '1: 0 1', '1: 0 2', '2: 0', '2: 1', '2: 2', '2: 3']);
    const result = count(contest, { ...cambridgeLetter, excludedFirst: 0 }, lots);
    const [first, second] = result.stages;
    expect(tallies(first)).toEqual([5, 3, 3, 2]);
    expect(second?.kind).toBe('exclusion'); // nothing is left over the quota
    expect(trace(result, [0], [], 1)?.[0]?.holding.candidates.has(0)).toBe(true);
    expect(trace(result, [0, 1])?.[0]?.holding.candidates.has(1)).toBe(true);
  });

  it('(f): as nearly as possible: with nobody to sort again the candidate keeps them', () => {
    const contest = contestOf(2, 4, ['8: 0', '2: 1', '2: 2', '1: 3']);
    const [first, second] = count(contest, { ...cambridgeLetter, excludedFirst: 0 }, lots).stages;
    expect(tallies(first)).toEqual([8, 2, 2, 1]);
    expect(second?.kind).toBe('exclusion');
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const cases = join(data ?? '.', 'cases');

interface OpenStvCount {
  readonly file: string;
  readonly rounds: readonly { readonly count: Readonly<Record<string, number>>; readonly exhausted: number }[];
  readonly winners: readonly string[];
}

describe.runIf(data !== null)('against OpenSTV 1.7 and the city', () => {
  const folder = join(cases, 'openstv17-generated');
  const counts = (data === null ? [] : readdirSync(folder))
    .filter((name) => name.endsWith('.CambridgeSTV.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as OpenStvCount] as const)
    // The ballots of one of its counts (Dublin North) are not in the collection.
    .filter(([, { file }]) => existsSync(join(cases, file)));
  // Where fewer candidates than places have 50 votes: see docs/cambridge-openstv.md.
  const differs = ['droop_M135.CambridgeSTV.json'];

  it.each(counts.filter(([name]) => !differs.includes(name)))('every tally of every stage: %s', (_, openStv) => {
    const { contest, names } = readContest(join(cases, openStv.file));
    const result = count(contest, cambridge, paperOrder(contest));
    const printed = result.stages.map(({ tallies, nonTransferable }) => ({
      count: Object.fromEntries(names.map((name, id) => [name, Number(tallies[id])])),
      exhausted: Number(nonTransferable),
    }));
    expect(printed).toEqual(openStv.rounds.map(({ count, exhausted }) => ({ count, exhausted })));
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([...openStv.winners].sort());
  });

  it.each(counts.filter(([name]) => differs.includes(name)))('up to the exclusion of too many: %s', (_, openStv) => {
    const { contest, names } = readContest(join(cases, openStv.file));
    const result = count(contest, cambridge, paperOrder(contest));
    const printed = result.stages.map(({ tallies }) =>
      Object.fromEntries(names.map((name, id) => [name, Number(tallies[id])])),
    );
    expect(printed.slice(0, 2)).toEqual(openStv.rounds.slice(0, 2).map(({ count }) => count));
    expect(result.elected).toHaveLength(contest.seats);
    expect(openStv.winners).toHaveLength(1);
  });

  it.each(['file', '1', '2', '3', '4', '5'])('elects whom the city elected in 2021, papers mixed by %s', (seed) => {
    const elections = join(data ?? '.', 'elections');
    const { contest, names } = readContest(join(elections, 'cambridge_ma_2021.blt.gz'));
    const { official } = JSON.parse(readFileSync(join(elections, 'cambridge_ma_2021.json'), 'utf8')) as {
      official: { winners: readonly string[]; quota: number };
    };
    const result = count(contest, cambridge, seed === 'file' ? paperOrder(contest) : { kind: 'seeded', seed });
    expect(Number(result.quota)).toBe(official.quota);
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([...official.winners].sort());
  });
});
