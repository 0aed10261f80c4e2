import type { Election } from '../election/election';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import type { ChoiceState, ChoiceStore, SavedChoice } from './choice';
import type { CurrentElection, ElectionsStore } from './elections';
import { ruleFor } from './rule-choice';

/** What a link put in place of what was there, in words, and the way back. */
export interface LinkOpened {
  /** "election", "voters", "rule", "seed": at least one. */
  readonly replaced: readonly string[];
  readonly undo: () => void;
}

interface Stores {
  readonly choice: ChoiceStore;
  readonly elections: ElectionsStore;
}

/** What was picked and open before a link is opened. */
export interface BeforeLink {
  readonly choice: ChoiceState;
  readonly current: CurrentElection | null;
}

export const beforeLink = ({ choice, elections }: Stores): BeforeLink => ({
  choice: choice.getState(),
  current: elections.getState().current,
});

/** Null where nothing was there to be replaced, or the link says the same. The ballot has a draft and an undo of its own. */
export function linkOpened(before: BeforeLink, election: Election, stores: Stores): LinkOpened | null {
  const after = stores.choice.getState();
  const had = before.current?.election.id ?? before.choice.electionId;
  if (had === null) return null; // the first visit: nothing was picked yet
  const differs = (part: (state: ChoiceState) => unknown): boolean =>
    JSON.stringify(part(before.choice)) !== JSON.stringify(part(after));
  const voters = ({ voters }: ChoiceState): unknown =>
    voters[election.id] ?? { kind: 'turnout', id: sampleTurnouts(election)[0]?.id };
  const replaced = [
    ...(had !== election.id ? ['election'] : []),
    ...(differs(voters) ? ['voters'] : []),
    ...(differs((state) => ruleFor(state, election).id) ? ['rule'] : []),
    ...(differs(({ seed, papers, quick }) => [seed, papers, quick]) ? ['seed'] : []),
  ];
  return replaced.length === 0 ? null : { replaced, undo: () => putBack(before, stores) };
}

function putBack({ choice: before, current }: BeforeLink, { choice, elections }: Stores): void {
  const { electionId, voters, rules, seed, papers, quick } = before;
  const saved: SavedChoice = { electionId, voters, rules, seed, papers, quick };
  if (current !== null) elections.getState().goBackTo(current);
  else if (electionId !== null) void elections.getState().restore(electionId); // the link came before it was opened
  choice.getState().putBack(saved);
}
