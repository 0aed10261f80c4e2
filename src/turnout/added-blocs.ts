import type { SlateId } from '../election/candidate';
import type { Election } from '../election/election';
import { stopping } from './length';
import { votersOf, type Bloc, type Turnout } from './model';
import { onScale } from './own-copy';
import { leaningBloc } from './samples/blocs';

/**
 * A bloc to begin with, of voters who lean to this slate or to none; alike for every slate. It has as many members as
 * the blocs there are on average, who vote as often.
 */
export function newBloc({ blocs }: Turnout, election: Election, slate: SlateId | null): Bloc {
  const members = Math.max(1, Math.round(sumOf(blocs) / blocs.length));
  const habits = leaningBloc(election, {
    name: freeName('New bloc', blocs),
    slate,
    pull: 0.9,
    loyalty: 0.5,
    follows: [],
    length: stopping(slate === null ? { kind: 'while', thenOn: 0.5 } : { kind: 'own-slate', thenOn: 0.5 }),
  });
  const voting = sumOf(blocs) === 0 ? 0.5 : votersOf({ blocs }) / sumOf(blocs);
  return onScale({ ...habits, members, turnout: Math.round(1000 * voting) / 1000 });
}

/** The same bloc once more, under a name of its own. */
export const likeBloc = (bloc: Bloc, blocs: readonly Bloc[]): Bloc => ({
  ...bloc,
  name: freeName(`${bloc.name}, copy`, blocs),
});

function freeName(wanted: string, blocs: readonly Bloc[]): string {
  const isFree = (name: string): boolean => blocs.every((bloc) => bloc.name !== name);
  let name = wanted;
  for (let n = 2; !isFree(name); n++) name = `${wanted} ${n}`;
  return name;
}

const sumOf = (blocs: readonly Bloc[]): number => blocs.reduce((sum, { members }) => sum + members, 0);
