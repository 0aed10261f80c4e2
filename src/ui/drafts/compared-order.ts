import type { CandidateId } from '../../election/candidate';

/** A draft's ballot or a published order, as far as a comparison is concerned. */
export interface ComparedOrder {
  readonly title: string;
  /** First preference first. */
  readonly order: readonly CandidateId[];
  /** Whether it is one of the user's own. */
  readonly mine: boolean;
}
