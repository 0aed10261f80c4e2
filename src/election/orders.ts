import type { CandidateId, SlateId } from './candidate';
import { standing, type Election, type PublishedOrder } from './election';

/** The orders for one slate, or for anyone (null). */
export interface OrderGroup {
  readonly slate: SlateId | null;
  /** Those that name a set of people no other order of the group names. */
  readonly alone: readonly PublishedOrder[];
  /** Orders of the same people, two or more together: regional or rotated ones. */
  readonly rotated: readonly (readonly PublishedOrder[])[];
}

/** All published orders by slate, in the order of the slates; those for anyone come last. */
export function groupOrders({ slates, orders }: Pick<Election, 'slates' | 'orders'>): OrderGroup[] {
  return [...slates.keys(), null].flatMap((slate) => {
    const own = orders.filter((order) => order.slate === slate);
    const sets = own.map((one) => own.filter((other) => peopleOf(other) === peopleOf(one)));
    if (own.length === 0) return [];
    return [
      {
        slate,
        alone: sets.flatMap((set) => (set.length === 1 ? set : [])),
        rotated: sets.filter((set, at) => set.length > 1 && set[0] === own[at]),
      },
    ];
  });
}

const peopleOf = ({ order }: PublishedOrder): string => [...order].sort((a, b) => a - b).join();

/** An order without those who have withdrawn. */
export function standingIn(election: Election, order: readonly CandidateId[]): CandidateId[] {
  const candidates = new Set(standing(election));
  return order.filter((candidate) => candidates.has(candidate));
}

/** One from each in turn, the first to begin; a name comes once, where it would come first. */
export function takeTurns(first: readonly CandidateId[], second: readonly CandidateId[]): CandidateId[] {
  const length = Math.max(first.length, second.length);
  const turns = Array.from({ length }, (_, place) => [
    ...first.slice(place, place + 1),
    ...second.slice(place, place + 1),
  ]);
  return [...new Set(turns.flat())];
}
