import { runOfSeed } from '../turnout/run-seed';
import { sampleTurnouts } from '../turnout/samples/sample-turnouts';
import { quickPapers, type ChoiceState, type VotersChoice } from './choice';
import type { CurrentElection } from './elections';
import { isLinkSeed, type LinkPage, type LinkState } from './link';
import { ruleFor } from './rule-choice';
import type { OwnTurnout } from './saved-turnouts';
import { votersFor } from './voters';

/** A link to what is on a page, without a ballot, and in words what it cannot carry. */
export interface LinkOffer {
  /** Null where a link would show something else. */
  readonly link: LinkState | null;
  readonly left: string | null;
}

/** `own` are the user's own turnouts for the election in hand. */
export function linkOffer(
  page: LinkPage,
  choice: Pick<ChoiceState, 'voters' | 'rules' | 'seed' | 'papers' | 'quick'>,
  current: CurrentElection,
  own: readonly OwnTurnout[],
): LinkOffer {
  const { election, file } = current;
  if (file !== null) {
    return none(
      `A link cannot carry an election from a file. Send the file “${file}” and say which turnout, rule and seed you picked.`,
    );
  }
  const { voters } = votersFor(choice, current, own);
  const draw = drawOn(page, choice);
  const basis = { page, electionId: election.id, ruleId: ruleFor(choice, election).id, ballot: [] };
  if (voters.kind === 'turnout' && sampleTurnouts(election).every(({ id }) => id !== voters.turnout.id)) {
    const left = `A link cannot carry a turnout of your own. To send “${voters.turnout.title}”, save it as a file in step 3, Turnout.`;
    return page === 'keep' ? { link: { ...basis, voters: null, draw: null }, left } : none(left);
  }
  if (!isLinkSeed(draw.seed)) return none('A link cannot carry this seed. Pick another one in step 3, Turnout.');
  const picked: VotersChoice =
    voters.kind === 'turnout' ? { kind: 'turnout', id: voters.turnout.id } : { kind: 'ballots' };
  return { link: { ...basis, voters: picked, draw }, left: null };
}

const none = (left: string): LinkOffer => ({ link: null, left });

/** Many runs are made from the seed that a run opened as a count is one of. */
function drawOn(page: LinkPage, { seed, papers, quick }: Parameters<typeof linkOffer>[1]) {
  return page === 'count/runs'
    ? { seed: runOfSeed(seed)?.seed ?? seed, papers: quick ? quickPapers : null }
    : { seed, papers };
}
