import type { Fraction } from '../basics/fraction';
import type { CandidateId } from '../election/candidate';

/*
 * What a count returns: stages, with every reason as data. Votes are whole units, `count.vote` of them to a vote; the
 * value of a paper is a fraction of a vote. Nothing here is a sentence; story/ makes those.
 */

/** Why a candidate was deemed elected. Votes and quota in units. */
export type ElectedBecause =
  | { readonly kind: 'quota'; readonly vote: bigint; readonly quota: bigint }
  /** The active vote divided by one more than the places then left, where that is below the quota. */
  | { readonly kind: 'active-vote'; readonly vote: bigint; readonly activeVote: bigint; readonly placesLeft: number }
  /** One place, two continuing candidates, and no more votes for the other; level votes are decided by lot. */
  | { readonly kind: 'higher-of-two'; readonly vote: bigint; readonly other: VoteOf }
  /** As many continuing candidates as places left. */
  | { readonly kind: 'remaining'; readonly vote: bigint }
  /** For the last place: no fewer votes than, or as the rule may ask more than, those of all other continuing candidates and the surpluses not yet moved. */
  | { readonly kind: 'outvotes-others'; readonly vote: bigint; readonly others: bigint; readonly surpluses: bigint }
  /** More votes than, or by a tie before, the most anyone has who is not elected; there is no quota. */
  | { readonly kind: 'most-votes'; readonly vote: bigint; readonly next: VoteOf }
  /** The highest quotient, and above the quota; both in votes. */
  | { readonly kind: 'quotient'; readonly quotient: Fraction; readonly quota: Fraction };

export interface Elected {
  readonly candidate: CandidateId;
  readonly because: ElectedBecause;
  /** Index in the stage's `transfers` after which it happened; null before any. */
  readonly afterTransfer: number | null;
}

/** Where a tie was settled. `transfer` counts all transfers of the count from 0; null means the first preferences. */
type TieResolution =
  | { readonly kind: 'earlier-stage'; readonly stage: number; readonly transfer: number | null }
  /** Of equal fractions, by the papers of the sub-parcel each belongs to. */
  | { readonly kind: 'larger-sub-parcel'; readonly papers: number }
  /** Drawn among those whom no earlier stage parted. */
  | { readonly kind: 'lot'; readonly among: readonly CandidateId[] }
  /** By numbers the rule itself prescribes, among those whom no earlier stage parted. */
  | { readonly kind: 'prescribed'; readonly among: readonly CandidateId[] };

export interface Tie {
  /** `fraction`: which of equal fractions of a paper counts as the largest, and so moves one more. */
  readonly purpose: 'surplus' | 'exclusion' | 'election' | 'fraction';
  readonly tied: readonly CandidateId[];
  /** Who was taken: whose surplus moves, who is excluded, who is elected, who gets the paper. */
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
 * Which of a holder's papers a transfer looks at: all of them; those of one value; or those that came in one earlier
 * transfer (`received`: its index in the count, null for the first preferences).
 */
export type PaperSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'value'; readonly value: Fraction }
  | { readonly kind: 'received'; readonly received: number | null };

/** What happens to the papers looked at, and so to the votes they stand for. */
export type PaperFate =
  /** They move on at what they are worth: an exclusion. */
  | { readonly kind: 'present-value' }
  /** Only some of them do, by their place in the order. */
  | PartFate
  /** Some or all of them share in a surplus. */
  | SurplusFate
  /** Some of them move on whole for a surplus, by their place in the order; the others stay. */
  | SampledFate
  /**
   * The count starts again without the excluded: every paper of the count, also those that had stopped, is whole and
   * goes to its first preference among the receivers.
   */
  | { readonly kind: 'restart' }
  /** No paper moves; each is divided anew by these keep values. */
  | KeepFate
  /** All papers are given out anew from their first preferences on, and elect by quotients. */
  | QuotientFate;

/** Papers by their marks (transfers/sample-marks.ts), ascending, and the key the marks were made with. */
export interface PaperSet {
  readonly key: string;
  readonly marks: Float64Array;
}

/** A transfer that stops where someone has the quota; the papers after that are another transfer. */
interface PartFate {
  readonly kind: 'part';
  readonly drawn: PaperSet;
  /** Who reached the quota with one of them and gets no more; null in the first count, where several may have. */
  readonly filled: CandidateId | null;
}

/** A surplus in whole papers. */
export interface SampledFate {
  readonly kind: 'sampled';
  /** Units. */
  readonly surplus: bigint;
  /** Papers looked at, in this transfer and those that go on with it. */
  readonly looked: number;
  readonly how:
    | { readonly kind: 'in-proportion'; readonly subParcels: readonly SubParcel[] }
    | { readonly kind: 'every-nth'; readonly n: number };
  /** The part of the surplus for which papers with no next preference were set aside, units. */
  readonly shortfall: bigint;
  readonly drawn: PaperSet;
  /** Who reached the quota with one of them and gets no more of the surplus; null when it all moved. */
  readonly filled: CandidateId | null;
}

