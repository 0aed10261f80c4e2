import type { CandidateId } from '../election/candidate';
import type { ChoiceState } from './choice';
import type { CountInput } from './counting';
import type { CurrentElection } from './elections';
import { ruleFor } from './rule-choice';
import type { OwnTurnout } from './saved-turnouts';
import { votersFor } from './voters';

/** What is counted, as picked, and what its voters are called on screen; `own` are the user's own turnouts for it. */
export function countInput(
  choice: Pick<ChoiceState, 'voters' | 'papers' | 'rules' | 'seed'>,
  current: CurrentElection,
  own: readonly OwnTurnout[],
  ranking: readonly CandidateId[],
): { readonly title: string; readonly input: CountInput } {
  const { election } = current;
  const { title, voters } = votersFor(choice, current, own);
  return { title, input: { election, voters, rule: ruleFor(choice, election), seed: choice.seed, ranking } };
}
