import type { Ballots } from '../election/ballots';
import type { CandidateId, SlateId } from '../election/candidate';
import type { Turnout } from '../turnout/model';
import { sampling } from '../turnout/sample';
import type { Progress } from './jobs';

/** Whose ballots are counted. */
export type Voters =
  /** Made up from a turnout and a seed; the ballot in hand is one of the papers, added to them. */
  | {
      readonly kind: 'made-up';
      readonly turnout: Turnout;
      readonly seed: string;
      readonly slateOf: readonly (SlateId | null)[];
      /** Weighted papers that stand for all voters; null for a paper each. */
      readonly papers: number | null;
    }
  /** As given, nothing added, so that the numbers are the file's own; the ballot in hand follows along. */
  | { readonly kind: 'given'; readonly ballots: Ballots };

/** Their ballots, without the one in hand. */
export function* ballotsOf(
  voters: Voters,
  paper: { readonly candidateCount: number; readonly withdrawn: readonly CandidateId[] },
): Generator<Progress, Ballots, void> {
  switch (voters.kind) {
    case 'given':
      return voters.ballots;
    case 'made-up': {
      const { turnout, seed, slateOf, papers } = voters;
      const { candidateCount, withdrawn } = paper;
      const steps = sampling(turnout, { candidateCount, slateOf, withdrawn }, seed, papers);
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
        yield { doing: 'making voters', done: step.value };
      }
    }
    default:
      return voters satisfies never;
  }
}
