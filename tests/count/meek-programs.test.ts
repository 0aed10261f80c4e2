import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDecimal } from '../../src/basics/decimal';
import type { Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { KeepRule } from '../../src/count/rule';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { meekNz } from '../../src/count/rules/meek-nz';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { warren } from '../../src/count/rules/warren';
import { contestOf } from '../support/contests';
import { paperOrder, readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';
import { expectTracesToSum } from '../support/traces';

/* Counts of other programs; where they differ, docs/meek-differences.md says why. */

describe('Algorithm 123 against its printed stages', () => {
  // Eleven candidates, six seats; the stages after which all surpluses have been shared, two decimals.
  const lines = `35: 0 1/3: 0 2 8/11: 0 2 5/5: 0 2 6/6: 0 2 7/20: 0 3/7: 0 3 8/4: 0 3 10/8: 0 4/4: 0 7/1: 0 9 4 6/1: 0 9 8/
    18: 0 10/11: 0/81: 1/23: 2 0 1/2: 2 0 1 6/1: 2 0 1 7/1: 2 0/3: 3 0 2 6/1: 3 7/11: 3 4 5/3: 3 1/5: 3 1 10/1: 3 2/
    105: 4/91: 5/64: 6/5: 7/42: 7 8/12: 7 6/55: 8/2: 9 4/5: 9 7/14: 9 8/2: 9 0 10/90: 10`;
  const result = count(contestOf(6, 11, lines.replace(/\s*\n\s*/g, '').split('/')), meek1987, {
    kind: 'seeded',
    seed: '',
  });
  const twoDecimals = (units: bigint): string => (Number(units) / 1e9).toFixed(2);

  it.each([
    [1, '107.57', '134.00 81.00 27.00 24.00 105.00 91.00 64.00 59.00 55.00 23.00 90.00', [0]],
    [2, '107.26', '107.26 87.98 31.99 30.19 106.60 91.00 64.00 59.80 55.00 23.40 93.59', []],
    [4, '106.96', '106.96 88.47 32.34 30.62 106.96 91.00 64.00 64.85 69.21 0.00 94.27', []],
    [6, '104.42', '104.42 97.71 34.97 0.00 104.42 92.45 64.03 66.00 70.99 0.00 95.97', []],
    [9, '101.58', '101.58 101.58 0.00 0.00 101.58 97.07 67.24 68.92 73.27 0.00 99.81', []],
    [11, '73.00', '73.00 73.00 0.00 0.00 73.00 73.00 0.00 70.83 75.16 0.00 73.00', [8]],
  ] as const)('stage %i', (number, quota, tallies, elected) => {
    const stage = result.stages[number - 1];
    expect(twoDecimals(stage?.quota ?? 0n)).toBe(quota);
    expect(stage?.tallies.map(twoDecimals).join(' ')).toBe(tallies);
    expect(stage?.elected.map(({ candidate }) => candidate)).toEqual(elected);
  });

  it('elects the six who were elected', () => {
    expect(result.stages).toHaveLength(11);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 4, 1, 10, 5, 8]);
  });
});

const data = sharedData();
if (data === null) console.info(missingDataNote);

interface OpenStvCount {
  readonly file: string;
  readonly precision: number;
  readonly rounds: readonly {
    readonly count: Readonly<Record<string, number>>;
    readonly exhausted: number;
    readonly thresh: number;
  }[];
  readonly winners: readonly string[];
}

describe.runIf(data !== null)('against OpenSTV 1.7, which prints every iteration', () => {
  const cases = join(data ?? '.', 'cases');
  const folder = join(cases, 'openstv17-generated');
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as OpenStvCount;
  const counts = (ending: string): string[] =>
    data === null
      ? []
      : readdirSync(folder).filter((name) => name.endsWith(ending) && existsSync(join(cases, read(name).file)));

  /** Numbers of our stages that it does not print: every vote, what has stopped, the quota. */
  function stagesNotPrinted(name: string, rule: KeepRule): number[] {
    const { file, precision, rounds, winners } = read(name);
    const { contest, names } = readContest(join(cases, file));
    const result = count(contest, rule, paperOrder(contest));
    expect(result.elected.map(({ candidate }) => names[candidate]).sort()).toEqual([...winners].sort());
    const printed = new Set(
      rounds.map(({ count, exhausted, thresh }) =>
        [...names.map((one) => count[one] ?? NaN), exhausted, thresh].map((n) => n.toFixed(precision)).join(' '),
      ),
    );
    return result.stages.flatMap(({ number, tallies, nonTransferable, lossByFraction, quota }) => {
      const row = [...tallies, nonTransferable + lossByFraction, quota ?? 0n];
      return printed.has(row.map((units) => formatDecimal(units, precision)).join(' ')) ? [] : [number];
    });
  }

  it.each(counts('.MeekNZSTV.json'))('New Zealand, nine decimals, every stage: %s', (name) => {
    // Of SC.blt it excludes four candidates with no votes together, which the regulations do not say.
    expect(stagesNotPrinted(name, meekNz)).toEqual(name.startsWith('droop_SC.') ? [4, 5, 6, 7] : []);
  });

  it.each(counts('.WarrenSTV.json'))('Warren, six decimals, every stage: %s', (name) => {
    const six: KeepRule = { ...warren, decimals: 6, keepRounding: 'once-up', exclusion: 'all-sure' };
    expect(stagesNotPrinted(name, { ...six, stalled: 'keep-values-again' })).toEqual([]);
  });
});

