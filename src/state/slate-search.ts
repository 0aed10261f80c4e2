import { createStore } from 'zustand/vanilla';
import type { Case } from '../slate/challenge/case';
import type { Claim } from '../slate/challenge/draw';
import { addCurves, type CurveAxis, type CurveTimes } from '../slate/curves';
import { stvRule, type Demonstration } from '../slate/demonstration';
import type { Engine } from '../worker/client';

/** How far a long piece of work is; what it has come to by then stays when it is stopped. */
interface Working {
  readonly kind: 'running' | 'stopped' | 'done' | 'failed';
  readonly message: string | null;
}

/** A curve, growing run by run. */
export interface CurveWork extends Working {
  readonly of: Demonstration;
  readonly runs: number;
  readonly times: CurveTimes | null;
}

/** A search for a case, under one rule. */
export interface ChallengeWork extends Working {
  readonly rule: string;
  /** Changes tried, and elections they were tried on. */
  readonly tried: number;
  readonly elections: number;
  readonly found: Case | null;
}

export interface SlateSearchState {
  readonly curves: Readonly<Partial<Record<CurveAxis, CurveWork>>>;
  readonly challenges: Readonly<Partial<Record<Claim, ChallengeWork>>>;
  readonly drawCurve: (demonstration: Demonstration, axis: CurveAxis) => Promise<void>;
  readonly challenge: (claim: Claim, rule: string) => Promise<void>;
  /** Ends whatever is under way; what there is by then is kept. */
  readonly stop: () => void;
}

/** Runs at each point of a finished curve. */
export const curveRunsWanted = 40;
/** Elections looked through before a search ends without a case: for one ballot some 100,000 changes are tried on them. */
export const electionsWanted = 12_500;

const electionsAtOnce = 100;

/** Curves and challenges, one at a time, in a worker of their own. */
export function createSlateSearchStore(engine: Pick<Engine, 'slateCurve' | 'challenge'>) {
  return createStore<SlateSearchState>()((set, get) => {
    let stop: AbortController | null = null;
    const start = (): AbortSignal => {
      get().stop();
      stop = new AbortController();
      return stop.signal;
    };
    const failedBy = (error: unknown): Working => ({
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    });

    return {
      curves: {},
      challenges: {},
      drawCurve: async (demonstration, axis) => {
        const signal = start();
        let work: CurveWork = { kind: 'running', message: null, of: demonstration, runs: 0, times: null };
        const show = (more: Partial<CurveWork>): void => {
          work = { ...work, ...more };
          set(({ curves }) => ({ curves: { ...curves, [axis]: work } }));
        };
        show({});
        try {
          while (work.runs < curveRunsWanted) {
            const run = work.runs + 1;
            const job = { kind: 'slate-curve', demonstration, axis, from: run, to: run } as const;
            const made = await engine.slateCurve(job, { signal });
            if (made.ok)
              show({ runs: run, times: work.times === null ? made.value : addCurves(work.times, made.value) });
          }
          show({ kind: 'done' });
        } catch (error) {
          show(signal.aborted ? { kind: 'stopped' } : failedBy(error));
        }
      },
      challenge: async (claim, ruleId) => {
        const rule = stvRule(ruleId);
        if (rule === null) return;
        const signal = start();
        let work: ChallengeWork = { kind: 'running', message: null, rule: ruleId, tried: 0, elections: 0, found: null };
        const show = (more: Partial<ChallengeWork>): void => {
          work = { ...work, ...more };
          set(({ challenges }) => ({ challenges: { ...challenges, [claim]: work } }));
        };
        show({});
        try {
          while (work.elections < electionsWanted && work.found === null) {
            const from = work.elections + 1;
            const to = work.elections + electionsAtOnce;
            const search = { claim, rule, seed: 'challenge', from, to };
            const made = await engine.challenge({ kind: 'challenge', search }, { signal });
            if (!made.ok) continue;
            const { tried, elections, found } = made.value;
            show({ tried: work.tried + tried, elections: work.elections + elections, found });
          }
          show({ kind: 'done' });
        } catch (error) {
          show(signal.aborted ? { kind: 'stopped' } : failedBy(error));
        }
      },
      stop: () => stop?.abort(),
    };
  });
}

export type SlateSearchStore = ReturnType<typeof createSlateSearchStore>;
