import { seededRandom, shuffled, type Random } from '../../basics/random';
import type { Ballot } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Case, Change } from './case';

export const claims = ['ranks-further', 'one-more', 'stops-sooner'] as const;
/** What a challenge is looking for: what one voter adds, or what a slate does, costing a seat. */
export type Claim = (typeof claims)[number];

/** An election with all the changes of one kind that can be tried on it. */
export type Drawn = Omit<Case, 'change'> & { readonly changes: readonly Change[] };

/** Voters of a group at most, and after how many elections groups may have one more: what is found first is small. */
const mostAlike = 8;
const electionsOfSize = 100;

/**
 * A small election by its number: 3 to 5 candidates, 1 to 3 seats or fewer, and a few groups who vote alike, of one voter
 * each in the first hundred, then of up to two, and so on to eight.
 */
export function drawElection(claim: Claim, seed: string, number: number, mostSeats = 3): Drawn {
  const random = seededRandom(`${seed}/${claim}/${number}`);
  const candidateCount = 3 + random.below(3);
  const seats = 1 + random.below(Math.min(mostSeats, candidateCount - 2));
  const everyone = Array.from({ length: candidateCount }, (_, id) => id);
  const most = Math.min(mostAlike, Math.ceil(number / electionsOfSize));
  /** So many voters alike, who rank the first of these names and stop after one of them. */
  const rowOf = (order: readonly CandidateId[]): Ballot => ({
    copies: 1 + random.below(most),
    preferences: order.slice(0, 1 + random.below(order.length)),
  });
  if (claim === 'ranks-further') {
    const ballots = someOf(random, 3, 5, () => rowOf(shuffled(everyone, random)));
    return { seats, candidateCount, slate: [], ...eachNamingMore(ballots) };
  }
  const slate = everyone.slice(0, 2 + random.below(Math.min(3, candidateCount - 2)));
  const others = everyone.slice(slate.length);
  const supporters = someOf(random, 2, 3, () => rowOf([...shuffled(slate, random), ...shuffled(others, random)]));
  const rest = someOf(random, 2, 4, () => rowOf([...shuffled(others, random), ...shuffled(slate, random)]));
  const changes =
    claim === 'one-more'
      ? slate.map((candidate): Change => ({ kind: claim, candidate }))
      : slate.map((_, cut): Change => ({ kind: claim, cut: cut + 1 }));
  return { seats, candidateCount, ballots: [...supporters, ...rest], slate, changes };
}

const someOf = <T>(random: Random, least: number, more: number, make: () => T): T[] =>
  Array.from({ length: least + random.below(more) }, make);

/** One voter of each group, and what they would have lost by stopping after fewer names. */
function eachNamingMore(groups: readonly Ballot[]): Pick<Drawn, 'ballots' | 'changes'> {
  const ballots = groups.flatMap(({ copies, preferences }): Ballot[] => [
    { copies: 1, preferences },
    ...(copies > 1 ? [{ copies: copies - 1, preferences }] : []),
  ]);
  const changes = ballots.flatMap(({ copies, preferences }, row): Change[] =>
    copies === 1
      ? Array.from({ length: preferences.length - 1 }, (_, cut) => ({ kind: 'ranks-further', row, cut: cut + 1 }))
      : [],
  );
  return { ballots, changes };
}

/**
 * Where the count starts again: 0 is elected at once and 2 of those beside them have 1 elected, whose votes elect 2, whose
 * own keep 3 in if enough name them, so that 4 goes out and not 3. In the count that starts again 1 has 4's paper and is
 * elected at once, the votes of 0 pass 1 by, to 5, and 2 comes to nothing.
 */
const known: readonly (readonly [copies: number, preferences: readonly CandidateId[]])[] = [
  [1, [2, 3]],
  [2, [2]],
  [8, [0, 1, 5]],
  [3, [6]],
  [2, [1, 2, 4]],
  [1, [1, 2]],
  [1, [3, 6]],
  [1, [4, 1]],
];

/** Near an election in which naming more harms under Wright's rule: some of its groups have a voter more or fewer. */
export function drawNearKnown(seed: string, number: number): Drawn {
  const random = seededRandom(`${seed}/near/${number}`);
  const groups = known.map(([copies, preferences]) => ({
    copies: copies + (random.below(2) === 0 ? random.below(3) - 1 : 0),
    preferences,
  }));
  const { ballots, changes } = eachNamingMore(groups.filter(({ copies }) => copies > 0));
  return { seats: 4, candidateCount: 7, ballots, slate: [], changes };
}
