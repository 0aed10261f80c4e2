import type { KeepRule } from '../rule';
import { meekPrf } from './meek-prf';

/**
 * C. H. E. Warren, "Counting in STV elections", Voting matters 1 (1994): as Meek's method, but whoever is elected takes
 * the same amount of every ballot that still has that much. The rest is counted as the PRF reference Meek rule has it,
 * since Warren's has no text that settles decimals and ends of iterations; two programs agree with it. But surpluses are
 * shared until the keep values repeat themselves: a surplus that has only gone from one candidate to the next in an
 * iteration, as it does along one order that many copy, is not one that the decimals leave. Candidates may be
 * ranked equal, as he has it in "Equality of preference", Voting matters 7 (1996).
 */
export const warren: KeepRule = {
  ...meekPrf,
  id: 'warren',
  name: 'Warren',
  description:
    'As Meek’s method, but everyone elected takes the same amount of every ballot, as far as it has that much left, instead of the same share.',
  source: {
    title: 'Counting in STV elections (C. H. E. Warren, Voting matters 1)',
    section: 'the whole',
    address: null,
  },
  basis: 'programs',
  equalPreference: 'shared',
  sharing: 'warren',
  stalled: 'keep-values-again',
  level: 'equal',
  ties: ['backwards'],
};
