import { expect } from 'vitest';
import { add, equal, fraction, multiply, zero, type Fraction } from '../../src/basics/fraction';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import { trace } from '../../src/count/trace';
import { ballotAt } from '../../src/election/ballots';

/** Every ballot sums to its votes (and what a rule revalued it by) at every stage, and all together are the tallies, the non-transferable and the loss, exactly. */
export function expectTracesToSum(result: Count, { ballots }: Contest): void {
  const { vote, votesPerBallot } = result;
  const own = fraction(BigInt(votesPerBallot));
  const sums = result.stages.map(() => ({
    held: new Map<number, Fraction>(),
    nonTransferable: zero,
    lossByFraction: zero,
  }));
  for (let row = 0; row < ballots.copies.length; row++) {
    const { copies, preferences, joined } = ballotAt(ballots, row);
    const many = fraction(BigInt(copies));
    trace(result, preferences, joined)?.forEach(({ holding }, stage) => {
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
