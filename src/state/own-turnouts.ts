import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { ok, type Result } from '../basics/result';
import type { Election } from '../election/election';
import { checkTurnout, type TurnoutProblem } from '../turnout/check';
import type { Turnout } from '../turnout/model';
import { ownCopy } from '../turnout/own-copy';
import { followRecord } from './other-tabs';
import {
  parseSavedTurnouts,
  readTurnouts,
  saveTurnouts,
  type AllSavedTurnouts,
  type OwnTurnout,
} from './saved-turnouts';
import type { SafeStorage } from './storage';

/** The key all own turnouts are kept under. */
export const ownTurnoutsKey = 'ballotflow/own-turnouts';
const version = 1;

export interface OwnTurnoutsState {
  /** The open one, or null before the first is opened. */
  readonly election: Election | null;
  /** Its own turnouts, the newest first; all fit it. */
  readonly own: readonly OwnTurnout[];
  /** The one deleted last and where it was, as long as it can be brought back; not kept over a reload. */
  readonly deleted: { readonly one: OwnTurnout; readonly place: number } | null;
  /** All elections' as they were when one was last opened or read. */
  readonly kept: AllSavedTurnouts;
}

interface OwnTurnoutsActions {
  /** Makes this the election whose turnouts are set. Opening the open one again does nothing. */
  readonly open: (election: Election) => void;
  /** Adds a copy of a turnout under this title, with a number where it is taken, and returns its id. */
  readonly add: (start: Turnout, title: string) => string;
  /** Puts this in place of the one of its id, unless something is wrong with it: then that is left as it was. */
  readonly change: (turnout: Turnout) => Result<Turnout, readonly TurnoutProblem[]>;
  /** Sets everything but the title as it was at first. */
  readonly reset: (id: string) => void;
  /** Takes it away; `undelete` brings it back to its place. */
  readonly delete: (id: string) => void;
  readonly undelete: () => void;
}

/** Turnouts of the user's own, on this device. What is here can be sampled: nothing that cannot gets in. */
export function createOwnTurnoutsStore(storage: SafeStorage) {
  return createStore<OwnTurnoutsState & OwnTurnoutsActions>()(
    persist(
      (set, get) => {
        const indexOf = (id: string): number => {
          const index = get().own.findIndex(({ turnout }) => turnout.id === id);
          if (index < 0) throw new Error(`"${id}" is not one of the ${get().own.length} own turnouts`);
          return index;
        };
        const put = (index: number, one: OwnTurnout): void => {
          set(({ own }) => ({ own: own.with(index, one) }));
        };
        return {
          election: null,
          own: [],
          deleted: null,
          kept: {},
          open: (election) => {
            if (sameElection(get().election, election)) return;
            const kept = allOwn(get());
            set({ election, kept, deleted: null, own: readOwn(kept, election, storage) });
          },
          add: (start, title) => {
            const { own, deleted } = get();
            const taken = [...own, ...(deleted === null ? [] : [deleted.one])].map(({ turnout }) => turnout);
            const turnout = ownCopy(start, freeId(taken), freeTitle(title, taken));
            set({ own: [{ turnout, start }, ...own] });
            return turnout.id;
          },
          change: (turnout) => {
            const { election, own } = get();
            const index = indexOf(turnout.id);
            const one = own[index];
            if (election === null || one === undefined || JSON.stringify(one.turnout) === JSON.stringify(turnout)) {
              return ok(turnout); // nothing to write
            }
            const checked = checkTurnout(turnout, election);
            if (checked.ok) put(index, { ...one, turnout });
            return checked;
          },
          reset: (id) => {
            const index = indexOf(id);
            const one = get().own[index];
            if (one !== undefined) put(index, { ...one, turnout: ownCopy(one.start, id, one.turnout.title) });
          },
          delete: (id) => {
            const place = indexOf(id);
            const one = get().own[place];
            if (one !== undefined) set({ own: get().own.toSpliced(place, 1), deleted: { one, place } });
          },
          undelete: () => {
            const { own, deleted } = get();
            if (deleted !== null) set({ own: own.toSpliced(deleted.place, 0, deleted.one), deleted: null });
          },
        };
      },
      {
        name: ownTurnoutsKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: (state) => ({ elections: allOwn(state) }),
        migrate: (state, from) => {
          if (from <= version) return state; // 1 is the first; merge judges what it is given
          storage.setAside(ownTurnoutsKey, JSON.stringify({ state, version: from }), 'newer');
          return { elections: {} };
        },
        merge: (stored, current) => readStored(stored, current, storage),
      },
    ),
  );
}

export type OwnTurnoutsStore = ReturnType<typeof createOwnTurnoutsStore>;

/** Takes over what other tabs save. Returns a function that stops it. */
export function followOwnTurnouts(store: OwnTurnoutsStore, storage: SafeStorage, window: Window): () => void {
  return followRecord({ name: ownTurnoutsKey, version, storage, window, reread: () => void store.persist.rehydrate() });
}

/** Every election's, where there are any, the open one's as they are now. */
function allOwn({ election, own, kept }: OwnTurnoutsState): AllSavedTurnouts {
  if (election === null) return kept;
  const others = Object.entries(kept).filter(([id]) => id !== election.id);
  return Object.fromEntries(own.length === 0 ? others : [...others, [election.id, saveTurnouts(own, election)]]);
}

function readStored<S extends OwnTurnoutsState>(stored: unknown, current: S, storage: SafeStorage): S {
  if (stored === undefined) return current;
  const kept = parseSavedTurnouts(stored);
  if (kept === null) {
    storage.setAside(ownTurnoutsKey, JSON.stringify({ state: stored, version }), 'invalid');
    return current;
  }
  const { election, deleted } = current;
  if (election === null) return { ...current, kept };
  const own = readOwn(kept, election, storage);
  // One brought back in another tab meanwhile is not to be there twice.
  const gone = deleted !== null && own.every(({ turnout }) => turnout.id !== deleted.one.turnout.id);
  return { ...current, kept, own, deleted: gone ? deleted : null };
}

/** What is kept for an election; what does not fit it is set aside. */
function readOwn(kept: AllSavedTurnouts, election: Election, storage: SafeStorage): readonly OwnTurnout[] {
  const { id } = election;
  const { own, left, otherNames } = readTurnouts((Object.hasOwn(kept, id) ? kept[id] : undefined) ?? [], election);
  if (left.length > 0) {
    const text = JSON.stringify({ state: { elections: { [id]: left } }, version });
    storage.setAside(ownTurnoutsKey, text, otherNames ? 'other-candidates' : 'invalid', id);
  }
  return own;
}

function sameElection(a: Election | null, b: Election): boolean {
  const named = ({ id, candidates, slates }: Election): string => JSON.stringify([id, candidates, slates]);
  return a !== null && (a === b || named(a) === named(b));
}

/** "own-3": not the id of a sample, nor of any here. */
function freeId(taken: readonly Turnout[]): string {
  const numbers = taken.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

function freeTitle(wanted: string, taken: readonly Turnout[]): string {
  const isFree = (title: string): boolean => taken.every((turnout) => turnout.title !== title);
  let title = wanted;
  for (let n = 2; !isFree(title); n++) title = `${wanted} ${n}`;
  return title;
}