describe.runIf(data !== null)('against droop with 27 decimals or exact fractions, to a millionth of a vote', () => {
  const folder = join(data ?? '.', 'cases/droop-reference');
  const finer = {
    quota: 'droop-cut',
    reaching: 'above-quota',
    exclusion: 'all-sure',
    level: 'within-surplus',
  } as const;
  const dumps = (method: string): string[] =>
    data === null
      ? []
      : readdirSync(folder).filter((name) =>
          new RegExp(`-${method}-o(9-guarded|10-rational).*\\.dump\\.tsv$`).test(name),
        );

  /** Rounds, as droop counts them, in which it elects or excludes with votes that no stage of ours has. */
  function roundsNotMet(name: string, rule: KeepRule): string[] {
    const { contest } = readContest(join(folder, name.replace(/-(meek|warren)-.*/, '.blt')));
    const result = count(contest, { ...rule, ...finer }, paperOrder(contest));
    const ours = result.stages.map(({ tallies, quota }) =>
      [quota ?? 0n, ...tallies.filter((_, id) => !contest.withdrawn.includes(id))].map((units) => Number(units) / 1e9),
    );
    const seen = new Set<string>();
    const notMet: string[] = [];
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const [round = '', action, quota, , , , ...candidates] = line.split('\t');
      // Those excluded together in a round, and the end, are lines of their own without another counting.
      if ((action !== 'elect' && action !== 'defeat') || round === 'X' || seen.has(round)) continue;
      seen.add(round);
      const votes = [Number(quota), ...candidates.filter((_, i) => i % 4 === 2).map(Number)];
      if (!ours.some((row) => row.every((n, i) => Math.abs(n - (votes[i] ?? NaN)) < 1e-6))) notMet.push(round);
    }
    expect(seen.size).toBeGreaterThan(0);
    return notMet;
  }

  it.each(dumps('meek'))('%s', (name) => {
    // In SC-Vm-12 the two lowest are a ten-millionth of a vote apart: level, for a rule that leaves a millionth unshared.
    expect(roundsNotMet(name, meekPrf)).toEqual(name.startsWith('SC-Vm-12') ? ['3'] : []);
  });

  it.each(dumps('warren'))('%s', (name) => {
    expect(roundsNotMet(name, warren)).toEqual([]);
  });
});

describe.runIf(data !== null)('the public elections', () => {
  const folder = join(data ?? '.', 'elections');
  interface Expected {
    readonly meek_winners_index?: readonly number[];
  }
  const expected: [string, Expected][] =
    data === null
      ? []
      : Object.entries(
          (JSON.parse(readFileSync(join(folder, 'EXPECTED.json'), 'utf8')) as { elections: Record<string, Expected> })
            .elections,
        ).filter(([, { meek_winners_index }]) => meek_winners_index !== undefined);
  const read = (name: string): Contest => {
    const file = [`${name}.blt`, `${name}.blt.gz`].find((one) => existsSync(join(folder, one)));
    if (file === undefined) throw new Error(`no ballots for ${name}`);
    return readContest(join(folder, file)).contest;
  };
  const winners = ({ elected }: Count): number[] => elected.map(({ candidate }) => candidate + 1).sort((a, b) => a - b);

  it.each(expected)('%s: the winners by Meek, and traces that sum to the tallies', (name, { meek_winners_index }) => {
    const contest = read(name);
    for (const rule of [meekPrf, meekNz, meek1987, warren]) {
      const result = count(contest, rule, paperOrder(contest));
      expect([rule.id, winners(result)]).toEqual([rule.id, [...(meek_winners_index ?? [])].sort((a, b) => a - b)]);
      if (rule === meekPrf || rule === warren) expectTracesToSum(result, contest);
    }
  });
});
