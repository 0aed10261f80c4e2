import type { Ballot, Ballots } from '../election/ballots';
import type { Contest } from './contest';
import type { RuleHead } from './rule';

type Reading = Pick<RuleHead, 'equalPreference'>;

/**
 * The contest with its papers as far as the rule reads them: of a paper that ranks candidates equal only what comes
 * before them is left (`stops`), or nothing (`invalid`), or everything but them (`passes`). Its row stays. The contest
 * itself where no paper ranks anyone equal, or where the rule shares such papers.
 */
export function readBallots(contest: Contest, rule: Reading): Contest {
  const { joined } = contest.ballots;
  if (joined === null || rule.equalPreference === 'shared') return contest;
  return { ...contest, ballots: withoutEqual(contest.ballots, joined, rule.equalPreference) };
}

/** The preferences of one paper that the rule reads, as `readBallots` does; numbers left out are still in it. */
export function preferencesRead(
  { preferences, joined = [] }: Omit<Ballot, 'copies'>,
  rule: Reading,
): Ballot['preferences'] {
  const isEqual = (place: number): boolean => joined.includes(place) || joined.includes(place + 1);
  const read = isRead(rule.equalPreference, preferences.length, isEqual);
  return preferences.filter((_, place) => read(place));
}

/** Which places of a paper are read; `isEqual` says at which of them somebody is ranked equal with another. */
function isRead(
  equalPreference: Reading['equalPreference'],
  length: number,
  isEqual: (place: number) => boolean,
): (place: number) => boolean {
  let first = 0;
  while (first < length && !isEqual(first)) first++;
  if (first === length) return () => true;
  switch (equalPreference) {
    case 'stops':
      return (place) => place < first;
    case 'invalid':
      return () => false;
    case 'passes':
      return (place) => !isEqual(place);
    case 'shared':
      return () => true;
    default:
      return equalPreference satisfies never;
  }
}

function withoutEqual(ballots: Ballots, joined: Uint8Array, equalPreference: Reading['equalPreference']): Ballots {
  const rows = ballots.copies.length;
  const starts = new Uint32Array(rows + 1);
  const preferences = ballots.preferences.slice();
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const from = ballots.starts[row] as number;
    const length = (ballots.starts[row + 1] as number) - from;
    const isEqual = (place: number): boolean =>
      joined[from + place] === 1 || (place + 1 < length && joined[from + place + 1] === 1);
    const read = isRead(equalPreference, length, isEqual);
    for (let place = 0; place < length; place++) {
      if (read(place)) preferences[at++] = preferences[from + place] as number; // never past what is still to be read
    }
    starts[row + 1] = at;
  }
  return { starts, preferences: preferences.slice(0, at), copies: ballots.copies, joined: null, alike: null };
}
