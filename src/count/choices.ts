import type { Rule, RuleHead, TieLook } from './rule';

/** The rules that count in one way. */
export type RuleBy<Method extends Rule['method']> = Extract<Rule, { readonly method: Method }>;

type Chosen<R extends Rule> = Omit<
  R,
  Exclude<keyof RuleHead, 'ties' | 'skippedPreference' | 'equalPreference'> | 'method' | 'fills'
>;
/** What can be chosen for a rule that counts in one way; an axis that is the same for all of them is not a choice. */
export type Axes<Method extends Rule['method']> = {
  readonly [
    Axis in keyof Chosen<RuleBy<Method>> as Chosen<RuleBy<Method>>[Axis] extends readonly [] ? never : Axis
  ]: Chosen<RuleBy<Method>>[Axis];
};

/** What an axis takes: one of some words, or a number, or a list of ways to look back on a tie. */
export type Takes = Readonly<Record<string, true>> | 'number' | 'number-or-exact' | 'looks' | 'looks-or-null';
type TakenBy<Choice> = [Choice] extends [string]
  ? Readonly<Record<Choice, true>>
  : [Choice] extends [number]
    ? 'number'
    : [Choice] extends [number | 'exact']
      ? 'number-or-exact'
      : [Choice] extends [readonly TieLook[]]
        ? 'looks'
        : 'looks-or-null';

export const looks: Readonly<Record<TieLook, true>> = {
  backwards: true,
  'backwards-by-transfer': true,
  'backwards-all-differ': true,
  forwards: true,
  'forwards-stage-ends': true,
};

const skippedPreference = { stops: true, passes: true } as const;
const equalPreference = { stops: true, invalid: true } as const;
const equalOrShared = { ...equalPreference, passes: true, shared: true } as const;
const lastExclusion = { transfer: true, stop: true } as const;
const reaching = { 'at-quota': true, 'above-quota': true } as const;

/** What each axis takes, by way of counting. A new axis or a new word has to be named here to type-check. */
export const choices: {
  readonly [Method in Rule['method']]: { readonly [Axis in keyof Axes<Method>]: TakenBy<Axes<Method>[Axis]> };
} = {
  transfers: {
    ties: 'looks',
    skippedPreference,
    equalPreference: equalOrShared,
    decimals: 'number-or-exact',
    cutting: { 'each-paper': true, 'each-sub-parcel': true },
    quota: {
      'droop-integer': true,
      'droop-decimals': true,
      'droop-next-decimal': true,
      'hare-integer': true,
      'hare-decimals': true,
    },
    quotaOverTime: { static: true, 'until-first-elected': true, 'every-stage': true },
    reaching,
    progressive: { none: true, 'active-vote': true },
    receiving: { 'below-quota': true, 'until-transferred': true },
    surplusPapers: { all: true, 'all-transferable': true, 'last-parcel': true, 'last-parcel-transferable': true },
    surplusValue: { weighted: true, unweighted: true, 'whole-in-proportion': true, 'whole-every-nth': true },
    firstCount: { all: true, 'until-quota': true },
    equalFractions: { lot: true, 'larger-sub-parcel': true },
    valueRise: { allowed: true, never: true },
    surplusRounding: { once: true, 'each-step': true, 'fraction-first': true },
    surplusOrder: { 'by-size': true, 'by-size-then-election': true, 'by-order-of-election': true },
    surplusTies: 'looks-or-null',
    surplusesAtOnce: { one: true, all: true },
    deferral: { never: true, 'when-safe': true, 'when-strictly-safe': true },
    excludedFirst: 'number',
    deposit: { none: true, 'quarter-of-quota': true },
    exclusion: {
      one: true,
      'bulk-when-safe': true,
      'bulk-when-strictly-safe': true,
      'bulk-short-of-quota': true,
      'bulk-by-shortfall': true,
    },
    excludedPapers: {
      together: true,
      'by-value': true,
      'first-preferences-then-by-value': true,
      'by-order-received': true,
      restart: true,
    },
    electing: { 'each-transfer': true, 'stage-end': true },
    lastExclusion,
    remaining: { 'at-once': true, 'after-surpluses': true },
    lastPlace: { 'count-on': true, 'outvotes-others': true, 'exceeds-others': true, 'higher-of-two': true },
  },
  'keep-values': {
    ties: 'looks',
    skippedPreference,
    equalPreference: equalOrShared,
    sharing: { meek: true, warren: true },
    decimals: 'number',
    rounding: { 'kept-up': true, 'both-cut': true },
    keepRounding: { 'each-step-up': true, 'once-up': true },
    improving: { 'all-elected': true, 'over-quota': true },
    quota: { 'droop-cut': true, 'droop-next-decimal': true },
    oneSeatQuota: { same: true, 'whole-majority': true },
    reaching,
    recognised: { 'each-iteration': true, 'after-sharing': true },
    surplusBelow: 'number',
    stalled: { 'surplus-not-smaller': true, 'keep-values-again': true },
    exclusion: { one: true, 'one-when-sure': true, 'all-sure': true },
    level: { equal: true, 'within-surplus': true },
    keepAtExclusion: { unchanged: true, improved: true },
    lastExclusion,
    lots: { drawn: true, 'nz-2001': true },
  },
  quotients: { skippedPreference, equalPreference, decimals: 'number' },
  marks: { ties: 'looks', skippedPreference, equalPreference, marks: { one: true, 'one-for-each-seat': true } },
};
