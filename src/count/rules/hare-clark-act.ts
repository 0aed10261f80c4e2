import type { TransferRule } from '../rule';

/**
 * Electoral Act 1992 (Australian Capital Territory), schedule 4, as it has stood since 2020: Hare-Clark with votes to six
 * decimals.
 *
 * - cl. 1B: the quota. cl. 1C (2), (5): a surplus is taken from the papers counted for the candidate at the count at
 *   which they became successful; those of them with a next available preference move at surplus / their number.
 * - cl. 1C (4): never more than the paper's value when it was counted for the candidate. What that leaves of the surplus
 *   moves nowhere; the commission's sheets print it with the loss by fraction.
 * - cl. 6: any votes over the quota are a surplus. The text still speaks of at least one vote; the commission reads it so.
 * - cl. 7 (3): surpluses from the earliest count first, then the largest; equal ones by the votes at the last count and
 *   each before it, any difference parting them, else by lot. cl. 8 (2): the same for exclusion.
 * - cl. 9: an excluded candidate's papers by value, highest first, parcels of one value together; the quota is looked at
 *   after each. cl. 4 (1): the scrutiny stops as soon as all places are filled. cl. 4 (2): as many left as places are
 *   elected once no surplus is left and an exclusion is finished.
 */
export const hareClarkAct: TransferRule = {
  id: 'hare-clark-act',
  name: 'Hare-Clark, Australian Capital Territory (2020)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. Votes are counted to six decimals, and the lowest are taken out one at a time.',
  source: {
    title: 'Electoral Act 1992 (Australian Capital Territory)',
    section: 'schedule 4, clauses 1 to 9',
    address: 'https://www.legislation.act.gov.au/a/1992-71',
  },
  basis: 'programs',
  family: 'public',
  method: 'transfers',
  decimals: 6,
  cutting: 'each-sub-parcel',
  quota: 'droop-integer',
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
  excludedPapers: 'by-value',
  electing: 'each-transfer',
  lastExclusion: 'transfer',
  remaining: 'after-surpluses',
  lastPlace: 'count-on',
  ties: ['backwards-by-transfer'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};

/** The same in whole votes, as counted up to 2016. */
export const hareClarkAct2001: TransferRule = {
  ...hareClarkAct,
  id: 'hare-clark-act-2001',
  name: 'Hare-Clark, Australian Capital Territory (before 2020)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. Votes are counted in whole numbers, and the lowest are taken out one at a time.',
  source: { ...hareClarkAct.source, section: 'schedule 4, clauses 1 to 9, before the amendment of 2020' },
  decimals: 0,
};
