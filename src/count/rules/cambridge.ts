import type { TransferRule } from '../rule';

/**
 * Massachusetts General Laws chapter 54A section 9, with the Cincinnati method for surpluses, which the City of Cambridge
 * uses in place of rules (d) to (f) as section 16 (b) lets it.
 *
 * - (a): a number left out is closed up. (c): the quota; nobody is credited with a ballot past it.
 * - the city's description of the method: every n-th ballot in the order counted, n being all the candidate's ballots
 *   divided by the surplus to the nearest whole number, then those at n + 1, 2n + 1 and so on; a ballot that names no
 *   continuing candidate stays. The order of several surpluses is not in it: the largest first, as in OpenSTV 1.7.
 * - (g): at the first exclusion all with fewer ballots than the signatures a nomination needs, which is 50. The letter
 *   does so even if places stay empty; here it is left out then. (i), (j): after that the lowest, one at a time.
 * - (k): ties by the standing before the last transfer, then the one before it, else by lot.
 * - (l): a transfer in progress is completed when the last place is filled, and the last exclusion's ballots move.
 *
 * The city drops candidates who were given the same number and reads on; here a ballot ends before them. The city counts
 * precincts in an order drawn by lot; here the papers received together are mixed by the seed.
 */
export const cambridge: TransferRule = {
  id: 'cambridge',
  name: 'Cambridge, Massachusetts',
  description:
    'When someone has more votes than they need, one in so many of their ballots moves on whole and the others stay. First all with fewer than 50 votes are taken out, then the lowest one at a time.',
  source: {
    title: 'Massachusetts General Laws chapter 54A, and the Cincinnati method as the city describes it',
    section: 'section 9',
    address: 'https://malegislature.gov/Laws/GeneralLaws/PartI/TitleVIII/Chapter54A/Section9',
  },
  basis: 'text',
  family: 'public',
  method: 'transfers',
  decimals: 0,
  cutting: 'each-paper',
  quota: 'droop-integer',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'all-transferable',
  surplusValue: 'whole-every-nth',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 50,
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

/** The same by rules (d) to (f) of section 9, as it is without section 16 (b): the first count fills quotas by itself. */
export const cambridgeLetter: TransferRule = { ...cambridge, firstCount: 'until-quota' };
