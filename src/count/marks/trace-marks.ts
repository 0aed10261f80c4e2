import { fraction, one, zero } from '../../basics/fraction';
import type { CandidateId } from '../../election/candidate';
import type { Count } from '../count';
import type { TracedStage } from '../trace';

/** A ballot, given by its usable preferences, gives an X to each of its first names and keeps them there. */
export function traceMarks({ votesPerBallot }: Count, preferences: readonly CandidateId[]): readonly TracedStage[] {
  const marked = preferences.slice(0, votesPerBallot);
  const holding = {
    candidates: new Map(marked.map((candidate) => [candidate, one])),
    nonTransferable: fraction(BigInt(votesPerBallot - marked.length)),
    lossByFraction: zero,
    revalued: zero,
  };
  return [{ holding, afterTransfers: [], read: marked }];
}