/** Papers looked at that name the same next candidate, or nobody (`to` null), and how many of them move. */
export interface SubParcel {
  readonly to: CandidateId | null;
  readonly papers: number;
  readonly moved: number;
}

/**
 * Keep values at the end of a stage, by CandidateId, units: 1 vote for continuing candidates, 0 for the excluded and
 * the withdrawn. Every paper of the count is divided by them from its first preference on.
 */
export interface KeepFate {
  readonly kind: 'keep-values';
  readonly keep: readonly bigint[];
  /** How often the votes were counted anew. */
  readonly iterations: number;
  /**
   * Why it ended there.
   * - once: after an exclusion votes are counted once before anything else.
   * - elected: somebody reached the quota.
   * - shared: all surpluses together are less than the rule asks.
   * - stalled: another iteration would be no better, within the rule's decimals.
   * - sure-loser: somebody cannot be saved by all the surpluses that are left.
   */
  readonly ended: 'once' | 'elected' | 'shared' | 'stalled' | 'sure-loser';
  /** All surpluses at the end, units. */
  readonly surpluses: bigint;
}

/** Papers that stand at a candidate, or at nobody, and how many seats they have filled between them in this run. */
export interface PapersAndSeats {
  readonly papers: number;
  readonly seats: Fraction;
}

/** A candidate's quotient: papers / (1 + seats). */
export interface QuotientOf extends PapersAndSeats {
  readonly candidate: CandidateId;
  readonly quotient: Fraction;
}

/**
 * One run of a count by quotients: from the first preferences of those not excluded to where nobody has a quotient
 * above the quota, or all seats are filled, or constraints leave somebody no place.
 *
 * In votes, a seat costs a quota, and a paper that has filled t of a seat has paid t x quota for it, which is less than
 * 1. The rest of it is with the candidate it stands at or, if it names no more, non-transferable. So whoever is elected
 * in the run has exactly the quota, and a candidate at whom papers stand has papers - seats x quota, which is above the
 * quota exactly where the quotient is. The quota is that of the last look; it is also the votes that are not
 * non-transferable, divided by seats + 1. These votes are cut to the rule's decimals, each candidate's as a whole, and
 * what is cut is the loss by fraction.
 */
export interface QuotientFate {
  readonly kind: 'quotients';
  /** In order, each as it was when they were elected. They stand only if this is the last run. */
  readonly elections: readonly (QuotientOf & { readonly quota: Fraction })[];
  /** In votes. */
  readonly quota: Fraction;
  /** At the end of the run, by CandidateId: 0 papers at the elected, the excluded and the withdrawn. */
  readonly standing: readonly PapersAndSeats[];
  /** At nobody any more. */
  readonly stopped: PapersAndSeats;
}

/**
 * Papers that share in a surplus part with it in proportion to what they are worth (`sharing.of`, their votes); where
 * they are worth less than the surplus they part with everything, and the rest is laid on the papers looked at that
 * do not share, and past their worth on the candidate's `others`.
 */
export interface SurplusFate {
  readonly kind: 'surplus';
  /** Units. */
  readonly surplus: bigint;
  /** The same in votes, with the votes and the number of the papers that share. */
  readonly sharing: { readonly surplus: Fraction; readonly of: Fraction; readonly papers: number };
  /** Votes of all papers looked at, and of the candidate's other papers, units. */
  readonly looked: bigint;
  readonly others: bigint;
  /** The part of the surplus that found no papers to move at and became non-transferable, units. */
  readonly shortfall: bigint;
}

/** Papers of one value moving from one holder. */
export interface MovedPapers {
  readonly from: CandidateId;
  /** A part of a paper that was split, to be shared by equals, is one here. */
  readonly papers: number;
  /** How many of them have a next preference. */
  readonly transferable: number;
  /** Null where papers of several values were pooled, as all get the same. */
  readonly valueBefore: Fraction | null;
  /** Value each paper moves at. */
  readonly valueAfter: Fraction;
  /**
   * Where the rule cuts sub-parcels, what each of them was worth; else null, and it is its papers times the value.
   */
  readonly credits: readonly Credit[] | null;
}

/** Papers that go to one candidate, or have no next preference (`to` null), and the votes they bring, units. */
export interface Credit {
  readonly to: CandidateId | null;
  readonly papers: number;
  readonly votes: bigint;
}

/** One move of papers; a surplus is one, an exclusion one for every value under `by-value`. */
export interface Transfer {
  readonly from: readonly CandidateId[];
  readonly selection: PaperSelection;
  readonly fate: PaperFate;
  /** Candidates who could receive papers in it. */
  readonly receivers: readonly CandidateId[];
  readonly papers: readonly MovedPapers[];
  /** Votes gained by each candidate, by CandidateId, units; on balance, where all are counted anew. */
  readonly gains: readonly bigint[];
  /** Below zero where the count starts again and fewer votes have stopped than before. */
  readonly nonTransferable: bigint;
  /** Below zero where that gives back what was cut, or where sub-parcels that were cut apart come together and regain a vote. */
  readonly lossByFraction: bigint;
  /** Everyone's votes after it, by CandidateId, units. */
  readonly tallies: readonly bigint[];
}

