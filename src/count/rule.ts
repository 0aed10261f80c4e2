/**
 * A counting rule is a record of named choices; the count looks each of them up and no rule has code of its own. Which
 * choices there are depends on the rule's method: papers that are handed on (`TransferRule`), or one of the others.
 */
export type Rule = TransferRule | KeepRule | QuotientRule | MarksRule;

/** A legal text and, for a choice, its paragraph. */
interface RuleSource {
  readonly title: string;
  readonly section: string;
  readonly address: string | null;
}

/** What every rule says of itself and of reading a ballot. */
export interface RuleHead {
  readonly id: string;
  /** As on screen: "Scottish council elections (2007)". */
  readonly name: string;
  /** One or two plain sentences for the voter. */
  readonly description: string;
  readonly source: RuleSource;
  /**
   * How well its choices are known.
   * - text: read in the rule's own text.
   * - programs: read in programs that count by it, and checked against their results.
   * - definition: it is a method in general and no law in particular, and does what its name says.
   * - recalled: none of these; shown as not confirmed.
   */
  readonly basis: 'text' | 'programs' | 'definition' | 'recalled';
  /** Where it is at home; the order it is offered in. */
  readonly family: RuleFamily;

  /**
   * Where equal votes are compared before lots are drawn, one after the other.
   * - backwards: the most recent stage at which they differed.
   * - backwards-by-transfer: the most recent point, after a transfer, at which they differed.
   * - backwards-all-differ: the most recent point, after a transfer, at which no two of them were level.
   * - forwards: the earliest point, after a transfer, at which they differed.
   * - forwards-stage-ends: the earliest stage at whose end they differed.
   */
  readonly ties: readonly TieLook[];
  /** A number left out of a ballot ends it there (`stops`) or is closed up (`passes`). */
  readonly skippedPreference: 'stops' | 'passes';
  /**
   * What a ballot counts for on which candidates are ranked equal (2=3). Two marked alike are equal even when one of
   * them has withdrawn, has been elected or is out.
   * - stops: it ends before them; where they come first it is not a valid one.
   * - invalid: it is not a valid one, wherever they come.
   * - passes: they are passed over, and it goes on with whoever comes after them.
   * - shared: it is split evenly over all the orders in which those of them still in could be put, each of which then
   *   counts as if it had been written (C. H. E. Warren, "Equality of preference", Voting matters 7, 1996). Parts are cut
   *   to the rule's decimals, and what is cut is the loss by fraction. A rule that hands papers on splits them at the start,
   *   and can do so only where surpluses are weighted, values cut paper by paper, and no paper is drawn from others. Not so: an even split among them after which
   *   what each does not keep goes past the others; by that somebody ranked behind all of them, and ahead of nobody, can
   *   be elected before one of them.
   */
  readonly equalPreference: 'stops' | 'invalid' | 'passes' | 'shared';
}

export const ruleFamilies = ['public', 'societies', 'textbook', 'comparison'] as const;
/** Public elections, societies and model rules, textbook methods, and what is not STV but worth comparing. */
export type RuleFamily = (typeof ruleFamilies)[number];
export type TieLook =
  'backwards' | 'backwards-by-transfer' | 'backwards-all-differ' | 'forwards' | 'forwards-stage-ends';

/** A rule under which papers are handed from candidate to candidate: the Gregory family and its forerunners. */
export interface TransferRule extends RuleHead {
  readonly method: 'transfers';
  /** Where it can fill one seat only, and a contest for more is refused; left out where it fills any number. */
  readonly fills?: 'one-seat';

  /**
   * Places kept for every number of the count: transfer values, values of parcels, totals. The arithmetic is in whole
   * units of 10^-decimals; whatever a division leaves over is cut and reported as loss by fraction. `exact` keeps
   * every fraction: the unit is made finer whenever a division asks for it.
   */
  readonly decimals: number | 'exact';
  /**
   * What is cut to the decimals.
   * - each-paper: the value of a paper.
   * - each-sub-parcel: the votes that one candidate gets from papers of one value in one transfer; a paper's value is an
   *   exact fraction.
   */
  readonly cutting: 'each-paper' | 'each-sub-parcel';

