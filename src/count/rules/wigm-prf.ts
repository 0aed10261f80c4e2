import type { TransferRule } from '../rule';

/**
 * Proportional Representation Foundation, Reference WIGM Rule: the weighted inclusive Gregory method with four places,
 * every product and quotient cut. Its quota is the votes over one more than the seats, cut, plus 0.0001; ties are broken
 * by an order fixed beforehand, which the lots here stand for. The optional defeat of sure losers is not used.
 *
 * Its text knows no ballot with candidates ranked equal; that one ends before them is an assumption here.
 *
 * The rule also transfers surpluses of nothing, which moves no vote; such a stage is not shown here.
 */
export const wigmPrf: TransferRule = {
  id: 'wigm-prf',
  name: 'Weighted inclusive Gregory (PRF reference)',
  description:
    'When someone has more votes than they need, every one of their ballots moves on at a smaller value, to four decimals. The lowest are taken out one at a time.',
  source: {
    title: 'Reference WIGM Rule (Proportional Representation Foundation)',
    section: 'the whole',
    address: null,
  },
  basis: 'text',
  family: 'textbook',
  method: 'transfers',
  decimals: 4,
  cutting: 'each-paper',
  quota: 'droop-next-decimal',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'all',
  surplusValue: 'weighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'each-step',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'never',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'one',
  excludedPapers: 'together',
  electing: 'each-transfer',
  lastExclusion: 'transfer',
  remaining: 'at-once',
  lastPlace: 'count-on',
  ties: [],
  skippedPreference: 'passes',
  equalPreference: 'stops',
};
