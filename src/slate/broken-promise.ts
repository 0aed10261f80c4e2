import type { SmallElection } from './challenge/case';
import type { SeatPromise } from './promise';

type Why = Extract<SeatPromise, { kind: 'none' }>['because'];

/** Keeps the promise to the same ballots, to be counted by beside the rule that breaks it. */
export const keepsPromise = 'scottish-2007';

/**
 * An election in which a slate's solid supporters, by quotas, are owed a seat more than they win under rules without a
 * promise: ours, with few voters. Null where nothing is handed on, so that no two counts show why.
 */
export function brokenPromise(because: Why): SmallElection | null {
  switch (because) {
    case 'papers-gain':
      // 22 of 42 ballots, two quotas, rank 0, 1 and 2 before anyone else. 3 has one vote to spare: twelve ballots come to 0
      // at a twelfth of a vote. 1 goes out, 0 is elected with fifteen whole ballots and those twelve, and hands all 27 on at
      // one value: the slate's surplus goes to 4 in nearly half, and 2 does not come to a quota.
      return {
        seats: 3,
        candidateCount: 5,
        ballots: [
          { copies: 9, preferences: [0, 2, 1] },
          { copies: 6, preferences: [1, 0, 2] },
          { copies: 7, preferences: [2, 0, 1] },
          { copies: 12, preferences: [3, 0, 4] },
          { copies: 8, preferences: [4] },
        ],
        slate: [0, 1, 2],
      };
    case 'excludes-by-number':
      // 51 of 101 ballots, a quota, rank 0 and 1 before anyone else; with fewer than 50 votes each both go out at once.
      return {
        seats: 1,
        candidateCount: 3,
        ballots: [
          { copies: 26, preferences: [0, 1] },
          { copies: 25, preferences: [1, 0] },
          { copies: 50, preferences: [2] },
        ],
        slate: [0, 1],
      };
    case 'counts-xs':
      return null;
    default:
      return because satisfies never;
  }
}
