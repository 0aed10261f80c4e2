import { standing, type Election } from '../../election/election';
import { stopping } from '../length';
import type { Bloc, BallotLength, Turnout, Variation } from '../model';
import { leaningBloc, namesOf, sharedOut, type Electorate } from './blocs';

const mostlyOn = stopping({ kind: 'while', thenOn: 0.85 });

/**
 * Camps of equal size that pay no heed to slates. Each likes every `camps`-th name on the paper four times as much as
 * the others, so every name has a camp and no slate has one.
 */
function campBlocs(election: Election, electorate: Electorate, camps: number, length: BallotLength): Bloc[] {
  const names = standing(election);
  const blocs = Array.from({ length: camps }, (_, camp) => {
    const candidateStrengths = election.candidates.map(() => 1);
    names.forEach((id, place) => (candidateStrengths[id] = camps > 1 && place % camps === camp ? 4 : 1));
    const sumOf = (slate: number | null): number =>
      namesOf(election, slate).reduce((sum, id) => sum + (candidateStrengths[id] ?? 1), 0);
    // A slate as strong as its names together: the first name drawn is then drawn by its own strength alone.
    const leaning = [...election.slates.map((_, slate) => sumOf(slate)), sumOf(null)];
    const name = camps > 1 ? `Camp ${camp + 1}` : 'All voters';
    const alike = leaningBloc(election, { name, slate: null, pull: 0, loyalty: 0, follows: [], length });
    return { share: 1, habits: { ...alike, leaning, next: leaning, candidateStrengths } };
  });
  return sharedOut(electorate, blocs);
}

export function noSlates(election: Election, electorate: Electorate): Turnout {
  return {
    id: 'no-slates',
    title: 'Voters mix freely',
    line: 'Nobody looks at slates: several camps of made-up voters, each with its own favourites across all of them.',
    blocs: campBlocs(election, electorate, Math.min(6, standing(election).length), mostlyOn),
    variation: varying(0.5, 2),
  };
}

/** For elections without slates. */
export function plainTurnouts(election: Election, electorate: Electorate): Turnout[] {
  const alike = (length: BallotLength): Bloc[] => campBlocs(election, electorate, 1, length);
  const few = { ...electorate, turnout: electorate.turnout / 10 };
  return [
    {
      id: 'favourites',
      title: 'A few well-known names',
      line: 'Some candidates are far better known than others; which they are is drawn afresh for every run.',
      blocs: alike(mostlyOn),
      variation: varying(0, 9),
    },
    {
      id: 'two-camps',
      title: 'Two camps',
      line: 'Two camps of equal size, each with its own half of the names.',
      blocs: campBlocs(election, electorate, Math.min(2, standing(election).length), mostlyOn),
      variation: varying(0.3, 2),
    },
    {
      id: 'low-turnout',
      title: 'Few vote',
      line: 'One in ten of the usual voters turns out, and the candidates start level.',
      blocs: campBlocs(election, few, 1, mostlyOn),
      variation: varying(0, 1),
    },
    {
      id: 'early-stop',
      title: 'Everyone stops after three names at most',
      line: 'The candidates start level; each voter ranks one, two or three names and then stops.',
      blocs: alike(stopping({ kind: 'between', from: 1, to: 3 })),
      variation: varying(0, 1),
    },
    {
      id: 'rank-all',
      title: 'Everyone ranks everyone',
      line: 'The candidates start level; each voter puts all of the names in order.',
      blocs: alike(stopping({ kind: 'all' })),
      variation: varying(0, 1),
    },
  ];
}

const varying = (members: number, strengths: number): Variation => ({
  members: { kind: 'ratio', spread: members },
  turnout: { kind: 'fixed' },
  strengths: { kind: 'ratio', spread: strengths },
});
