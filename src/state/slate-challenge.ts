import { createStore } from 'zustand/vanilla';
import type { Case } from '../slate/challenge/case';
import type { Claim } from '../slate/challenge/draw';
import { stvRule, type StvRule } from '../slate/demonstration';
import type { Engine } from '../worker/client';
import { broken, refused, stopped, type LongWork } from './long-work';

/** A search for a case, under one rule. */
export interface ChallengeWork extends LongWork {
  readonly rule: string;
  /** Changes tried, and elections they were tried on. */
  readonly tried: number;
  readonly elections: number;
  /** As it was drawn until it is as small as it goes. */
  readonly found: Case | null;
  /** The part of its voters, 0 to 1, that has been left out of the case found; null before and once nothing more can go. */
  readonly leftOut: number | null;
}

export interface SlateChallengeState {
  readonly searches: Readonly<Partial<Record<Claim, ChallengeWork>>>;
  /** Begins a search, or goes on with it after the case found last; another that is under way is stopped. */
  readonly search: (claim: Claim, rule: string) => Promise<void>;
  /** Ends what is under way; what there is by then is kept. */
  readonly stop: () => void;
}

/** Elections looked through before a search ends without a case: for one ballot some 100,000 changes are tried on them. */
export const electionsWanted = 12_500;

const electionsAtOnce = 100;

/** One search at a time. */
export function createSlateChallengeStore(engine: Pick<Engine, 'challenge' | 'minimise'>) {
  return createStore<SlateChallengeState>()((set, get) => {
    let searching: AbortController | null = null;

    return {
      searches: {},
      search: async (claim, ruleId) => {
        const rule = stvRule(ruleId);
        if (rule === null) return;
        get().stop();
        const { signal } = (searching = new AbortController());
        let work = begun(ruleId, get().searches[claim]);
        const show = (more: Partial<ChallengeWork>): void => {
          if (signal.aborted) return; // a newer one may be shown by now
          work = { ...work, ...more };
          set(({ searches }) => ({ searches: { ...searches, [claim]: work } }));
        };
        show({});
        try {
          while (work.kind === 'running' && work.found === null) {
            show(await lookedFurther(engine, work, claim, rule, signal));
          }
          if (work.found === null) return;
          const onProgress = ({ done }: { readonly done: number }): void => show({ leftOut: done });
          const made = await engine.minimise({ kind: 'minimise', found: work.found, rule }, { signal, onProgress });
          if (made.ok) show({ kind: 'done', found: made.value.least, leftOut: null });
        } catch (error) {
          show(broken(error));
        }
      },
      stop: () => {
        searching?.abort();
        set(({ searches }) => ({ searches: stopped(searches) }));
      },
    };
  });
}

export type SlateChallengeStore = ReturnType<typeof createSlateChallengeStore>;

/** From the first election, or after those that a search under the same rule has been through. */
function begun(rule: string, before: ChallengeWork | undefined): ChallengeWork {
  const goesOn = before?.rule === rule && before.elections < electionsWanted;
  const { tried, elections } = goesOn ? before : { tried: 0, elections: 0 };
  return { kind: 'running', message: null, rule, tried, elections, found: null, leftOut: null };
}

/** What some more elections add to a search. */
async function lookedFurther(
  engine: Pick<Engine, 'challenge'>,
  { tried, elections }: ChallengeWork,
  claim: Claim,
  rule: StvRule,
  signal: AbortSignal,
): Promise<Partial<ChallengeWork>> {
  const to = Math.min(electionsWanted, elections + electionsAtOnce);
  const search = { claim, rule, seed: 'challenge', from: elections + 1, to };
  const made = await engine.challenge({ kind: 'challenge', search }, { signal });
  if (!made.ok) return refused(made.error);
  const { found } = made.value;
  const gone = elections + made.value.elections;
  return {
    kind: found === null && gone >= electionsWanted ? 'done' : 'running',
    tried: tried + made.value.tried,
    elections: gone,
    found,
    leftOut: found === null ? null : 0,
  };
}
