import { temporal, type TemporalState } from 'zundo';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CandidateId } from '../election/candidate';
import { ballotOf, type Draft } from '../election/draft';
import type { Election } from '../election/election';
import { rankingActions, type DraftActions, type RankActions } from './ranking-actions';
import { blank, keptDrafts, rankingsKey, readStored, upgraded, version } from './ranking-record';
import { nothingIn, sameItems, type Rankings } from './saved-ranking';
import { followRecord } from './other-tabs';
import type { SafeStorage } from './storage';

/** The part of the state that undo and redo go back and forth over. */
export interface Step {
  /** The open election's drafts: at least one, no two of the same name. */
  readonly drafts: readonly Draft[];
  /** The place in `drafts` of the open one. */
  readonly current: number;
  /** What led to this, for naming it: "Ann Black to 3"; empty when it was so on opening. */
  readonly lastChange: string;
}

export interface RankingState extends Step {
  /** The open election, or null before the first is opened. */
  readonly electionId: string | null;
  /** Its candidates' names by id. */
  readonly candidates: readonly string[];
  /** Whether to be asked about one name at a time; no step to undo, and other tabs keep to their own way. */
  readonly oneByOne: boolean;
  /** All drafts as they were when an election was last opened or read; `rankingsOf` has the open one's up to date. */
  readonly kept: Rankings;
}

export interface RankingActions extends RankActions, DraftActions {
  /** Makes this the election that is ranked, with the drafts kept for it. Opening the open one again does nothing. */
  readonly open: (election: Pick<Election, 'id' | 'candidates'>) => void;
  readonly askOneByOne: (oneByOne: boolean) => void;
}

/**
 * The drafts on this device, one election's open at a time. Every action is one step of `store.temporal` (undo, redo) and
 * one write; undo and redo are written too. What cannot be read is set aside by the storage, never dropped.
 */
export function createRankingStore(storage: SafeStorage) {
  return createStore<RankingState & RankingActions>()(
    // persist outside temporal: undo must write through persist's `set`.
    persist(
      temporal(
        (set, get, store) => ({
          electionId: null,
          candidates: [],
          ...blank,
          lastChange: '',
          oneByOne: false,
          kept: {},
          ...rankingActions(get, set),
          askOneByOne: (oneByOne) => set({ oneByOne }),
          open: (election) => {
            const { id } = election;
            const candidates = election.candidates.map(({ name }) => name);
            if (get().electionId === id && sameItems(get().candidates, candidates)) return;
            const kept = rankingsOf(get());
            const own = keptDrafts(kept, id, candidates, storage) ?? blank;
            // Typed unknown in here, since zundo does not yet know what its own options will make of it.
            const history = (store.temporal as StoreApi<TemporalState<Step>>).getState();
            history.pause();
            set({ electionId: id, candidates, ...own, kept, lastChange: '' });
            history.clear(); // undo belongs to one election
            history.resume();
          },
        }),
        {
          limit: 200,
          partialize: ({ drafts, current, lastChange }): Step => ({ drafts, current, lastChange }),
          equality: (before, after) => before.drafts === after.drafts && before.current === after.current,
        },
      ),
      {
        name: rankingsKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: (state) => ({ rankings: rankingsOf(state), ...(state.oneByOne ? { oneByOne: true } : {}) }),
        migrate: (state, from) => upgraded(state, from, storage),
        merge: (stored, current) => readStored(stored, current, storage),
      },
    ),
  );
}

export type RankingStore = ReturnType<typeof createRankingStore>;

/** The open draft. */
export function currentDraft({ drafts, current }: Pick<Step, 'drafts' | 'current'>): Draft {
  const draft = drafts[current];
  if (draft === undefined) throw new Error(`draft ${current} is not one of the ${drafts.length} there are`);
  return draft;
}

/** What the open draft puts on the ballot, first preference first; compare with `sameItems`. */
export const currentBallot = (state: RankingState): readonly CandidateId[] => ballotOf(currentDraft(state));

/** The drafts of all elections where there is anything to lose, the open one's included. */
export function rankingsOf({ electionId, candidates, drafts, current, kept }: RankingState): Rankings {
  if (electionId === null) return kept;
  const others = Object.entries(kept).filter(([id]) => id !== electionId);
  return Object.fromEntries(nothingIn(drafts) ? others : [...others, [electionId, { candidates, drafts, current }]]);
}

/** Reads what is saved anew. */
export function rereadDrafts(store: RankingStore): void {
  const { drafts, current } = store.getState();
  void store.persist.rehydrate(); // sets the state past persist and temporal: no write back, no undo step
  // Steps back from drafts made elsewhere would not be the steps they are named after.
  const after = store.getState();
  if (after.drafts !== drafts || after.current !== current) store.temporal.getState().clear();
}

/** Takes over what other tabs save: the last writer wins, at once. Returns a function that stops it. */
export function followOtherTabs(store: RankingStore, storage: SafeStorage, window: Window): () => void {
  return followRecord({ name: rankingsKey, version, storage, window, reread: () => rereadDrafts(store) });
}
