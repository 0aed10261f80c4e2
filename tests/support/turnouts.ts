import type { Bloc, Turnout } from '../../src/turnout/model';

/** A bloc of five candidates, 0 and 1 on slate 0, 2 and 3 on slate 1, 4 on none; all alike unless told. */
export function blocOf(changes: Partial<Bloc> = {}): Bloc {
  return {
    name: 'bloc',
    members: 100,
    turnout: 0.5,
    slate: null,
    leaning: [1, 1, 1],
    next: changes.leaning ?? [1, 1, 1],
    loyalty: 0,
    candidateStrengths: [1, 1, 1, 1, 1],
    follows: [],
    length: [{ part: 1, stop: { kind: 'all' } }],
    ...changes,
  };
}

export const slateOfFive = [0, 0, 1, 1, null] as const;

export const fivePaper = { candidateCount: 5, slateOf: slateOfFive, withdrawn: [] } as const;

/** So many voters, half of all members; the blocs keep their relative sizes. */
export function turnoutOf(voters: number, blocs: readonly Bloc[]): Turnout {
  const all = blocs.reduce((sum, { members }) => sum + members, 0);
  return {
    id: 'test',
    title: 'Test',
    line: 'Made up.',
    blocs: blocs.map((bloc) => ({ ...bloc, members: (2 * voters * bloc.members) / all })),
    variation: { members: { kind: 'fixed' }, turnout: { kind: 'fixed' }, strengths: { kind: 'fixed' } },
  };
}
