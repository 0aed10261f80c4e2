import type { QuotientRule } from '../rule';

/**
 * D. R. Woodall's quota preferential by quotient, after a proposal of O. Salmi's. Its paragraphs 2.1 to 2.6 were read as
 * droop's program quotes them. It starts the count again after every exclusion; going on instead, which is easier by
 * hand, is not here.
 */
export const qpq: QuotientRule = {
  id: 'qpq',
  name: 'Quota preferential by quotient',
  description:
    'A candidate’s ballots are divided by 1 plus the seats those ballots have filled already; the highest such quotient above the quota is elected. Where nobody is above it the lowest goes out, and the count starts again without them.',
  source: {
    title: 'D. R. Woodall, QPQ, a quota-preferential STV-like election rule (Voting matters 17, 2003)',
    section: '2.1 to 2.6',
    address: null,
  },
  basis: 'programs',
  family: 'textbook',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
  method: 'quotients',
  decimals: 9,
};
