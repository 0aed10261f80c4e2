import { seededRandom } from '../basics/random';
import type { CandidateId } from '../election/candidate';

/**
 * How a lot is drawn where a rule asks for one. `taken` is who the lot falls on: whose surplus moves, who is excluded.
 * - seeded: at random from the seed, which is shown with the result.
 * - listed: the earliest in this order; the way to write down lots that were really drawn.
 */
export type Lots =
  | { readonly kind: 'seeded'; readonly seed: string }
  | { readonly kind: 'listed'; readonly order: readonly CandidateId[] };

/** Draws one of the tied candidates; `occasion` keeps the draws of one count apart. */
export function drawLot(lots: Lots, tied: readonly CandidateId[], occasion: string): CandidateId {
  switch (lots.kind) {
    case 'seeded': {
      const inOrder = [...tied].sort((a, b) => a - b);
      return inOrder[seededRandom(`${lots.seed}/lot/${occasion}`).below(inOrder.length)] as CandidateId;
    }
    case 'listed': {
      const drawn = lots.order.find((candidate) => tied.includes(candidate));
      if (drawn === undefined) throw new Error(`the listed lots name none of the tied candidates ${tied.join(', ')}`);
      return drawn;
    }
    default:
      return lots satisfies never;
  }
}
