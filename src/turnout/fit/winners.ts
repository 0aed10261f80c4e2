import { CannotCount } from '../../count/cannot-count';
import { checkContest } from '../../count/contest';
import { count } from '../../count/count';
import type { Rule } from '../../count/rule';
import { findRule } from '../../count/rules/rules';
import type { Ballots } from '../../election/ballots';
import type { CandidateId } from '../../election/candidate';
import type { Election } from '../../election/election';
import { checkPlan, type Plan } from '../ensemble/plan';
import { createRuns } from '../ensemble/run';
import type { Turnout } from '../model';
import { paperOf } from '../papers';

/** Who wins by the file's ballots, and in runs of made-up ones. */
export interface WinnersReport {
  /** By the ballots of the file, in order of election. */
  readonly measured: readonly CandidateId[];
  /** Runs that could be counted, of `fitRuns`. */
  readonly runs: number;
  /** By CandidateId: in how many of those runs they are elected. */
  readonly inRuns: readonly number[];
  /** Runs with the very same winners. */
  readonly same: number;
  /** The mean part of the seats that goes to winners of the file, in percent. */
  readonly overlap: number;
}

const fitRuns = 50;

/** Papers of one run: enough for who wins, few enough to be quick. */
const runPapers = 10_000;

/**
 * Counts the file and `fitRuns` runs by the election's own rule, ties by the same lots; yields the part done after each
 * run. Null where there is no such rule here or it cannot count the file.
 */
export function* winnersOf(
  election: Election,
  ballots: Ballots,
  turnout: Turnout,
  seed: string,
): Generator<number, WinnersReport | null, void> {
  const rule = findRule(election.rule);
  const measured = rule === null ? null : electedBy(election, ballots, rule, seed);
  if (rule === null || measured === null) return null;
  const plan: Plan = {
    ...paperOf(election),
    seats: election.seats,
    slateCount: election.slates.length,
    seed,
    papers: runPapers,
    arms: [{ id: turnout.id, turnout, rule, mine: [], copies: 0 }],
  };
  if (!checkPlan(plan).ok) return null;
  const run = createRuns(plan);
  const inRuns = election.candidates.map(() => 0);
  let [runs, same, kept, seats] = [0, 0, 0, 0];
  for (let number = 1; number <= fitRuns; number++) {
    const elected = run(number).arms[0]?.elected.map(({ candidate }) => candidate);
    if (elected !== undefined) {
      const again = elected.filter((id) => measured.includes(id)).length;
      runs++;
      seats += elected.length;
      kept += again;
      if (again === elected.length && again === measured.length) same++;
      for (const id of elected) inRuns[id] = (inRuns[id] ?? 0) + 1;
    }
    yield number / fitRuns;
  }
  return { measured, runs, inRuns, same, overlap: seats === 0 ? 0 : (100 * kept) / seats };
}

function electedBy(election: Election, ballots: Ballots, rule: Rule, seed: string): CandidateId[] | null {
  const { candidateCount, withdrawn } = paperOf(election);
  const contest = { seats: election.seats, candidateCount, withdrawn, ballots };
  if (!checkContest(contest, rule).ok) return null;
  try {
    return count(contest, rule, { kind: 'seeded', seed }).elected.map(({ candidate }) => candidate);
  } catch (error) {
    if (error instanceof CannotCount) return null;
    throw error;
  }
}
