import type { CandidateId, SlateId } from '../election/candidate';

/*
 * A turnout: a made-up electorate as data. Strengths and parts of a distribution are relative weights (any positive
 * scale); only their ratios matter, and a strength of 0 means never named except in a printed order. The generator is a
 * slate-Plackett-Luce model: at every place of a ballot the next slate is drawn by its strength among slates with names
 * left, then the next name within it by its strength.
 */

/** When a voter stops ranking; never before the first name, nor after the last there is to name. */
export type Stop =
  | { readonly kind: 'at'; readonly names: number }
  /** Every number from `from` to `to` equally likely. */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /**
   * As many names as the voter's printed order has, or their own slate (one where they lean to none), then on with this
   * chance for each further name; 0 stops there.
   */
  | { readonly kind: 'own-slate'; readonly thenOn: number }
  /** One name, then on with this chance for each further name. */
  | { readonly kind: 'while'; readonly thenOn: number }
  | { readonly kind: 'all' };

/** How many names ballots carry, as a distribution: ways of stopping and the relative part of the bloc for each. */
export type BallotLength = readonly { readonly part: number; readonly stop: Stop }[];

/**
 * A printed order and the part of a bloc (0 to 1) that copies it. A ballot shorter than the order is its beginning; a
 * longer one goes on with names drawn by the bloc's `next`.
 */
export interface Following {
  readonly order: readonly CandidateId[];
  readonly part: number;
}

/** Voters who lean the same way. */
export interface Bloc {
  readonly name: string;
  /** People in it: a whole number as written, any number of 0 or more once varied. */
  readonly members: number;
  /** The part of them that votes, 0 to 1. */
  readonly turnout: number;
  /** The slate it leans to, or null for none. */
  readonly slate: SlateId | null;
  /**
   * Strength of each slate for these voters while they choose freely, by SlateId; the last entry is for candidates on
   * no slate.
   */
  readonly leaning: readonly number[];
  /** The same once their own slate or printed order is used up: which slates are friendly. */
  readonly next: readonly number[];
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

/** A distribution of the positive factor by which something is multiplied in a run. */
export type Spread =
  /** Always 1. */
  | { readonly kind: 'fixed' }
  /**
   * (1 + spread U) / (1 + spread V) for uniform U and V from 0 to 1: from 1 / (1 + spread) to 1 + spread, as likely
   * above 1 as below. A bounded spread of our own, for a slider; the others are in the literature.
   */
  | { readonly kind: 'ratio'; readonly spread: number }
  /** Its logarithm is normal, with mean 0 and this standard deviation (Aitchison and Brown 1957). */
  | { readonly kind: 'log-normal'; readonly sigma: number }
  /**
   * Gamma with mean 1 and variance 1 / shape. Sizes of equal blocs drawn so are, once shared out, Dirichlet with this
   * parameter, the usual way of drawing bloc shares (Devroye 1986, chapter XI.4); other sizes are theirs times that.
   */
  | { readonly kind: 'gamma'; readonly shape: number };

/** Limits of the spreads, so that no factor is 0 or past what a number can be. */
export const spreadLimits = { spread: [0, 1000], sigma: [0, 10], shape: [0.05, 1e6] } as const;

/** How runs differ. Factors are drawn anew, and each on its own, in every run. */
export interface Variation {
  /** Each bloc's size. The sizes are then scaled to the members there were: the electorate is who it is. */
  readonly members: Spread;
  /**
   * The odds t / (1 - t) of voting of each bloc, so that a log-normal factor makes a logit-normal turnout; 0 and 1 stay.
   * The number of voters follows.
   */
  readonly turnout: Spread;
  /** Each candidate's strength, alike in all blocs. */
  readonly strengths: Spread;
}

export interface Turnout {
  /** Stable within its election: "calibrated". */
  readonly id: string;
  readonly title: string;
  /** One plain sentence. */
  readonly line: string;
  readonly blocs: readonly Bloc[];
  readonly variation: Variation;
}

/** How many vote, before any variation: members times turnout, rounded once for all blocs together. */
export function votersOf({ blocs }: Pick<Turnout, 'blocs'>): number {
  return Math.round(blocs.reduce((sum, { members, turnout }) => sum + members * turnout, 0));
}
