import type { TransferRule } from '../rule';

/**
 * Californians for Electoral Reform, draft law of "choice voting" for city and county councils, version 4c: sections
 * 10057 and 10059 of an Elections Code that was never so amended. Subdivisions of 10059 are cited.
 *
 * - (a)(2): the threshold is a whole number, any fraction disregarded. droop, which prints this text, keeps a fraction.
 * - (d), (g): whoever has reached the threshold when a round begins is elected, and all surpluses move in that round;
 *   those who reach it meanwhile still receive.
 * - (g)(2): a paper's value times the surplus, divided by the votes, cut to five places: multiplied first.
 * - (h), (i): one candidate is defeated; if that leaves as many as the offices, they are elected and no paper moves.
 * - 10057(b): ties by lot. 10057(a): a number left out is passed over; (c): a ranking of several ends the ballot.
 * - (f), (k): the defeat of several at once, before any surplus moves, is optional and not used. It is `exclusion`
 *   `bulk-short-of-quota` with `deferral` `when-strictly-safe`.
 */
export const cfer: TransferRule = {
  id: 'cfer',
  name: 'Californian draft law (CfER)',
  description:
    'All extra votes that are waiting move on in the same stage, each ballot at a smaller value. The lowest are taken out one at a time.',
  source: {
    title: 'Ranked voting bill for California, draft 4c (Californians for Electoral Reform)',
    section: 'sections 10057 and 10059',
    address: 'https://github.com/jklundell/droop/blob/master/droop/rules/cfer.py',
  },
  basis: 'text',
  family: 'textbook',
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
  surplusesAtOnce: 'all',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'together',
  electing: 'stage-end',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: [],
  surplusTies: null,
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
