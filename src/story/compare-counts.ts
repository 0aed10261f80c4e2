import { electionsStanding, type Count } from '../count/count';
import type { Stage } from '../count/stage';
import type { CandidateId, SlateId } from '../election/candidate';
import type { Journey, JourneyStep } from './journey';

/** Where two counts of the same candidates part: the first stage, from 1, at which they do not take the same step. */
export interface Parting {
  readonly stage: number;
  /** Null for a count that is over by then. */
  readonly a: Stage | null;
  readonly b: Stage | null;
}

/** How a candidate ends. */
export interface Fate {
  readonly kind: 'elected' | 'out' | 'withdrawn';
  /** From 1; null for the withdrawn. */
  readonly stage: number | null;
}

export interface CountComparison {
  /** Elected in both and in one only, each in order of election. */
  readonly both: readonly CandidateId[];
  readonly onlyA: readonly CandidateId[];
  readonly onlyB: readonly CandidateId[];
  /** The same are elected, one after the other in the same order. */
  readonly sameOrder: boolean;
  /** By slate, those on no slate last; slates without a seat in either are in it too. */
  readonly seats: readonly { readonly slate: SlateId | null; readonly a: number; readonly b: number }[];
  /** Null where all stages are the same steps. */
  readonly parting: Parting | null;
  /** The first stage, from 1, at whose end somebody's votes differ; null where all are the same. */
  readonly talliesDiffer: number | null;
  /** By CandidateId. */
  readonly fates: readonly { readonly a: Fate; readonly b: Fate }[];
}

/** What differs between two counts of the same candidates; `slateOf` and `slateCount` as in their election. */
export function compareCounts(
  a: Count,
  b: Count,
  slateOf: readonly (SlateId | null)[],
  slateCount: number,
): CountComparison {
  if (a.candidateCount !== b.candidateCount) {
    throw new Error(`a count of ${a.candidateCount} candidates cannot be compared with one of ${b.candidateCount}`);
  }
  const [electedA, electedB] = [a, b].map(({ elected }) => elected.map(({ candidate }) => candidate)) as [
    CandidateId[],
    CandidateId[],
  ];
  const slates: (SlateId | null)[] = [...Array.from({ length: slateCount }, (_, slate) => slate), null];
  const seatsOf = (elected: readonly CandidateId[], slate: SlateId | null): number =>
    elected.filter((candidate) => (slateOf[candidate] ?? null) === slate).length;
  return {
    both: electedA.filter((candidate) => electedB.includes(candidate)),
    onlyA: electedA.filter((candidate) => !electedB.includes(candidate)),
    onlyB: electedB.filter((candidate) => !electedA.includes(candidate)),
    sameOrder: electedA.join() === electedB.join(),
    seats: slates
      .filter((slate) => slateOf.includes(slate))
      .map((slate) => ({ slate, a: seatsOf(electedA, slate), b: seatsOf(electedB, slate) })),
    parting: partingOf(a, b),
    talliesDiffer: talliesDiffer(a, b),
    fates: Array.from({ length: a.candidateCount }, (_, candidate) => ({
      a: fateOf(a, candidate),
      b: fateOf(b, candidate),
    })),
  };
}

function partingOf(a: Count, b: Count): Parting | null {
  const last = Math.max(a.stages.length, b.stages.length);
  for (let number = 1; number <= last; number++) {
    const [one = null, other = null] = [a.stages[number - 1], b.stages[number - 1]];
    if (one === null || other === null || !sameStep(one, other)) return { stage: number, a: one, b: other };
  }
  return null;
}

/** The same thing is done to the same candidates. */
export const sameDeed = (a: Stage, b: Stage): boolean =>
  a.kind === b.kind && a.startsAgain === b.startsAgain && sameSet(a.of, b.of);

/** And the same are elected and out by it. */
const sameStep = (a: Stage, b: Stage): boolean =>
  sameDeed(a, b) && sameSet(electedIn(a), electedIn(b)) && sameSet(a.excluded, b.excluded);

export const electedIn = ({ elected }: Stage): CandidateId[] => elected.map(({ candidate }) => candidate);

export const sameSet = (a: readonly CandidateId[], b: readonly CandidateId[]): boolean =>
  a.length === b.length && a.every((candidate) => b.includes(candidate));

/** Votes are compared as votes, whatever units each count keeps them in. */
function talliesDiffer(a: Count, b: Count): number | null {
  const differ = (one: readonly bigint[], other: readonly bigint[]): boolean =>
    one.some((units, candidate) => units * b.vote !== (other[candidate] ?? 0n) * a.vote);
  const shared = Math.min(a.stages.length, b.stages.length);
  for (let at = 0; at < shared; at++) {
    if (differ(a.stages[at]?.tallies ?? [], b.stages[at]?.tallies ?? [])) return at + 1;
  }
  return a.stages.length === b.stages.length ? null : shared + 1;
}

function fateOf(count: Count, candidate: CandidateId): Fate {
  const elected = electionsStanding(count.stages).find((one) => one.candidate === candidate);
  if (elected !== undefined) return { kind: 'elected', stage: elected.stage };
  const out = count.excluded.findLast((one) => one.candidate === candidate);
  if (out !== undefined) return { kind: 'out', stage: out.stage };
  return count.withdrawn.includes(candidate)
    ? { kind: 'withdrawn', stage: null }
    : { kind: 'out', stage: count.stages.length };
}

/** The first stage, from 1, after which one ballot is not where it is in the other count; null where it always is. */
export function journeysPart(a: Journey, b: Journey): number | null {
  const stages = [...new Set([...a.steps, ...b.steps].map(({ stage }) => stage))].sort((one, other) => one - other);
  return stages.find((stage) => !sameHolding(holdingAt(a, stage), holdingAt(b, stage))) ?? null;
}

const holdingAt = ({ steps }: Journey, stage: number): JourneyStep['after'] | undefined =>
  steps.findLast((step) => step.stage <= stage)?.after;

function sameHolding(a: JourneyStep['after'] | undefined, b: JourneyStep['after'] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.stopped === b.stopped &&
    a.cut === b.cut &&
    a.candidates.size === b.candidates.size &&
    [...a.candidates].every(([candidate, pence]) => b.candidates.get(candidate) === pence)
  );
}
