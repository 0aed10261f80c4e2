import { expect } from 'vitest';
import { add, equal, fraction, multiply, one, zero, type Fraction } from '../../src/basics/fraction';
import type { Contest } from '../../src/count/contest';
import type { Count } from '../../src/count/count';
import { preferencesRead } from '../../src/count/read-ballots';
import { endsByFirst } from '../../src/count/ends';
import { trace, type Holding } from '../../src/count/trace';
import { ballotAt, skippedPreference } from '../../src/election/ballots';

/**
 * Every ballot sums to its votes (and what a rule revalued it by) at every stage, and all together are the tallies, the
 * non-transferable and the loss, exactly. Where papers move whole, every copy is followed. Those with each first
 * preference, added up, are what `endsByFirst` says.
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
  const ends = new Map<number, Holding[]>();
  for (const { row, preferences, joined, which, many } of followed) {
    const traced = trace(result, preferences, joined, which);
    const last = traced?.at(-1)?.holding;
    if (last !== undefined) {
      const first = firstOf(result, preferences, joined);
      ends.set(first, [...(ends.get(first) ?? []), times(last, many)]);
    }
    traced?.forEach(({ holding }, stage) => {
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
  const byFirst = endsByFirst(result, ballots);
  // A ballot that ranks several first is in part with each of them, and its trace does not say which part is whose.
  const groups = ends.has(several) ? [[...byFirst.keys()]] : [...byFirst.keys()].map((first) => [first]);
  const endOf = (firsts: readonly number[]) => together(firsts.map((first) => byFirst[first] as Holding));
  const tracedTo = (firsts: readonly number[]) =>
    together((ends.has(several) ? [...ends.keys()] : firsts).flatMap((first) => ends.get(first) ?? []));
  for (const firsts of groups) expect(endOf(firsts)).toEqual(tracedTo(firsts));
}

const several = -1;

/** The candidate a ballot ranks first of those who stand, or `several` where they are equals that share it. */
function firstOf({ rule, withdrawn }: Count, preferences: readonly number[], joined: readonly number[]): number {
  const read = preferencesRead({ preferences, joined }, rule);
  const stands = (candidate: number): boolean => candidate !== skippedPreference && !withdrawn.includes(candidate);
  const first = read.findIndex(stands);
  const shares = rule.equalPreference === 'shared' && (joined.includes(first) || joined.includes(first + 1));
  return shares ? several : (read[first] as number);
}

const times = (holding: Holding, many: Fraction): Holding => ({
  candidates: new Map([...holding.candidates].map(([candidate, part]) => [candidate, multiply(part, many)])),
  nonTransferable: multiply(holding.nonTransferable, many),
  lossByFraction: multiply(holding.lossByFraction, many),
  revalued: multiply(holding.revalued, many),
});

/** What holdings come to, candidates in the order of their numbers. */
function together(holdings: readonly Holding[]) {
  const sumOf = (part: (holding: Holding) => Fraction): Fraction =>
    holdings.reduce((sum, holding) => add(sum, part(holding)), zero);
  const candidates = [...new Set(holdings.flatMap((holding) => [...holding.candidates.keys()]))].sort((a, b) => a - b);
  return {
    held: candidates.map((candidate) => [candidate, sumOf((holding) => holding.candidates.get(candidate) ?? zero)]),
    nonTransferable: sumOf((holding) => holding.nonTransferable),
    lossByFraction: sumOf((holding) => holding.lossByFraction),
    revalued: sumOf((holding) => holding.revalued),
  };
}
