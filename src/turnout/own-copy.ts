import type { BallotLength, Bloc, Turnout } from './model';

/** The largest strength of a slate on the scale that a copy is set on. */
export const mostLeaning = 10;

/**
 * A turnout of the user's own to begin with: the same voters, with strengths of slates set on a scale up to `mostLeaning`
 * (in `next` it is the largest but their own slate that has this) and the parts of ways of stopping in percent. All are
 * relative, so the ballots are those of the original.
 */
export function ownCopy(start: Turnout, id: string, title: string): Turnout {
  return {
    id,
    title,
    line: `Made up: your own copy of “${start.title}”, as you have set it.`,
    blocs: start.blocs.map(onScale),
    variation: start.variation,
  };
}

/** The same bloc on the scale that a copy is set on. */
export const onScale = (bloc: Bloc): Bloc => ({
  ...bloc,
  leaning: scaledTo(mostLeaning, Math.max(...bloc.leaning), bloc.leaning),
  next: scaledTo(mostLeaning, Math.max(...bloc.next.filter((_, slate) => slate !== bloc.slate)), bloc.next),
  length: inPercent(bloc.length),
});

function inPercent(length: BallotLength): BallotLength {
  const all = length.reduce((sum, { part }) => sum + part, 0);
  return length.map(({ part, stop }) => ({ part: (part * 100) / all, stop }));
}

/** Numbers in the same ratios, `now` being `wanted` among them; as they are where that is 0. */
function scaledTo(wanted: number, now: number, weights: readonly number[]): readonly number[] {
  return now > 0 ? weights.map((weight) => (weight * wanted) / now) : weights;
}
