import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContest, type Contest } from '../../src/count/contest';
import { count, type Count } from '../../src/count/count';
import type { Rule, TransferRule } from '../../src/count/rule';
import { av } from '../../src/count/rules/av';
import { blockVote } from '../../src/count/rules/block-vote';
import { ers76 } from '../../src/count/rules/ers76';
import { ers97 } from '../../src/count/rules/ers97';
import { hareClarkAct, hareClarkAct2001 } from '../../src/count/rules/hare-clark-act';
import { hareClarkTas } from '../../src/count/rules/hare-clark-tas';
import { meek1987 } from '../../src/count/rules/meek-1987';
import { meekNz } from '../../src/count/rules/meek-nz';
import { meekPrf } from '../../src/count/rules/meek-prf';
import { fptp } from '../../src/count/rules/fptp';
import { cfer } from '../../src/count/rules/cfer';
import { gregory } from '../../src/count/rules/gregory';
import { hare } from '../../src/count/rules/hare';
import { minneapolis } from '../../src/count/rules/minneapolis';
import { cambridge, cambridgeLetter } from '../../src/count/rules/cambridge';
import { irelandDail } from '../../src/count/rules/ireland-dail';
import { northernIreland } from '../../src/count/rules/northern-ireland';
import { prsa1977 } from '../../src/count/rules/prsa-1977';
import { qpq } from '../../src/count/rules/qpq';
import { scottish2007, scottish2007Letter } from '../../src/count/rules/scottish-2007';
import { senateAu } from '../../src/count/rules/senate-au';
import { senateAuHand } from '../../src/count/rules/senate-au-hand';
import { warren } from '../../src/count/rules/warren';
import { wigm } from '../../src/count/rules/wigm';
import { wigmDecimals } from '../../src/count/rules/wigm-decimals';
import { sntv } from '../../src/count/rules/sntv';
import { wigmPrf } from '../../src/count/rules/wigm-prf';
import { wright } from '../../src/count/rules/wright';
import { packBallots, withBallot } from '../../src/election/ballots';
import { groupBallots } from '../../src/election/group-ballots';
import { asText, contestsWithEquals, type Drawn } from '../support/contests';
import { expectTracesToSum } from '../support/traces';

const unweightedPiles: TransferRule = {
  ...scottish2007,
  decimals: 0,
  cutting: 'each-sub-parcel',
  surplusValue: 'unweighted',
  valueRise: 'allowed',
  excludedPapers: 'by-value',
};
const lastBatchCapped = { surplusPapers: 'last-parcel-transferable', valueRise: 'never' } as const;