  /**
   * How many votes are sure of a seat.
   * - droop-integer: floor(V / (seats + 1)) + 1.
   * - droop-decimals: V / (seats + 1) cut to the rule's decimals, plus one unit if that was inexact.
   * - droop-next-decimal: V / (seats + 1) cut to the rule's decimals, plus one unit always.
   * - hare-integer: floor(V / seats).
   * - hare-decimals: V / seats cut to the rule's decimals, plus one unit if that was inexact.
   */
  readonly quota: 'droop-integer' | 'droop-decimals' | 'droop-next-decimal' | 'hare-integer' | 'hare-decimals';
  /**
   * - static: never changes.
   * - until-first-elected: recalculated without non-transferable votes until somebody is elected.
   * - every-stage: recalculated without non-transferable votes after every transfer; it never rises.
   *
   * Where an exclusion starts the count again (`excludedPapers`), it is that of a new count, which may be higher.
   */
  readonly quotaOverTime: 'static' | 'until-first-elected' | 'every-stage';
  /** Whether votes equal to the quota elect, or only more. */
  readonly reaching: 'at-quota' | 'above-quota';
  /**
   * Who a paper counts for at first.
   * - all: its first preference, however many votes they have by then.
   * - until-quota: papers are sorted one by one in their order, and whoever has the quota gets no more: those that come
   *   after it go to their next preference (Massachusetts General Laws c. 54A s. 9 (c) to (f)).
   */
  readonly firstCount: 'all' | 'until-quota';
  /**
   * Whether fewer votes than the quota can elect.
   * - none: no.
   * - active-vote: the active vote divided by one more than the places left also elects.
   */
  readonly progressive: 'none' | 'active-vote';
  /**
   * Who may be given papers.
   * - below-quota: continuing candidates; whoever reaches the quota gets no more from then on.
   * - until-transferred: also the elected, until their surplus has been moved.
   */
  readonly receiving: 'below-quota' | 'until-transferred';

  /**
   * Which papers an elected candidate's surplus is taken from.
   * - all: every paper they hold; those with no next preference take their share of the surplus out of play.
   * - all-transferable: every paper they hold that has a next preference.
   * - last-parcel: the papers that took them over the quota, with or without a next preference.
   * - last-parcel-transferable: of the papers that took them over the quota, those with a next preference.
   */
  readonly surplusPapers: 'all' | 'all-transferable' | 'last-parcel' | 'last-parcel-transferable';
  /**
   * What a moved paper is then worth. T is the votes of the papers the surplus is taken from, N their number.
   * - weighted: surplus x the paper's value / T.
   * - unweighted: surplus / N, whatever the paper was worth.
   *
   * Or papers move whole, as many as the surplus is votes, and the others stay; which ones, depends on their order. All
   * papers are then worth one vote throughout.
   * - whole-in-proportion: from each sub-parcel of one next preference its papers x surplus / N, cut, and one more from
   *   those with the largest fractions; the papers last filed, on top of each (Electoral Act 1992 s. 121).
   * - whole-every-nth: every n-th paper, n being all papers / surplus to the nearest whole number; then those after them,
   *   and so on round. Nobody is given a paper past the quota: in any transfer papers are handed out one by one, and
   *   whoever has the quota gets no more of it (the Cincinnati method).
   */
  readonly surplusValue: 'weighted' | 'unweighted' | 'whole-in-proportion' | 'whole-every-nth';
  /**
   * Which of equal fractions counts as the largest, where whole papers move in proportion.
   * - lot: one drawn by lot.
   * - larger-sub-parcel: that of the larger sub-parcel; of equal ones that of whoever `ties` puts first; else by lot.
   */
  readonly equalFractions: 'lot' | 'larger-sub-parcel';
  /** Whether a paper may be worth more after a surplus than before (`allowed`), as unweighted values can be. */
  readonly valueRise: 'allowed' | 'never';
  /**
   * Where `surplus x value / T` is cut to the rule's decimals.
   * - once: after multiplying and dividing.
   * - each-step: the product, and then the quotient.
   * - fraction-first: surplus / T, and then its product with the value.
   */
  readonly surplusRounding: 'once' | 'each-step' | 'fraction-first';
  /**
   * Which of several surpluses moves first.
   * - by-size: the largest.
   * - by-size-then-election: the largest; of equal ones that of whoever was elected first.
   * - by-order-of-election: that of whoever was elected first; the largest of those elected together.
   */
  readonly surplusOrder: 'by-size' | 'by-size-then-election' | 'by-order-of-election';
  /** Where equal surpluses are compared, if elsewhere than `ties` says; null where it is the same. */
  readonly surplusTies: readonly TieLook[] | null;
  /** How many surpluses move in one stage: one, or all that wait, one after the other. */
  readonly surplusesAtOnce: 'one' | 'all';
  /**
   * - never: a surplus is moved before anyone is excluded.
   * - when-safe: left for later while it cannot change who is excluded next; being equal to the difference is safe.
   * - when-strictly-safe: the same, but it has to be smaller than the difference.
   */
  readonly deferral: 'never' | 'when-safe' | 'when-strictly-safe';
  /**
   * What keeps a deposit, or gives a right to expenses, where a surplus is not left, nor several candidates excluded
   * together, as long as one of the lowest might still get to it by the surpluses and the votes of those lower still.
   * - none: it has no part in the count.
   * - quarter-of-quota: more than a quarter of the quota at any stage (Electoral Act 1992 (Ireland) s. 48(1)(e)).
   */
  readonly deposit: 'none' | 'quarter-of-quota';

