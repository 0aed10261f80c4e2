import { standing, type Election } from '../../election/election';
import type { Bloc, BallotLength, Turnout } from '../model';
import { leaningBloc, namesOf } from './blocs';

const mostlyOn: BallotLength = { kind: 'while', thenOn: 0.85 };

/**
 * Camps of equal size that pay no heed to slates. Each likes every `camps`-th name on the paper four times as much as
 * the others, so every name has a camp and no slate has one.
 */
function campBlocs(election: Election, camps: number, length: BallotLength): Bloc[] {
  const names = standing(election);
  return Array.from({ length: camps }, (_, camp) => {
    const strengths = election.candidates.map(() => 1);
    names.forEach((id, place) => (strengths[id] = camps > 1 && place % camps === camp ? 4 : 1));
    const sumOf = (slate: number | null): number =>
      namesOf(election, slate).reduce((sum, id) => sum + (strengths[id] ?? 1), 0);
    // A slate as strong as its names together: the first name drawn is then drawn by its own strength alone.
    const slateStrengths = [...election.slates.map((_, slate) => sumOf(slate)), sumOf(null)];
    const name = camps > 1 ? `Camp ${camp + 1}` : 'All voters';
    const bloc = leaningBloc(election, { name, share: 1, slate: null, pull: 0, loyalty: 0, follows: [], length });
    return { ...bloc, slateStrengths, candidateStrengths: strengths };
  });
}

export function noSlates(election: Election, voters: number): Turnout {
  return {
    id: 'no-slates',
    title: 'Voters mix freely',
    line: 'Nobody looks at slates: several camps of made-up voters, each with its own favourites across all of them.',
    voters,
    blocs: campBlocs(election, Math.min(6, standing(election).length), mostlyOn),
    variation: { shares: 0.5, strengths: 2 },
  };
}

/** For elections without slates. */
export function plainTurnouts(election: Election, voters: number): Turnout[] {
  const alike = (length: BallotLength): Bloc[] => campBlocs(election, 1, length);
  const level = { shares: 0, strengths: 1 };
  const all = standing(election).length;
  return [
    {
      id: 'favourites',
      title: 'A few well-known names',
      line: 'Some candidates are far better known than others; which they are is drawn afresh for every run.',
      voters,
      blocs: alike(mostlyOn),
      variation: { shares: 0, strengths: 9 },
    },
    {
      id: 'two-camps',
      title: 'Two camps',
      line: 'Two camps of equal size, each with its own half of the names.',
      voters,
      blocs: campBlocs(election, Math.min(2, all), mostlyOn),
      variation: { shares: 0.3, strengths: 2 },
    },
    {
      id: 'low-turnout',
      title: 'Few vote',
      line: 'One in ten of the usual voters turns out, and the candidates start level.',
      voters: Math.max(1, Math.round(voters / 10)),
      blocs: alike(mostlyOn),
      variation: level,
    },
    {
      id: 'early-stop',
      title: 'Everyone stops after three names at most',
      line: 'The candidates start level; each voter ranks one, two or three names and then stops.',
      voters,
      blocs: alike({ kind: 'between', from: 1, to: 3 }),
      variation: level,
    },
    {
      id: 'rank-all',
      title: 'Everyone ranks everyone',
      line: 'The candidates start level; each voter puts all of the names in order.',
      voters,
      blocs: alike({ kind: 'between', from: all, to: all }),
      variation: level,
    },
  ];
}