/** The named rules, and mixtures of their axes that no book prints but the count must survive. */
const rules: readonly [string, Rule][] = [
  ['Scottish 2007', scottish2007],
  ['Scottish 2007 by the letter', scottish2007Letter],
  ['ERS97', ers97],
  ['PRF reference WIGM', wigmPrf],
  ['Northern Ireland', northernIreland],
  ['ERS76', ers76],
  ['PRSA 1977', prsa1977],
  ['Australian Senate', senateAu],
  ['Hare-Clark, ACT', hareClarkAct],
  ['Hare-Clark, ACT, in whole votes', hareClarkAct2001],
  ['Hare-Clark, Tasmania', hareClarkTas],
  ['Senate, bulk exclusion', { ...senateAu, exclusion: 'bulk-when-strictly-safe' }],
  ['Australian Senate by hand', senateAuHand],
  ['PRF reference Meek', meekPrf],
  ['Meek 1987', meek1987],
  ['New Zealand Meek', meekNz],
  ['Warren', warren],
  ['Meek, both parts cut', { ...meekPrf, decimals: 5, rounding: 'both-cut', surplusBelow: 3 }],
  ['quota preferential by quotient', qpq],
  ['quotients, whole votes', { ...qpq, decimals: 0, skippedPreference: 'stops' }],
  ['Meek, equal preferences shared', { ...meekPrf, equalPreference: 'shared' }],
  ['New Zealand Meek, equal preferences shared', { ...meekNz, equalPreference: 'shared' }],
  [
    'Meek, both parts cut, equal preferences shared',
    { ...meekPrf, decimals: 5, rounding: 'both-cut', surplusBelow: 3, equalPreference: 'shared' },
  ],
  ['Warren, one decimal', { ...warren, decimals: 1, surplusBelow: 0 }],
  ['Minneapolis', minneapolis],
  ['Gregory, last parcel', gregory],
  ['Hare quota', hare],
  ['Alternative vote', av],
  ['Californian draft (CfER)', cfer],
  [
    'Californian draft with its optional defeat of several',
    { ...cfer, exclusion: 'bulk-short-of-quota', deferral: 'when-strictly-safe' },
  ],
  [
    'Scottish with bulk exclusion and deferral',
    { ...scottish2007, exclusion: 'bulk-when-safe', deferral: 'when-safe' },
  ],
  [
    'Scottish with bulk exclusion and deferral where no deposit hangs on it, equal surpluses by election',
    {
      ...scottish2007,
      exclusion: 'bulk-when-safe',
      deferral: 'when-safe',
      deposit: 'quarter-of-quota',
      surplusOrder: 'by-size-then-election',
      lastPlace: 'exceeds-others',
    },
  ],
  [
    'Scottish by value, forwards ties, gaps closed up',
    { ...scottish2007, excludedPapers: 'by-value', ties: ['forwards'], skippedPreference: 'passes' },
  ],
  [
    'ERS97 one at a time, last transfer made',
    { ...ers97, exclusion: 'one', deferral: 'never', lastExclusion: 'transfer' },
  ],
  [
    'ERS97 with whole quota, never lowered',
    { ...ers97, quota: 'droop-integer', quotaOverTime: 'static', progressive: 'none' },
  ],
  ['exact weighted inclusive', wigm],
  ['weighted inclusive, five decimals', wigmDecimals],
  ['exact, Hare quota lowered at every stage', { ...wigm, quota: 'hare-decimals', quotaOverTime: 'every-stage' }],
  [
    'exact unweighted, values may rise, last batch',
    { ...wigm, surplusValue: 'unweighted', valueRise: 'allowed', surplusPapers: 'last-parcel' },
  ],
  ['whole votes of piles, unweighted, values may rise', unweightedPiles],
  ['whole votes of piles, last batch, values capped', { ...unweightedPiles, ...lastBatchCapped }],
  [
    'piles of six decimals, weighted, all transferable, parcels in the order received',
    {
      ...unweightedPiles,
      decimals: 6,
      surplusValue: 'weighted',
      surplusPapers: 'all-transferable',
      excludedPapers: 'by-order-received',
    },
  ],
  [
    'unweighted papers that may rise, until transferred, at stage ends, all at once',
    {
      ...scottish2007,
      surplusValue: 'unweighted',
      valueRise: 'allowed',
      receiving: 'until-transferred',
      electing: 'stage-end',
      surplusesAtOnce: 'all',
      excludedPapers: 'first-preferences-then-by-value',
    },
  ],
  [
    'unweighted capped papers of all parcels, strictly safe, none with no votes',
    {
      ...scottish2007,
      surplusValue: 'unweighted',
      surplusPapers: 'all-transferable',
      exclusion: 'bulk-when-strictly-safe',
      deferral: 'when-strictly-safe',
      excludedFirst: 3,
      remaining: 'after-surpluses',
      surplusRounding: 'fraction-first',
      ties: ['backwards-all-differ', 'forwards'],
    },
  ],
  ['Scottish, papers with equal preferences invalid', { ...scottish2007, equalPreference: 'invalid' }],
  [
    'Scottish above the quota, surpluses by order of election',
    { ...scottish2007, reaching: 'above-quota', surplusOrder: 'by-order-of-election' },
  ],
  ['Scottish, equal preferences shared', { ...scottish2007, equalPreference: 'shared' }],
  ['exact, equal preferences shared', { ...wigm, equalPreference: 'shared' }],
  [
    'two decimals, started again after each exclusion, equal preferences shared',
    { ...wright, cutting: 'each-paper', surplusValue: 'weighted', decimals: 2, equalPreference: 'shared' },
  ],
  ['block vote', blockVote],
  ['block vote, a number left out ends the Xs', { ...blockVote, skippedPreference: 'stops' }],
  ['single non-transferable vote', sntv],
  ['first past the post', fptp],
  ['Wright', wright],
  [
    'exact, started again after each exclusion, last batch unweighted, values may rise, the quota lowered at every stage',
    {
      ...wright,
      decimals: 'exact',
      surplusPapers: 'last-parcel',
      surplusValue: 'unweighted',
      valueRise: 'allowed',
      quotaOverTime: 'every-stage',
      exclusion: 'bulk-when-safe',
      deferral: 'when-safe',
      ties: ['backwards'],
    },
  ],
  ['Irish Dáil', irelandDail],
  ['Cambridge', cambridge],
  ['Cambridge with its 50 votes cut to 3', { ...cambridge, excludedFirst: 3 }],
  ['Cambridge by the letter', cambridgeLetter],
  ['Scottish, quotas filled in the first count', { ...scottish2007, firstCount: 'until-quota' }],
  [
    'whole papers in proportion, those for nobody too, over a quota of hundredths, all at once, at stage ends',
    {
      ...irelandDail,
      decimals: 2,
      quota: 'droop-decimals',
      reaching: 'above-quota',
      surplusPapers: 'all',
      surplusesAtOnce: 'all',
      receiving: 'until-transferred',
      electing: 'stage-end',
      excludedPapers: 'by-order-received',
      deferral: 'never',
    },
  ],
  [
    'every n-th of the last batch, exact, the quota lowered at every stage, parcels by value',
    {
      ...cambridge,
      decimals: 'exact',
      quota: 'hare-decimals',
      quotaOverTime: 'every-stage',
      surplusPapers: 'last-parcel',
      receiving: 'until-transferred',
      excludedPapers: 'first-preferences-then-by-value',
      exclusion: 'bulk-when-safe',
      firstCount: 'until-quota',
      skippedPreference: 'stops',
    },
  ],
];
const lots = { kind: 'seeded', seed: 'properties' } as const;

