/** A part of a ballot: gold where it counts for someone, hatched for someone not elected, grey where it stopped. */
export interface BallotPart {
  readonly key: string;
  readonly amount: number;
  readonly kind: 'held' | 'behind' | 'stopped' | 'cut';
  /** On the bar, where there is room. */
  readonly text: string;
}
