import type { Ballots } from './ballots';
import { nec2020 } from './built-in-nec-2020';
import { practice, practiceBallots } from './built-in-practice';
import type { Election } from './election';

/** An election that comes with the app. */
export interface BuiltIn {
  readonly election: Election;
  /** Ballots that come with it, all of them made up and said to be in its notes; null where it has none. */
  readonly ballots: Ballots | null;
}

/** In the order they are offered. */
export const builtInElections: readonly BuiltIn[] = [
  { election: nec2020, ballots: null },
  { election: practice, ballots: practiceBallots },
];

export function builtInElection(id: string): BuiltIn | null {
  return builtInElections.find(({ election }) => election.id === id) ?? null;
}