  /** At the first exclusion all candidates with fewer votes than this go out together; 0 for no such thing. */
  readonly excludedFirst: number;
  /**
   * - one: the lowest.
   * - bulk-when-safe: as many of the lowest together as cannot between them overtake the next.
   * - bulk-when-strictly-safe: as many of the lowest together as cannot between them even draw level with the next.
   * - bulk-short-of-quota: the same, and only if they cannot bring whoever has most to the quota either, or one place is
   *   left, or as many candidates as places are (Californian draft, 10059(k)).
   * - bulk-by-shortfall: as many of the lowest together as cannot bring whoever has most to the quota, if they are among
   *   some who cannot draw level with the next (Commonwealth Electoral Act 1918 s. 273 (13A), (13B)).
   */
  readonly exclusion:
    'one' | 'bulk-when-safe' | 'bulk-when-strictly-safe' | 'bulk-short-of-quota' | 'bulk-by-shortfall';
  /**
   * - together: all their papers in one transfer.
   * - by-value: a transfer for each value, highest first.
   * - first-preferences-then-by-value: their first preferences, then a transfer for each value, highest first.
   * - by-order-received: a transfer for each earlier transfer that brought papers, in that order.
   * - restart: none of their own: the whole count starts again as if they had not stood. Every paper is whole and with its
   *   first preference among those left, all of whom are continuing; the quota is worked out anew on the papers that have
   *   one, and from there on `quotaOverTime` holds. Ties look back no further than the latest restart.
   */
  readonly excludedPapers:
    'together' | 'by-value' | 'first-preferences-then-by-value' | 'by-order-received' | 'restart';
  /** Whether those who reach the quota in an exclusion are elected after each of its transfers, or at its end. */
  readonly electing: 'each-transfer' | 'stage-end';

  /**
   * What happens when an exclusion leaves just enough candidates for the places.
   * - transfer: the papers are moved all the same, and those who remain are elected after it.
   * - stop: those who remain are elected at once and no paper moves.
   */
  readonly lastExclusion: 'transfer' | 'stop';
  /**
   * When as many candidates are left as places: they are elected at once, or once no surplus is waiting.
   */
  readonly remaining: 'at-once' | 'after-surpluses';
  /**
   * Whether the last place can be filled while more than one candidate is left for it; looked at between stages.
   * - count-on: no.
   * - outvotes-others: by one who has no fewer votes than all the others together with the surpluses not yet moved.
   * - exceeds-others: by one who has more votes than all the others together with the surpluses not yet moved.
   * - higher-of-two: when two are left, by the one with more votes, or by lot if they are level; looked at when
   *   `remaining` is.
   */
  readonly lastPlace: 'count-on' | 'outvotes-others' | 'exceeds-others' | 'higher-of-two';
}

/**
 * A rule under which no paper is moved for good: every elected candidate keeps a share of each paper that reaches them,
 * the keep value, and the rest passes on to the next name on it. The keep values are improved, time after time
 * (an iteration), until nobody has more than the quota.
 */
export interface KeepRule extends RuleHead {
  readonly method: 'keep-values';

