import type { Count } from '../count/count';
import { marksText } from './marks-words';

/** What a ballot is shown in: a pound for the one vote it is, 100 pence; or Xs, where it gives more than one. */
export interface Coin {
  readonly kind: 'pence' | 'marks';
  /** All of the ballot: 100 pence, or its Xs. */
  readonly whole: number;
}

/** What the ballots of a count are shown in. */
export const coinOf = ({ votesPerBallot }: Count): Coin =>
  votesPerBallot === 1 ? { kind: 'pence', whole: 100 } : { kind: 'marks', whole: votesPerBallot };

/** An amount of a ballot: "62p", "1 X". */
export const amountText = (amount: number, { kind }: Coin): string =>
  kind === 'pence' ? `${amount}p` : marksText(amount);
