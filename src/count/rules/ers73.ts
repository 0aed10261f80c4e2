import type { TransferRule } from '../rule';
import { ers76 } from './ers76';

/**
 * The first edition, 1973, of the Electoral Reform Society's rules. Neither its text nor an account of it was found.
 * What sets it apart here, that only the quota elects and no share of the active vote does, is recalled and not
 * confirmed; all else is as in ERS76. See docs/ers-family.md.
 */
export const ers73: TransferRule = {
  ...ers76,
  id: 'ers73',
  name: 'Electoral Reform Society rules, first edition (ERS73)',
  description:
    'As the rules of 1976, but nobody is elected with fewer votes than the quota while more are left than seats. Recalled, not read: neither the text of that edition nor an account of it was found.',
  source: {
    title: 'How to conduct an election by the Single Transferable Vote, 1st edition 1973 (Electoral Reform Society)',
    section: 'not seen',
    address: null,
  },
  progressive: 'none',
};
