import type { TransferRule } from '../rule';

/**
 * Electoral Act 2004 (Tasmania), schedule 4: Hare-Clark in whole votes. The schedule itself has not been read here.
 *
 * From the electoral commissions' own table (Electoral Council of Australia and New Zealand): a surplus is taken from
 * the last parcel received, at surplus / the ballot papers in it; an excluded candidate's parcels are put together by
 * transfer value and moved in decreasing order; ties over exclusion by the last time the candidates were unequal, else
 * by lot. That papers without a next preference share in the division fits a surplus reported from the count of Denison
 * in 2010 (docs/australian-differences.md). A moved paper can then never gain, so `valueRise` decides nothing.
 *
 * Recalled, and not confirmed: the order of surpluses and their ties, that votes are cut for each pile, and how the last
 * places are filled. In Denison in 2010 the last candidate but one was not taken out.
 */
export const hareClarkTas: TransferRule = {
  id: 'hare-clark-tas',
  name: 'Hare-Clark, Tasmania (2004)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. Votes are counted in whole numbers, and the lowest are taken out one at a time. Put together from accounts; the law’s text was not found.',
  source: {
    title: 'Electoral Act 2004 (Tasmania)',
    section: 'schedule 4',
    address: 'https://www.legislation.tas.gov.au/view/whole/html/inforce/current/act-2004-051',
  },
  basis: 'recalled',
  family: 'public',
  method: 'transfers',
  decimals: 0,
  cutting: 'each-sub-parcel',
  quota: 'droop-integer',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'last-parcel',
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
  excludedPapers: 'by-value',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: ['backwards-by-transfer'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
