import type { TransferRule } from '../rule';
import { wigm } from './wigm';

/**
 * The single transferable vote with the quota of Thomas Hare: the votes divided by the seats, kept as a fraction and
 * reached by as many. Otherwise as `wigm`. It leaves more to those with few votes than a Droop quota does, and can give
 * fewer than half the seats to more than half the voters.
 */
export const hare: TransferRule = {
  ...wigm,
  id: 'hare',
  name: 'Hare quota, exact',
  description:
    'The quota is the votes divided by the seats, so more votes are needed to be sure of a seat. Every fraction of a vote is kept.',
  source: {
    title: 'Hare quota',
    section: 'with the weighted inclusive Gregory method',
    address: 'https://en.wikipedia.org/wiki/Hare_quota',
  },
  basis: 'definition',
  quota: 'hare-decimals',
  reaching: 'at-quota',
};
