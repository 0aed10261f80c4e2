import type { TransferRule } from '../rule';

/**
 * Commonwealth Electoral Act 1918, section 273 (8) to (32), as a computer applies it since the Electoral Legislation
 * Amendment (Assurance of Senate Counting) Act 2021: the unweighted inclusive Gregory method in whole votes.
 *
 * - (8): the quota. (9), (10), (14): every paper of the elected candidate moves at surplus / papers; what a continuing
 *   candidate gets is cut to whole votes. Nothing moves once all vacancies are filled. The value may be more than a
 *   paper was worth before, and nothing in the section prevents it.
 * - (20) to (22): surpluses in the order of election; of those elected at one count the largest first, equal ones by the
 *   last count at which each of them had a different number of votes, else by lot (2021).
 * - (13) to (16): one candidate is excluded; papers by value, highest first (13AA). Who reaches the quota on the way is
 *   elected then, but the exclusion is finished before that surplus moves. Bulk exclusion, (13A) to (13C), is not for
 *   counts by computer (s. 273A (5), (9), 2021), and was not used in 2016 and 2019; see senate-au-hand.ts.
 * - (17): two left for the last vacancy; equal votes by lot (2021). (18): as many left as vacancies. Both are applied
 *   once no surplus is left to move and no exclusion is going on; the section does not say when. In 2019 and 2022 (18)
 *   was applied before the papers of a last exclusion moved, which changes no winner.
 * - (29), (31), (31A): ties over exclusion by the last count at which two of them differed, else by lot (2021).
 */
export const senateAu: TransferRule = {
  id: 'senate-au',
  name: 'Australian Senate (2021)',
  description:
    'When someone has more votes than they need, all their ballots move on, each at the same value, in whole votes. The lowest are taken out one at a time.',
  source: {
    title: 'Commonwealth Electoral Act 1918 (Australia), as amended by Act No. 135 of 2021',
    section: 'section 273 (8) to (32)',
    address: 'https://www.legislation.gov.au/C1918A00027',
  },
  basis: 'programs',
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
  surplusPapers: 'all',
  surplusValue: 'unweighted',
  equalFractions: 'lot',
  valueRise: 'allowed',
  surplusRounding: 'once',
  surplusOrder: 'by-order-of-election',
  surplusTies: ['backwards-all-differ'],
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'by-value',
  electing: 'each-transfer',
  lastExclusion: 'transfer',
  remaining: 'after-surpluses',
  lastPlace: 'higher-of-two',
  ties: ['backwards-by-transfer'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
