import { scottish2007 } from '../../src/count/rules/scottish-2007';
import type { Ballots } from '../../src/election/ballots';
import { createCollector } from '../../src/turnout/ensemble/collect';
import type { Arm, Plan } from '../../src/turnout/ensemble/plan';
import { createRuns, type Run } from '../../src/turnout/ensemble/run';
import type { Tally } from '../../src/turnout/ensemble/tally';
import type { Turnout } from '../../src/turnout/model';
import { createSampler } from '../../src/turnout/sample';
import { blocOf, slateOfFive, turnoutOf } from './turnouts';

/** Five candidates on two slates and none, two seats, 60 voters who differ from run to run. */
export const smallTurnout = turnoutOf(60, [
  blocOf({ name: 'a', slate: 0, leaning: [6, 1, 2], loyalty: 0.5 }),
  blocOf({ name: 'b', slate: 1, leaning: [1, 4, 2], length: [{ part: 1, stop: { kind: 'between', from: 1, to: 4 } }] }),
]);

export const armOf = (changes: Partial<Arm> = {}): Arm => ({
  id: 'as it is',
  turnout: smallTurnout,
  rule: scottish2007,
  mine: [],
  copies: 1,
  ...changes,
});

export const planOf = (arms: readonly Arm[], changes: Partial<Plan> = {}): Plan => ({
  seats: 2,
  candidateCount: 5,
  withdrawn: [],
  slateOf: slateOfFive,
  slateCount: 2,
  seed: 'test',
  papers: null,
  arms,
  ...changes,
});

export const sampleFor = (plan: Plan): ((turnout: Turnout, seed: string) => Ballots) =>
  createSampler(plan, plan.papers).sample;

export const runsFor = (plan: Plan): ((number: number) => Run) => createRuns(plan, sampleFor(plan));

/** The tally of these runs of a plan. */
export function tallyOf(plan: Plan, numbers: Iterable<number>): Tally {
  const make = runsFor(plan);
  const collector = createCollector(plan);
  for (const number of numbers) collector.add(make(number));
  return collector.tally();
}

export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
