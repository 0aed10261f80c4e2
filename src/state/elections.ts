import { createStore } from 'zustand/vanilla';
import type { FileError } from '../ballots/file';
import type { Ballots } from '../election/ballots';
import { builtInElection } from '../election/built-in';
import type { Election } from '../election/election';
import type { Engine } from '../worker/client';
import type { FileShelf } from './file-shelf';

/** The election in hand. */
export interface CurrentElection {
  readonly election: Election;
  /** The ballots that came with it; null where there are none. */
  readonly ballots: Ballots | null;
  /** The opened file's name; null for a built-in election, whose ballots are made up. */
  readonly file: string | null;
  /** What was read but may surprise. */
  readonly warnings: readonly FileError[];
}

/** Why the last attempt to open something failed; what was open before is still open. */
export type OpenProblem =
  | { readonly kind: 'broken-file'; readonly file: string; readonly error: FileError }
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: string }
  /** An opened file that was to come back after a reload is not on this device any more. */
  | { readonly kind: 'gone' }
  /** It is open, but could not be kept for the next visit. */
  | { readonly kind: 'not-kept'; readonly file: string; readonly message: string };

export interface ElectionsState {
  readonly current: CurrentElection | null;
  /** The file being read, with the part read from 0 to 1. */
  readonly opening: { readonly file: string; readonly done: number } | null;
  readonly problem: OpenProblem | null;
  readonly pickBuiltIn: (id: string) => void;
  /** Whether the file is now the election in hand: not if it could not be read or something else was picked meanwhile. */
  readonly openFile: (file: string, readBytes: () => Promise<Uint8Array>) => Promise<boolean>;
  /** Gives up the file being read; what was open stays. */
  readonly stopOpening: () => void;
  /** Opens what was open at the last visit: a built-in election at once, a file from the shelf. */
  readonly restore: (electionId: string) => Promise<void>;
  /** Opens again what was open before. */
  readonly goBackTo: (current: CurrentElection) => void;
  readonly dismissProblem: () => void;
}

export function createElectionsStore(engine: Pick<Engine, 'open'>, shelf: FileShelf) {
  return createStore<ElectionsState>()((set, get) => {
    let reading: AbortController | null = null;

    /** Gives up whatever is being read: what is picked or opened last is what counts. */
    const overtake = (): void => {
      reading?.abort();
      reading = null;
    };

    /** Null when it failed, and the problem says why, or when something else was picked meanwhile. */
    const read = async (
      file: string,
      readBytes: () => Promise<Uint8Array>,
    ): Promise<{ readonly current: CurrentElection; readonly bytes: Uint8Array } | null> => {
      overtake();
      const mine = new AbortController();
      reading = mine;
      set({ opening: { file, done: 0 }, problem: null });
      try {
        const bytes = await readBytes();
        if (reading !== mine) return null;
        const opened = await engine.open(
          { kind: 'open', file, bytes },
          {
            signal: mine.signal,
            onProgress: ({ done }) => {
              if (reading === mine) set({ opening: { file, done } });
            },
          },
        );
        if (reading !== mine) return null;
        set({ opening: null });
        if (!opened.ok) {
          set({ problem: { kind: 'broken-file', file, error: opened.error } });
          return null;
        }
        return { current: { ...opened.value, file }, bytes };
      } catch (error) {
        if (reading === mine) set({ opening: null, problem: { kind: 'unreadable', file, message: messageOf(error) } });
        return null;
      }
    };

    return {
      current: null,
      opening: null,
      problem: null,
      pickBuiltIn: (id) => {
        const builtIn = builtInElection(id);
        if (builtIn === null) throw new Error(`there is no built-in election "${id}"`);
        overtake();
        set({ current: { ...builtIn, file: null, warnings: [] }, opening: null, problem: null });
      },
      openFile: async (file, readBytes) => {
        const opened = await read(file, readBytes);
        if (opened === null) return false;
        const { current, bytes } = opened;
        set({ current });
        try {
          await shelf.put(current.election.id, { file, bytes });
        } catch (error) {
          if (get().current === current) set({ problem: { kind: 'not-kept', file, message: messageOf(error) } });
        }
        return get().current === current;
      },
      stopOpening: () => {
        overtake();
        set({ opening: null });
      },
      restore: async (electionId) => {
        if (builtInElection(electionId) !== null) {
          get().pickBuiltIn(electionId);
          return;
        }
        const before = get().current;
        const readingBefore = reading;
        const shelved = await shelf.take(electionId).catch(() => null);
        if (get().current !== before || reading !== readingBefore) return; // something was picked meanwhile
        if (shelved === null) {
          set({ problem: { kind: 'gone' } });
          return;
        }
        const opened = await read(shelved.file, () => Promise.resolve(shelved.bytes));
        if (opened !== null) set({ current: opened.current });
      },
      goBackTo: (current) => {
        overtake();
        set({ current, opening: null, problem: null });
      },
      dismissProblem: () => set({ problem: null }),
    };
  });
}

export type ElectionsStore = ReturnType<typeof createElectionsStore>;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
