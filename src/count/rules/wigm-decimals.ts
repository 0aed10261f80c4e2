import type { TransferRule } from '../rule';
import { wigm } from './wigm';

/**
 * The weighted inclusive Gregory method with five decimals: the value of each paper is cut after multiplying and
 * dividing, the quota raised to the next 0.00001 where it is not exact and reached by as many votes. What is cut is loss
 * by fraction. A model of its kind, in no law: the number of decimals is what a rule of one's own would change.
 */
export const wigmDecimals: TransferRule = {
  ...wigm,
  id: 'wigm-decimals',
  name: 'Weighted inclusive Gregory, five decimals',
  description:
    'When someone has more votes than they need, every one of their ballots moves on at a smaller value, cut to five decimals.',
  source: {
    title: 'Weighted inclusive Gregory method',
    section: 'with values cut to five decimals',
    address: 'https://en.wikipedia.org/wiki/Counting_single_transferable_votes',
  },
  decimals: 5,
  quota: 'droop-next-decimal',
  reaching: 'at-quota',
};
