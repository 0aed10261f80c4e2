import type { CandidateId } from '../../election/candidate';

/** The lists a candidate can be dragged in and out of: on the ballot the ranking and those put last, off it the pool. */
export type ListName = 'ranking' | 'last' | 'pool';
export type BallotLists = Readonly<Record<ListName, readonly CandidateId[]>>;

/** Where a candidate is. */
export interface ListPlace {
  readonly list: ListName;
  /** From 0. */
  readonly index: number;
}

/** The list a candidate is in, and where. */
export function placeIn(lists: BallotLists, candidate: CandidateId): ListPlace {
  const list = (['ranking', 'last'] as const).find((name) => lists[name].includes(candidate)) ?? 'pool';
  return { list, index: lists[list].indexOf(candidate) };
}

/** The number on the ballot that goes with a place; null in the pool. */
export const numberAt = ({ ranking }: BallotLists, { list, index }: ListPlace): number | null =>
  list === 'pool' ? null : index + 1 + (list === 'last' ? ranking.length : 0);

export const samePlace = (a: ListPlace, b: ListPlace): boolean => a.list === b.list && a.index === b.index;

/** The lists with a candidate taken from where they are and put at a place. */
export function withCandidateAt(lists: BallotLists, candidate: CandidateId, { list, index }: ListPlace): BallotLists {
  const without = (all: readonly CandidateId[]): CandidateId[] => all.filter((one) => one !== candidate);
  const { ranking, last, pool } = lists;
  const others = { ranking: without(ranking), last: without(last), pool: without(pool) };
  return { ...others, [list]: others[list].toSpliced(index, 0, candidate) };
}
