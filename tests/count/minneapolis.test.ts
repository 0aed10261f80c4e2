import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVotes } from '../../src/basics/decimal';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import { minneapolis } from '../../src/count/rules/minneapolis';
import { contestOf, contests } from '../support/contests';
import { droopOrder, droopStages, printedStages } from '../support/droop';
import { paperOrder, readContest } from '../support/public-contest';
import { asRcTab } from '../support/rctab';
import { missingDataNote, sharedData } from '../support/shared-data';

const lots = { kind: 'listed', order: [0, 1, 2, 3, 4, 5] } as const;
const printed = (result: Count, stage: number): readonly string[] =>
  (result.stages[stage]?.tallies ?? []).map((tally) => formatVotes(tally, result));

describe('Minneapolis, definition by definition', () => {
  it('167.20: the surplus fraction is cut to four places, and then its product with the value', () => {
    // Threshold 10 of 29. 0 has 13: fraction 3 / 13 = 0.2307; 13 papers of 0.2307 are 2.9991.
    const result = count(contestOf(2, 3, ['13: 0 1', '7: 1', '9: 2']), minneapolis, lots);
    expect(printed(result, 1)).toEqual(['10.0000', '9.9991', '9.0000']);
    expect(formatVotes(result.stages[1]?.lossByFraction ?? 0n, result)).toBe('0.0009');
  });

  it('167.70(c)(1)(c): those who cannot win go out together before any surplus moves', () => {
    // Threshold 14 of 40. 2 + 1 + the surplus of 4 are fewer than the next, 8; with that next itself they are not.
    const result = count(contestOf(2, 5, ['18: 0 2', '11: 1', '8: 2', '2: 3 2', '1: 4 2']), minneapolis, lots);
    expect(result.stages[1]).toMatchObject({
      kind: 'exclusion',
      of: [4, 3],
      deferral: { candidates: [0], total: 40000n },
    });
  });

  it('being able to draw level keeps a candidate in: "not enough to equal or surpass"', () => {
    // 3 + the surplus of 4 equal the next, 7.
    const result = count(contestOf(2, 4, ['18: 0 2', '12: 1', '7: 2', '3: 3 2']), minneapolis, lots);
    expect(result.stages[1]).toMatchObject({ kind: 'surplus', of: [0] });
  });

  it('(d): whoever is over the threshold is still continuing, and receives, until their own surplus moves', () => {
    // Threshold 10 of 36; 0 has 16, 1 has 11. Most of 0's papers name 1 next.
    const result = count(contestOf(3, 5, ['14: 0 1 2', '2: 0 3', '11: 1 2', '5: 2', '4: 3']), minneapolis, lots);
    const surplus = result.stages.find(({ kind }) => kind === 'surplus');
    expect(surplus).toMatchObject({ of: [0] });
    expect(formatVotes(surplus?.transfers[0]?.gains[1] ?? 0n, result)).toBe('5.2500'); // 14 x 0.3750
  });

  it('when those left equal the seats no paper moves', () => {
    const result = count(contestOf(2, 3, ['13: 0', '7: 1 2', '9: 2']), minneapolis, lots);
    expect(result.stages.at(-1)).toMatchObject({ excluded: [1] });
    expect(printed(result, result.stages.length - 1)[1]).toBe('7.0000');
  });
});

