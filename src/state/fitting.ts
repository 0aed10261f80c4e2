import { createStore } from 'zustand/vanilla';
import type { Ballots } from '../election/ballots';
import type { Election } from '../election/election';
import type { Engine } from '../worker/client';
import type { FittedTurnout, Progress } from '../worker/jobs';

export type Fitting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly election: Election; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly election: Election; readonly fitted: FittedTurnout }
  /** These ballots cannot be fitted, or it broke: in words. */
  | { readonly kind: 'failed'; readonly election: Election; readonly message: string };

interface FittingState {
  readonly fitting: Fitting;
  /** Fits a turnout to ballots; null where nothing came of it, or another was begun meanwhile. */
  readonly fit: (election: Election, ballots: Ballots, seed: string) => Promise<FittedTurnout | null>;
  readonly stop: () => void;
}

/**
 * The engine is the store's own. Some steps of a fit take half a second, so what is given up ends with its worker: at once,
 * and nothing else has to wait for it.
 */
export function createFittingStore(engine: Pick<Engine, 'fit' | 'close'>) {
  return createStore<FittingState>()((set, get) => {
    /** Stands for the fit under way. */
    let current: object | null = null;
    return {
      fitting: { kind: 'idle' },
      fit: async (election, ballots, seed) => {
        engine.close();
        const mine = {};
        current = mine;
        const failed = (message: string): null => {
          if (current === mine) set({ fitting: { kind: 'failed', election, message } });
          return null;
        };
        set({ fitting: { kind: 'running', election, progress: null } });
        try {
          const outcome = await engine.fit(
            { kind: 'fit', election, ballots, seed },
            {
              onProgress: (progress) => {
                if (current === mine) set({ fitting: { kind: 'running', election, progress } });
              },
            },
          );
          if (current !== mine) return null;
          engine.close(); // a worker is not kept for what is rarely asked
          if (!outcome.ok) return failed(outcome.error.message);
          set({ fitting: { kind: 'done', election, fitted: outcome.value } });
          return outcome.value;
        } catch (error) {
          return failed(error instanceof Error ? error.message : String(error));
        }
      },
      stop: () => {
        if (get().fitting.kind !== 'running') return;
        current = null; // whatever still comes of it is not heard
        engine.close();
        set({ fitting: { kind: 'idle' } });
      },
    };
  });
}

export type FittingStore = ReturnType<typeof createFittingStore>;
