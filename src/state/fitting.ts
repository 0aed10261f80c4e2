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

export function createFittingStore(engine: Pick<Engine, 'fit'>) {
  return createStore<FittingState>()((set, get) => {
    let stop: AbortController | null = null;
    return {
      fitting: { kind: 'idle' },
      fit: async (election, ballots, seed) => {
        stop?.abort();
        const mine = new AbortController();
        stop = mine;
        const failed = (message: string): null => {
          if (stop === mine) set({ fitting: { kind: 'failed', election, message } });
          return null;
        };
        set({ fitting: { kind: 'running', election, progress: null } });
        try {
          const outcome = await engine.fit(
            { kind: 'fit', election, ballots, seed },
            {
              signal: mine.signal,
              onProgress: (progress) => {
                if (stop === mine) set({ fitting: { kind: 'running', election, progress } });
              },
            },
          );
          if (!outcome.ok) return failed(outcome.error.message);
          if (stop !== mine) return null;
          set({ fitting: { kind: 'done', election, fitted: outcome.value } });
          return outcome.value;
        } catch (error) {
          return failed(error instanceof Error ? error.message : String(error));
        }
      },
      stop: () => {
        if (get().fitting.kind !== 'running') return;
        stop?.abort();
        stop = null; // whatever still comes of it is not heard
        set({ fitting: { kind: 'idle' } });
      },
    };
  });
}

export type FittingStore = ReturnType<typeof createFittingStore>;
