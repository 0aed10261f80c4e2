import fc from 'fast-check';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import { packBallots, skippedPreference, type Ballot } from '../../src/election/ballots';

/** Ballots from one line each: "3: 0 1 2" is three papers for candidates 0, 1, 2; "-" a number left out. */
export function contestOf(seats: number, candidateCount: number, lines: readonly string[]): Contest {
  const ballots = lines.map((line): Ballot => {
    const [copies = '', names = ''] = line.split(':');
    const preferences = names.trim().split(/\s+/).filter(Boolean);
    return { copies: Number(copies), preferences: preferences.map((p) => (p === '-' ? skippedPreference : Number(p))) };
  });
  return { seats, candidateCount, withdrawn: [], ballots: packBallots(ballots, candidateCount) };
}

export interface Drawn {
  readonly contest: Contest;
  readonly ballots: readonly Ballot[];
}

/** Random contests: few candidates and many equal ballots, so that ties, exact quotas and short ballots are common. */
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

/** A count as text that two equal counts share. */
export function asText(count: Count): string {
  return JSON.stringify(count, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value), 1);
}
