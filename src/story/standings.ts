import { electionsStanding, type Count } from '../count/count';
import type { CandidateId } from '../election/candidate';
import { gainsOf } from './flows';

/** How a candidate stands at the end of a stage. */
export interface StandingRow {
  readonly candidate: CandidateId;
  readonly status: 'elected' | 'continuing' | 'excluded';
  /** True when the status came about in this stage. */
  readonly now: boolean;
  /** Votes at the end of the stage, and gained in it; units. */
  readonly tally: bigint;
  readonly gain: bigint;
}

/** Rows for one stage: the elected in order of election, then those still in, most votes first, then who goes out now. */
export interface Standings {
  readonly rows: readonly StandingRow[];
  /** Candidates out in earlier stages, to be folded away. */
  readonly out: readonly CandidateId[];
}

/** `stage` counts from 0. */
export function standingsAt(count: Count, stage: number): Standings {
  const here = count.stages[stage];
  if (here === undefined) throw new Error(`the count has ${count.stages.length} stages, not ${stage + 1}`);
  const gains = gainsOf(here);
  const row = (candidate: CandidateId, status: StandingRow['status'], since: number | null): StandingRow => ({
    candidate,
    status,
    now: since === here.number,
    tally: here.tallies[candidate] ?? 0n,
    gain: gains[candidate] ?? 0n,
  });
  const elected = electionsStanding(count.stages.slice(0, stage + 1));
  const excluded = count.excluded.filter((one) => one.stage <= here.number);
  const settled = new Set([...elected, ...excluded].map(({ candidate }) => candidate).concat(count.withdrawn));
  const continuing = here.tallies
    .map((_, candidate) => row(candidate, 'continuing', null))
    .filter(({ candidate }) => !settled.has(candidate))
    .sort((a, b) => (b.tally > a.tally ? 1 : b.tally < a.tally ? -1 : a.candidate - b.candidate));
  const leaving = excluded.filter((one) => one.stage === here.number);
  return {
    rows: [
      ...elected.map(({ candidate, stage }) => row(candidate, 'elected', stage)),
      ...continuing,
      ...leaving.map(({ candidate, stage }) => row(candidate, 'excluded', stage)),
    ],
    out: excluded.filter((one) => one.stage < here.number).map(({ candidate }) => candidate),
  };
}
