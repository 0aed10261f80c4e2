import type { KeepRule } from '../rule';
import { productDown, productUp } from './arithmetic';

/** How a paper is divided between a candidate and the names below; all parts are whole units, `scale` of them a vote. */
export type Division = 'meek-kept-up' | 'meek-both-cut' | 'warren';

export function divisionOf({ sharing, rounding }: KeepRule): Division {
  return sharing === 'warren' ? 'warren' : `meek-${rounding}`;
}

/** What a candidate with this keep value takes of a paper of which `left` is left. */
export function keptOf(division: Division, left: number, keep: number, scale: number): number {
  switch (division) {
    case 'meek-kept-up':
      return productUp(left, keep, scale);
    case 'meek-both-cut':
      return productDown(left, keep, scale);
    case 'warren':
      return keep < left ? keep : left;
    default:
      return division satisfies never;
  }
}

/** What goes on to the next name when `kept` has been taken. */
export function passedOn(division: Division, left: number, keep: number, kept: number, scale: number): number {
  return division === 'meek-both-cut' ? productDown(left, scale - keep, scale) : left - kept;
}
