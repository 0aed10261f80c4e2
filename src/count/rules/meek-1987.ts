import type { KeepRule } from '../rule';

/**
 * I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single Transferable Vote by Meek's Method", The Computer
 * Journal 30 (1987). The paper counts in the real numbers of a computer; here everything has nine decimals. Known from
 * programs that follow it, whose printed stages this reproduces to their two decimals: docs/meek-differences.md.
 */
export const meek1987: KeepRule = {
  id: 'meek-1987',
  name: 'Meek (Algorithm 123, 1987)',
  description:
    'Everyone elected keeps just the share of each ballot that they need, and the rest passes on, also to others already elected. Extra votes are shared out completely before anyone else is elected by them.',
  source: {
    title: 'Single Transferable Vote by Meek’s Method (Hill, Wichmann and Woodall, The Computer Journal 30, 1987)',
    section: 'Algorithm 123',
    address: null,
  },
  basis: 'programs',
  family: 'textbook',
  ties: ['backwards'],
  skippedPreference: 'passes',
  equalPreference: 'stops',
  method: 'keep-values',
  sharing: 'meek',
  decimals: 9,
  rounding: 'kept-up',
  keepRounding: 'once-up',
  improving: 'all-elected',
  quota: 'droop-cut',
  oneSeatQuota: 'same',
  reaching: 'above-quota',
  recognised: 'after-sharing',
  surplusBelow: 6,
  stalled: 'surplus-not-smaller',
  exclusion: 'one',
  level: 'equal',
  keepAtExclusion: 'unchanged',
  lastExclusion: 'stop',
  lots: 'drawn',
};
