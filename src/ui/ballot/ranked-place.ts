import type { ListName } from './ballot-lists';

/** Where a row of the ballot stands. */
export interface RankedPlace {
  readonly list: Exclude<ListName, 'pool'>;
  /** On the ballot, from 1. */
  readonly number: number;
  /** The number at the bottom of its list. */
  readonly bottom: number;
  /** How many are on the ballot. */
  readonly ranked: number;
}
