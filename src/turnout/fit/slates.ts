import type { CandidateId, SlateId } from '../../election/candidate';
import { standing, type Election } from '../../election/election';

/** Fewer papers than this tell too little to be a bloc of their own. */
export const leastPapers = 30;

/** A voter who likes two names best may well put them as a leaflet does; an order is told from liking by more. */
const leastNames = 3;

/** Whether anyone who stands does so on a slate. */
export const hasSlates = ({ candidates }: Election): boolean =>
  candidates.some(({ slate, withdrawn }) => slate !== null && !withdrawn);

/** A published order without those who withdrew. */
export interface PrintedOrder {
  readonly slate: SlateId;
  readonly printed: readonly CandidateId[];
}

/** Who stands and where, as fitting needs it. "Slate" includes, as the last one, those on none. */
export interface Field {
  readonly slates: number;
  /** By CandidateId. */
  readonly slateOf: readonly SlateId[];
  /** By slate: those who stand, in ballot-paper order. */
  readonly members: readonly (readonly CandidateId[])[];
  /** Orders published for voters of a slate. One for anyone tells nothing of a slate and is no part of the fit. */
  readonly orders: readonly PrintedOrder[];
}

export function fieldOf(election: Election): Field {
  const slates = election.slates.length + 1;
  const slateOf = election.candidates.map(({ slate }) => slate ?? slates - 1);
  const stands = standing(election);
  const members = Array.from({ length: slates }, (_, slate) => stands.filter((id) => slateOf[id] === slate));
  const orders = election.orders.flatMap(({ slate, order }) => {
    const printed = order.filter((id) => stands.includes(id));
    return slate !== null && printed.length >= leastNames ? [{ slate, printed }] : [];
  });
  return { slates, slateOf, members, orders };
}
