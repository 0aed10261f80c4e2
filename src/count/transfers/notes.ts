import type { Fraction } from '../../basics/fraction';
import type { Piles } from '../papers/piles';
import type { Sharing } from './transfer-value';

/** Things found one after the other. */
interface Found<T> {
  readonly all: T[];
  /** How many of them have been asked for in this round. */
  asked: number;
}

/**
 * What a first round of a count finds out that does not depend on its unit: where papers go, and what they are worth, in
 * votes. A second round asks for the same in the same order, and has only the votes in units left to do.
 */
export interface Notes {
  readonly sortings: Found<Piles>;
  readonly surpluses: Found<SharedOut>;
  /** Rows put together because their papers are worth the same. */
  readonly joined: Found<Uint32Array>;
}

/** A surplus, and the value at which each pile of papers shares in it. */
export interface SharedOut {
  readonly sharing: Sharing;
  readonly values: readonly Fraction[];
}

export const newNotes = (): Notes => ({
  sortings: { all: [], asked: 0 },
  surpluses: { all: [], asked: 0 },
  joined: { all: [], asked: 0 },
});

/** The same notes at the beginning of a round. */
export const fromTheTop = ({ sortings, surpluses, joined }: Notes): Notes => ({
  sortings: { ...sortings, asked: 0 },
  surpluses: { ...surpluses, asked: 0 },
  joined: { ...joined, asked: 0 },
});

/** What has been noted, or else is found now. Finds it anew where no notes are taken. */
export function noted<T>(found: Found<T> | undefined, find: () => T): T {
  if (found === undefined) return find();
  if (found.asked === found.all.length) found.all.push(find());
  return found.all[found.asked++] as T;
}
