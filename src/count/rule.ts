/**
 * A counting rule is a record of named choices; the count looks each of them up and no rule has code of its own.
 * Values of an axis that no rule here uses yet are added with the rule that needs them.
 */

export const ruleIds = ['scottish-2007', 'ers97', 'wigm-prf'] as const;
export type RuleId = (typeof ruleIds)[number];

/** A legal text and, for a choice, its paragraph. */
interface RuleSource {
  readonly title: string;
  readonly section: string;
  readonly address: string | null;
}

export interface Rule {
  readonly id: RuleId;
  /** As on screen: "Scottish council elections (2007)". */
  readonly name: string;
  /** One or two plain sentences for the voter. */
  readonly description: string;
  readonly source: RuleSource;

  /**
   * Places kept for every number of the count: transfer values, values of parcels, totals. A rule's arithmetic is in
   * whole units of 10^-decimals; whatever a division leaves over is cut and reported as loss by fraction.
   */
  readonly decimals: number;

  /**
   * How many votes are sure of a seat.
   * - droop-integer: floor(V / (seats + 1)) + 1.
   * - droop-decimals: V / (seats + 1) cut to the rule's decimals, plus one unit if that was inexact.
   * - droop-next-decimal: V / (seats + 1) cut to the rule's decimals, plus one unit always.
   */
  readonly quota: 'droop-integer' | 'droop-decimals' | 'droop-next-decimal';
  /**
   * - static: never changes.
   * - until-first-elected: recalculated without non-transferable votes until somebody is elected.
   */
  readonly quotaOverTime: 'static' | 'until-first-elected';
  /** Whether votes equal to the quota elect, or only more. */
  readonly reaching: 'at-quota' | 'above-quota';
  /**
   * Whether fewer votes than the quota can elect.
   * - none: no.
   * - active-vote: the active vote divided by one more than the places left also elects.
   */
  readonly progressive: 'none' | 'active-vote';

  /**
   * Which papers an elected candidate's surplus is taken from.
   * - all: every paper they hold; those with no next preference take their share of the surplus out of play.
   * - last-batch-transferable: of the papers that took them over the quota, those with a next preference.
   */
  readonly surplusPapers: 'all' | 'last-batch-transferable';
  /**
   * What a moved paper is then worth.
   * - weighted-inclusive: surplus x the paper's value / the candidate's vote.
   * - exclusive: surplus / number of papers moved, and never more than the paper is worth now.
   */
  readonly surplusValue: 'weighted-inclusive' | 'exclusive';
  /**
   * Where `surplus x value / vote` is cut to the rule's decimals.
   * - once: after multiplying and dividing.
   * - each-step: the product, and then the quotient.
   */
  readonly surplusRounding: 'once' | 'each-step';
  /**
   * Which of several surpluses moves first.
   * - by-size: the largest.
   * - by-order-of-election: that of whoever was elected first; the largest of those elected together.
   */
  readonly surplusOrder: 'by-size' | 'by-order-of-election';
  /**
   * - never: a surplus is moved before anyone is excluded.
   * - when-safe: left for later while it cannot change who is excluded next.
   */
  readonly deferral: 'never' | 'when-safe';

  /**
   * - one: the lowest.
   * - bulk-when-safe: as many of the lowest together as cannot between them overtake the next.
   */
  readonly exclusion: 'one' | 'bulk-when-safe';
  /**
   * - together: all their papers in one transfer.
   * - by-value: a transfer for each value, highest first, electing after each.
   */
  readonly excludedPapers: 'together' | 'by-value';
  /**
   * What happens when an exclusion leaves just enough candidates for the places.
   * - transfer: the papers are moved all the same, and those who remain are elected after it.
   * - stop: those who remain are elected at once and no paper moves.
   */
  readonly lastExclusion: 'transfer' | 'stop';

  /**
   * Where equal votes are compared before lots are drawn.
   * - backwards: the most recent stage at which they differed.
   * - forwards: the earliest point, after a transfer, at which they differed.
   * - none: nowhere; ties go to the lot at once.
   */
  readonly ties: 'backwards' | 'forwards' | 'none';

  /** A number left out of a ballot ends it there (`stops`) or is closed up (`passes`). */
  readonly skippedPreference: 'stops' | 'passes';
}
