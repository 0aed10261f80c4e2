import { ok, type Result } from '../basics/result';
import type { Contest } from '../count/contest';
import type { Variation } from '../turnout/model';
import { paperOf } from '../turnout/papers';
import { runSeed } from '../turnout/run-seed';
import { createSampler } from '../turnout/sample';
import { limits, stvRule, type Demonstration, type SlateSettings } from './demonstration';
import { electionOf } from './election-of';
import { systems, underSystem, type System } from './systems';
import { withShare, withSlate } from './settings';
import { turnoutOf } from './turnout-of';

export const curveAxes = ['how-far', 'stood', 'share'] as const;
/** What is changed of the chosen slate along a curve: names its supporters rank, candidates it stands, its share. */
export type CurveAxis = (typeof curveAxes)[number];

/** Made-up voters of a run of a curve: enough that their number hardly shows. */
export const curveVoters = 2000;

/** How runs differ: the sizes of the slates and how well each name is known. Made up. */
const curveVariation: Variation = {
  members: { kind: 'log-normal', sigma: 0.06 },
  turnout: { kind: 'fixed' },
  strengths: { kind: 'log-normal', sigma: 0.14 },
};

const oneTo = (most: number): number[] => Array.from({ length: most }, (_, i) => i + 1);

/** Where along an axis seats are looked at, in its own unit: names, candidates, or the share as a part of 1. */
export function pointsOf(axis: CurveAxis): readonly number[] {
  switch (axis) {
    case 'how-far':
    case 'stood':
      return oneTo(limits.stood[1]);
    case 'share':
      return oneTo(12).map((step) => step / 20); // 5 % to 60 %
    default:
      return axis satisfies never;
  }
}

/** The demonstration at a point, everything else as it is. */
function atPoint(demonstration: Demonstration, axis: CurveAxis, at: number): Demonstration {
  const { chosen } = demonstration;
  const set = (change: Partial<SlateSettings>): Demonstration => withSlate(demonstration, chosen, change);
  switch (axis) {
    case 'how-far':
      return set({ howFar: { kind: 'at', names: at } });
    case 'stood':
      return set({ stood: at });
    case 'share':
      return withShare(demonstration, chosen, at);
    default:
      return axis satisfies never;
  }
}

/** For one system and point: in how many runs the chosen slate won 0 seats, 1 seat and so on. Adds up over runs. */
type SeatTimes = readonly number[];

/** By system and then by point. */
export type CurveTimes = Readonly<Record<System, readonly SeatTimes[]>>;

/**
 * Runs `from` to `to`, both included, at every point. A run has the same seed at all points and under all systems, so that
 * what differs between them differs by what was set. Yields the part done, 0 to 1. Fails where a rule cannot count one of
 * the runs: without it, what is left would show another mean.
 */
export function* curveRuns(
  demonstration: Demonstration,
  axis: CurveAxis,
  from: number,
  to: number,
): Generator<number, Result<CurveTimes, { readonly message: string }>, void> {
  const rule = stvRule(demonstration.rule);
  if (rule === null) throw new Error(`there is no rule ${demonstration.rule} of the single transferable vote`);
  const points = pointsOf(axis);
  const times: Record<System, number[][]> = { stv: [], 'block-vote': [], 'one-x': [] };
  const { seats, slates, chosen } = demonstration;
  for (const [place, at] of points.entries()) {
    const here = atPoint({ ...demonstration, voters: curveVoters }, axis, at);
    const paper = paperOf(electionOf(here));
    const turnout = turnoutOf(here, curveVariation);
    const sampler = createSampler(paper, null);
    for (const system of systems) times[system][place] = new Array<number>(seats + 1).fill(0);
    for (let run = from; run <= to; run++) {
      const seed = runSeed(demonstration.seed, run);
      const contest: Contest = { ...paper, seats, ballots: sampler.sample(turnout, seed) };
      for (const system of systems) {
        const result = underSystem(contest, system, rule, { slateOf: paper.slateOf, count: slates.length }, seed);
        if (!result.ok) return result;
        const won = result.value.seats[chosen] ?? 0;
        const here = times[system][place] ?? [];
        here[won] = (here[won] ?? 0) + 1;
      }
      yield (place * (to - from + 1) + run - from + 1) / (points.length * (to - from + 1));
    }
  }
  return ok(times);
}

/** The runs of both. */
export function addCurves(a: CurveTimes, b: CurveTimes): CurveTimes {
  const add = (system: System): SeatTimes[] =>
    a[system].map((times, place) => times.map((some, seats) => some + (b[system][place]?.[seats] ?? 0)));
  return { stv: add('stv'), 'block-vote': add('block-vote'), 'one-x': add('one-x') };
}

/** Seats at one point of a curve. */
export interface CurvePoint {
  readonly at: number;
  readonly runs: number;
  readonly mean: number;
  /** Nineteen of twenty runs had this many or more; and this many or fewer. */
  readonly low: number;
  readonly high: number;
}

export function curveOf(times: CurveTimes, system: System, axis: CurveAxis): CurvePoint[] {
  return pointsOf(axis).map((at, place) => {
    const here = times[system][place] ?? [];
    const runs = here.reduce((sum, some) => sum + some, 0);
    const mean = runs === 0 ? 0 : here.reduce((sum, some, seats) => sum + some * seats, 0) / runs;
    return { at, runs, mean, low: seatsAt(here, 0.05 * runs), high: seatsAt(here, 0.95 * runs) };
  });
}

/** The seats that more than so many runs stay at or below. */
function seatsAt(times: SeatTimes, runs: number): number {
  let sum = 0;
  const seats = times.findIndex((some) => (sum += some) > runs);
  return Math.max(0, seats < 0 ? times.findLastIndex((some) => some > 0) : seats);
}
