import { seededRandom, shuffled, type Random } from '../../basics/random';
import type { Ballot } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Case, Change } from './case';

export const claims = ['ranks-further', 'one-more', 'stops-sooner'] as const;
/** What a challenge is looking for: what one voter adds, or what a slate does, costing a seat. */
export type Claim = (typeof claims)[number];

/** An election with all the changes of one kind that can be tried on it. */
export type Drawn = Omit<Case, 'change'> & { readonly changes: readonly Change[] };

/** A small election by its number: 3 to 5 candidates, 1 to 3 seats, 5 to 40 voters in a few groups who vote alike. */
export function drawElection(claim: Claim, seed: string, number: number): Drawn {
  const random = seededRandom(`${seed}/${claim}/${number}`);
  const candidateCount = 3 + random.below(3);
  const seats = 1 + random.below(Math.min(3, candidateCount - 2));
  const everyone = Array.from({ length: candidateCount }, (_, id) => id);
  if (claim === 'ranks-further') {
    const ballots = someOf(random, 3, 5, () => rowOf(random, shuffled(everyone, random)));
    // One voter of each group, and what they would have lost by stopping after fewer names.
    const single = ballots.flatMap(({ copies, preferences }): Ballot[] => [
      { copies: 1, preferences },
      ...(copies > 1 ? [{ copies: copies - 1, preferences }] : []),
    ]);
    const changes = single.flatMap(({ copies, preferences }, row): Change[] =>
      copies === 1
        ? Array.from({ length: preferences.length - 1 }, (_, cut) => ({ kind: claim, row, cut: cut + 1 }))
        : [],
    );
    return { seats, candidateCount, ballots: single, slate: [], changes };
  }
  const slate = everyone.slice(0, 2 + random.below(Math.min(3, candidateCount - 2)));
  const others = everyone.slice(slate.length);
  const supporters = someOf(random, 2, 3, () =>
    rowOf(random, [...shuffled(slate, random), ...shuffled(others, random)]),
  );
  const rest = someOf(random, 2, 4, () => rowOf(random, [...shuffled(others, random), ...shuffled(slate, random)]));
  const changes =
    claim === 'one-more'
      ? slate.map((candidate): Change => ({ kind: claim, candidate }))
      : slate.map((_, cut): Change => ({ kind: claim, cut: cut + 1 }));
  return { seats, candidateCount, ballots: [...supporters, ...rest], slate, changes };
}

const someOf = <T>(random: Random, least: number, more: number, make: () => T): T[] =>
  Array.from({ length: least + random.below(more) }, make);

/** So many voters alike, who rank the first of these names and stop after one of them. */
function rowOf(random: Random, order: readonly CandidateId[]): Ballot {
  return { copies: 1 + random.below(8), preferences: order.slice(0, 1 + random.below(order.length)) };
}

/**
 * Near one election in which naming more harms under Wright's rule, the one in the tests of what voters are told
 * (`criteria.test.ts`): its groups with a few voters more or fewer, of whom some have named more already.
 */
export function drawNearKnown(seed: string, number: number): Drawn {
  const random = seededRandom(`${seed}/near/${number}`);
  const around = (copies: number): number => Math.max(1, copies - 2 + random.below(5));
  const rest: readonly (readonly [number, readonly CandidateId[]])[] = [
    [34, [0, 2, 6]],
    [36, [1, 2, 3]],
    [1, [2]],
    [1, [4, 7]],
    [2, [5, 1]],
    [1, [6]],
    [18, [7]],
  ];
  const alike = around(15) - 1;
  const already = random.below(alike + 1);
  const ballots: Ballot[] = [
    { copies: 1, preferences: [3, 4] },
    ...[already, alike - already].map((copies, place) => ({ copies, preferences: place === 0 ? [3, 4] : [3] })),
    ...rest.map(([copies, preferences]) => ({ copies: around(copies), preferences })),
  ].filter(({ copies }) => copies > 0);
  const changes = [{ kind: 'ranks-further', row: 0, cut: 1 }] as const;
  return { seats: 5, candidateCount: 8, ballots, slate: [], changes };
}
