import type { CandidateId, SlateId } from '../../election/candidate';
import { chanceOf, meanOf, type Chance, type Mean } from './chances';
import type { Plan } from './plan';
import { partsOfBallot } from './result';
import type { ArmTally, MineTally, PairTally, Tally } from './tally';

/** What many runs say of one candidate. */
interface CandidateSummary {
  readonly candidate: CandidateId;
  readonly elected: Chance;
  /** Most often elected in this place in the order, and at this stage; both from 1, null if never elected. */
  readonly usualPlace: number | null;
  readonly usualStage: number | null;
  readonly runnerUp: Chance;
}

interface SlateSummary {
  /** Null for those on no slate. */
  readonly slate: SlateId | null;
  /** Of 0, 1, ... seats. */
  readonly chances: readonly Chance[];
  readonly seats: Mean;
}

/** Runs that ended alike. */
interface Alike {
  readonly chance: Chance;
  /** The lowest of their numbers, at most ten: to be made again and looked at. */
  readonly runs: readonly number[];
}
interface OutcomeSummary extends Alike {
  /** Ascending. */
  readonly elected: readonly CandidateId[];
}
interface SeatsSummary extends Alike {
  /** By SlateId; the last entry is for candidates on no slate. */
  readonly seats: readonly number[];
}

/** Where a pound of the ballot in hand was at the end, on average, in pence. */
interface MineSummary {
  readonly followed: number;
  /** By CandidateId: in runs that elected them, and in the others. */
  readonly withElected: readonly number[];
  readonly withOthers: readonly number[];
  readonly cut: number;
  /** With all the elected together. */
  readonly kept: Mean;
  readonly stopped: Mean;
  /** That exactly 0, 1, ... of the elected had some of it. */
  readonly helped: readonly Chance[];
}

interface ArmSummary {
  readonly id: string;
  readonly counted: number;
  readonly uncounted: number;
  /** By CandidateId. */
  readonly candidates: readonly CandidateSummary[];
  /** By SlateId, those on no slate last. */
  readonly slates: readonly SlateSummary[];
  /** The most common first; those as common by their first run. */
  readonly outcomes: readonly OutcomeSummary[];
  readonly seats: readonly SeatsSummary[];
  readonly mine: MineSummary | null;
}

/** What an arm changes against the first, from run to run with the same voters. */
interface PairSummary {
  readonly id: string;
  /** That somebody else is elected. */
  readonly changed: Chance;
  /** By CandidateId: chance of election in this arm less that in the first, 0 to 1. */
  readonly elected: readonly Mean[];
  /** By SlateId, those on no slate last. */
  readonly seats: readonly Mean[];
  /** In pence; of no meaning where an arm has no ballot in hand. */
  readonly followed: number;
  readonly kept: Mean;
  readonly stopped: Mean;
}

export interface Summary {
  readonly arms: readonly ArmSummary[];
  readonly pairs: readonly PairSummary[];
}

const penny = partsOfBallot / 100;

/** Outcomes listed, and runs named for each. */
const mostListed = 10;

/** What a tally says, in chances and means with their sampling errors. */
export function summarise(plan: Plan, { arms, pairs }: Tally): Summary {
  return {
    arms: arms.map((arm, k) => summariseArm(plan, plan.arms[k]?.id ?? '', arm)),
    pairs: pairs.map((pair, k) => summarisePair(plan.arms[k + 1]?.id ?? '', pair)),
  };
}

function summariseArm(plan: Plan, id: string, arm: ArmTally): ArmSummary {
  const { counted, uncounted, elected, places, stages, runnersUp, seats, outcomes, mine } = arm;
  return {
    id,
    counted,
    uncounted: uncounted.length,
    candidates: elected.map((times, candidate) => ({
      candidate,
      elected: chanceOf(times, counted),
      usualPlace: usual(places[candidate] ?? []),
      usualStage: usual(stages[candidate] ?? []),
      runnerUp: chanceOf(runnersUp[candidate] ?? 0, counted),
    })),
    slates: seats.map((times, slate) => ({
      slate: slate < plan.slateCount ? slate : null,
      chances: times.map((of) => chanceOf(of, counted)),
      seats: meanOf(sumsOf(times), counted),
    })),
    outcomes: mostCommon(
      outcomes.map(({ elected, runs }) => ({ elected, runs, times: runs.length })),
      counted,
    ),
    seats: mostCommon(bySeats(plan, arm), counted),
    mine: mine === null ? null : summariseMine(mine),
  };
}

function summariseMine({ followed, withElected, withOthers, cut, kept, stopped, helped }: MineTally): MineSummary {
  const pence = (parts: number): number => (followed === 0 ? 0 : parts / followed / penny);
  return {
    followed,
    withElected: withElected.map(pence),
    withOthers: withOthers.map(pence),
    cut: pence(cut),
    kept: meanOf(kept, followed, penny),
    stopped: meanOf(stopped, followed, penny),
    helped: helped.map((times) => chanceOf(times, followed)),
  };
}

function summarisePair(id: string, { paired, changed, gained, lost, seats, followed, kept, stopped }: PairTally) {
  return {
    id,
    changed: chanceOf(changed, paired),
    elected: gained.map((more, candidate) => {
      const fewer = lost[candidate] ?? 0;
      return meanOf({ sum: more - fewer, squares: more + fewer }, paired);
    }),
    seats: seats.map((sums) => meanOf(sums, paired)),
    followed,
    kept: meanOf(kept, followed, penny),
    stopped: meanOf(stopped, followed, penny),
  };
}

/** From 1: where the most were counted, the first of several; null where none were. */
function usual(times: readonly number[]): number | null {
  const most = Math.max(0, ...times);
  return most === 0 ? null : times.indexOf(most) + 1;
}

/** Of values 0, 1, 2, ... that came so many times. */
const sumsOf = (times: readonly number[]) => ({
  sum: times.reduce((sum, of, value) => sum + of * value, 0),
  squares: times.reduce((sum, of, value) => sum + of * value * value, 0),
});

/** Outcomes with the same seats for every slate put together; of their runs only as many as are listed. */
function bySeats({ slateOf, slateCount }: Plan, { outcomes }: ArmTally) {
  const found = new Map<string, { readonly seats: readonly number[]; readonly runs: number[]; times: number }>();
  for (const { elected, runs } of outcomes) {
    const seats = new Array<number>(slateCount + 1).fill(0);
    for (const candidate of elected) {
      const slate = slateOf[candidate] ?? slateCount;
      seats[slate] = (seats[slate] ?? 0) + 1;
    }
    const group = found.get(seats.join()) ?? { seats, runs: [], times: 0 };
    found.set(seats.join(), group);
    group.runs.push(...runs.slice(0, mostListed));
    group.times += runs.length;
  }
  return [...found.values()].map((group) => ({ ...group, runs: group.runs.sort((a, b) => a - b) }));
}

/** The most common first, those equally common by their first run; with the first runs of each. */
function mostCommon<T extends { readonly runs: readonly number[]; readonly times: number }>(
  groups: readonly T[],
  of: number,
): (Omit<T, 'runs' | 'times'> & Alike)[] {
  return [...groups]
    .sort((a, b) => b.times - a.times || (a.runs[0] ?? 0) - (b.runs[0] ?? 0))
    .slice(0, mostListed)
    .map(({ runs, times, ...rest }) => ({ ...rest, chance: chanceOf(times, of), runs: runs.slice(0, mostListed) }));
}
