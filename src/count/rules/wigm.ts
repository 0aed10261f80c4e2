import type { TransferRule } from '../rule';

/**
 * The weighted inclusive Gregory method as textbooks give it: the quota is the votes over one more than the seats, to be
 * passed and not only reached; every fraction is kept. The same choices are found in droop ("wigm" with rational
 * arithmetic) and in the description of OpenTally's own rules; ties are looked for backwards there and settled by lot.
 */
export const wigm: TransferRule = {
  id: 'wigm',
  name: 'Weighted inclusive Gregory, exact',
  description:
    'When someone has more votes than they need, every one of their ballots moves on at a smaller value. Every fraction of a vote is kept.',
  source: {
    title: 'Weighted inclusive Gregory method',
    section: 'as counted by droop with exact fractions',
    address: 'https://en.wikipedia.org/wiki/Counting_single_transferable_votes',
  },
  basis: 'programs',
  family: 'textbook',
  method: 'transfers',
  decimals: 'exact',
  cutting: 'each-paper',
  quota: 'droop-decimals',
  quotaOverTime: 'static',
  reaching: 'above-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'all',
  surplusValue: 'weighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'together',
  electing: 'each-transfer',
  lastExclusion: 'transfer',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: ['backwards'],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
