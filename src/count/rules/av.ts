import type { TransferRule } from '../rule';

/**
 * The alternative vote, or instant-runoff voting: one seat, the lowest out one at a time, until somebody has more than
 * half of the votes still in play. Papers are always whole votes. Some laws go on until two candidates are left; here
 * the count stops at the majority.
 */
export const av: TransferRule = {
  id: 'av',
  name: 'Alternative vote (instant runoff)',
  description:
    'For one seat only: the lowest are taken out one at a time and their ballots move on whole, until someone has more than half of the votes still in play.',
  source: {
    title: 'Instant-runoff voting',
    section: 'as described by Wikipedia; ties and skipped numbers as chosen here',
    address: 'https://en.wikipedia.org/wiki/Instant-runoff_voting',
  },
  basis: 'definition',
  family: 'comparison',
  method: 'transfers',
  fills: 'one-seat',
  decimals: 0,
  cutting: 'each-paper',
  quota: 'droop-integer',
  quotaOverTime: 'every-stage',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'all',
  surplusValue: 'weighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'together',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: ['backwards'],
  surplusTies: null,
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
