import { add, compare, fraction, multiply, one, subtract, zero, type Fraction } from '../../src/basics/fraction';
import type { Ballot } from '../../src/election/ballots';

/** The last of the rounds: who has what at its end, and who is elected. */
export interface PlainRound {
  readonly without: readonly number[];
  readonly quota: number;
  readonly votes: readonly Fraction[];
  readonly elected: readonly number[];
}

/**
 * The Wright system written down as its definitions go, ballot by ballot, every fraction kept: rounds from the first
 * preferences on, each without one more candidate. Null where two are level for a surplus or an exclusion.
 */
export function plainWright(candidates: number, seats: number, ballots: readonly Ballot[]): PlainRound[] | null {
  const rounds: PlainRound[] = [];
  const left = new Set(Array.from({ length: candidates }, (_, id) => id));
  for (;;) {
    // A part of a ballot: who has it, what it is worth, and the names after that one.
    const nextOf = (names: readonly number[], barred: ReadonlySet<number>): number =>
      names.findIndex((id) => left.has(id) && !barred.has(id));
    const parts = ballots.flatMap(({ preferences, copies }) => {
      const at = nextOf(preferences, new Set());
      if (at < 0) return [];
      return [{ holder: preferences[at], value: fraction(BigInt(copies)), rest: preferences.slice(at + 1) }];
    });
    const quota = Math.floor(parts.reduce((all, { value }) => all + Number(value.numerator), 0) / (seats + 1)) + 1;
    const needed = fraction(BigInt(quota));
    const votesOf = (id: number): Fraction =>
      parts.filter(({ holder }) => holder === id).reduce((sum, { value }) => add(sum, value), zero);
    const elected: number[] = [];
    const moved = new Set<number>();
    for (;;) {
      const reached = [...left].filter((id) => !elected.includes(id) && compare(votesOf(id), needed) >= 0);
      elected.push(...reached.sort((a, b) => compare(votesOf(b), votesOf(a))));
      const waiting = elected.filter((id) => !moved.has(id) && compare(votesOf(id), needed) > 0);
      if (waiting.length === 0 || elected.length >= seats) break;
      waiting.sort((a, b) => compare(votesOf(b), votesOf(a)));
      const [giver, second] = waiting as [number, number?];
      const votes = votesOf(giver);
      if (second !== undefined && compare(votesOf(second), votes) === 0) return null;
      const share = multiply(subtract(votes, needed), fraction(votes.denominator, votes.numerator));
      moved.add(giver);
      for (const part of parts.filter(({ holder }) => holder === giver)) {
        const passed = multiply(part.value, share);
        part.value = multiply(part.value, subtract(one, share));
        const at = nextOf(part.rest, new Set(elected));
        if (at >= 0) parts.push({ holder: part.rest[at], value: passed, rest: part.rest.slice(at + 1) });
      }
    }
    const votes = Array.from({ length: candidates }, (_, id) => votesOf(id));
    const others = [...left].filter((id) => !elected.includes(id));
    const ended = elected.length >= seats || left.size <= seats;
    if (left.size <= seats) elected.push(...others);
    const without = Array.from({ length: candidates }, (_, id) => id).filter((id) => !left.has(id));
    rounds.push({ without, quota, votes, elected });
    if (ended) return rounds;
    others.sort((a, b) => compare(votesOf(a), votesOf(b)));
    const [lowest, next] = others as [number, number];
    if (compare(votesOf(lowest), votesOf(next)) === 0) return null;
    left.delete(lowest);
  }
}
