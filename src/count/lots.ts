import { seededRandom } from '../basics/random';
import type { CandidateId } from '../election/candidate';

/**
 * How a lot is drawn where a rule asks for one. `taken` is who the lot falls on: whose surplus moves, who is excluded.
 * - seeded: at random from the seed, which is shown with the result.
 * - listed: the earliest in this order; the way to write down lots that were really drawn.
 * - asked: whoever the person who runs the count names, tie by tie; `countOrAsk` stops where an answer is missing.
 */
export type Lots =
  | { readonly kind: 'seeded'; readonly seed: string }
  | { readonly kind: 'listed'; readonly order: readonly CandidateId[] }
  | { readonly kind: 'asked'; readonly answers: readonly LotAnswer[] };

/** A tie that no earlier stage settles. */
export interface LotQuestion {
  /** Names the tie within its count; the same tie is the same occasion however often the count is run. */
  readonly occasion: string;
  readonly tied: readonly CandidateId[];
}

export interface LotAnswer {
  readonly occasion: string;
  readonly chosen: CandidateId;
}

/** Stops a count at a tie that nobody has answered yet. */
export class LotAsked extends Error {
  constructor(readonly question: LotQuestion) {
    super(`the lot between candidates ${question.tied.join(', ')} has not been drawn`);
  }
}

/** Draws one of the tied candidates; `occasion` keeps the draws of one count apart. */
export function drawLot(lots: Lots, tied: readonly CandidateId[], occasion: string): CandidateId {
  const inOrder = [...tied].sort((a, b) => a - b);
  switch (lots.kind) {
    case 'seeded':
      return inOrder[seededRandom(`${lots.seed}/lot/${occasion}`).below(inOrder.length)] as CandidateId;
    case 'listed': {
      const drawn = lots.order.find((candidate) => tied.includes(candidate));
      if (drawn === undefined) throw new Error(`the listed lots name none of the tied candidates ${tied.join(', ')}`);
      return drawn;
    }
    case 'asked': {
      const question = { occasion: `${occasion}/${inOrder.join()}`, tied: inOrder };
      const answer = lots.answers.find((one) => one.occasion === question.occasion);
      if (answer === undefined) throw new LotAsked(question);
      if (!tied.includes(answer.chosen)) throw new Error(`candidate ${answer.chosen} is not one of those tied`);
      return answer.chosen;
    }
    default:
      return lots satisfies never;
  }
}
