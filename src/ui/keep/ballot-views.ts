/** The two ways a ballot is shown; on a wide screen and on paper both are. */
export type BallotView = 'paper' | 'order';

/** Print sizes: classes of the card, since a page's own size cannot be changed while the app runs. */
export type CardSize = 'a4' | 'pocket';
