import type { Count } from '../count/count';
import type { Stage } from '../count/stage';
import type { CandidateId } from '../election/candidate';
import type { Span } from './chapters';

/** Where votes moved, in units: the largest gains, the others together, what stopped and what was cut. */
export interface Flows {
  readonly top: readonly { readonly candidate: CandidateId; readonly gain: bigint }[];
  readonly others: { readonly candidates: number; readonly gain: bigint };
  readonly stopped: bigint;
  readonly cut: bigint;
  /** All of these together. */
  readonly moved: bigint;
}

/** The flows of a stage, all its transfers together, or of several stages; `most` candidates are named. */
export function flowsOver(count: Count, span: Span, most = 3): Flows {
  const gains = gainsOver(count, span)
    .map((gain, candidate) => ({ candidate, gain }))
    .filter(({ gain }) => gain > 0n)
    .sort((a, b) => (b.gain > a.gain ? 1 : b.gain < a.gain ? -1 : a.candidate - b.candidate));
  const rest = gains.slice(most);
  const transfers = count.stages.slice(span.first - 1, span.last).flatMap((stage) => stage.transfers);
  const stopped = total(transfers.map(({ nonTransferable }) => nonTransferable));
  const cut = total(transfers.map(({ lossByFraction }) => lossByFraction));
  return {
    top: gains.slice(0, most),
    others: { candidates: rest.length, gain: total(rest.map(({ gain }) => gain)) },
    stopped,
    cut,
    moved: total([...gains.map(({ gain }) => gain), stopped > 0n ? stopped : 0n, cut > 0n ? cut : 0n]),
  };
}

/**
 * Votes gained by CandidateId, units. Over several stages nothing is gained by those who go out in them: it has moved on.
 */
export function gainsOver(count: Count, { first, last }: Span): bigint[] {
  const stages = count.stages.slice(first - 1, last);
  const out = first === last ? [] : stages.flatMap(({ excluded }) => excluded);
  const gains = stages.map(gainsOf);
  return Array.from({ length: count.candidateCount }, (_, candidate) =>
    out.includes(candidate) ? 0n : total(gains.map((stage) => stage[candidate] ?? 0n)),
  );
}

const gainsOf = ({ transfers, tallies }: Stage): bigint[] =>
  tallies.map((_, candidate) => total(transfers.map(({ gains }) => gains[candidate] ?? 0n)));

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
