import type { CandidateId } from '../../election/candidate';
import { noArm, noPair, zeros, type Growing } from './empty';
import { mergeArms, mergePairs } from './merge';
import type { Arm, Plan } from './plan';
import type { ArmRun, MyVote } from './result';
import { rangesOf } from './run-numbers';
import type { Run } from './run';
import {
  compareElected,
  sameElected,
  type ArmTally,
  type MineTally,
  type PairTally,
  type Sums,
  type Tally,
} from './tally';

/** Adds runs up. One run at a time is quick; `tally` copies what there is, so that more can be added. */
export interface Collector {
  readonly add: (run: Run) => void;
  /** Of the runs added so far. */
  readonly tally: () => Tally;
  /** Starts anew, with no runs. */
  readonly clear: () => void;
}

export function createCollector(plan: Plan): Collector {
  let numbers: number[] = [];
  let arms = plan.arms.map((arm) => createArm(plan, arm));
  let pairs = plan.arms.slice(1).map(() => noPair(plan));
  return {
    add: ({ number, arms: results }) => {
      numbers.push(number);
      results.forEach((result, k) => arms[k]?.add(number, result));
      const [first = null, ...others] = results;
      others.forEach((other, k) => {
        const pair = pairs[k];
        if (pair !== undefined && first !== null && other !== null) addPair(pair, plan, first, other);
      });
    },
    tally: () => ({
      runs: rangesOf(numbers),
      arms: arms.map((arm) => arm.tally()),
      pairs: pairs.map((pair) => mergePairs(noPair(plan), pair)),
    }),
    clear: () => {
      numbers = [];
      arms = plan.arms.map((arm) => createArm(plan, arm));
      pairs = plan.arms.slice(1).map(() => noPair(plan));
    },
  };
}

function createArm(plan: Plan, arm: Arm) {
  const sums = noArm(plan, arm);
  const runsOf = new Map<string, { readonly elected: readonly CandidateId[]; readonly runs: number[] }>();
  const add = (number: number, run: ArmRun | null): void => {
    if (run === null) {
      sums.uncounted.push(number);
      return;
    }
    sums.counted += 1;
    run.elected.forEach(({ candidate, stage }, place) => {
      increase(sums.elected, candidate);
      increase(sums.places[candidate], place);
      increase(sums.stages[candidate], stage - 1);
    });
    if (run.runnerUp !== null) increase(sums.runnersUp, run.runnerUp);
    seatsBySlate(plan, run).forEach((seats, slate) => increase(sums.seats[slate], seats));
    const elected = winners(run);
    const outcome = runsOf.get(elected.join());
    if (outcome === undefined) runsOf.set(elected.join(), { elected, runs: [number] });
    else outcome.runs.push(number);
    if (sums.mine !== null && run.mine !== null) addMine(sums.mine, run, run.mine);
  };
  const tally = (): ArmTally => {
    const outcomes = [...runsOf.values()]
      .map(({ elected, runs }) => ({ elected, runs: [...runs].sort((a, b) => a - b) }))
      .sort((a, b) => compareElected(a.elected, b.elected));
    return mergeArms(noArm(plan, arm), { ...sums, outcomes });
  };
  return { add, tally };
}

function addMine(sums: Growing<MineTally>, run: ArmRun, mine: MyVote): void {
  sums.followed += 1;
  const won = new Set(run.elected.map(({ candidate }) => candidate));
  mine.held.forEach((parts, candidate) => {
    if (parts > 0) increase(won.has(candidate) ? sums.withElected : sums.withOthers, candidate, parts);
  });
  sums.cut += mine.cut;
  addTo(sums.kept, keptOf(run, mine));
  addTo(sums.stopped, mine.stopped);
  increase(sums.helped, mine.helped);
}

function addPair(sums: Growing<PairTally>, plan: Plan, first: ArmRun, other: ArmRun): void {
  sums.paired += 1;
  const [before, after] = [winners(first), winners(other)];
  if (!sameElected(before, after)) sums.changed += 1;
  for (const candidate of after) if (!before.includes(candidate)) increase(sums.gained, candidate);
  for (const candidate of before) if (!after.includes(candidate)) increase(sums.lost, candidate);
  const seats = seatsBySlate(plan, first);
  seatsBySlate(plan, other).forEach((more, slate) => addTo(sums.seats[slate], more - (seats[slate] ?? 0)));
  if (first.mine === null || other.mine === null) return;
  sums.followed += 1;
  addTo(sums.kept, keptOf(other, other.mine) - keptOf(first, first.mine));
  addTo(sums.stopped, other.mine.stopped - first.mine.stopped);
}

const winners = ({ elected }: ArmRun): CandidateId[] => elected.map(({ candidate }) => candidate).sort((a, b) => a - b);

const keptOf = ({ elected }: ArmRun, { held }: MyVote): number =>
  elected.reduce((sum, { candidate }) => sum + (held[candidate] ?? 0), 0);

/** The last entry is for candidates on no slate. */
function seatsBySlate({ slateOf, slateCount }: Plan, { elected }: ArmRun): number[] {
  const seats = zeros(slateCount + 1);
  for (const { candidate } of elected) increase(seats, slateOf[candidate] ?? slateCount);
  return seats;
}

function increase(counts: number[] | undefined, place: number, by = 1): void {
  if (counts === undefined) throw new Error(`there is no list to count place ${place} in`);
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + by;
}

function addTo(sums: Growing<Sums> | undefined, value: number): void {
  if (sums === undefined) throw new Error(`there are no sums to add ${value} to`);
  sums.sum += value;
  sums.squares += value * value;
}
