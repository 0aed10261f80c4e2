import { gamma, normal } from '../basics/deviates';
import { exp } from '../basics/elementary';
import { seededRandom, type Random } from '../basics/random';
import type { Spread, Turnout } from './model';

/**
 * The turnout of one run: sizes, odds of voting and strengths multiplied by chance factors as its `variation` says. A
 * candidate's factor is the same in every bloc, as a name people like or do not know is so for many at once. Each of
 * the three has a stream of its own, so that changing how far one varies leaves the others as they were.
 */
export function variedTurnout(turnout: Turnout, seed: string): Turnout {
  const { blocs, variation } = turnout;
  const candidates = Math.max(0, ...blocs.map(({ candidateStrengths }) => candidateStrengths.length));
  const strengths = factors(variation.strengths, candidates, seededRandom(`${seed}/strengths`));
  const sizes = factors(variation.members, blocs.length, seededRandom(`${seed}/members`));
  const odds = factors(variation.turnout, blocs.length, seededRandom(`${seed}/turnout`));
  const members = blocs.map((bloc, index) => bloc.members * (sizes[index] ?? 1));
  const before = blocs.reduce((sum, bloc) => sum + bloc.members, 0);
  const after = members.reduce((sum, size) => sum + size, 0);
  const scale = after > 0 ? before / after : 1;
  return {
    ...turnout,
    blocs: blocs.map((bloc, index) => ({
      ...bloc,
      members: (members[index] ?? 0) * scale,
      turnout: withOdds(bloc.turnout, odds[index] ?? 1),
      candidateStrengths: bloc.candidateStrengths.map((strength, id) => strength * (strengths[id] ?? 1)),
    })),
  };
}

/** The part p whose odds p / (1 - p) are `factor` times those of `part`. */
const withOdds = (part: number, factor: number): number => (part * factor) / (1 - part + part * factor);

function factors(spread: Spread, count: number, random: Random): number[] {
  return Array.from({ length: count }, () => drawFactor(spread, random));
}

function drawFactor(spread: Spread, random: Random): number {
  switch (spread.kind) {
    case 'fixed':
      return 1;
    case 'ratio':
      return (1 + spread.spread * random.unit()) / (1 + spread.spread * random.unit());
    case 'log-normal':
      return exp(spread.sigma * normal(random));
    case 'gamma':
      return gamma(spread.shape, random) / spread.shape;
    default:
      return spread satisfies never;
  }
}
