/** A candidate's place in `Election.candidates`, from 0. Files number from 1; only the parsers know that. */
export type CandidateId = number;

/** A slate's place in `Election.slates`, from 0. */
export type SlateId = number;

export interface Candidate {
  readonly name: string;
  /** The slate the candidate stands on, or null for none. */
  readonly slate: SlateId | null;
  /** Withdrawn before the count: stays on the paper, is passed over as if never there. */
  readonly withdrawn: boolean;
}

/** Candidates standing together or recommended together. */
export interface Slate {
  readonly name: string;
  /** One or two letters that stand for the slate wherever its colour does. */
  readonly letter: string;
}
