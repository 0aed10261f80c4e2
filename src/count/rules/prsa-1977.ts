import type { TransferRule } from '../rule';

/**
 * Proportional Representation Society of Australia, rules for conducting elections by the quota-preferential method,
 * 1977, counted in thousandths of a vote. Read: rules 1.1 to 2.3.2.
 *
 * - 1.1: a paper without a clear first preference is informal. That candidates ranked equal further on end it is assumed.
 * - 1.3: the quota is the next whole number of thousandths above the votes over one more than the places.
 * - 2.1: as many votes as the quota elect.
 * - 2.3: a surplus of first preferences. 2.3.1: each paper counts for whoever is preferred to all others not yet elected,
 *   so a number left out does not end it. 2.3.2: if those papers are worth more than the surplus, the surplus over their
 *   number is the transfer value.
 *
 * The rest was not found and is as recalled: later surpluses from the papers that made them, in the order of election;
 * exclusion of one, in the order in which their papers came; values cut to thousandths; ties by the latest stage. See
 * docs/ers-family.md.
 */
export const prsa1977: TransferRule = {
  id: 'prsa-1977',
  name: 'Proportional Representation Society of Australia (1977)',
  description:
    'Votes are counted in thousandths, and extra votes move in the order people were elected. Only the beginning of the rules was read, on the number of votes needed and the first extra votes; the rest is not confirmed.',
  source: {
    title:
      'Rules for Conducting Elections by the Quota-Preferential Method (Proportional Representation Society of Australia)',
    section: 'rules 1.1 to 2.3.2; the rest not seen',
    address: 'http://www.prsa.org.au/rule1977.htm',
  },
  basis: 'recalled',
  family: 'societies',
  method: 'transfers',
  decimals: 3,
  cutting: 'each-paper',
  quota: 'droop-next-decimal',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'last-parcel-transferable',
  surplusValue: 'unweighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-order-of-election',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'by-order-received',
  electing: 'each-transfer',
  lastExclusion: 'transfer',
  remaining: 'after-surpluses',
  lastPlace: 'count-on',
  ties: ['backwards'],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