/** Why this stage and not another: what was weighed. Votes in units. */
export type StageBecause =
  /** Everybody's first preferences come first. */
  | { readonly kind: 'start' }
  /** Surpluses waiting, and which of them goes first. */
  | {
      readonly kind: 'surplus';
      readonly waiting: readonly { readonly candidate: CandidateId; readonly surplus: bigint }[];
      readonly order: 'by-size' | 'by-size-then-election' | 'by-order-of-election' | 'all-at-once';
    }
  /** The fewest votes of those who may be excluded, the next above if there is one, and whom constraints spared. */
  | {
      readonly kind: 'lowest';
      readonly vote: bigint;
      readonly next: VoteOf | null;
      readonly spared: readonly CandidateId[];
    }
  /** Several who together stay below the next above, or do not pass it, even with the surpluses not yet moved. */
  | { readonly kind: 'together'; readonly votes: bigint; readonly surpluses: bigint; readonly next: VoteOf }
  /**
   * The lowest of `together`, who between them stay below the next above: so many as have between them fewer votes than
   * the leader, who has most, needs for the quota (`shortfall`).
   */
  | {
      readonly kind: 'shortfall';
      readonly votes: bigint;
      readonly leader: VoteOf;
      readonly shortfall: bigint;
      readonly together: { readonly candidates: readonly CandidateId[]; readonly votes: bigint };
      readonly next: VoteOf;
    }
  /** All surpluses together, to be shared by keep values until they are less than `below`. */
  | {
      readonly kind: 'sharing';
      readonly waiting: readonly { readonly candidate: CandidateId; readonly surplus: bigint }[];
      readonly surpluses: bigint;
      readonly below: bigint;
    }
  /** The fewest votes, below the next above even if all the surpluses were theirs. */
  | { readonly kind: 'sure-loser'; readonly vote: bigint; readonly surpluses: bigint; readonly next: VoteOf }
  /** The highest quotient is above the quota at the first preferences. */
  | { readonly kind: 'quotient-over-quota'; readonly highest: QuotientOf; readonly quota: Fraction }
  /** No quotient is above the quota: the lowest of those who may be excluded, the next above or level, the spared. */
  | {
      readonly kind: 'lowest-quotient';
      readonly lowest: QuotientOf;
      readonly next: QuotientOf | null;
      readonly quota: Fraction;
      readonly spared: readonly CandidateId[];
    }
  /** Everyone with fewer votes than the rule asks of a candidate at the first exclusion. */
  | { readonly kind: 'fewer-than'; readonly votes: bigint }
  /** Candidates whom the constraints leave no place. */
  | { readonly kind: 'doomed' };

interface VoteOf {
  readonly candidate: CandidateId;
  readonly vote: bigint;
}

/** Candidates who, for the constraints named, may no longer be excluded (`guarded`) or elected (`doomed`). */
export interface Restraint {
  readonly kind: 'guarded' | 'doomed';
  readonly candidates: readonly CandidateId[];
  /** Groups of the constraints that bring it about. */
  readonly groups: readonly string[];
}

/**
 * - first-preferences: every ballot with its first preference.
 * - surplus: papers of the elected move on. Under keep values: iterations, up to an election or until the surpluses of
 *   all the elected have been shared. Under quotients: the elections of the first run.
 * - exclusion: candidates are out and their papers move on. Under keep values: the votes counted once without them;
 *   surpluses that arise are shared in the next stage. Under quotients: all papers as at the first stage, but without
 *   the excluded, and the elections of that run, which are in `elected` only if it is the last.
 */
export type StageKind = 'first-preferences' | 'surplus' | 'exclusion';

export interface Stage {
  /** From 1. */
  readonly number: number;
  readonly kind: StageKind;
  readonly because: StageBecause;
  /** Whose surplus, or who was excluded; empty for first preferences. */
  readonly of: readonly CandidateId[];
  readonly transfers: readonly Transfer[];
  /** Everyone's votes at the end of the stage, by CandidateId, units. */
  readonly tallies: readonly bigint[];
  /** Votes with no next preference (or Xs not given), and votes cut by rounding, so far, units. */
  readonly nonTransferable: bigint;
  readonly lossByFraction: bigint;
  /** The quota in force at the end of the stage, units; null where the rule has none. */
  readonly quota: bigint | null;
  readonly elected: readonly Elected[];
  /** Excluded in this stage, or formally at the end of the count. */
  readonly excluded: readonly CandidateId[];
  readonly ties: readonly Tie[];
  readonly deferral: Deferral | null;
  /** What the constraints came to decide at the end of this stage, and not before. */
  readonly restraints: readonly Restraint[];
  /**
   * Whether the count started again in this stage, so that no election of an earlier one stands any more. Not said under
   * quotients, where `elected` has only those that stand.
   */
  readonly startsAgain: boolean;
}