describe('Minneapolis, what does not decide', () => {
  it('167.70(b): as many as the seats at the maximum possible threshold are those elected in the first round', () => {
    let met = 0;
    fc.assert(
      fc.property(contests, fc.nat({ max: 40 }), ({ contest, ballots }, blank) => {
        fc.pre(checkContest(contest, minneapolis).ok);
        const cast = ballots.reduce((sum, { copies }) => sum + copies, 0) + blank;
        const maximum = Math.floor(cast / (contest.seats + 1)) + 1;
        const firstRanked = new Array<number>(contest.candidateCount).fill(0);
        for (const { preferences, copies } of ballots) {
          const [first] = preferences;
          if (first !== undefined && first in firstRanked) firstRanked[first] = (firstRanked[first] ?? 0) + copies;
        }
        const reached = firstRanked.flatMap((votes, id) =>
          votes >= maximum && !contest.withdrawn.includes(id) ? [id] : [],
        );
        if (reached.length !== contest.seats) return;
        met += 1;
        const { stages, elected } = count(contest, minneapolis, { kind: 'seeded', seed: 'first' });
        expect(stages).toHaveLength(1);
        expect(elected.map(({ candidate }) => candidate).sort((a, b) => a - b)).toEqual(reached);
      }),
      { numRuns: 2000, seed: 167 },
    );
    expect(met).toBeGreaterThan(30);
  });

  it('167.70(c)(2): a ranking with several candidates is passed over', () => {
    const passed = count(contestOf(2, 4, ['5: 0=1 2', '4: 3', '3: 0']), minneapolis, lots);
    expect(printed(passed, 0)).toEqual(['3.0000', '0.0000', '5.0000', '4.0000']);
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const cases = join(data ?? '.', 'cases');
const files = (folder: string, ending: string): string[] =>
  data === null ? [] : readdirSync(join(cases, folder)).filter((file) => file.endsWith(ending));

interface OpenStvCount {
  readonly file: string;
  readonly rounds: readonly { readonly count: Readonly<Record<string, number>> }[];
  readonly winners: readonly string[];
}

/** A row for every stage that changed anything. */
const changes = <T>(rows: readonly T[]): T[] =>
  rows.filter((row, i) => JSON.stringify(row) !== JSON.stringify(rows[i - 1]));

describe.runIf(data !== null)('against OpenSTV 1.7, every tally of every round', () => {
  const folder = 'openstv17-generated';
  /** It moves the last defeated candidate's papers, and gives none to those over the threshold. */
  const asOpenStv: TransferRule = { ...minneapolis, lastExclusion: 'transfer', receiving: 'below-quota' };
  const read = (name: string) => JSON.parse(readFileSync(join(cases, folder, name), 'utf8')) as OpenStvCount;

  it.each(files(folder, '.MinneapolisSTV.json').filter((name) => existsSync(join(cases, read(name).file))))(
    '%s',
    (name) => {
      const openStv = read(name);
      const { contest, names } = readContest(join(cases, openStv.file));
      const result = count(contest, asOpenStv, paperOrder(contest));
      const rows = result.stages.map(({ tallies }) =>
        Object.fromEntries(names.map((n, id) => [n, Number(formatVotes(tallies[id] ?? 0n, result))])),
      );
      expect(changes(rows)).toEqual(changes(openStv.rounds.map(({ count }) => count)));
      expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([...openStv.winners].sort());
    },
  );
});

describe.runIf(data !== null)('against droop, which multiplies before it divides', () => {
  /** Moreover it moves every surplus, and sure losers' papers, though as many are left as seats; clause (e) ends. */
  const asDroop = (dump: string): TransferRule => ({
    ...minneapolis,
    surplusRounding: 'each-step',
    lastExclusion: endsByClauseE.some((name) => dump.startsWith(name)) ? 'stop' : 'transfer',
    remaining: 'after-surpluses',
  });
  const endsByClauseE = ['SC-Vm-12', 'tie'];
  const ending = '-mpls-fixed-p4-d4.dump.tsv';

  it.each([
    ...files('droop-reference', ending).map((file) => ['droop-reference', file] as const),
    // The third of these has an undeclared write-in candidate, whom our ballots cannot mark.
    ...files('droop-reference/mpls', ending).flatMap((file) =>
      file.startsWith('undeclared') ? [] : [['droop-reference/mpls', file] as const],
    ),
  ])('%s/%s', (folder, dump) => {
    const blt = join(cases, folder, dump.replace(ending, '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, asDroop(dump), droopOrder(blt, contest));
    expect(printedStages(result, contest, 4)).toEqual(droopStages(join(cases, folder, dump)));
  });
});

interface RcTabReport {
  readonly results: readonly { readonly tally: Readonly<Record<string, string>>; readonly threshold: string }[];
}

describe.runIf(data !== null)('the Park Board election of 2013 against RCTab 2.0.0, every tally of every round', () => {
  const folder = join(cases, 'rctab-multiwinner');

  it.each([
    ['2013_minneapolis_park', asRcTab],
    ['2013_minneapolis_park_hare', { ...asRcTab, quota: 'hare-integer' }],
  ] as const)('%s', (name, rule) => {
    const { contest, names } = readContest(join(folder, '2013_minneapolis_park/2013_minneapolis_park.blt'));
    const report = JSON.parse(
      readFileSync(join(folder, name, `${name}_expected_detailed_report.json`), 'utf8'),
    ) as RcTabReport;
    const result = count(contest, rule, paperOrder(contest));
    const called = (id: number): string => (names[id] === 'UWI' ? 'Undeclared Write-ins' : (names[id] ?? ''));
    const rows = result.stages.map(({ tallies }) =>
      Object.fromEntries(
        tallies.flatMap((tally, id) => (tally > 0n ? [[called(id), Number(formatVotes(tally, result))]] : [])),
      ),
    );
    const expected = report.results.map(({ tally }) =>
      Object.fromEntries(Object.entries(tally).map(([who, votes]) => [who, Number(votes)])),
    );
    // Its last row moves a surplus after all three are elected.
    expect(changes(rows)).toEqual(changes(expected).slice(0, -1));
    expect(formatVotes(result.quota ?? 0n, { ...result, places: 0 })).toBe(report.results[0]?.threshold);
  });

  it('elects the three the city elected, by the ordinance with its batches too', () => {
    const { contest, names } = readContest(join(folder, '2013_minneapolis_park/2013_minneapolis_park.blt'));
    const result = count(contest, minneapolis, paperOrder(contest));
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([
      'ANNIE YOUNG',
      'JOHN ERWIN',
      'MEG FORNEY',
    ]);
  });
});
