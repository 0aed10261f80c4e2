import type { CandidateId } from '../election/candidate';

/*
 * What a count returns: stages, with every reason as data. All votes and values are whole units of
 * 10^-rule.decimals of a vote (see basics/decimal). Nothing here is a sentence; story/ makes those.
 */

/** Why a candidate was deemed elected. Votes and quota in units. */
export type ElectedBecause =
  | { readonly kind: 'quota'; readonly vote: bigint; readonly quota: bigint }
  /** The active vote divided by one more than the places then left, where that is below the quota. */
  | { readonly kind: 'active-vote'; readonly vote: bigint; readonly activeVote: bigint; readonly placesLeft: number }
  /** As many continuing candidates as places left. */
  | { readonly kind: 'remaining'; readonly vote: bigint };

export interface Elected {
  readonly candidate: CandidateId;
  readonly because: ElectedBecause;
  /** Index in the stage's `transfers` after which it happened; null before any. */
  readonly afterTransfer: number | null;
}

/** Where a tie was settled. `transfer` counts all transfers of the count from 0; null means the first preferences. */
type TieResolution =
  | { readonly kind: 'earlier-stage'; readonly stage: number; readonly transfer: number | null }
  | { readonly kind: 'lot' };

export interface Tie {
  readonly purpose: 'surplus' | 'exclusion' | 'election';
  readonly tied: readonly CandidateId[];
  /** Who was taken: whose surplus moves, who is excluded, who is elected. */
  readonly chosen: CandidateId;
  readonly resolvedBy: TieResolution;
}

/** Surpluses left for later because they could not change who is excluded next. */
export interface Deferral {
  readonly candidates: readonly CandidateId[];
  /** Sum of the deferred surpluses, units. */
  readonly total: bigint;
  /** The lowest candidates looked at: one (the two lowest are compared) or several who could go together. */
  readonly lowest: readonly CandidateId[];
  /** What the surpluses would have to exceed to matter, units. */
  readonly margin: bigint;
}

/**
 * Which of a holder's papers a transfer moves: all of them; those of one value; or those that came in one earlier
 * transfer (`received`: its index in the count, null for the first preferences).
 */
export type PaperSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'value'; readonly value: bigint }
  | { readonly kind: 'received'; readonly received: number | null };

/** How much of each selected paper moves. S the surplus, T the candidate's vote, all in units. */
export type PaperFate =
  /** The whole present value: an exclusion. */
  | { readonly kind: 'present-value' }
  /** S x value / T, cut as the rule says; also for papers with no next preference. */
  | { readonly kind: 'weighted-inclusive'; readonly surplus: bigint; readonly total: bigint }
  /** Papers with a next preference move at S / their number, cut; the others stay with the candidate. */
  | { readonly kind: 'exclusive'; readonly surplus: bigint; readonly papers: bigint; readonly value: bigint }
  /**
   * The papers with a next preference are together worth no more than the surplus: they move at their present value
   * and `shortfall`, the rest of the surplus, becomes non-transferable. It is laid on the selected papers with no
   * next preference (worth `unable` together), and only past their worth on the candidate's other papers (`others`).
   */
  | {
      readonly kind: 'exclusive-at-present-value';
      readonly surplus: bigint;
      readonly shortfall: bigint;
      readonly unable: bigint;
      readonly others: bigint;
    };

/** Papers of one value moving from one holder; counts are papers, values units. */
export interface MovedParcel {
  readonly from: CandidateId;
  readonly papers: number;
  readonly valueBefore: bigint;
  /** Value each paper arrives with. */
  readonly valueAfter: bigint;
  readonly transferable: number;
}

/** One move of papers; a surplus is one, an exclusion one for every value under `by-value`. */
export interface Transfer {
  readonly from: readonly CandidateId[];
  readonly selection: PaperSelection;
  readonly fate: PaperFate;
  /** Candidates who could receive papers in it. */
  readonly receivers: readonly CandidateId[];
  readonly parcels: readonly MovedParcel[];
  /** Votes gained by each candidate, by CandidateId, units. */
  readonly gains: readonly bigint[];
  readonly nonTransferable: bigint;
  readonly lossByFraction: bigint;
  /** Everyone's votes after it, by CandidateId, units. */
  readonly tallies: readonly bigint[];
}

export type StageKind = 'first-preferences' | 'surplus' | 'exclusion';

export interface Stage {
  /** From 1. */
  readonly number: number;
  readonly kind: StageKind;
  /** Whose surplus, or who was excluded; empty for first preferences. */
  readonly of: readonly CandidateId[];
  readonly transfers: readonly Transfer[];
  /** Everyone's votes at the end of the stage, by CandidateId, units. */
  readonly tallies: readonly bigint[];
  /** Votes with no next preference, and votes cut by rounding, so far, units. */
  readonly nonTransferable: bigint;
  readonly lossByFraction: bigint;
  /** The quota in force at the end of the stage, units. */
  readonly quota: bigint;
  readonly elected: readonly Elected[];
  /** Excluded in this stage, or formally at the end of the count. */
  readonly excluded: readonly CandidateId[];
  readonly ties: readonly Tie[];
  readonly deferral: Deferral | null;
}
