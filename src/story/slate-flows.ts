import type { Count } from '../count/count';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import type { SlateOrNone } from './slate-outcome';

/** Where votes stand between stages: with a candidate, or with nobody because they stopped or were cut off. */
export type Place = CandidateId | 'stopped';

/** Votes that a place has more or fewer at the end of a stage than before it, units, above 0. */
export interface PlaceChange {
  readonly place: Place;
  readonly votes: bigint;
}

/** What a stage moved, on balance: those who lost votes, and where as many votes are now. */
export interface StageFlow {
  /** From 1; the first stage moves nothing. */
  readonly stage: number;
  readonly from: readonly PlaceChange[];
  readonly to: readonly PlaceChange[];
}

/** The same by slate, in the order of the slates, those on no slate after them, what stopped last. */
export interface SlateFlow {
  readonly stage: number;
  readonly from: readonly SlateChange[];
  readonly to: readonly SlateChange[];
}
export interface SlateChange {
  readonly slate: SlateOrNone | 'stopped';
  readonly votes: bigint;
}

/** Votes at the end of every stage that are with nobody any more, units. */
export const stoppedAt = ({ stages }: Count): readonly bigint[] =>
  stages.map(({ nonTransferable, lossByFraction }) => nonTransferable + lossByFraction);

/** What every stage after the first moved between candidates and what stopped. */
export function stageFlows(count: Count): readonly StageFlow[] {
  const stopped = stoppedAt(count);
  return count.stages.slice(1).map(({ number, tallies }, i) => {
    const before = count.stages[i]?.tallies ?? [];
    const changes = [
      ...tallies.map((tally, place) => ({ place, votes: tally - (before[place] ?? 0n) })),
      { place: 'stopped' as const, votes: (stopped[i + 1] ?? 0n) - (stopped[i] ?? 0n) },
    ];
    return {
      stage: number,
      from: changes.filter(({ votes }) => votes < 0n).map(({ place, votes }) => ({ place, votes: -votes })),
      to: changes.filter(({ votes }) => votes > 0n),
    };
  });
}

/** The slates of an election that somebody stands for, in its order, and last those on no slate. */
export function slatesStanding(count: Count, { slates, candidates }: Election): readonly SlateOrNone[] {
  const standing = new Set(
    candidates.flatMap(({ slate }, candidate) => (count.withdrawn.includes(candidate) ? [] : [slate])),
  );
  return [...slates.keys(), null].filter((slate) => standing.has(slate));
}

export function slateFlows(count: Count, election: Election): readonly SlateFlow[] {
  const order = [...slatesStanding(count, election), 'stopped' as const];
  const slateOf = (place: Place): SlateChange['slate'] =>
    place === 'stopped' ? place : (election.candidates[place]?.slate ?? null);
  const bySlate = (changes: readonly PlaceChange[]): SlateChange[] =>
    order.flatMap((slate) => {
      const votes = changes.reduce((sum, change) => (slateOf(change.place) === slate ? sum + change.votes : sum), 0n);
      return votes > 0n ? [{ slate, votes }] : [];
    });
  return stageFlows(count).map(({ stage, from, to }) => ({ stage, from: bySlate(from), to: bySlate(to) }));
}
