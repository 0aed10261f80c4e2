import { createStore } from 'zustand/vanilla';
import type { TracedStage } from '../count/trace';
import type { Engine } from '../worker/client';
import { jobOf, sameInput, sameVoters, type CountInput } from './counting';

type FollowOutcome =
  /** The own ballot at every stage; null when it names nobody who stands. */
  | { readonly kind: 'followed'; readonly traced: readonly TracedStage[] | null }
  /** There is nothing that can be counted. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A fault of ours. */
  | { readonly kind: 'failed' };

export interface FollowingState {
  /** The newest there is, though a newer may be on its way; null before the first. */
  readonly shown: { readonly input: CountInput; readonly outcome: FollowOutcome } | null;
  /** Follows the own ballot as it is now. One change overtakes another: only the last is sure to be followed. */
  readonly follow: (input: CountInput) => Promise<void>;
}

export function createFollowingStore(engine: Pick<Engine, 'follow'>) {
  return createStore<FollowingState>()((set, get) => {
    let wanted: CountInput | null = null;
    let running: { readonly input: CountInput; readonly stop: AbortController; readonly tells: boolean } | null = null;
    /** The voters the worker was last told of, by an input that has them, and their number. */
    let told: { readonly input: CountInput; readonly number: number } | null = null;
    let lastNumber = 0;

    const ask = async (input: CountInput): Promise<FollowOutcome> => {
      const { voters, ...rest } = jobOf(input);
      for (;;) {
        const known = told !== null && sameVoters(told.input, input) ? told.number : null;
        const number = known ?? ++lastNumber;
        const stop = new AbortController();
        running = { input, stop, tells: known === null };
        const job = { ...rest, kind: 'follow', votersNumber: number, voters: known === null ? voters : null } as const;
        const outcome = await engine.follow(job, { signal: stop.signal });
        if (outcome.ok) {
          told = { input, number };
          return { kind: 'followed', traced: outcome.value.traced };
        }
        const { error } = outcome;
        if (error.kind === 'refused') {
          told = { input, number };
          return error;
        }
        if (known === null) throw new Error('the worker has lost the voters it was just told of');
        told = null; // another worker than the one that was told
      }
    };
    const isOvertaken = (): boolean => wanted !== null;

    const isWanted = (input: CountInput): boolean => {
      const current = wanted ?? running?.input ?? get().shown?.input;
      return current !== undefined && sameInput(current, input) && get().shown?.outcome.kind !== 'failed';
    };

    return {
      shown: null,
      follow: async (input) => {
        if (isWanted(input)) return;
        wanted = input;
        if (running !== null) {
          // Voters that are being made are wanted still, whatever has become of the ballot.
          if (!running.tells || !sameVoters(running.input, input)) running.stop.abort();
          return;
        }
        while (wanted !== null) {
          const next: CountInput = wanted;
          wanted = null;
          const outcome = await ask(next).catch((): FollowOutcome => ({ kind: 'failed' }));
          running = null;
          if (!isOvertaken()) set({ shown: { input: next, outcome } });
        }
      },
    };
  });
}

export type FollowingStore = ReturnType<typeof createFollowingStore>;
