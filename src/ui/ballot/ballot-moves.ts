import type { CandidateId } from '../../election/candidate';

/** Everything that can be done to a ballot on the screen. */
export interface BallotMoves {
  /** Positions count from 1 in the ranking; none means the next number. */
  readonly rank: (candidate: CandidateId, position?: number) => void;
  /** Positions count from 1 among those put last; none means above them. */
  readonly putLast: (candidate: CandidateId, position?: number) => void;
  /** To a number on the ballot. */
  readonly moveTo: (candidate: CandidateId, number: number) => void;
  readonly unrank: (candidate: CandidateId) => void;
  /** Never to be ranked. */
  readonly park: (candidate: CandidateId) => void;
  readonly unpark: (candidate: CandidateId) => void;
  readonly clear: () => void;
}
