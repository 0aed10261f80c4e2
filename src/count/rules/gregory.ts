import type { TransferRule } from '../rule';
import { wigm } from './wigm';

/**
 * Gregory's method in its first form, with the last parcel only ("exclusive Gregory" is another name for it): a later
 * surplus is taken from the papers that came last, those with a next preference, at surplus / their number and never
 * more than they are worth; every fraction kept, the quota whole. A teaching rule: the laws that use it cut to decimals
 * or whole votes.
 */
export const gregory: TransferRule = {
  ...wigm,
  id: 'gregory',
  name: 'Gregory, last parcel (exclusive Gregory)',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes; each moves on at the same fraction of a vote, kept exactly.',
  source: {
    title: 'Exclusive Gregory method',
    section: 'as described by Wikipedia; other choices as here',
    address: 'https://en.wikipedia.org/wiki/Counting_single_transferable_votes',
  },
  basis: 'definition',
  quota: 'droop-integer',
  reaching: 'at-quota',
  surplusPapers: 'last-parcel-transferable',
  surplusValue: 'unweighted',
  excludedPapers: 'by-value',
};
