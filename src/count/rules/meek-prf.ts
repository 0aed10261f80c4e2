import type { KeepRule } from '../rule';

/**
 * The Proportional Representation Foundation's reference Meek rule. Its steps are cited where the count does what they
 * say; the predetermined order of its procedure T is the lots of the count.
 */
export const meekPrf: KeepRule = {
  id: 'meek-prf',
  name: 'Meek (PRF reference)',
  description:
    'Everyone elected keeps just the share of each ballot that they need, and the rest passes on, also to others already elected. The shares are worked out again after every change, to nine decimals.',
  source: {
    title: 'Reference Meek Rule (Proportional Representation Foundation)',
    section: 'the whole',
    address: null,
  },
  basis: 'programs',
  family: 'textbook',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
  method: 'keep-values',
  sharing: 'meek',
  decimals: 9,
  rounding: 'kept-up',
  keepRounding: 'each-step-up',
  improving: 'all-elected',
  quota: 'droop-next-decimal',
  oneSeatQuota: 'same',
  reaching: 'at-quota',
  recognised: 'each-iteration',
  surplusBelow: 6,
  stalled: 'surplus-not-smaller',
  exclusion: 'one',
  level: 'within-surplus',
  keepAtExclusion: 'unchanged',
  lastExclusion: 'stop',
  lots: 'drawn',
};
