import type { Stage } from '../count/stage';
import type { CandidateId } from '../election/candidate';

/** Where votes moved in a stage, in units: the largest gains, the others together, what stopped and what was cut. */
export interface Flows {
  readonly top: readonly { readonly candidate: CandidateId; readonly gain: bigint }[];
  readonly others: { readonly candidates: number; readonly gain: bigint };
  readonly stopped: bigint;
  readonly cut: bigint;
}

/** The flows of a whole stage, all its transfers together; `most` candidates are named. */
export function flowsOf(stage: Stage, most = 3): Flows {
  const gains = gainsOf(stage)
    .map((gain, candidate) => ({ candidate, gain }))
    .filter(({ gain }) => gain > 0n)
    .sort((a, b) => (b.gain > a.gain ? 1 : b.gain < a.gain ? -1 : a.candidate - b.candidate));
  const rest = gains.slice(most);
  const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);
  return {
    top: gains.slice(0, most),
    others: { candidates: rest.length, gain: total(rest.map(({ gain }) => gain)) },
    stopped: total(stage.transfers.map(({ nonTransferable }) => nonTransferable)),
    cut: total(stage.transfers.map(({ lossByFraction }) => lossByFraction)),
  };
}

/** Votes gained in a stage by CandidateId, units. */
export function gainsOf({ transfers, tallies }: Stage): bigint[] {
  return tallies.map((_, candidate) =>
    transfers.reduce((sum, transfer) => sum + (transfer.gains[candidate] ?? 0n), 0n),
  );
}
