import type { Result } from '../basics/result';
import type { Case } from '../slate/challenge/case';
import { minimising } from '../slate/challenge/minimise';
import { searching, type Search, type Searched } from '../slate/challenge/search';
import type { Rule } from '../count/rule';
import { curveRuns, type CurveAxis, type CurveTimes } from '../slate/curves';
import type { Demonstration } from '../slate/demonstration';
import { roomOf, type Room } from '../slate/room';
import type { Progress } from './jobs';

/** Make the voters of a demonstration up and count them in every system. */
export interface SlateRoomJob {
  readonly kind: 'slate-room';
  readonly demonstration: Demonstration;
}

/** Make runs `from` to `to`, both included, at every point of a curve. */
export interface SlateCurveJob {
  readonly kind: 'slate-curve';
  readonly demonstration: Demonstration;
  readonly axis: CurveAxis;
  readonly from: number;
  readonly to: number;
}

/** Look for a case in which what a claim speaks of costs a seat. */
export interface ChallengeJob {
  readonly kind: 'challenge';
  readonly search: Search;
}

/** Leave out of a case whatever does not help to show it. */
export interface MinimiseJob {
  readonly kind: 'minimise';
  readonly found: Case;
  readonly rule: Rule;
}

export type SlateJob = SlateRoomJob | SlateCurveJob | ChallengeJob | MinimiseJob;

export interface SlateOutcomes {
  readonly 'slate-room': Result<Room, { readonly message: string }>;
  readonly 'slate-curve': Result<CurveTimes, { readonly message: string }>;
  readonly challenge: Result<Searched, { readonly message: string }>;
  readonly minimise: Result<{ readonly least: Case }, never>;
}

export function* slateWork(job: SlateJob): Generator<Progress, SlateOutcomes[SlateJob['kind']], void> {
  switch (job.kind) {
    case 'slate-room':
      return yield* told('counting', roomOf(job.demonstration));
    case 'slate-curve': {
      const { demonstration, axis, from, to } = job;
      return yield* told('making runs', curveRuns(demonstration, axis, from, to));
    }
    case 'challenge':
      return yield* told('making runs', searching(job.search));
    case 'minimise':
      return { ok: true, value: { least: yield* told('making smaller', minimising(job.found, job.rule)) } };
    default:
      return job satisfies never;
  }
}

/** The same steps, their part done told as progress. */
export function* told<T>(doing: Progress['doing'], steps: Generator<number, T, void>): Generator<Progress, T, void> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { doing, done: step.value };
  }
}
