import { createStore } from 'zustand/vanilla';
import type { Rule } from '../count/rule';
import type { Election } from '../election/election';
import type { Turnout } from '../turnout/model';
import { paperOf } from '../turnout/papers';
import type { Engine } from '../worker/client';
import type { Preview } from '../worker/preview';

/** All that decides what a quick look shows. */
interface PreviewInput {
  readonly election: Election;
  readonly turnout: Turnout;
  readonly rule: Rule;
  readonly seed: string;
}

export interface PreviewState {
  /** The newest there is, though a newer may be on its way; null before the first. */
  readonly shown: { readonly input: PreviewInput; readonly preview: Preview } | null;
  /** Why the last look came to nothing, in words. */
  readonly failed: string | null;
  /** Looks at this; one that is still under way for something else is cancelled. */
  readonly look: (input: PreviewInput) => Promise<void>;
}

/** Papers that stand for all voters of a turnout in a quick look. */
const previewPapers = 10_000;

export function createPreviewStore(engine: Pick<Engine, 'preview'>) {
  return createStore<PreviewState>()((set) => {
    let last = 0;
    let newest = 0;
    let stop: AbortController | null = null;
    return {
      shown: null,
      failed: null,
      look: async (input) => {
        const { election, turnout, rule, seed } = input;
        stop?.abort();
        const mine = new AbortController();
        stop = mine;
        const number = ++last;
        const plan = { ...paperOf(election), turnout, seats: election.seats, seed, papers: previewPapers };
        try {
          const outcome = await engine.preview({ kind: 'preview', plan, rule }, { signal: mine.signal });
          // One that was done before it could be cancelled is still newer than what is shown, as a slider is moved.
          if (!outcome.ok || number < newest) return;
          newest = number;
          set({ shown: { input, preview: outcome.value }, failed: null });
        } catch (error) {
          if (stop === mine) set({ failed: error instanceof Error ? error.message : String(error) });
        }
      },
    };
  });
}

export type PreviewStore = ReturnType<typeof createPreviewStore>;
