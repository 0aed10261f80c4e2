import type { KeepRule } from '../rule';

/**
 * New Zealand: Local Electoral Regulations 2001 (SR 2001/145) Schedule 1A, as at 1 July 2025. Where a part kept is
 * rounded, the calculator by which elections are counted is followed and not the letter of clause 10, under which a
 * ballot could become worth more than one vote: docs/meek-differences.md, with what else differs. Clauses 20 and 21, by
 * which candidates nobody ranks are withdrawn and places may stay empty, are not followed.
 */
export const meekNz: KeepRule = {
  id: 'meek-nz',
  name: 'New Zealand council elections (Meek, 2001)',
  description:
    'Everyone elected keeps just the share of each ballot that they need, and the rest passes on, also to others already elected. The lowest is taken out as soon as nothing can save them.',
  source: {
    title: 'Local Electoral Regulations 2001 (New Zealand)',
    section: 'Schedule 1A',
    address: 'https://www.legislation.govt.nz/regulation/public/2001/0145/latest/DLM57125.html',
  },
  basis: 'text',
  family: 'public',
  ties: ['forwards'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
  method: 'keep-values',
  sharing: 'meek',
  decimals: 9,
  rounding: 'kept-up',
  keepRounding: 'each-step-up',
  improving: 'over-quota',
  quota: 'droop-next-decimal',
  oneSeatQuota: 'whole-majority',
  reaching: 'at-quota',
  recognised: 'each-iteration',
  surplusBelow: 4,
  stalled: 'keep-values-again',
  exclusion: 'one-when-sure',
  level: 'equal',
  keepAtExclusion: 'improved',
  lastExclusion: 'stop',
  lots: 'nz-2001',
};
