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

/** A curve, growing run by run; until the first run of a newer demonstration is there, that of the one before. */
export interface CurveWork extends Working {
  readonly of: Demonstration;
  /** Runs in `times`. */
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
  /** Goes on with the curve there is of this demonstration, or begins one; another that is under way is stopped. */
  readonly drawCurve: (demonstration: Demonstration, axis: CurveAxis) => Promise<void>;
  /** Begins a search, or goes on with it after the case found last; another that is under way is stopped. */
  readonly challenge: (claim: Claim, rule: string) => Promise<void>;
  /** These end what is under way; what there is by then is kept. */
  readonly stopCurve: () => void;
  readonly stopChallenge: () => void;
}

/** Runs at each point of a finished curve. */
export const curveRunsWanted = 40;
/** Elections looked through before a search ends without a case: for one ballot some 100,000 changes are tried on them. */
export const electionsWanted = 12_500;

const electionsAtOnce = 100;

/** One curve and one challenge at a time, in a worker of their own: neither keeps the other waiting. */
export function createSlateSearchStore(engine: Pick<Engine, 'slateCurve' | 'challenge'>) {
  return createStore<SlateSearchState>()((set, get) => {
    let drawing: AbortController | null = null;
    let searching: AbortController | null = null;

    return {
      curves: {},
      challenges: {},
      drawCurve: async (demonstration, axis) => {
        const before = get().curves[axis];
        const isSame = before?.of === demonstration;
        if (isSame && (before.kind === 'running' || before.kind === 'done')) return;
        get().stopCurve();
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
            if (!made.ok) continue;
            const times = runs === 0 || work.times === null ? made.value : addCurves(work.times, made.value);
            show({ of: demonstration, runs: ++runs, times });
          }
          show({ kind: 'done' });
        } catch (error) {
          show(failedBy(error));
        }
      },
      challenge: async (claim, ruleId) => {
        const rule = stvRule(ruleId);
        if (rule === null) return;
        get().stopChallenge();
        const { signal } = (searching = new AbortController());
        const before = get().challenges[claim];
        const goesOn = before?.rule === ruleId && before.elections < electionsWanted;
        const { tried, elections } = goesOn ? before : { tried: 0, elections: 0 };
        let work: ChallengeWork = { kind: 'running', message: null, rule: ruleId, tried, elections, found: null };
        const show = (more: Partial<ChallengeWork>): void => {
          if (signal.aborted) return;
          work = { ...work, ...more };
          set(({ challenges }) => ({ challenges: { ...challenges, [claim]: work } }));
        };
        show({});
        try {
          while (work.elections < electionsWanted && work.found === null) {
            const from = work.elections + 1;
            const to = Math.min(electionsWanted, work.elections + electionsAtOnce);
            const search = { claim, rule, seed: 'challenge', from, to };
            const made = await engine.challenge({ kind: 'challenge', search }, { signal });
            if (!made.ok) continue;
            const { tried, elections, found } = made.value;
            show({ tried: work.tried + tried, elections: work.elections + elections, found });
          }
          show({ kind: 'done' });
        } catch (error) {
          show(failedBy(error));
        }
      },
      stopCurve: () => {
        drawing?.abort();
        set(({ curves }) => ({ curves: stopped(curves) }));
      },
      stopChallenge: () => {
        searching?.abort();
        set(({ challenges }) => ({ challenges: stopped(challenges) }));
      },
    };
  });
}

export type SlateSearchStore = ReturnType<typeof createSlateSearchStore>;

const failedBy = (error: unknown): Working => ({
  kind: 'failed',
  message: error instanceof Error ? error.message : String(error),
});

/** At once, not when the worker has heard of it: by then something else may have begun. */
function stopped<Of extends string, Work extends Working>(all: Readonly<Partial<Record<Of, Work>>>) {
  const entries = Object.entries<Work | undefined>(all).map(([of, work]) => [
    of,
    work?.kind === 'running' ? { ...work, kind: 'stopped' } : work,
  ]);
  return Object.fromEntries(entries) as Readonly<Partial<Record<Of, Work>>>;
}
