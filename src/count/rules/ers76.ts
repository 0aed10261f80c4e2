import type { TransferRule } from '../rule';
import { ers97 } from './ers97';

/**
 * The second edition, 1976, of the Electoral Reform Society's rules. Its text was not found. Accounts of the third edition
 * say what that changed: the quota is recalculated when votes become non-transferable before anybody is elected, all
 * quotas are to two decimals, and votes can no longer be placed in suspense. So this is ERS97 without paragraph 5.4.8.
 * When the second edition had its quota to fewer decimals is not known, and two are kept here; votes in suspense were an
 * option and are left out. See docs/ers-family.md.
 */
export const ers76: TransferRule = {
  ...ers97,
  id: 'ers76',
  name: 'Electoral Reform Society rules, second edition (ERS76)',
  description:
    'As the rules of 1997, but the number of votes needed is worked out once and stays. Put together from accounts of that edition, not from its text; how it rounded that number was not found.',
  source: {
    title: 'How to conduct an election by the Single Transferable Vote, 2nd edition 1976 (Electoral Reform Society)',
    section: 'not seen',
    address: 'https://en-academic.com/dic.nsf/enwiki/614422',
  },
  basis: 'recalled',
  quotaOverTime: 'static',
};
