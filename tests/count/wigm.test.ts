import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVotes } from '../../src/basics/decimal';
import { CannotCount } from '../../src/count/cannot-count';
import { checkRule } from '../../src/count/check-rule';
import { checkContest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { TransferRule } from '../../src/count/rule';
import { wigm } from '../../src/count/rules/wigm';
import { wigmDecimals } from '../../src/count/rules/wigm-decimals';
import { wigmPrf } from '../../src/count/rules/wigm-prf';
import { seededRandom } from '../../src/basics/random';
import { packBallots } from '../../src/election/ballots';
import { contestOf, contests, contestsWithEquals, unevenly } from '../support/contests';
import { randomTransferRules } from '../support/random-rules';
import { droopOrder, droopStages, printedStages } from '../support/droop';
import { readContest } from '../support/public-contest';
import { missingDataNote, sharedData } from '../support/shared-data';

const lots = { kind: 'seeded', seed: 'wigm' } as const;

describe('exact weighted inclusive Gregory', () => {
  it('keeps every fraction: a third is a third', () => {
    // 28 A>B>C>D; 14 A>C>D>B; 15 B>C>A>D; 17 C>A>B>D; 26 D>B>C>A, two seats: the article on STV of the French Wikipedia.
    const lines = ['28: 0 1 2 3', '14: 0 2 3 1', '15: 1 2 0 3', '17: 2 0 1 3', '26: 3 1 2 0'];
    const rule = { ...wigm, quota: 'droop-integer', reaching: 'at-quota', lastExclusion: 'stop' } as const;
    const result = count(contestOf(2, 4, lines), rule, lots);
    expect(result.stages.map(({ tallies }) => tallies.map((tally) => (tally * 3n) / result.vote))).toEqual([
      [126n, 45n, 51n, 78n],
      [102n, 61n, 59n, 78n], // 20 1/3, 19 2/3
      [102n, 112n, 0n, 86n], // 37 1/3, 28 2/3
    ]);
    expect(result.stages.every(({ lossByFraction }) => lossByFraction === 0n)).toBe(true);
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
  });

  it('the quota is an exact fraction and has to be passed', () => {
    // 45 Andrea>Carter, 25 Carter, 30 Brad: a third of 100 each (Wikipedia, "Hagenbach-Bischoff quota").
    const result = count(contestOf(2, 3, ['45: 0 1', '25: 1', '30: 2']), wigm, lots);
    expect(formatVotes(result.quota ?? 0n, { vote: result.vote, places: 6 })).toBe('33.333333');
    expect(result.stages[1]?.tallies.map((tally) => (tally * 3n) / result.vote)).toEqual([100n, 110n, 90n]); // 36 2/3, 30
    expect(result.elected.map(({ candidate }) => candidate)).toEqual([0, 1]);
    const even = count(contestOf(2, 3, ['3: 0', '3: 1', '3: 2']), wigm, lots);
    expect(even.stages[0]?.elected).toEqual([]); // three candidates with a third each, two seats
  });

  it('stops with a plain sentence where the digits would grow without end, and soon', () => {
    const random = seededRandom('digits');
    const others = Array.from({ length: 59 }, (_, id) => id + 1);
    const ballots = Array.from({ length: 1_000 }, () => {
      const order = others.map((id) => ({ id, key: id / (1 + random.below(30)) })).sort((a, b) => a.key - b.key);
      return { copies: 1, preferences: [0, ...order.map(({ id }) => id)] };
    });
    const contest = { seats: 40, candidateCount: 60, withdrawn: [], ballots: packBallots(ballots, 60) };
    expect(() => count(contest, wigm, lots)).toThrow(CannotCount);
    expect(count(contest, wigmDecimals, lots).elected).toHaveLength(40);
  });
});

describe('five decimals', () => {
  it('cuts each paper’s value after multiplying and dividing, and reports what is cut', () => {
    // Quota of 10 votes and two seats: 3.33334. 0 has 7, a surplus of 3.66666: 3.66666 / 7 = 0.523808 and so on.
    const result = count(contestOf(2, 3, ['7: 0 1', '2: 1', '1: 2']), wigmDecimals, lots);
    expect(formatVotes(result.quota ?? 0n, result)).toBe('3.33334');
    expect(result.stages[1]?.tallies.map((tally) => formatVotes(tally, result))).toEqual([
      '3.33334',
      '5.66660', // 2 + 7 x 0.52380
      '1.00000',
    ]);
    expect(formatVotes(result.stages[1]?.lossByFraction ?? 0n, result)).toBe('0.00006');
  });
});

describe('two arithmetics, each checked against the other', () => {
  const places = 30;
  const mixtures: readonly [string, Partial<TransferRule>][] = [
    ['the rule itself', {}],
    ['bulk exclusion, surpluses deferred', { exclusion: 'bulk-when-strictly-safe', deferral: 'when-strictly-safe' }],
    ['Hare quota', { quota: 'hare-integer' }],
    ['last batch, transferable papers', { surplusPapers: 'last-parcel-transferable', excludedPapers: 'by-value' }],
    ['unweighted', { surplusValue: 'unweighted', excludedPapers: 'by-value' }],
    ['all surpluses at once, until transferred', { surplusesAtOnce: 'all', receiving: 'until-transferred' }],
  ];

  /** Votes to 20 decimals: what thirty cut decimals cannot have lost in so small a count. */
  const shared = (result: Count): readonly (readonly string[])[] =>
    result.stages.map(({ tallies }) => tallies.map((tally) => formatVotes(tally, { vote: result.vote, places: 20 })));

  it.each(mixtures)('exact fractions and thirty decimals: %s', (_, mixture) => {
    fc.assert(
      fc.property(contests, ({ contest }) => {
        const base: TransferRule = { ...wigm, quota: 'droop-integer', reaching: 'at-quota', ...mixture };
        fc.pre(checkContest(contest, base).ok);
        const exact = count(contest, base, lots);
        const cut = count(contest, { ...base, decimals: places }, lots);
        // Equal fractions may be parted by their thirtieth decimal, which is what exactness is for.
        fc.pre(exact.stages.every(({ ties }) => ties.length === 0) && !nearly(exact));
        expect(shared(cut)).toEqual(shared(exact));
        expect(cut.elected).toMatchObject(exact.elected.map(({ candidate, stage }) => ({ candidate, stage })));
      }),
      { numRuns: 120, seed: 7 },
    );
  });

  it('exact fractions and thirty decimals: any rule at all that looks at one candidate at a time', () => {
    // Where votes are added up and compared (bulk exclusions, surpluses deferred), sums that are equal may be parted too.
    const drawn = randomTransferRules.map((rule): TransferRule => ({
      ...rule,
      decimals: 'exact',
      excludedFirst: 0,
      exclusion: 'one',
      deferral: 'never',
      progressive: 'none',
      lastPlace: rule.lastPlace === 'outvotes-others' ? 'count-on' : rule.lastPlace,
    }));
    let parted = 0;
    fc.assert(
      fc.property(drawn, unevenly(contestsWithEquals), (rule, { contest }) => {
        fc.pre(checkRule(rule).ok && checkContest(contest, rule).ok);
        const exact = count(contest, rule, lots);
        fc.pre(exact.stages.every(({ ties }) => ties.length === 0) && !nearly(exact));
        const cut = count(contest, { ...rule, decimals: places }, lots);
        expect(shared(cut)).toEqual(shared(exact));
        expect(cut.elected).toEqual(exact.elected);
        if ((cut.stages.at(-1)?.lossByFraction ?? 0n) > 0n) parted += 1;
      }),
      { numRuns: 900, seed: 7 },
    );
    expect(parted).toBeGreaterThan(50); // so many had something to cut
  }, 60_000);

  /** Whether at any point two who are not yet elected are level, or one of them is with the quota. */
  function nearly({ stages }: Count): boolean {
    const seated = new Set<number>();
    return stages.some(({ tallies, quota, transfers, elected, startsAgain }) => {
      if (startsAgain) seated.clear();
      const level = [tallies, ...transfers.map((transfer) => transfer.tallies)].some((votes) => {
        const compared = votes.filter((units, candidate) => units > 0n && !seated.has(candidate));
        return new Set([...compared, quota]).size <= compared.length;
      });
      for (const { candidate } of elected) seated.add(candidate);
      return level;
    });
  }
});

const data = sharedData();
if (data === null) console.info(missingDataNote);
const folder = join(data ?? '.', 'cases/droop-reference');
const dumps = (ending: string): string[] =>
  data === null ? [] : readdirSync(folder).filter((file) => file.endsWith(ending));

describe.runIf(data !== null)('against droop, every tally and the non-transferable of every stage', () => {
  // droop breaks ties by an order fixed beforehand, here that of the paper, and never looks back.
  const byOrder: TransferRule = { ...wigm, ties: [] };

  const sureLosers: TransferRule = {
    ...wigmPrf,
    exclusion: 'bulk-when-strictly-safe',
    deferral: 'when-strictly-safe',
    lastExclusion: 'stop',
  };

  it.each(dumps('-wigm-rational-d12.dump.tsv'))('exact: %s', (dump) => {
    const blt = join(folder, dump.replace('-wigm-rational-d12.dump.tsv', '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, byOrder, droopOrder(blt, contest));
    expect(printedStages(result, contest, 12)).toEqual(droopStages(join(folder, dump)));
  });

  it.each(dumps('-wigm-guarded-p18-g9-d18.dump.tsv'))('18 decimals and 9 to guard them: %s', (dump) => {
    const blt = join(folder, dump.replace('-wigm-guarded-p18-g9-d18.dump.tsv', '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, byOrder, droopOrder(blt, contest));
    expect(printedStages(result, contest, 18)).toEqual(droopStages(join(folder, dump)));
  });

  it.each(dumps('-wigm-prf-batch-fixed-p4-d4.dump.tsv'))('the PRF rule with its defeat of sure losers: %s', (dump) => {
    const blt = join(folder, dump.replace('-wigm-prf-batch-fixed-p4-d4.dump.tsv', '.blt'));
    const { contest } = readContest(blt);
    const result = count(contest, sureLosers, droopOrder(blt, contest));
    expect(printedStages(result, contest, 4)).toEqual(droopStages(join(folder, dump)));
  });
});