function counted(rule: Rule, contest: Contest): Count {
  fc.pre(checkContest(contest, rule).ok);
  return count(contest, rule, lots);
}

/**
 * Piles that were cut apart may regain what they lost, and so may papers shared by equals when fewer of them are left;
 * papers that begin anew regain also what had stopped.
 */
const cutsPapers = (rule: Rule): boolean =>
  rule.method === 'transfers'
    ? rule.cutting === 'each-paper'
    : rule.method === 'keep-values' && rule.rounding === 'kept-up' && rule.equalPreference !== 'shared';
const stopsForGood = (rule: Rule): boolean => rule.method !== 'quotients';

const total = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

function check(property: (drawn: Drawn) => void): void {
  fc.assert(fc.property(contestsWithEquals, property), { numRuns: 300, seed: 2020 });
}

describe.each(rules)('any count under %s', (_, rule) => {
  it('conserves value to the last unit at every stage and after every transfer', () => {
    check(({ contest }) => {
      const result = counted(rule, contest);
      const cast = BigInt(result.validBallots * result.votesPerBallot) * result.vote;
      for (const stage of result.stages) {
        expect(total(stage.tallies) + stage.nonTransferable + stage.lossByFraction).toBe(cast);
        expect(stage.tallies.every((tally) => tally >= 0n)).toBe(true);
        for (const transfer of stage.transfers) {
          if (transfer.fate.kind === 'restart') continue; // gives back what had stopped or been cut
          if (stopsForGood(rule)) expect(transfer.nonTransferable).toBeGreaterThanOrEqual(0n);
          if (cutsPapers(rule)) expect(transfer.lossByFraction).toBeGreaterThanOrEqual(0n);
        }
        expect(stage.transfers.at(-1)?.tallies ?? stage.tallies).toEqual(stage.tallies);
      }
    });
  });

  it('fills the seats, or as many as there are candidates, each once', () => {
    check(({ contest }) => {
      const { elected, excluded } = counted(rule, contest);
      const stood = contest.candidateCount - contest.withdrawn.length;
      expect(elected).toHaveLength(Math.min(contest.seats, stood));
      const fates = [...elected, ...excluded].map(({ candidate }) => candidate);
      expect(new Set(fates).size).toBe(fates.length);
      expect(fates).toHaveLength(stood);
      expect(fates.some((candidate) => contest.withdrawn.includes(candidate))).toBe(false);
    });
  });

  it('is the same whatever the order of the ballots and however equal ones are bundled', () => {
    check(({ contest, ballots }) => {
      const singles = ballots.flatMap((ballot) =>
        Array.from({ length: ballot.copies }, () => ({ ...ballot, copies: 1 })),
      );
      const other = { ...contest, ballots: packBallots(singles.reverse(), contest.candidateCount) };
      expect(asText(counted(rule, other))).toBe(asText(counted(rule, contest)));
    });
  });

  it('is the same of grouped ballots, and of some of them grouped and others after them', () => {
    check(({ contest, ballots }) => {
      const { candidateCount } = contest;
      const grouped = { ...contest, ballots: groupBallots(contest.ballots, candidateCount) };
      const given = asText(counted(rule, contest));
      expect(asText(counted(rule, grouped))).toBe(given);
      const last = ballots.at(-1);
      if (last === undefined) return;
      const few = groupBallots(packBallots(ballots.slice(0, -1), candidateCount), candidateCount);
      expect(asText(counted(rule, { ...contest, ballots: withBallot(few, last) }))).toBe(given);
    });
  });

  it('is traced exactly: each ballot sums to its votes, all together to the tallies', () => {
    check(({ contest }) => expectTracesToSum(counted(rule, contest), contest));
  });

  it('leaves its input as it was', () => {
    check(({ contest, ballots }) => {
      counted(rule, Object.freeze(contest));
      expect(contest.ballots).toEqual(packBallots(ballots, contest.candidateCount));
    });
  });
});

