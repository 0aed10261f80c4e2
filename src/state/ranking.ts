import { temporal, type TemporalState } from 'zundo';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { fitRanking, parseRankings, sameItems, type Rankings } from './saved-ranking';
import type { SafeStorage } from './storage';

/** The key all rankings are kept under. */
export const rankingsKey = 'ballotflow/rankings';
const version = 1;

/** The part of the state that undo and redo go back and forth over. */
interface Step {
  /** The open election's ranking, first preference first. */
  readonly ranking: readonly CandidateId[];
  /** What led to this ranking, for naming it: "Ann Black to 3"; empty when it was so on opening. */
  readonly lastChange: string;
}

export interface RankingState extends Step {
  /** The open election, or null before the first is opened. */
  readonly electionId: string | null;
  /** Its candidates' names by id. */
  readonly candidates: readonly string[];
  /** All rankings as they were when an election was last opened or read; `rankingsOf` has the open one up to date. */
  readonly kept: Rankings;
}

/** Positions are the numbers on the ballot paper, from 1; one past either end means that end. */
export interface RankingActions {
  /** Makes this the election that is ranked, with the ranking kept for it. Opening the open one again does nothing. */
  readonly open: (election: Pick<Election, 'id' | 'candidates'>) => void;
  /** Gives the candidate the next number, or `position`, moving those from there on one down. */
  readonly rank: (candidate: CandidateId, position?: number) => void;
  /** Takes the candidate out; those below move one up. */
  readonly unrank: (candidate: CandidateId) => void;
  readonly moveTo: (candidate: CandidateId, position: number) => void;
  /** Sets the whole ranking; `what` names the change for undo. */
  readonly replace: (ranking: readonly CandidateId[], what: string) => void;
  readonly clear: () => void;
}

/**
 * The rankings on this device, one election's open at a time. Every action is one step of `store.temporal` (undo, redo) and
 * one write; undo and redo are written too. What cannot be read is set aside by the storage, never dropped.
 */
export function createRankingStore(storage: SafeStorage) {
  return createStore<RankingState & RankingActions>()(
    // persist outside temporal: undo must write through persist's `set`.
    persist(
      temporal(
        (set, get, store) => {
          const nameOf = (candidate: CandidateId): string => {
            const name = get().candidates[candidate];
            if (name === undefined) {
              throw new Error(
                `candidate ${candidate} is not one of the ${get().candidates.length} of the open election`,
              );
            }
            return name;
          };
          const change = (ranking: readonly CandidateId[], lastChange: string): void => {
            if (!sameItems(ranking, get().ranking)) set({ ranking, lastChange });
          };
          const place = (candidate: CandidateId, wanted: number): void => {
            const others = get().ranking.filter((c) => c !== candidate);
            const position = Math.min(Math.max(Math.round(wanted), 1), others.length + 1);
            const ranking = [...others.slice(0, position - 1), candidate, ...others.slice(position - 1)];
            change(ranking, `${nameOf(candidate)} to ${position}`);
          };
          return {
            electionId: null,
            candidates: [],
            ranking: [],
            lastChange: '',
            kept: {},
            open: (election) => {
              const { id } = election;
              const candidates = election.candidates.map(({ name }) => name);
              if (get().electionId === id && sameItems(get().candidates, candidates)) return;
              const kept = rankingsOf(get());
              const ranking = readRanking(kept, id, candidates, storage) ?? [];
              // Typed unknown in here, since zundo does not yet know what its own options will make of it.
              const history = (store.temporal as StoreApi<TemporalState<Step>>).getState();
              history.pause();
              set({ electionId: id, candidates, ranking, kept, lastChange: '' });
              history.clear(); // undo belongs to one election
              history.resume();
            },
            rank: (candidate, position = get().ranking.length + 1) => place(candidate, position),
            unrank: (candidate) =>
              change(
                get().ranking.filter((c) => c !== candidate),
                `${nameOf(candidate)} taken out`,
              ),
            moveTo: place,
            replace: (ranking, what) => {
              ranking.forEach(nameOf); // throws at one who does not stand
              change([...new Set(ranking)], what);
            },
            clear: () => change([], 'clear all'),
          };
        },
        {
          limit: 200,
          partialize: ({ ranking, lastChange }): Step => ({ ranking, lastChange }),
          equality: (before, after) => before.ranking === after.ranking,
        },
      ),
      {
        name: rankingsKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: (state) => ({ rankings: rankingsOf(state) }),
        migrate: (state, from) => {
          if (from <= version) return state; // 1 is the first; merge judges what it is given
          storage.setAside(rankingsKey, JSON.stringify({ state, version: from }), 'newer');
          return { rankings: {} };
        },
        merge: (stored, current) => readStored(stored, current, storage),
      },
    ),
  );
}

export type RankingStore = ReturnType<typeof createRankingStore>;

/** All rankings with at least one name, the open election's included. */
export function rankingsOf({ electionId, candidates, ranking, kept }: RankingState): Rankings {
  if (electionId === null) return kept;
  const others = Object.entries(kept).filter(([id]) => id !== electionId);
  return Object.fromEntries(ranking.length === 0 ? others : [...others, [electionId, { candidates, ranking }]]);
}

/** Takes over what other tabs save: the last writer wins, at once. Returns a function that stops it. */
export function followOtherTabs(store: RankingStore, storage: SafeStorage, window: Window): () => void {
  const follow = ({ key, newValue }: StorageEvent): void => {
    if (key !== rankingsKey || newValue === null) return;
    if (versionOf(newValue) > version) {
      storage.yieldTo(rankingsKey); // setting it aside from here would take it from the newer tab
      return;
    }
    const { ranking } = store.getState();
    void store.persist.rehydrate(); // sets the state past persist and temporal: no write back, no undo step
    // Steps back from a ranking made elsewhere would not be the steps they are named after.
    if (store.getState().ranking !== ranking) store.temporal.getState().clear();
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

function readStored<S extends RankingState>(stored: unknown, current: S, storage: SafeStorage): S {
  if (stored === undefined) return current;
  const parsed = parseRankings(stored);
  if (parsed === null) {
    storage.setAside(rankingsKey, JSON.stringify({ state: stored, version }), 'invalid');
    return current;
  }
  for (const id of parsed.broken) {
    const broken = (stored as { rankings: Record<string, unknown> }).rankings[id];
    storage.setAside(rankingsKey, JSON.stringify({ state: { rankings: { [id]: broken } }, version }), 'invalid', id);
  }
  const { electionId, candidates } = current;
  if (electionId === null) return { ...current, kept: parsed.rankings };
  const ranking = readRanking(parsed.rankings, electionId, candidates, storage) ?? current.ranking;
  const same = sameItems(ranking, current.ranking);
  return { ...current, kept: parsed.rankings, ...(same ? {} : { ranking, lastChange: '' }) };
}

/** The ranking kept for an election; one that is for other candidates is set aside and null returned. */
function readRanking(kept: Rankings, id: string, candidates: readonly string[], storage: SafeStorage) {
  const saved = Object.hasOwn(kept, id) ? kept[id] : undefined;
  if (saved === undefined) return [];
  const fitted = fitRanking(saved, candidates);
  if (fitted === null) {
    const text = JSON.stringify({ state: { rankings: { [id]: saved } }, version });
    storage.setAside(rankingsKey, text, 'other-candidates', id);
  }
  return fitted;
}

function versionOf(text: string): number {
  try {
    const stored = JSON.parse(text) as { version?: unknown } | null;
    return typeof stored?.version === 'number' ? stored.version : 0;
  } catch {
    return 0; // unreadable: reading it will set it aside
  }
}
