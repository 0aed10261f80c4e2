import type { TransferRule } from '../rule';

/**
 * Electoral Reform Society, "How to conduct an election by the Single Transferable Vote", third edition 1997 (R. A.
 * Newland and F. S. Britton), section 5. Paragraphs are cited where the count does what they say. That a paper ends
 * before candidates marked alike, and is invalid where they come first, was not read in it and is not confirmed.
 */
export const ers97: TransferRule = {
  id: 'ers97',
  name: 'Electoral Reform Society rules (ERS97)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. The lowest are taken out together where that is safe.',
  source: {
    title: 'How to conduct an election by the Single Transferable Vote, 3rd edition 1997 (Electoral Reform Society)',
    section: 'section 5',
    address: null,
  },
  basis: 'text',
  family: 'societies',
  method: 'transfers',
  decimals: 2,
  cutting: 'each-paper',
  quota: 'droop-decimals',
  quotaOverTime: 'until-first-elected',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'active-vote',
  receiving: 'below-quota',
  surplusPapers: 'last-parcel-transferable',
  surplusValue: 'unweighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'when-safe',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'bulk-when-safe',
  excludedPapers: 'by-value',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: ['forwards'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
