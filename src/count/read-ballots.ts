import type { Ballot, Ballots } from '../election/ballots';
import type { Contest } from './contest';
import type { RuleHead } from './rule';

type Reading = Pick<RuleHead, 'equalPreference'>;

/**
 * The contest with its papers as far as the rule reads them: of a paper that ranks candidates equal only what comes
 * before them is left (`stops`), or nothing (`invalid`). Its row stays. The contest itself where no paper ranks anyone
 * equal, or where the rule shares such papers.
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
  const equal = joined.length === 0 ? preferences.length : Math.min(...joined);
  return preferences.slice(0, kept(rule.equalPreference, equal, preferences.length));
}

/** How many preferences are kept of a paper; `equal` is the place of the first that joins the one before it. */
function kept(equalPreference: Reading['equalPreference'], equal: number, length: number): number {
  if (equal === length) return length;
  switch (equalPreference) {
    case 'stops':
      return equal - 1;
    case 'invalid':
      return 0;
    case 'shared':
      return length;
    default:
      return equalPreference satisfies never;
  }
}

function withoutEqual(ballots: Ballots, joined: Uint8Array, equalPreference: Reading['equalPreference']): Ballots {
  const rows = ballots.copies.length;
  const starts = new Uint32Array(rows + 1);
  const preferences = ballots.preferences.slice();
  for (let row = 0; row < rows; row++) {
    const from = ballots.starts[row] as number;
    const to = ballots.starts[row + 1] as number;
    let equal = from;
    while (equal < to && joined[equal] === 0) equal++;
    const length = kept(equalPreference, equal - from, to - from);
    const start = starts[row] as number;
    preferences.copyWithin(start, from, from + length); // never past `from`: nothing grows
    starts[row + 1] = start + length;
  }
  return { starts, preferences: preferences.slice(0, starts[rows]), copies: ballots.copies, joined: null };
}
