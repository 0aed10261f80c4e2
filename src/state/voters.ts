import { paperCount } from '../election/ballots';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import type { ChoiceState } from './choice';
import type { CountInput } from './counting';
import type { CurrentElection } from './elections';
import type { OwnTurnout } from './saved-turnouts';

/** Whose ballots are counted, and what they are called on screen. */
export interface ChosenVoters {
  readonly title: string;
  readonly voters: CountInput['voters'];
}

/**
 * The voters picked for the election in hand; `own` are the user's own turnouts for it. Where none were picked, or those
 * picked are not there any more: the ballots of an opened file, else the first sample turnout. Ballots that come with a
 * built-in election are counted only when picked, since they are as made up as a turnout.
 */
export function votersFor(
  { voters, papers }: Pick<ChoiceState, 'voters' | 'papers'>,
  current: CurrentElection,
  own: readonly OwnTurnout[],
): ChosenVoters {
  const { election, file } = current;
  const picked = voters[election.id];
  const samples = sampleTurnouts(election);
  const turnouts = [...own.map(({ turnout }) => turnout), ...samples];
  const turnout = picked?.kind === 'turnout' ? turnouts.find(({ id }) => id === picked.id) : undefined;
  if (turnout !== undefined) return { title: turnout.title, voters: { kind: 'turnout', turnout, papers } };

  const ballots = countableBallots(current);
  if (ballots !== null && (file !== null || picked?.kind === 'ballots')) {
    return { title: ballotsTitle(current), voters: { kind: 'ballots', ballots } };
  }
  const first = samples[0];
  if (first === undefined) throw new Error(`"${election.title}" has 0 sample turnouts where at least 4 are due`);
  return { title: first.title, voters: { kind: 'turnout', turnout: first, papers } };
}

/** The ballots that came with the election; null where there are none or not one paper among them. */
export function countableBallots({ ballots }: Pick<CurrentElection, 'ballots'>): CurrentElection['ballots'] {
  return ballots !== null && paperCount(ballots) > 0 ? ballots : null;
}

export function ballotsTitle({ file }: Pick<CurrentElection, 'file'>): string {
  return file === null ? 'The ballots that come with it (made up)' : 'The ballots in the file';
}
