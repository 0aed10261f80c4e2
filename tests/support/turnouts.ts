import type { Bloc, Turnout } from '../../src/turnout/model';

/** A bloc of five candidates, 0 and 1 on slate 0, 2 and 3 on slate 1, 4 on none; all alike unless told. */
export function blocOf(changes: Partial<Bloc> = {}): Bloc {
  return {
    name: 'bloc',
    share: 1,
    slate: null,
    slateStrengths: [1, 1, 1],
    loyalty: 0,
    candidateStrengths: [1, 1, 1, 1, 1],
    follows: [],
    length: { kind: 'between', from: 5, to: 5 },
    ...changes,
  };
}

export const slateOfFive = [0, 0, 1, 1, null] as const;

export function turnoutOf(voters: number, blocs: readonly Bloc[]): Turnout {
  return { id: 'test', title: 'Test', line: 'Made up.', voters, blocs, variation: { shares: 0, strengths: 0 } };
}
