import fc from 'fast-check';
import type { RuleHead, TieLook, TransferRule } from '../../src/count/rule';

type Axes = Omit<TransferRule, Exclude<keyof RuleHead, 'ties' | 'skippedPreference' | 'equalPreference'> | 'method'>;

/**
 * Every choice of every axis, so that a new axis or a new choice has to be named here to type-check. The words of an
 * axis are the keys of a record, which must be complete.
 */
const one = <Choice extends string>(choices: Readonly<Record<Choice, true>>): fc.Arbitrary<Choice> =>
  fc.constantFrom(...(Object.keys(choices) as Choice[]));

const looks: fc.Arbitrary<TieLook[]> = fc.uniqueArray(
  one({
    backwards: true,
    'backwards-by-transfer': true,
    'backwards-all-differ': true,
    forwards: true,
    'forwards-stage-ends': true,
  }),
  { maxLength: 2 },
);

const axes: { readonly [Axis in keyof Axes]: fc.Arbitrary<Axes[Axis]> } = {
  decimals: fc.oneof(fc.constantFrom(0, 1, 2, 5, 9, 30), fc.constant('exact' as const)),
  cutting: one({ 'each-paper': true, 'each-pile': true }),
  quota: one({
    'droop-integer': true,
    'droop-decimals': true,
    'droop-next-decimal': true,
    'hare-integer': true,
    'hare-decimals': true,
  }),
  quotaOverTime: one({ static: true, 'until-first-elected': true, 'every-stage': true }),
  reaching: one({ 'at-quota': true, 'above-quota': true }),
  progressive: one({ none: true, 'active-vote': true }),
  receiving: one({ 'below-quota': true, 'until-transferred': true }),
  surplusPapers: one({ all: true, 'all-transferable': true, 'last-batch': true, 'last-batch-transferable': true }),
  surplusValue: one({ weighted: true, unweighted: true, 'whole-in-proportion': true, 'whole-every-nth': true }),
  firstCount: one({ all: true, 'until-quota': true }),
  valueRise: one({ allowed: true, never: true }),
  surplusRounding: one({ once: true, 'each-step': true, 'fraction-first': true }),
  surplusOrder: one({ 'by-size': true, 'by-order-of-election': true }),
  surplusesAtOnce: one({ one: true, all: true }),
  deferral: one({ never: true, 'when-safe': true, 'when-strictly-safe': true }),
  excludedFirst: fc.constantFrom(0, 0, 1, 3, 10),
  exclusion: one({ one: true, 'bulk-when-safe': true, 'bulk-when-strictly-safe': true }),
  excludedPapers: one({
    together: true,
    'by-value': true,
    'first-preferences-then-by-value': true,
    'by-order-received': true,
  }),
  electing: one({ 'each-transfer': true, 'stage-end': true }),
  lastExclusion: one({ transfer: true, stop: true }),
  remaining: one({ 'at-once': true, 'after-surpluses': true }),
  lastPlace: one({ 'count-on': true, 'outvotes-others': true, 'higher-of-two': true }),
  ties: looks,
  surplusTies: fc.option(looks),
  skippedPreference: one({ stops: true, passes: true }),
  equalPreference: one({ stops: true, invalid: true }),
};

/** Records of all axes, freely combined: also such as have no meaning, which `checkRule` refuses. */
export const randomRules: fc.Arbitrary<TransferRule> = fc.record(axes).map((choices) => ({
  id: 'random',
  name: 'Random',
  description: 'Drawn by a test.',
  source: { title: '', section: '', address: null },
  basis: 'recalled',
  family: 'textbook',
  method: 'transfers',
  ...choices,
}));
