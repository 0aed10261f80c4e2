import type { CandidateId } from './candidate';

/** A ballot in the making. A candidate is in one of its lists at most. */
export interface Draft {
  /** Told apart from the election's other drafts by it. */
  readonly name: string;
  /** First preference first. */
  readonly ranking: readonly CandidateId[];
  /** Put last, in the order of their numbers, which follow on from those of `ranking`. Filled from the bottom. */
  readonly last: readonly CandidateId[];
  /** Never to be ranked: not on the ballot, and not asked about again. In the order they were put by. */
  readonly parked: readonly CandidateId[];
}

/** A draft's lists without its name. */
export type DraftLists = Omit<Draft, 'name'>;

/** A draft with nobody in it. */
export const emptyDraft = (name: string): Draft => ({ name, ranking: [], last: [], parked: [] });

/** What is written on the paper, first preference first: the ranking and, below it, those put last. */
export const ballotOf = ({ ranking, last }: DraftLists): readonly CandidateId[] =>
  last.length === 0 ? ranking : [...ranking, ...last];

/** The draft without this candidate. */
export const takeOut = (draft: Draft, candidate: CandidateId): Draft => ({
  ...draft,
  ranking: draft.ranking.filter((one) => one !== candidate),
  last: draft.last.filter((one) => one !== candidate),
  parked: draft.parked.filter((one) => one !== candidate),
});

/** Into the ranking at a position from 1, by default its end; one past either end means that end. */
export function placeInRanking(draft: Draft, candidate: CandidateId, position = Infinity): Draft {
  const others = takeOut(draft, candidate);
  return { ...others, ranking: inserted(others.ranking, candidate, position) };
}

/** Among those put last, at a position from 1 counted within them; by default above the others. */
export function placeInLast(draft: Draft, candidate: CandidateId, position = 1): Draft {
  const others = takeOut(draft, candidate);
  return { ...others, last: inserted(others.last, candidate, position) };
}

/**
 * To a number on the ballot, from 1. Where the ranking ends and those put last begin, a candidate stays among those it was
 * with: the number is the same either way.
 */
export function moveToNumber(draft: Draft, candidate: CandidateId, number: number): Draft {
  const { ranking, last } = takeOut(draft, candidate);
  const above = Math.round(number) - 1;
  const wasLast = draft.last.includes(candidate);
  const amongLast = above >= ranking.length && (wasLast || (above > ranking.length && last.length > 0));
  return amongLast
    ? placeInLast(draft, candidate, above - ranking.length + 1)
    : placeInRanking(draft, candidate, number);
}

/** Off the ballot for good, until taken back. */
export function park(draft: Draft, candidate: CandidateId): Draft {
  const others = takeOut(draft, candidate);
  return { ...others, parked: [...others.parked, candidate] };
}

/** This name, or with a number behind it where another draft has it. */
export function freshName(drafts: readonly Draft[], wanted: string): string {
  const taken = new Set(drafts.map(({ name }) => name));
  let name = wanted;
  for (let n = 2; taken.has(name); n++) name = `${wanted} ${n}`;
  return name;
}

function inserted(list: readonly CandidateId[], candidate: CandidateId, position: number): readonly CandidateId[] {
  const at = Math.min(Math.max(Math.round(position), 1), list.length + 1) - 1;
  return [...list.slice(0, at), candidate, ...list.slice(at)];
}
