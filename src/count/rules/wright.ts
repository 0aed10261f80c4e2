import type { TransferRule } from '../rule';
import { wigm } from './wigm';

/**
 * The Wright system (A. van der Craats, in a submission on the 2007 Australian federal election). Its text was read only
 * as far as two programs follow and quote it; pyRCV, which offers it too, was read besides. From there are the quota
 * (papers that still name somebody, divided by one more than all the vacancies, cut, plus 1), votes equal to the quota
 * being enough, surplus / total x value for every paper, none for the elected, and the restart after each exclusion.
 *
 * No decimals are named in what was read; every fraction is kept, as in pyRCV: with a whole-number quota that is reached
 * by as many votes, what is cut could keep somebody out. Equal votes are decided by lot in the program that follows the
 * text, and pyRCV keeps no earlier votes for this rule. That the largest surplus moves first is from pyRCV alone. Both can
 * stop before the last restart, which elects as many as are left; it is made here, so that their votes show. The winners
 * were the same as by the steps of the program that follows the text, redone in exact numbers, in all of 1,261 random
 * elections without a tie.
 */
export const wright: TransferRule = {
  ...wigm,
  id: 'wright',
  name: 'Wright (the count starts again)',
  description:
    'Each time someone goes out the whole count starts again without them, and whoever was elected has to reach the quota again. A name further down your ballot can harm one further up, though rarely.',
  source: {
    title: 'The Wright system (A. van der Craats, 2008)',
    section: 'as far as programs follow and quote it',
    address: 'https://en.wikipedia.org/wiki/Wright_system',
  },
  basis: 'programs',
  quota: 'droop-integer',
  reaching: 'at-quota',
  excludedPapers: 'restart',
  ties: [],
};
