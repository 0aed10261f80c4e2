import type { CandidateId, SlateId } from '../election/candidate';
import type { Election, PublishedOrder } from '../election/election';
import type { Following } from './model';
import { namesOf, rotated } from './samples/blocs';

/** Which printed order a part of a bloc follows, as it can be picked. */
export type OrderChoice =
  | { readonly kind: 'none' }
  /** One that the election lists. */
  | { readonly kind: 'published'; readonly order: PublishedOrder }
  /** The names of the bloc's slate as they stand on the ballot paper; for a slate with no order listed. */
  | { readonly kind: 'paper' }
  /** Those names beginning with each in turn, all followed by as many. */
  | { readonly kind: 'rotated' }
  /** Others, as a sample or a file has them; not to be picked anew. */
  | { readonly kind: 'as-set'; readonly follows: readonly Following[] };

/** Chosen as often as not by default. */
const usualPart = 0.5;

/** All that a bloc of this slate, or of none, can pick from; the same for every slate. */
export function orderChoices(election: Election, slate: SlateId | null): OrderChoice[] {
  const published = election.orders.map((order): OrderChoice => ({ kind: 'published', order }));
  if (slate === null || namesOf(election, slate).length < 2) return [{ kind: 'none' }, ...published];
  const listed = election.orders.some((order) => order.slate === slate);
  return [{ kind: 'none' }, ...published, ...(listed ? [] : [{ kind: 'paper' } as const]), { kind: 'rotated' }];
}

/** The choice that comes to these orders, whatever part follows them; the first where several do. */
export function choiceOf(follows: readonly Following[], election: Election, slate: SlateId | null): OrderChoice {
  const orders = JSON.stringify(follows.map(({ order }) => order));
  const made = orderChoices(election, slate).find(
    (choice) => JSON.stringify(ordersOf(choice, election, slate)) === orders,
  );
  return made ?? { kind: 'as-set', follows };
}

/** Orders to follow by a choice; the part that follows stays, and where nobody did it is half. */
export function followsFor(
  choice: OrderChoice,
  before: readonly Following[],
  election: Election,
  slate: SlateId | null,
): Following[] {
  const orders = ordersOf(choice, election, slate);
  return shareOf(
    orders.map((order) => ({ order, part: 1 })),
    followingPart(before) || usualPart,
  );
}

/** The part of the bloc that follows any order, 0 to 1. */
export const followingPart = (follows: readonly Following[]): number =>
  Math.min(
    1,
    follows.reduce((sum, { part }) => sum + part, 0),
  );

/** The same orders followed by this part together, each in proportion; by equal parts where nobody followed any. */
export function shareOf(follows: readonly Following[], part: number): Following[] {
  const before = follows.reduce((sum, one) => sum + one.part, 0);
  return follows.map((one) => ({
    ...one,
    part: before > 0 ? (one.part * part) / before : part / follows.length,
  }));
}

function ordersOf(choice: OrderChoice, election: Election, slate: SlateId | null): (readonly CandidateId[])[] {
  switch (choice.kind) {
    case 'none':
      return [];
    case 'published':
      return [choice.order.order];
    case 'paper':
      return [namesOf(election, slate)];
    case 'rotated':
      return rotated(namesOf(election, slate), 1).map(({ order }) => order);
    case 'as-set':
      return choice.follows.map(({ order }) => order);
    default:
      return choice satisfies never;
  }
}
