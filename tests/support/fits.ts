import { packBallots, type Ballot, type Ballots } from '../../src/election/ballots';
import type { Election } from '../../src/election/election';
import { fitTurnout } from '../../src/turnout/fit/fit';
import type { Turnout } from '../../src/turnout/model';
import { slateOfFive } from './turnouts';

/** An election of so many candidates, A, B, ..., on these slates; none where not told. */
export function electionOf(count: number, changes: Partial<Election> = {}): Election {
  const slates = [...new Set((changes.candidates ?? []).flatMap(({ slate }) => slate ?? []))];
  return {
    id: 'fit',
    title: 'Fit',
    seats: 2,
    candidates: Array.from({ length: count }, (_, id) => ({
      name: String.fromCharCode(65 + id),
      slate: null,
      withdrawn: false,
    })),
    slates: slates.map((slate) => ({ name: `Slate ${slate + 1}`, letter: `${slate + 1}` })),
    orders: [],
    rule: 'scottish-2007',
    ruleBasis: null,
    notes: [],
    sources: [],
    ...changes,
  };
}

/** Candidates on these slates, by id. */
export const onSlates = (slates: readonly (number | null)[]): Election['candidates'] =>
  slates.map((slate, id) => ({ name: String.fromCharCode(65 + id), slate, withdrawn: false }));

/** The five of `blocOf`: 0 and 1 on slate 0, 2 and 3 on slate 1, 4 on none. */
export const fiveElection = electionOf(5, { candidates: onSlates(slateOfFive) });

/** Rows of names, first preference first; each as many papers as told. */
export const ballotsOf = (rows: readonly Ballot[], candidateCount: number): Ballots =>
  packBallots(rows, candidateCount);

export function fitted(election: Election, ballots: Ballots): Turnout {
  const turnout = fitTurnout(election, ballots);
  if (!turnout.ok) throw new Error(turnout.error.message);
  return turnout.value;
}
