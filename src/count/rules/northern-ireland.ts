import type { TransferRule } from '../rule';

/**
 * Local Elections Rules of Northern Ireland: Electoral Law Act (Northern Ireland) 1962, schedule 5, as substituted by
 * the Local Elections (Northern Ireland) Order 1985 (SI 1985/454), part IV.
 *
 * - rule 46(1)(c): a paper with two first preferences is void. Rule 50(4): a paper on which two candidates, continuing or
 *   not, have the same number, or on which a number is missing, is non-transferable from there on.
 * - rule 48: the quota. (3): whoever has it is elected. In an election for one place nobody is until the first
 *   exclusion; that needs no choice of its own here, since then all the others have fewer votes between them, go out in
 *   one operation (51(12)) and leave one candidate for one place, with no paper moved (52(1), (3)).
 * - rule 49: surpluses. (4), (7): surplus / transferable papers, "to two decimal places (ignoring the remainder if
 *   any)", or the value at which they came if that is less; first preferences are never worth more than 1, as the value
 *   "reduces". (5): after the first stage only the sub-parcel last received. (10): not moved while less than the
 *   difference of the two lowest, or of several lowest together and the next.
 * - rule 50(1): the largest surplus first; equal ones by the earliest stage at which they differed, else by lot.
 * - rule 51: exclusion. (2), (3): the first-preference papers of all who go; (5) to (9): then their other papers, from
 *   the highest value down. (12): several go in one operation if they have less between them, with the surpluses not
 *   moved, than the next. (13): ties, as for surpluses.
 * - rule 52: filling of last vacancies. (2) is looked at between stages and not between the transfers of an exclusion,
 *   where it would leave the papers still to come out of account.
 */
export const northernIreland: TransferRule = {
  id: 'northern-ireland',
  name: 'Northern Ireland elections',
  description:
    'Only the ballots that took someone over the line are looked at for their extra votes. Those who go out pass on their first preferences before anything else.',
  source: {
    title: 'Local Elections (Northern Ireland) Order 1985 (SI 1985/454), Local Elections Rules',
    section: 'part IV, rules 41 to 52',
    address: 'https://www.legislation.gov.uk/apni/1962/14/schedule/5',
  },
  basis: 'text',
  family: 'public',
  method: 'transfers',
  decimals: 2,
  cutting: 'each-paper',
  quota: 'droop-integer',
  quotaOverTime: 'static',
  reaching: 'at-quota',
  firstCount: 'all',
  progressive: 'none',
  receiving: 'below-quota',
  surplusPapers: 'last-parcel-transferable',
  surplusValue: 'unweighted',
  equalFractions: 'lot',
  valueRise: 'never',
  surplusRounding: 'once',
  surplusOrder: 'by-size',
  surplusTies: null,
  surplusesAtOnce: 'one',
  deferral: 'when-strictly-safe',
  deposit: 'none',
  excludedFirst: 0,
  exclusion: 'bulk-when-strictly-safe',
  excludedPapers: 'first-preferences-then-by-value',
  electing: 'each-transfer',
  lastExclusion: 'stop',
  remaining: 'at-once',
  lastPlace: 'outvotes-others',
  ties: ['forwards-stage-ends'],
  skippedPreference: 'stops',
  equalPreference: 'stops',
};