  /**
   * What an elected candidate takes of a paper of which `left` is left, k being their keep value.
   * - meek: k x left. All elected candidates on a paper have a part of it.
   * - warren: k, or what is left if that is less. Every paper pays the same until it has nothing left.
   */
  readonly sharing: 'meek' | 'warren';
  /** Places kept for every number of the count, 1 to 9; the arithmetic is in whole units of 10^-decimals. */
  readonly decimals: number;
  /**
   * Where k x left is not a whole number of units. (Warren's parts always are.)
   * - kept-up: the part kept is rounded up and the rest is what remains, so that nothing is lost.
   * - both-cut: the part kept and the part passed on are each cut, and what is cut is the loss by fraction.
   */
  readonly rounding: 'kept-up' | 'both-cut';
  /**
   * How the new keep value, keep x quota / votes, is made. It is never more than 1.
   * - each-step-up: the product is rounded up, and then the quotient.
   * - once-up: the quotient is rounded up.
   */
  readonly keepRounding: 'each-step-up' | 'once-up';
  /**
   * Whose keep values an iteration improves: those of all the elected, or of those who have more than the quota, whose
   * are then only lowered.
   */
  readonly improving: 'all-elected' | 'over-quota';

  /**
   * Votes in play (V less non-transferable and lost), divided by seats + 1; recalculated in every iteration.
   * - droop-cut: cut to the rule's decimals.
   * - droop-next-decimal: cut to the rule's decimals, plus one unit always.
   */
  readonly quota: 'droop-cut' | 'droop-next-decimal';
  /** With one seat: the same quota, or half the votes in play up to a whole vote. */
  readonly oneSeatQuota: 'same' | 'whole-majority';
  /** Whether votes equal to the quota elect, or only more. */
  readonly reaching: 'at-quota' | 'above-quota';
  /** Whether whoever reaches the quota while surpluses are shared is elected at once, or when the sharing has ended. */
  readonly recognised: 'each-iteration' | 'after-sharing';

  /** Surpluses have been shared when all together are less than 10^-this of a vote. */
  readonly surplusBelow: number;
  /**
   * When they are taken to be shared although more is left, because the decimals allow no better.
   * - surplus-not-smaller: an iteration leaves no less of them than the one before.
   * - keep-values-again: an iteration brings back keep values that there were before; mostly the last ones.
   */
  readonly stalled: 'surplus-not-smaller' | 'keep-values-again';

  /**
   * - one: the lowest, when the surpluses have been shared.
   * - one-when-sure: also before, as soon as the lowest could not draw level with the next by all the surpluses.
   * - all-sure: all who between them, and with all the surpluses, could not draw level with the next, as soon as there
   *   are any; the lowest alone when the surpluses have been shared.
   */
  readonly exclusion: 'one' | 'one-when-sure' | 'all-sure';
  /** Whose votes count as level with the lowest: equal ones, or also those more by no more than all the surpluses. */
  readonly level: 'equal' | 'within-surplus';
  /** Whether an exclusion sets only the keep value of the excluded, to 0, or improves those of the elected with it. */
  readonly keepAtExclusion: 'unchanged' | 'improved';
  /** As in a TransferRule. */
  readonly lastExclusion: 'transfer' | 'stop';
  /**
   * How a tie is settled that no earlier votes part.
   * - drawn: by the lots of the count.
   * - nz-2001: by the pseudo-random numbers of the New Zealand regulations, the lowest being excluded.
   */
  readonly lots: 'drawn' | 'nz-2001';
}

/**
 * Woodall's quota preferential by quotient. A candidate's quotient is the papers that stand at them, divided by 1 + the
 * seats those papers have filled. The highest above the quota is elected, and their papers have then filled
 * 1 / quotient of a seat each; where none is above it the lowest is excluded and the count starts again without them,
 * so that an election stands only if it comes in the last run. (What constraints change is told in quotients/rounds.ts.)
 */
export interface QuotientRule extends RuleHead {
  readonly method: 'quotients';
  /** Equal quotients are decided by lot, and by nothing before. */
  readonly ties: readonly [];
  readonly equalPreference: 'stops' | 'invalid';
  /** Places that votes are shown to, 0 to 30. Quotas and quotients are compared as exact fractions whatever this is. */
  readonly decimals: number;
}

/**
 * A rule under which ballots give Xs, one stage, and whoever has most is elected; no vote moves and there is no quota.
 * Not the single transferable vote: ranked ballots are read as the Xs their voters would have made.
 */
export interface MarksRule extends RuleHead {
  readonly method: 'marks';
  readonly equalPreference: 'stops' | 'invalid';

  /**
   * How many Xs a ballot gives, one each to its first names.
   * - one: an X for the first name on it.
   * - one-for-each-seat: an X for each of its first names, as many as there are seats.
   */
  readonly marks: 'one' | 'one-for-each-seat';
  /** How many seats it can fill; a contest for more is refused. */
  readonly fills: 'one-seat' | 'any-seats';
}
