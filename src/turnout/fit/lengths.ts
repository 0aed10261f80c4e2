import type { BallotLength } from '../model';

/** Lengths as they were measured: entry n - 1 of `papers` is how many papers have n names. */
export function measuredLength(papers: ArrayLike<number>): BallotLength {
  return Array.from(papers, (part, index) => ({ part, stop: { kind: 'at', names: index + 1 } as const })).filter(
    ({ part }) => part > 0,
  );
}
