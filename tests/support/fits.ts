import type { Ballots } from '../../src/election/ballots';
import type { Election } from '../../src/election/election';
import { fitTurnout } from '../../src/turnout/fit/fit';
import type { Turnout } from '../../src/turnout/model';

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

export function fitted(election: Election, ballots: Ballots): Turnout {
  const turnout = fitTurnout(election, ballots);
  if (!turnout.ok) throw new Error(turnout.error.message);
  return turnout.value;
}
