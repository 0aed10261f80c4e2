import { fail, ok, type Result } from '../basics/result';
import type { Candidate, CandidateId, Slate, SlateId } from './candidate';
import { questionnaireProblem, type Questionnaire } from './questionnaire';

/** An order somebody published for voters to follow: a slate's leaflet, a group's advice. */
export interface PublishedOrder {
  readonly title: string;
  /** Whose order it is, in their own words. */
  readonly publisher: string;
  /** The slate whose voters it is for, or null where it is for anyone. */
  readonly slate: SlateId | null;
  /** First to last; every candidate at most once. */
  readonly order: readonly CandidateId[];
  readonly source: string | null;
}

/** What was decided and who may stand: everything about an election but its ballots. */
export interface Election {
  /** Stable name under which a ranking is kept: "nec-2020", or a hash of an opened file. */
  readonly id: string;
  readonly title: string;
  readonly seats: number;
  readonly candidates: readonly Candidate[];
  readonly slates: readonly Slate[];
  readonly orders: readonly PublishedOrder[];
  /** What candidates were asked, and answered; left out where nothing is known of it. */
  readonly questionnaires?: readonly Questionnaire[];
  /** The id of the counting rule it is counted by unless the user picks another. */
  readonly rule: string;
  /** Why that rule: "assumed: ..." or the law that names it; null when it is merely the default. */
  readonly ruleBasis: string | null;
  /** Plain sentences shown with the election: what is known, what is not, what is made up. */
  readonly notes: readonly string[];
  /** Addresses of the pages the facts come from. */
  readonly sources: readonly string[];
}

/** What is wrong with an election record, in words for its author. */
export type ElectionError = { readonly message: string };

/** Checks what every other floor relies on; the only way a record read from outside becomes an Election. */
export function checkElection(election: Election): Result<Election, ElectionError> {
  const { candidates, slates, seats, orders } = election;
  if (candidates.length === 0) return fail({ message: 'The election has no candidates.' });
  if (candidates.length >= 0xffff)
    return fail({ message: `${candidates.length} candidates are more than can be counted.` });
  if (!Number.isInteger(seats) || seats < 1) {
    return fail({ message: `The number of seats must be a whole number of 1 or more, not ${seats}.` });
  }
  for (const { name, slate } of candidates) {
    if (name.trim() === '') return fail({ message: 'A candidate has no name.' });
    if (slate !== null && slates[slate] === undefined) {
      return fail({ message: `${name} stands on slate number ${slate + 1}, which does not exist.` });
    }
  }
  for (const { title, order } of orders) {
    const twice = order.find((candidate, place) => order.indexOf(candidate) !== place);
    if (twice !== undefined) {
      return fail({ message: `The order "${title}" names ${candidates[twice]?.name ?? 'a candidate'} twice.` });
    }
    const unknown = order.find((candidate) => candidates[candidate] === undefined);
    if (unknown !== undefined) {
      return fail({ message: `The order "${title}" names candidate number ${unknown + 1}, who does not exist.` });
    }
  }
  const problem = questionnaireProblem(election.questionnaires ?? [], candidates);
  return problem === null ? ok(election) : fail({ message: problem });
}

/** Ids of all candidates who have not withdrawn, in ballot-paper order. */
export function standing(election: Election): CandidateId[] {
  return election.candidates.flatMap(({ withdrawn }, candidate) => (withdrawn ? [] : [candidate]));
}
