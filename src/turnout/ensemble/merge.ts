import { formatRanges, joinRanges, sharedRanges } from './run-numbers';
import {
  compareElected,
  type ArmTally,
  type MineTally,
  type Outcome,
  type PairTally,
  type Sums,
  type Tally,
} from './tally';

/**
 * The tally of both's runs, which are of one plan and have none in common. Exact, associative and commutative: however
 * runs are split, and in whatever order they are merged, the result is the same to the last byte.
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const shared = sharedRanges(a.runs, b.runs);
  if (shared.length > 0) throw new Error(`runs ${formatRanges(shared)} are in both tallies`);
  if (a.arms.length !== b.arms.length) throw new Error(`${a.arms.length} arms cannot join ${b.arms.length}`);
  return {
    runs: joinRanges([...a.runs, ...b.runs]),
    arms: a.arms.map((arm, k) => mergeArms(arm, b.arms[k] as ArmTally)),
    pairs: a.pairs.map((pair, k) => mergePairs(pair, b.pairs[k] as PairTally)),
  };
}

export function mergeArms(a: ArmTally, b: ArmTally): ArmTally {
  return {
    counted: a.counted + b.counted,
    uncounted: ascending([...a.uncounted, ...b.uncounted]),
    elected: added(a.elected, b.elected),
    places: addedRows(a.places, b.places),
    stages: addedRows(a.stages, b.stages),
    runnersUp: added(a.runnersUp, b.runnersUp),
    seats: addedRows(a.seats, b.seats),
    outcomes: mergeOutcomes(a.outcomes, b.outcomes),
    mine: a.mine === null || b.mine === null ? null : mergeMine(a.mine, b.mine),
  };
}

function mergeMine(a: MineTally, b: MineTally): MineTally {
  return {
    followed: a.followed + b.followed,
    withElected: added(a.withElected, b.withElected),
    withOthers: added(a.withOthers, b.withOthers),
    cut: a.cut + b.cut,
    kept: addedSums(a.kept, b.kept),
    stopped: addedSums(a.stopped, b.stopped),
    helped: added(a.helped, b.helped),
  };
}

export function mergePairs(a: PairTally, b: PairTally): PairTally {
  return {
    paired: a.paired + b.paired,
    changed: a.changed + b.changed,
    gained: added(a.gained, b.gained),
    lost: added(a.lost, b.lost),
    seats: a.seats.map((sums, slate) => addedSums(sums, b.seats[slate] as Sums)),
    followed: a.followed + b.followed,
    kept: addedSums(a.kept, b.kept),
    stopped: addedSums(a.stopped, b.stopped),
  };
}

function mergeOutcomes(a: readonly Outcome[], b: readonly Outcome[]): Outcome[] {
  const merged: Outcome[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined) return [...merged, ...b.slice(j)];
    if (other === undefined) return [...merged, ...a.slice(i)];
    const order = compareElected(one.elected, other.elected);
    if (order === 0) merged.push({ elected: one.elected, runs: ascending([...one.runs, ...other.runs]) });
    else merged.push(order < 0 ? one : other);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

/** Place by place; the shorter list has zeros after its end. */
function added(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));
}

const addedRows = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row, i) => added(row, b[i] ?? []));

const addedSums = (a: Sums, b: Sums): Sums => ({ sum: a.sum + b.sum, squares: a.squares + b.squares });

const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
