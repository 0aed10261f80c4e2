import type { TransferRule } from '../rule';

/**
 * Electoral Act 1992 (Ireland), part XIX, sections 118 to 126, with section 31 of the Electoral (Amendment) Act 2001. Of
 * these sections 118 (beginning) and 31 were read; the rest is as in the schedules they come from (Acts of 1930 and 1937,
 * beginnings) and as recalled, so it is said not to be confirmed.
 *
 * - s. 118: what a count is; a number left out or given twice ends a paper; lots, for equal fractions too.
 * - s. 120: the quota. s. 121: surpluses, the largest first, of all papers where they are first preferences and else of
 *   the sub-parcel last received; whole papers, in proportion to the next preferences, the largest fractions counting as
 *   one; those last filed. A surplus that cannot bring the lowest candidate level with the next is left.
 * - s. 122: exclusion of the lowest, or of several whose votes together with the surpluses are fewer than the next
 *   candidate's. Ties: whoever had fewer at the earliest count at which they differed, else by lot.
 * - s. 124: as many continuing candidates as places are elected at once; so is one who for the last place has no fewer
 *   votes than all others together with the surpluses; and since 2001 all but the lowest of one more than the places,
 *   where the lowest with all surpluses has fewer than the next. This last is here the surplus left, the lowest excluded
 *   and no paper moved, which elects the same.
 *
 * Not done: a surplus may not be left, nor candidates be excluded together, where it could bring someone over a quarter
 * of the quota, which decides over their expenses and can change the order of counts; lots are drawn for equal fractions
 * at once. Papers are mixed by the seed, those of a parcel when some of them are to move.
 */
export const irelandDail: TransferRule = {
  id: 'ireland-dail',
  name: 'Irish Dáil elections (1992)',
  description:
    'When someone has more votes than they need, as many ballots as they have too many move on whole: those on top of each pile after mixing. The others stay. The section that says which ones was not found.',
  source: {
    title: 'Electoral Act 1992 (Ireland)',
    section: 'part XIX, sections 118 to 126',
    address: 'https://www.irishstatutebook.ie/eli/1992/act/23/enacted/en/html',
  },
  basis: 'recalled',
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
  surplusPapers: 'last-parcel-transferable',
  surplusValue: 'whole-in-proportion',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'when-strictly-safe',
  excludedFirst: 0,
  exclusion: 'bulk-when-strictly-safe',
  excludedPapers: 'together',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'outvotes-others',
  ties: ['forwards-stage-ends'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
