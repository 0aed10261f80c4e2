import { fail, ok, type Result } from '../../basics/result';
import type { Election } from '../../election/election';
import { emptyTally } from '../../turnout/ensemble/empty';
import type { Plan } from '../../turnout/ensemble/plan';
import { summarise, type Summary } from '../../turnout/ensemble/summary';
import type { Tally } from '../../turnout/ensemble/tally';

/**
 * What `npm run simulate -- --json` prints, and `npm run merge` reads and prints; a contract, written down in
 * docs/simulate.md. Text of the same runs is the same to the last byte, however they were made and merged.
 */
export interface RunsFile {
  readonly format: 'ballotflow-runs';
  readonly version: 1;
  /** Candidates and slates by name; everything else has their places in these lists, from 0. */
  readonly election: {
    readonly id: string;
    readonly title: string;
    readonly candidates: readonly string[];
    readonly slates: readonly string[];
  };
  readonly plan: Plan;
  /** How many runs were asked for in all: numbers 1 to this. */
  readonly runs: number;
  /** Those that are here, a shard's or all. */
  readonly tally: Tally;
  readonly summary: Summary;
}

export function runsFile(election: RunsFile['election'], plan: Plan, runs: number, tally: Tally): RunsFile {
  return { format: 'ballotflow-runs', version: 1, election, plan, runs, tally, summary: summarise(plan, tally) };
}

export const namesOf = ({ id, title, candidates, slates }: Election): RunsFile['election'] => ({
  id,
  title,
  candidates: candidates.map(({ name }) => name),
  slates: slates.map(({ name }) => name),
});

export const formatRunsFile = (file: RunsFile): string => `${JSON.stringify(file)}\n`;

/** Text that `formatRunsFile` wrote, or why it cannot be that. */
export function parseRunsFile(text: string): Result<RunsFile, { readonly message: string }> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail({ message: 'is not JSON; it may have been cut off' });
  }
  if (!isRecord(read) || read.format !== 'ballotflow-runs') return fail({ message: 'was not printed by simulate' });
  if (read.version !== 1) {
    return fail({ message: `has version ${JSON.stringify(read.version)} of the format, and this reads version 1` });
  }
  const file = read as unknown as RunsFile;
  // What was printed is printed again the same: the surest check that nothing in it is missing or changed.
  try {
    const empty = emptyTally(file.plan);
    const again = runsFile(file.election, file.plan, file.runs, file.tally);
    const arms = file.tally.arms.length === empty.arms.length && file.tally.pairs.length === empty.pairs.length;
    if (arms && countsAllRuns(file.tally) && formatRunsFile(again).trim() === text.trim()) return ok(file);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // parts that are missing
  }
  return fail({ message: 'has been changed since simulate printed it' });
}

/** Whether every arm has all the runs that the tally says it has. */
function countsAllRuns({ runs, arms }: Tally): boolean {
  const all = runs.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return arms.every(({ counted, uncounted, outcomes }) => {
    const listed = outcomes.reduce((sum, outcome) => sum + outcome.runs.length, 0);
    return counted + uncounted.length === all && listed === counted;
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
