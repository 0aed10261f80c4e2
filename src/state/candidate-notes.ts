import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { CandidateId } from '../election/candidate';
import type { Election } from '../election/election';
import { followRecord } from './other-tabs';
import { fitKeepsakes, isEmpty, noKeepsakes, parseKeepsakes, type AllKeepsakes, type Keepsakes } from './saved-notes';
import type { SafeStorage } from './storage';

/** The key all notes and shortlists are kept under. */
export const notesKey = 'ballotflow/candidate-notes';
const version = 1;

export interface CandidateNotesState extends Keepsakes {
  /** The open election, or null before the first is opened. */
  readonly electionId: string | null;
  /** Its candidates' names by id. */
  readonly candidates: readonly string[];
  /** The note deleted last, as long as it can be brought back; not kept over a reload. */
  readonly deleted: { readonly candidate: CandidateId; readonly note: string } | null;
  /** All elections' as they were when one was last opened or read; `keepsakesOf` has the open one up to date. */
  readonly kept: AllKeepsakes;
}

interface CandidateNotesActions {
  /** Makes this the election that is noted on. Opening the open one again does nothing. */
  readonly open: (election: Pick<Election, 'id' | 'candidates'>) => void;
  /** Sets the note as it is being typed; an empty text takes it away. */
  readonly write: (candidate: CandidateId, note: string) => void;
  /** Takes the note away; `undelete` brings it back. */
  readonly deleteNote: (candidate: CandidateId) => void;
  readonly undelete: () => void;
  /** Puts the candidate on the shortlist, or takes them off. */
  readonly toggleStar: (candidate: CandidateId) => void;
}

/**
 * Private notes and shortlist stars on this device, one election's open at a time; each change is one write. They are no
 * part of a ranking: what is shared or saved as a file is made from rankings alone.
 */
export function createCandidateNotesStore(storage: SafeStorage) {
  return createStore<CandidateNotesState & CandidateNotesActions>()(
    persist(
      (set, get) => {
        const check = (candidate: CandidateId): void => {
          const { candidates } = get();
          if (candidates[candidate] !== undefined) return;
          throw new Error(`candidate ${candidate} is not one of the ${candidates.length} of the open election`);
        };
        const without = (candidate: CandidateId): Keepsakes['notes'] =>
          Object.fromEntries(Object.entries(get().notes).filter(([id]) => Number(id) !== candidate));
        return {
          electionId: null,
          candidates: [],
          ...noKeepsakes,
          deleted: null,
          kept: {},
          open: ({ id, candidates: people }) => {
            const { electionId, candidates: before } = get();
            const candidates = people.map(({ name }) => name);
            if (electionId === id && candidates.length === before.length && candidates.every((n, i) => n === before[i]))
              return;
            const kept = keepsakesOf(get());
            set({ electionId: id, candidates, kept, deleted: null, ...readOne(kept, id, candidates, storage) });
          },
          write: (candidate, note) => {
            check(candidate);
            if (note === (get().notes[candidate] ?? '')) return;
            const { deleted } = get();
            set({
              notes: note === '' ? without(candidate) : { ...get().notes, [candidate]: note },
              deleted: deleted?.candidate === candidate ? null : deleted, // the new note is not to be written over
            });
          },
          deleteNote: (candidate) => {
            const note = get().notes[candidate];
            if (note !== undefined) set({ notes: without(candidate), deleted: { candidate, note } });
          },
          undelete: () => {
            const { deleted, notes } = get();
            if (deleted !== null) set({ notes: { ...notes, [deleted.candidate]: deleted.note }, deleted: null });
          },
          toggleStar: (candidate) => {
            check(candidate);
            const others = get().stars.filter((starred) => starred !== candidate);
            const on = others.length === get().stars.length;
            set({ stars: on ? [...others, candidate].sort((a, b) => a - b) : others });
          },
        };
      },
      {
        name: notesKey,
        version,
        storage: createJSONStorage(() => storage),
        partialize: (state) => ({ elections: keepsakesOf(state) }),
        migrate: (state, from) => {
          if (from <= version) return state; // 1 is the first; merge judges what it is given
          storage.setAside(notesKey, JSON.stringify({ state, version: from }), 'newer');
          return { elections: {} };
        },
        merge: (stored, current) => readStored(stored, current, storage),
      },
    ),
  );
}

export type CandidateNotesStore = ReturnType<typeof createCandidateNotesStore>;

/** Every election's notes and stars, where there are any, the open one's included. */
export function keepsakesOf({ electionId, candidates, notes, stars, kept }: CandidateNotesState): AllKeepsakes {
  if (electionId === null) return kept;
  const others = Object.entries(kept).filter(([id]) => id !== electionId);
  return Object.fromEntries(
    isEmpty({ notes, stars }) ? others : [...others, [electionId, { candidates, notes, stars }]],
  );
}

/** Takes over what other tabs save. Returns a function that stops it. */
export function followNotes(store: CandidateNotesStore, storage: SafeStorage, window: Window): () => void {
  return followRecord({ name: notesKey, version, storage, window, reread: () => void store.persist.rehydrate() });
}

function readStored<S extends CandidateNotesState>(stored: unknown, current: S, storage: SafeStorage): S {
  if (stored === undefined) return current;
  const parsed = parseKeepsakes(stored);
  if (parsed === null) {
    storage.setAside(notesKey, JSON.stringify({ state: stored, version }), 'invalid');
    return current;
  }
  for (const id of parsed.broken) {
    const broken = (stored as { elections: Record<string, unknown> }).elections[id];
    storage.setAside(notesKey, JSON.stringify({ state: { elections: { [id]: broken } }, version }), 'invalid', id);
  }
  const { electionId, candidates, deleted } = current;
  const kept = parsed.elections;
  if (electionId === null) return { ...current, kept };
  const mine = readOne(kept, electionId, candidates, storage);
  // A note written elsewhere meanwhile is not to be replaced by one deleted here before.
  const stands = deleted !== null && mine.notes[deleted.candidate] === undefined;
  return { ...current, kept, ...mine, deleted: stands ? deleted : null };
}

/** What is kept for an election; what is for people who do not stand in it is set aside. */
function readOne(kept: AllKeepsakes, id: string, candidates: readonly string[], storage: SafeStorage): Keepsakes {
  const saved = Object.hasOwn(kept, id) ? kept[id] : undefined;
  if (saved === undefined) return noKeepsakes;
  const { fitted, left } = fitKeepsakes(saved, candidates);
  if (left !== null) {
    const text = JSON.stringify({ state: { elections: { [id]: left } }, version });
    storage.setAside(notesKey, text, 'other-candidates', id);
  }
  return fitted;
}
