import type { TransferRule } from '../rule';

/**
 * Minneapolis Code of Ordinances, title 8.5, chapter 167 (as amended to 2015), for the Park Board and other offices of
 * several seats: sections 167.20 (definitions) and 167.70.
 *
 * - Threshold: whole, any fraction disregarded. Surplus fraction: surplus over votes, cut to four places; transfer
 *   value: that times the present value, cut to four places.
 * - 167.70(b): a first tabulation looks only whether as many as the seats reach the maximum possible threshold, which is
 *   of all ballots cast, blank ones included. Whoever reaches that reaches the threshold too, and by (c)(1)(a) the same
 *   candidates are then elected in the first round: it changes nothing, and is not made.
 * - 167.70(c)(1)(c): before a surplus moves, all for whom it is mathematically impossible to be elected are defeated
 *   together: those whose votes with all below them and all surpluses cannot equal the next higher total. In the terms
 *   of the axes surpluses wait while several, or the lowest alone, are strictly safe to exclude.
 * - (d): the largest surplus, ties by lot. Candidates over the threshold are continuing until theirs moves, and receive.
 * - (e): else the lowest, ties by lot. No paper moves when those left equal the seats.
 * - (c)(2): rankings that are left out, or have several candidates, are passed over.
 *
 * Not done: undeclared write-in candidates, who count as one group and are defeated at the beginning of the second round,
 * (c)(1)(c); a ballot file has no mark for them.
 */
export const minneapolis: TransferRule = {
  id: 'minneapolis',
  name: 'Minneapolis',
  description:
    'Those who can no longer win go out together before any extra votes move. Then each ballot of whoever has most to spare moves on at a smaller value.',
  source: {
    title: 'Minneapolis Code of Ordinances, chapter 167',
    section: 'sections 167.20 and 167.70',
    address: 'https://library.municode.com/mn/minneapolis/codes/code_of_ordinances',
  },
  basis: 'text',
  family: 'public',
  method: 'transfers',
  decimals: 4,
  cutting: 'each-paper',
  quota: 'droop-integer',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'until-transferred',
  surplusPapers: 'all',
  surplusValue: 'weighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'fraction-first',
  surplusOrder: 'by-size',
  surplusesAtOnce: 'one',
  deferral: 'when-strictly-safe',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'bulk-when-strictly-safe',
  excludedPapers: 'together',
  electing: 'stage-end',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: [],
  surplusTies: null,
  skippedPreference: 'passes',
  equalPreference: 'passes',
};
