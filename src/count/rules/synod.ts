import type { TransferRule } from '../rule';
import { ers97 } from './ers97';

/**
 * Church of England, General Synod, Single Transferable Vote Regulations 1990 to 2004 (GS 1533). Only the definitions
 * were found, by which a paper stops at a number left out. That its count is of the kind of the Electoral Reform
 * Society's, to two decimals and from the last batch, is recalled; that its quota stays as it is and alone elects is
 * assumed. See docs/ers-family.md.
 */
export const synod: TransferRule = {
  ...ers97,
  id: 'synod',
  name: 'Church of England, General Synod',
  description:
    'Of the same kind as the Electoral Reform Society’s rules: the ballots that took someone over the line are looked at for their extra votes. The regulations on counting were not found, so this is recalled, not confirmed.',
  source: {
    title: 'Single Transferable Vote Regulations 1990 to 2004 (General Synod of the Church of England, GS 1533)',
    section: 'the definitions; the rest not seen',
    address: null,
  },
  basis: 'recalled',
  quotaOverTime: 'static',
  progressive: 'none',
};
