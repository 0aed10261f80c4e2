import type { TransferRule } from '../../src/count/rule';
import { minneapolis } from '../../src/count/rules/minneapolis';

/**
 * Minneapolis as RCTab counts it: everyone over the threshold is elected and gets no more, one is defeated at a time, and
 * the last excluded candidate's papers are moved.
 */
export const asRcTab: TransferRule = {
  ...minneapolis,
  exclusion: 'one',
  deferral: 'never',
  lastExclusion: 'transfer',
  receiving: 'below-quota',
};
