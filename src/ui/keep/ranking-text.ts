import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';

/** Said on the card and in the text, so that neither is taken for the real thing. */
export const notOfficial = 'My order, not an official ballot paper';

/** A ranking as plain text: the election, what this is, and a numbered list; ends with a line break. */
export function formatRankingText({ title, candidates }: Election, ranking: readonly CandidateId[]): string {
  const lines = ranking.map((candidate, place) => `${place + 1}. ${candidates[candidate]?.name ?? ''}`);
  return [title, notOfficial, '', ...lines, ''].join('\n');
}
