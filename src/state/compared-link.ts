import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import type { ChoiceState } from './choice';
import { givenBallots, type ComparedSides } from './compared-sides';
import type { ComparedKind } from './comparing';
import type { CurrentElection } from './elections';
import type { ComparedWith } from './link';

/** Two rules or two turnouts by their ids, as a link can carry them. */
export interface LinkedPair {
  readonly kind: ComparedWith['kind'];
  readonly a: string;
  readonly b: string;
}

/** What goes into a link; null where no link can carry it: two ballots, or a turnout of one's own as B. */
export function linkedPair(
  kind: ComparedKind,
  { a, b }: ComparedSides,
  { election }: CurrentElection,
): LinkedPair | null {
  if (kind === 'ballot' || b === null) return null;
  const known = kind === 'rule' || b.id === givenBallots || sampleTurnouts(election).some(({ id }) => id === b.id);
  return known ? { kind, a: a.id, b: b.id } : null;
}

/** What the one who opens the link compares with what the rest of it names. */
export const comparedLink = ({ kind, b }: LinkedPair): ComparedWith => ({ kind, id: b });

/** The choice with A in the place of what is counted on the other pages. */
export function choiceOfA<Choice extends Pick<ChoiceState, 'voters' | 'rules'>>(
  { kind, a }: LinkedPair,
  choice: Choice,
  { election }: CurrentElection,
): Choice {
  if (kind === 'rule') return { ...choice, rules: { ...choice.rules, [election.id]: a } };
  const voters = a === givenBallots ? ({ kind: 'ballots' } as const) : ({ kind: 'turnout', id: a } as const);
  return { ...choice, voters: { ...choice.voters, [election.id]: voters } };
}
