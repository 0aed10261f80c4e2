import { expect } from 'vitest';
import { add, equal, fraction, multiply, one, zero, type Fraction } from '../../src/basics/fraction';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import { preferencesRead } from '../../src/count/read-ballots';
import { trace } from '../../src/count/trace';
import { ballotAt } from '../../src/election/ballots';

/**
 * Every ballot sums to its votes (and what a rule revalued it by) at every stage, and all together are the tallies, the
 * non-transferable and the loss, exactly. Where papers move whole, every copy is followed.
 */
export function expectTracesToSum(result: Count, { ballots }: Contest): void {
  const { vote, votesPerBallot } = result;
  const own = fraction(BigInt(votesPerBallot));
  const sums = result.stages.map(() => ({
    held: new Map<number, Fraction>(),
    nonTransferable: zero,
    lossByFraction: zero,
  }));
  const inPapers = result.stages.some(({ transfers }) => transfers.some(({ fate }) => 'drawn' in fate));
  const seen = new Map<string, number>();
  const followed = Array.from({ length: ballots.copies.length }, (_, row) => {
    const { copies, preferences, joined = [] } = ballotAt(ballots, row);
    const ballot = { row, preferences, joined };
    if (!inPapers) return [{ ...ballot, which: 0, many: fraction(BigInt(copies)) }];
    const read = preferencesRead(ballot, result.rule).join();
    const before = seen.get(read) ?? 0;
    seen.set(read, before + copies);
    return Array.from({ length: copies }, (_, copy) => ({ ...ballot, which: before + copy, many: one }));
  }).flat();
  for (const { row, preferences, joined, which, many } of followed) {
    trace(result, preferences, joined, which)?.forEach(({ holding }, stage) => {
      const sum = sums[stage];
      if (sum === undefined) throw new Error(`stage ${stage + 1} is traced but was not counted`);
      let whole = add(holding.nonTransferable, holding.lossByFraction);
      for (const [candidate, part] of holding.candidates) {
        whole = add(whole, part);
        sum.held.set(candidate, add(sum.held.get(candidate) ?? zero, multiply(part, many)));
      }
      if (!equal(whole, add(own, holding.revalued)))
        throw new Error(`row ${row} does not sum to ${votesPerBallot} at stage ${stage + 1}`);
      sum.nonTransferable = add(sum.nonTransferable, multiply(holding.nonTransferable, many));
      sum.lossByFraction = add(sum.lossByFraction, multiply(holding.lossByFraction, many));
    });
  }
  const counted = result.stages.map(({ tallies, nonTransferable, lossByFraction }) => ({
    tallies: tallies.map((tally) => fraction(tally, vote)),
    nonTransferable: fraction(nonTransferable, vote),
    lossByFraction: fraction(lossByFraction, vote),
  }));
  const traced = sums.map(({ held, nonTransferable, lossByFraction }, stage) => ({
    tallies: result.stages[stage]?.tallies.map((_, candidate) => held.get(candidate) ?? zero),
    nonTransferable,
    lossByFraction,
  }));
  expect(traced).toEqual(counted);
}
