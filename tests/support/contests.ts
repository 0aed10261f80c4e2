import fc from 'fast-check';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import { packBallots, skippedPreference, type Ballot } from '../../src/election/ballots';

/** Ballots from one line each: "3: 0 1=2" is three papers for 0, then 1 and 2 as equals; "-" a number left out. */
export function contestOf(seats: number, candidateCount: number, lines: readonly string[]): Contest {
  const ballots = lines.map((line): Ballot => {
    const [copies = '', names = ''] = line.split(':');
    const places = names.trim().split(/\s+/).filter(Boolean);
    const preferences = places.flatMap((place) =>
      place.split('=').map((p) => (p === '-' ? skippedPreference : Number(p))),
    );
    const joined = places.flatMap((place) => place.split('=').map((_, i) => i > 0)).flatMap((is, i) => (is ? [i] : []));
    return { copies: Number(copies), preferences, ...(joined.length > 0 ? { joined } : {}) };
  });
  return { seats, candidateCount, withdrawn: [], ballots: packBallots(ballots, candidateCount) };
}

export interface Drawn {
  readonly contest: Contest;
  readonly ballots: readonly Ballot[];
}

/** Random contests: few candidates and many like ballots, so that ties, exact quotas and short ballots are common. */
export const contests: fc.Arbitrary<Drawn> = fc
  .record({ candidateCount: fc.integer({ min: 2, max: 8 }), seats: fc.integer({ min: 1, max: 4 }) })
  .chain(({ candidateCount, seats }) => {
    const ids = Array.from({ length: candidateCount }, (_, id) => id);
    const preferences = fc
      .tuple(fc.shuffledSubarray(ids), fc.option(fc.nat({ max: candidateCount }), { freq: 8 }))
      .map(([order, gap]) => (gap === null ? order : order.toSpliced(gap, 0, skippedPreference)));
    const ballot = fc.record({ copies: fc.integer({ min: 1, max: 30 }), preferences });
    return fc
      .record({
        ballots: fc.array(ballot, { minLength: 1, maxLength: 40 }),
        withdrawn: fc.oneof(
          { weight: 3, arbitrary: fc.constant<number[]>([]) },
          { weight: 1, arbitrary: fc.subarray(ids, { maxLength: candidateCount - 1 }) },
        ),
      })
      .map(({ ballots, withdrawn }) => ({
        ballots,
        contest: { seats, candidateCount, withdrawn, ballots: packBallots(ballots, candidateCount) },
      }));
  });

/** The same with ten times the papers and some more, so that hardly any two candidates are level. */
export const unevenly = (drawn: fc.Arbitrary<Drawn>): fc.Arbitrary<Drawn> =>
  drawn.map(({ contest, ballots: few }) => {
    const ballots = few.map((ballot, row) => ({ ...ballot, copies: 10 * ballot.copies + ((7 * row) % 10) }));
    return { ballots, contest: { ...contest, ballots: packBallots(ballots, contest.candidateCount) } };
  });

/** The same, in half of which some papers rank candidates equal. */
export const contestsWithEquals: fc.Arbitrary<Drawn> = fc.oneof(
  contests,
  fc
    .tuple(contests, fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 511 })), { minLength: 40, maxLength: 40 }))
    .map(([{ contest, ballots: plain }, bits]) => {
      const ballots = plain.map((ballot, row) => rankedEqual(ballot, bits[row] ?? 0));
      return { ballots, contest: { ...contest, ballots: packBallots(ballots, contest.candidateCount) } };
    }),
);

/** The same paper with the candidates whose places have a bit set ranked equal with the one before them. */
export function rankedEqual(paper: Ballot, bits: number): Ballot {
  const { preferences } = paper;
  const joined = preferences.flatMap((candidate, place) => {
    const can = place > 0 && candidate !== skippedPreference && preferences[place - 1] !== skippedPreference;
    return can && ((bits >> place) & 1) === 1 ? [place] : [];
  });
  return joined.length > 0 ? { ...paper, joined } : paper;
}

/** A count as text that two equal counts share. */
export function asText(count: Count): string {
  return JSON.stringify(count, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value), 1);
}