describe('elected candidates', () => {
  it('never receive papers again', () => {
    for (const rule of [scottish2007, ers97, irelandDail, cambridge]) {
      check(({ contest }) => {
        const out = new Set<number>();
        for (const stage of counted(rule, contest).stages) {
          stage.transfers.forEach((transfer, i) => {
            for (const candidate of out) expect(transfer.gains[candidate]).toBe(0n);
            for (const elected of stage.elected) if (elected.afterTransfer === i) out.add(elected.candidate);
          });
          for (const { candidate } of stage.elected) out.add(candidate);
          for (const candidate of stage.excluded) out.add(candidate);
        }
      });
    }
  });
});

describe('grouped ballots', () => {
  it('are counted as given ones where they are alike for longer than a byte can say', () => {
    const names = Array.from({ length: 300 }, (_, id) => id);
    const ballots = [0, 3, 6, 9].flatMap((places) => {
      const ends = [names.slice(280), names.slice(280).reverse(), names.slice(290)];
      return ends.map((end, i) => ({ copies: 3 + places + i, preferences: [...names.slice(places, 280), ...end] }));
    });
    const contest = { seats: 5, candidateCount: 300, withdrawn: [], ballots: packBallots(ballots, 300) };
    for (const rule of [scottish2007, wright, meekPrf, qpq]) {
      const grouped = { ...contest, ballots: groupBallots(contest.ballots, 300) };
      expect(asText(counted(rule, grouped))).toBe(asText(counted(rule, contest)));
    }
  });
});
