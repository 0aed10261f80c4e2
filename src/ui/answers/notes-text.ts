import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';

/** All notes on an election's candidates as plain text, in ballot order, those on the shortlist marked. */
export function notesText(
  { title, candidates }: Pick<Election, 'title' | 'candidates'>,
  notes: Readonly<Record<CandidateId, string>>,
  stars: readonly CandidateId[],
): string {
  const entries = candidates.flatMap(({ name }, candidate) => {
    const note = notes[candidate];
    const starred = stars.includes(candidate);
    if (note === undefined && !starred) return [];
    return [`${name}${starred ? ' (on my shortlist)' : ''}\n${note === undefined ? '' : `${note}\n`}`];
  });
  return `${title}\nMy private notes\n\n${entries.join('\n')}`;
}
