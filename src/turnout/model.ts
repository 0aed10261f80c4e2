import type { CandidateId, SlateId } from '../election/candidate';

/*
 * A turnout: a made-up electorate as data. Shares and strengths are relative weights (any positive scale); only
 * their ratios matter, and a strength of 0 means never named except in a printed order. The generator is a
 * slate-Plackett-Luce model: at every place of a ballot the next slate is drawn by its strength among slates with
 * names left, then the next name within it by its strength.
 */

/** How many names a ballot carries; never more than there are to name. */
export type BallotLength =
  /** From `from` to `to` names, every number equally likely. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /**
   * As many names as the voter's printed order has, or their own slate (one where they lean to none), then on with
   * this chance for each further name.
   */
  | { readonly kind: 'own-slate'; readonly thenOn: number }
  /** One name, then on with this chance for each further name. */
  | { readonly kind: 'while'; readonly thenOn: number };

/**
 * A printed order and the part of a bloc (0 to 1) that copies it. A ballot shorter than the order is its beginning;
 * a longer one goes on with names drawn as for a voter who mixes slates.
 */
export interface Following {
  readonly order: readonly CandidateId[];
  readonly part: number;
}

/** Voters who lean the same way. */
export interface Bloc {
  readonly name: string;
  /** Relative size among the turnout's voters. */
  readonly share: number;
  /** The slate it leans to, or null for none. */
  readonly slate: SlateId | null;
  /** Strength of each slate for these voters by SlateId; the last entry is for candidates on no slate. */
  readonly slateStrengths: readonly number[];
  /**
   * Of those who follow no printed order, the part (0 to 1) that puts all names of its own slate before any other;
   * the rest mix slates by strength. Without meaning where `slate` is null.
   */
  readonly loyalty: number;
  /** Strength of each candidate within their slate for these voters, by CandidateId. */
  readonly candidateStrengths: readonly number[];
  /** Printed orders, several for rotation; the parts are together at most 1. */
  readonly follows: readonly Following[];
  readonly length: BallotLength;
}

/**
 * How far runs differ. Before each run every bloc's share is multiplied by a chance factor between 1 / (1 + shares)
 * and 1 + shares, and every candidate's strength, alike for all blocs, by one between 1 / (1 + strengths) and
 * 1 + strengths. 0: not at all; 1: from half to double.
 */
export interface Variation {
  readonly shares: number;
  readonly strengths: number;
}

export interface Turnout {
  /** Stable within its election: "calibrated". */
  readonly id: string;
  readonly title: string;
  /** One plain sentence. */
  readonly line: string;
  readonly voters: number;
  readonly blocs: readonly Bloc[];
  readonly variation: Variation;
}
