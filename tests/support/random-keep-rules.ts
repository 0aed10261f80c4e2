import fc from 'fast-check';
import type { KeepRule, RuleHead } from '../../src/count/rule';
import { looks } from './random-rules';

type Axes = Omit<
  KeepRule,
  Exclude<keyof RuleHead, 'ties' | 'skippedPreference' | 'equalPreference'> | 'method' | 'decimals' | 'surplusBelow'
>;

const axes: { readonly [Axis in keyof Axes]: fc.Arbitrary<Axes[Axis]> } = {
  sharing: fc.constantFrom('meek', 'warren'),
  rounding: fc.constantFrom('kept-up', 'both-cut'),
  keepRounding: fc.constantFrom('each-step-up', 'once-up'),
  improving: fc.constantFrom('all-elected', 'over-quota'),
  quota: fc.constantFrom('droop-cut', 'droop-next-decimal'),
  oneSeatQuota: fc.constantFrom('same', 'whole-majority'),
  reaching: fc.constantFrom('at-quota', 'above-quota'),
  recognised: fc.constantFrom('each-iteration', 'after-sharing'),
  stalled: fc.constantFrom('surplus-not-smaller', 'keep-values-again'),
  exclusion: fc.constantFrom('one', 'one-when-sure', 'all-sure'),
  level: fc.constantFrom('equal', 'within-surplus'),
  keepAtExclusion: fc.constantFrom('unchanged', 'improved'),
  lastExclusion: fc.constantFrom('transfer', 'stop'),
  lots: fc.constantFrom('drawn', 'nz-2001'),
  ties: looks,
  skippedPreference: fc.constantFrom('stops', 'passes'),
  equalPreference: fc.constantFrom('stops', 'invalid', 'shared'),
};

/** Records of all axes of rules by keep values, freely combined. */
export const randomKeepRules: fc.Arbitrary<KeepRule> = fc
  .record({ decimals: fc.integer({ min: 1, max: 9 }), finer: fc.nat({ max: 9 }), words: fc.record(axes) })
  .map(({ decimals, finer, words }) => ({
    id: 'random',
    name: 'Random',
    description: 'Drawn by a test.',
    source: { title: '', section: '', address: null },
    basis: 'definition',
    family: 'textbook',
    method: 'keep-values',
    decimals,
    surplusBelow: Math.max(0, decimals - finer),
    ...words,
  }));
