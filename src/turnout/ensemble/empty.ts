import type { Arm, Plan } from './plan';
import type { ArmTally, MineTally, PairTally, Tally } from './tally';

/** The same with numbers and lists that can grow. */
export type Growing<T> = T extends number | null
  ? T
  : T extends readonly (infer Each)[]
    ? Growing<Each>[]
    : { -readonly [Key in keyof T]: Growing<T[Key]> };

/** The tally of no runs: merged with another, it changes nothing. */
export const emptyTally = (plan: Plan): Tally => ({
  runs: [],
  arms: plan.arms.map((arm) => noArm(plan, arm)),
  pairs: plan.arms.slice(1).map(() => noPair(plan)),
});

export function noArm({ candidateCount, slateCount, seats }: Plan, { mine }: Arm): Growing<ArmTally> {
  return {
    counted: 0,
    uncounted: [],
    elected: zeros(candidateCount),
    places: rows(candidateCount, 0),
    stages: rows(candidateCount, 0),
    runnersUp: zeros(candidateCount),
    seats: rows(slateCount + 1, seats + 1),
    outcomes: [],
    mine: mine.length === 0 ? null : noMine(candidateCount, seats),
  };
}

const noMine = (candidateCount: number, seats: number): Growing<MineTally> => ({
  followed: 0,
  withElected: zeros(candidateCount),
  withOthers: zeros(candidateCount),
  cut: 0,
  kept: { sum: 0, squares: 0 },
  stopped: { sum: 0, squares: 0 },
  helped: zeros(seats + 1),
});

export const noPair = ({ candidateCount, slateCount }: Plan): Growing<PairTally> => ({
  paired: 0,
  changed: 0,
  gained: zeros(candidateCount),
  lost: zeros(candidateCount),
  seats: Array.from({ length: slateCount + 1 }, () => ({ sum: 0, squares: 0 })),
  followed: 0,
  kept: { sum: 0, squares: 0 },
  stopped: { sum: 0, squares: 0 },
});

export const zeros = (length: number): number[] => new Array<number>(length).fill(0);
const rows = (count: number, length: number): number[][] => Array.from({ length: count }, () => zeros(length));
