import type { BallotLength } from '../turnout/model';

/** How many names the ballots of a slate's supporters carry. */
export type HowFar =
  /** So many, whosever they are: of a slate of six, 3 stops within it. */
  | { readonly kind: 'at'; readonly names: number }
  /** As many as the slate stands. */
  | { readonly kind: 'own-slate' }
  /** As many as the slate stands, then on with this chance for each further name. */
  | { readonly kind: 'beyond'; readonly thenOn: number };

export const goesFurther = (howFar: HowFar): howFar is Extract<HowFar, { readonly kind: 'beyond' }> =>
  howFar.kind === 'beyond';

/** The fewest names such a ballot carries. */
function namesAtLeast(howFar: HowFar, stood: number): number {
  return howFar.kind === 'at' ? howFar.names : stood;
}

/** The same as a distribution of lengths; `all` is how many candidates there are. */
export function lengthOf(howFar: HowFar, stood: number, all: number): BallotLength {
  const stopAt = (names: number, part: number): BallotLength[number] => ({ part, stop: { kind: 'at', names } });
  switch (howFar.kind) {
    case 'at':
    case 'own-slate':
      return [stopAt(namesAtLeast(howFar, stood), 1)];
    case 'beyond': {
      const { thenOn } = howFar;
      let left = 1;
      const stops = Array.from({ length: all - stood }, (_, more) => {
        const part = left * (1 - thenOn);
        left *= thenOn;
        return stopAt(stood + more, part);
      });
      return [...stops, stopAt(all, left)].filter(({ part }) => part > 0);
    }
    default:
      return howFar satisfies never;
  }
}
