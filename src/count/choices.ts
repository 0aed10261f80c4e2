import type { RuleHead, TieLook, TransferRule } from './rule';

/** What can be chosen for a rule that hands papers on. */
export type Axes = Omit<
  TransferRule,
  Exclude<keyof RuleHead, 'ties' | 'skippedPreference' | 'equalPreference'> | 'method' | 'fills'
>;
type NotWords = 'decimals' | 'excludedFirst' | 'ties' | 'surplusTies';

/** The words of each axis that has words. A new axis or a new word has to be named here to type-check. */
export const choices: {
  readonly [Axis in Exclude<keyof Axes, NotWords>]: Readonly<Record<Axes[Axis], true>>;
} & { readonly tieLook: Readonly<Record<TieLook, true>> } = {
  tieLook: {
    backwards: true,
    'backwards-by-transfer': true,
    'backwards-all-differ': true,
    forwards: true,
    'forwards-stage-ends': true,
  },
  skippedPreference: { stops: true, passes: true },
  equalPreference: { stops: true, invalid: true },
  cutting: { 'each-paper': true, 'each-sub-parcel': true },
  quota: {
    'droop-integer': true,
    'droop-decimals': true,
    'droop-next-decimal': true,
    'hare-integer': true,
    'hare-decimals': true,
  },
  quotaOverTime: { static: true, 'until-first-elected': true, 'every-stage': true },
  reaching: { 'at-quota': true, 'above-quota': true },
  progressive: { none: true, 'active-vote': true },
  receiving: { 'below-quota': true, 'until-transferred': true },
  surplusPapers: { all: true, 'all-transferable': true, 'last-parcel': true, 'last-parcel-transferable': true },
  surplusValue: { weighted: true, unweighted: true, 'whole-in-proportion': true, 'whole-every-nth': true },
  firstCount: { all: true, 'until-quota': true },
  valueRise: { allowed: true, never: true },
  surplusRounding: { once: true, 'each-step': true, 'fraction-first': true },
  surplusOrder: { 'by-size': true, 'by-order-of-election': true },
  surplusesAtOnce: { one: true, all: true },
  deferral: { never: true, 'when-safe': true, 'when-strictly-safe': true },
  exclusion: { one: true, 'bulk-when-safe': true, 'bulk-when-strictly-safe': true },
  excludedPapers: {
    together: true,
    'by-value': true,
    'first-preferences-then-by-value': true,
    'by-order-received': true,
    restart: true,
  },
  electing: { 'each-transfer': true, 'stage-end': true },
  lastExclusion: { transfer: true, stop: true },
  remaining: { 'at-once': true, 'after-surpluses': true },
  lastPlace: { 'count-on': true, 'outvotes-others': true, 'higher-of-two': true },
};
