import { createStore } from 'zustand/vanilla';
import { addCurves, type CurveAxis, type CurveTimes } from '../slate/curves';
import type { Demonstration } from '../slate/demonstration';
import type { Engine } from '../worker/client';
import { broken, refused, stopped, type LongWork } from './long-work';

/** A curve, growing run by run; until the first run of a newer demonstration is there, that of the one before. */
export interface CurveWork extends LongWork {
  readonly of: Demonstration;
  /** Runs in `times`. */
  readonly runs: number;
  readonly times: CurveTimes | null;
}

export interface SlateCurvesState {
  readonly curves: Readonly<Partial<Record<CurveAxis, CurveWork>>>;
  /** Goes on with the curve there is of this demonstration, or begins one; another that is under way is stopped. */
  readonly draw: (demonstration: Demonstration, axis: CurveAxis) => Promise<void>;
  /** Ends what is under way; what there is by then is kept. */
  readonly stop: () => void;
}

/** Runs at each point of a finished curve. */
export const curveRunsWanted = 40;

/** One curve at a time. */
export function createSlateCurvesStore(engine: Pick<Engine, 'slateCurve'>) {
  return createStore<SlateCurvesState>()((set, get) => {
    let drawing: AbortController | null = null;

    return {
      curves: {},
      draw: async (demonstration, axis) => {
        const before = get().curves[axis];
        const isSame = before?.of === demonstration;
        if (isSame && (before.kind === 'running' || before.kind === 'done')) return;
        get().stop();
        const { signal } = (drawing = new AbortController());
        let runs = isSame ? before.runs : 0;
        let work: CurveWork = {
          ...(before ?? { of: demonstration, runs: 0, times: null }),
          kind: 'running',
          message: null,
        };
        const show = (more: Partial<CurveWork>): void => {
          if (signal.aborted) return; // a newer one may be shown by now
          work = { ...work, ...more };
          set(({ curves }) => ({ curves: { ...curves, [axis]: work } }));
        };
        show({});
        try {
          while (runs < curveRunsWanted) {
            const job = { kind: 'slate-curve', demonstration, axis, from: runs + 1, to: runs + 1 } as const;
            const made = await engine.slateCurve(job, { signal });
            if (!made.ok) {
              show(refused(made.error));
              return;
            }
            const times = runs === 0 || work.times === null ? made.value : addCurves(work.times, made.value);
            show({ of: demonstration, runs: ++runs, times });
          }
          show({ kind: 'done' });
        } catch (error) {
          show(broken(error));
        }
      },
      stop: () => {
        drawing?.abort();
        set(({ curves }) => ({ curves: stopped(curves) }));
      },
    };
  });
}

export type SlateCurvesStore = ReturnType<typeof createSlateCurvesStore>;
