import { equal, type Fraction } from '../../basics/fraction';
import type { PaperSelection } from '../stage';

/** Whether a transfer's selection covers papers of this value received in that transfer. */
export function selects(
  selection: PaperSelection,
  papers: { readonly value: Fraction; readonly received: number | null },
): boolean {
  switch (selection.kind) {
    case 'all':
      return true;
    case 'value':
      return equal(papers.value, selection.value);
    case 'received':
      return papers.received === selection.received;
    default:
      return selection satisfies never;
  }
}
