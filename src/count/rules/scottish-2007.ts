import type { TransferRule } from '../rule';

/**
 * Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52: the weighted inclusive
 * Gregory method with values cut to five places.
 *
 * - rule 43: a paper with more than one first preference is rejected (Electoral Commission, "Dealing with doubtful
 *   ballot papers", 2012). That one on which a later number stands twice counts up to there is not confirmed.
 * - rule 46: the quota.
 * - rule 48: surpluses. (3), (4): each paper moves at surplus x its value / the candidate's vote, "calculated to five
 *   decimal places (ignoring the remainder if any)"; multiplied before it is divided.
 * - rule 49: the largest surplus first; equal ones by the most recent stage at which they differed, else by lot.
 * - rule 50: exclusion of one, all papers at their present value. Rule 51: ties for it.
 * - rule 52: filling of last vacancies. By its letter no paper moves once those who remain equal the places; the
 *   published tables of most wards show the last exclusion's transfer all the same, so that is the choice here.
 *   `scottish2007Letter` keeps the letter; the winners never differ.
 */
export const scottish2007: TransferRule = {
  id: 'scottish-2007',
  name: 'Scottish council elections (2007)',
  description:
    'When someone has more votes than they need, every one of their ballots moves on at a smaller value. The lowest are taken out one at a time.',
  source: {
    title: 'Scottish Local Government Elections Order 2007 (SSI 2007/42)',
    section: 'schedule 1, rules 45 to 52',
    address: 'https://www.legislation.gov.uk/ssi/2007/42',
  },
  basis: 'text',
  family: 'public',
  method: 'transfers',
  decimals: 5,
  cutting: 'each-paper',
  quota: 'droop-integer',
  quotaOverTime: 'static',
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
  skippedPreference: 'stops',
  equalPreference: 'stops',
};

/** The same by the letter of rule 52(2): no transfer when those who remain equal the places. */
export const scottish2007Letter: TransferRule = { ...scottish2007, lastExclusion: 'stop' };
