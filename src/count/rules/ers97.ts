import type { Rule } from '../rule';

/**
 * Electoral Reform Society, "How to conduct an election by the Single Transferable Vote", third edition 1997 (R. A.
 * Newland and F. S. Britton), section 5. Paragraphs are cited where the count does what they say.
 */
export const ers97: Rule = {
  id: 'ers97',
  name: 'Electoral Reform Society rules (ERS97)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. The lowest are taken out together where that is safe.',
  source: {
    title: 'How to conduct an election by the Single Transferable Vote, 3rd edition 1997 (Electoral Reform Society)',
    section: 'section 5',
    address: null,
  },
  decimals: 2,
  quota: 'droop-decimals',
  quotaOverTime: 'until-first-elected',
  reaching: 'at-quota',
  progressive: 'active-vote',
  surplusPapers: 'last-batch-transferable',
  surplusValue: 'exclusive',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  deferral: 'when-safe',
  exclusion: 'bulk-when-safe',
  excludedPapers: 'by-value',
  lastExclusion: 'stop',
  ties: 'forwards',
  skippedPreference: 'stops',
};
