import type { Random } from '../basics/random';
import type { Turnout } from './model';

/**
 * The turnout of one run: shares and strengths multiplied by chance factors as its `variation` says. A candidate's
 * factor is the same in every bloc, as a name people like or do not know is so for many at once.
 */
export function variedTurnout(turnout: Turnout, random: Random): Turnout {
  const { shares, strengths } = turnout.variation;
  const candidates = Math.max(0, ...turnout.blocs.map(({ candidateStrengths }) => candidateStrengths.length));
  // Drawn even where nothing varies, so that the draws that follow are the same at every setting of the sliders.
  const candidateFactors = Array.from({ length: candidates }, () => factor(strengths, random));
  const blocs = turnout.blocs.map((bloc) => ({
    ...bloc,
    share: bloc.share * factor(shares, random),
    candidateStrengths: bloc.candidateStrengths.map((strength, id) => strength * (candidateFactors[id] ?? 1)),
  }));
  return { ...turnout, blocs };
}

/** Between 1 / (1 + spread) and 1 + spread, as likely above 1 as below. */
function factor(spread: number, random: Random): number {
  return (1 + spread * random.unit()) / (1 + spread * random.unit());
}
