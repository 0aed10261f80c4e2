import type { CandidateId } from '../../election/candidate';
import type { Plan } from '../../turnout/ensemble/plan';
import type { Summary } from '../../turnout/ensemble/summary';
import type { ArmTally } from '../../turnout/ensemble/tally';
import type { RunsAlike } from '../../picture/dots-layout';

/** Which rows there are and in what order: kept for a while as runs come in, so that no row moves while it is read. */
export interface ResultRows {
  /** Candidates elected in some run, the most often first, and all others; both without the withdrawn. */
  readonly elected: readonly CandidateId[];
  readonly others: readonly CandidateId[];
  /** Those elected in some run of some arm, in the same order. */
  readonly anywhere: readonly CandidateId[];
}

export const noRows: ResultRows = { elected: [], others: [], anywhere: [] };

export function rowsOf({ arms }: Summary, withdrawn: readonly CandidateId[]): ResultRows {
  const [own] = arms;
  if (own === undefined) return noRows;
  const order = own.candidates
    .filter(({ candidate }) => !withdrawn.includes(candidate))
    .sort((a, b) => b.elected.times - a.elected.times || b.runnerUp.times - a.runnerUp.times);
  const timesOf = (candidate: CandidateId): number =>
    Math.max(...arms.map(({ candidates }) => candidates[candidate]?.elected.times ?? 0));
  return {
    elected: order.filter(({ elected }) => elected.times > 0).map(({ candidate }) => candidate),
    others: order.filter(({ elected }) => elected.times === 0).map(({ candidate }) => candidate),
    anywhere: order.map(({ candidate }) => candidate).filter((candidate) => timesOf(candidate) > 0),
  };
}

/** The runs of an arm by the seats of each slate, those on no slate last. */
export function endsOf({ slateOf, slateCount }: Plan, { outcomes }: ArmTally): RunsAlike[] {
  return outcomes.map(({ elected, runs }) => {
    const seats = new Array<number>(slateCount + 1).fill(0);
    for (const candidate of elected) {
      const slate = slateOf[candidate] ?? slateCount;
      seats[slate] = (seats[slate] ?? 0) + 1;
    }
    return { seats, runs };
  });
}
