import type { CandidateId } from '../../election/candidate';
import { ballotOf, type Draft } from '../../election/draft';
import type { Election } from '../../election/election';

/** All drafts of a ballot as plain text, each with its numbered order and those never to be ranked. */
export function draftsText(
  { title, candidates }: Pick<Election, 'title' | 'candidates'>,
  drafts: readonly Draft[],
): string {
  const nameOf = (candidate: CandidateId): string => candidates[candidate]?.name ?? '';
  const texts = drafts.map((draft) => {
    const order = ballotOf(draft).map((candidate, place) => `${place + 1}. ${nameOf(candidate)}`);
    const never = draft.parked.length === 0 ? [] : [`Never rank: ${draft.parked.map(nameOf).join(', ')}`];
    return [draft.name, ...(order.length === 0 ? ['Nobody ranked'] : order), ...never, ''].join('\n');
  });
  return [`${title}\nMy drafts, not an official ballot paper\n`, ...texts].join('\n');
}
