import { CannotCount } from '../../count/cannot-count';
import { checkContest } from '../../count/contest';
import { count } from '../../count/count';
import type { Rule } from '../../count/rule';
import { trace } from '../../count/trace';
import { looksAtOrder } from '../../count/transfers/single-papers';
import { copiesOf, withBallot, type Ballots } from '../../election/ballots';
import { runSeed } from '../run-seed';
import type { Turnout } from '../model';
import { createSampler } from '../sample';
import type { Arm, Plan } from './plan';
import { myVoteOf, runnerUpOf, type ArmRun } from './result';

/** One run, for all arms of its plan. */
export interface Run {
  /** From 1. */
  readonly number: number;
  /** In the order of the plan's arms; null where the rule could not count it. */
  readonly arms: readonly (ArmRun | null)[];
}

/** Makes up the ballots of one run; the arrays may be used again for the next. */
type Sample = (turnout: Turnout, seed: string) => Ballots;

/**
 * Makes the runs of a plan, each by its number alone: voters made up and lots drawn from the seed of that run, as on the
 * count page. Ballots are made once for all arms with the same turnout.
 */
export function createRuns(
  plan: Plan,
  sample: Sample = createSampler(plan, plan.papers).sample,
): (number: number) => Run {
  const turnouts = new Map<string, { readonly turnout: Turnout; readonly arms: number[] }>();
  plan.arms.forEach(({ turnout }, k) => {
    // By what it holds: a plan that came as text has no two arms with the very same object.
    const key = JSON.stringify(turnout);
    const known = turnouts.get(key);
    if (known === undefined) turnouts.set(key, { turnout, arms: [k] });
    else known.arms.push(k);
  });
  return (number) => {
    const seed = runSeed(plan.seed, number);
    const results = new Array<ArmRun | null>(plan.arms.length).fill(null);
    for (const { turnout, arms } of turnouts.values()) {
      const ballots = sample(turnout, seed);
      for (const k of arms) results[k] = countArm(plan, plan.arms[k] as Arm, ballots, seed);
    }
    return { number, arms: results };
  };
}

function countArm(plan: Plan, { rule, mine, copies }: Arm, others: Ballots, seed: string): ArmRun | null {
  const { seats, candidateCount, withdrawn } = plan;
  const ballots = mine.length === 0 || copies === 0 ? others : withBallot(others, { copies, preferences: mine });
  const contest = { seats, candidateCount, withdrawn, ballots };
  if (!checkContest(contest, rule).ok) return null;
  try {
    const result = count(contest, rule, { kind: 'seeded', seed });
    const journey = mine.length === 0 ? null : trace(result, mine, [], lastLike(ballots, mine, rule));
    const end = journey?.at(-1)?.holding;
    return {
      elected: result.elected,
      runnerUp: runnerUpOf(result),
      mine: end === undefined ? null : myVoteOf(result, end),
    };
  } catch (error) {
    if (error instanceof CannotCount) return null;
    throw error;
  }
}

/** Where papers move whole, equal ones go different ways: the ballot in hand is the last of those like it. */
function lastLike(ballots: Ballots, mine: Arm['mine'], rule: Rule): number {
  const matters = rule.method === 'transfers' && looksAtOrder(rule);
  return matters ? Math.max(0, copiesOf(ballots, mine) - 1) : 0;
}
