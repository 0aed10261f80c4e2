import type { TransferRule } from '../rule';

/**
 * Electoral Act 1992 (Ireland), part XIX, sections 118 to 126, as amended by the Electoral (Amendment) Act 2001.
 *
 * Read in the Act's text:
 * - s. 118 (beginning): what a count is; a number left out or given twice ends a paper; lots, for equal fractions too.
 * - s. 120(1): the quota; (2) as many votes as the quota elect.
 * - s. 124(1): as many continuing candidates as places are elected at once. (1A), of 2001: so are all but the lowest of one
 *   more than the places, where the lowest with all surpluses has fewer than the next; this is here the surplus left, the
 *   lowest excluded and no paper moved, which elects the same. (2): so is one who for the last place has more votes than
 *   all others together with the surpluses.
 * - s. 48(1)(e), of 2001: a deposit is kept by more than a quarter of the quota at any stage; s. 124(3) takes account of it.
 *
 * Sections 121 to 123 were not found. What they rest on here:
 * - s. 121: surpluses of all papers where they are first preferences and else of the sub-parcel last received, in whole
 *   papers in proportion to the next preferences (the beginnings of the schedules of 1923, 1930 and 1937, which have the
 *   same words); the largest fractions count as one (as s. 118 supposes); those last filed move (the rules of 1910, from
 *   which these come).
 * - s. 121(9) to (11): the largest surplus first, of equal ones that which arose first, then that of whoever had more at
 *   the earliest count at which they differed, else by lot; equal fractions by the larger sub-parcel and then in that
 *   order. Two accounts and an open program have the surpluses so, the program the fractions.
 * - s. 121: a surplus that cannot bring the lowest level with the next is left, unless the lowest could get more than a
 *   quarter of the quota by it. The Act of 1963, s. 38, put the second into the rule of 1923, with a third of the quota.
 * - s. 122: exclusion of the lowest, or of several whose votes together with the surpluses are fewer than the next
 *   candidate's and of whom none can still come to a quarter of the quota (the public information service's account).
 *   Ties: whoever had fewer at the earliest count at which they differed, else by lot.
 *
 * Not done: under s. 124(3) papers move even after all places are decided, where a deposit hangs on it. Papers are mixed by
 * the seed, those of a parcel when some of them are to move. See docs/rules.md.
 */
export const irelandDail: TransferRule = {
  id: 'ireland-dail',
  name: 'Irish Dáil elections (1992)',
  description:
    'When someone has more votes than they need, as many ballots as they have too many move on whole: those on top of each pile after mixing. The others stay. The section that says which ones was not found.',
  source: {
    title: 'Electoral Act 1992 (Ireland)',
    section: 'sections 48(1)(e) and 118 to 126',
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
  equalFractions: 'larger-sub-parcel',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size-then-election',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'when-strictly-safe',
  deposit: 'quarter-of-quota',
  excludedFirst: 0,
  exclusion: 'bulk-when-strictly-safe',
  excludedPapers: 'together',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'exceeds-others',
  ties: ['forwards-stage-ends'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
