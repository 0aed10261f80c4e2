import { createStore } from 'zustand/vanilla';
import { checkDemonstration, type Demonstration, type DemonstrationProblem } from '../slate/demonstration';
import { defaultDemonstration } from '../slate/default-demonstration';
import { formatDemonstration, parseDemonstration } from '../slate/demonstration-file';
import type { Room } from '../slate/room';
import type { Election } from '../election/election';
import type { Result } from '../basics/result';
import type { Engine } from '../worker/client';
import type { NoticesStore } from './notices';
import { isSlateLink, parseSlateLink, slatesHash } from './slate-link';
import type { SafeStorage } from './storage';

/** The key the demonstration is kept under, as a file of it would hold it. */
export const slateRoomKey = 'ballotflow/slates';

export interface SlateRoomState {
  /** Null until the room is first entered. */
  readonly demonstration: Demonstration | null;
  /** The newest there is, though a newer may be on its way. */
  readonly shown: { readonly of: Demonstration; readonly room: Room } | null;
  /** Why the last came to nothing, in words. */
  readonly failed: string | null;
  /** What was set last, or a demonstration made from this election where nothing was. */
  readonly enter: (election: Election) => void;
  /** Begins anew from what is known of an election. */
  readonly begin: (election: Election) => void;
  /** Reads what is saved anew, once the room has been entered. */
  readonly reread: () => void;
  /** Takes a demonstration if all of it is right; what cannot be used changes nothing. */
  readonly set: (demonstration: Demonstration) => Result<Demonstration, readonly DemonstrationProblem[]>;
}

/** The demonstration of the slate room and what it comes to, kept on the device. */
export function createSlateRoomStore(storage: SafeStorage, engine: Pick<Engine, 'slateRoom'>) {
  return createStore<SlateRoomState>()((set, get) => {
    let stop: AbortController | null = null;
    let last = 0;
    let newest = 0;

    const look = async (demonstration: Demonstration): Promise<void> => {
      stop?.abort();
      const mine = new AbortController();
      stop = mine;
      const number = ++last;
      try {
        const outcome = await engine.slateRoom({ kind: 'slate-room', demonstration }, { signal: mine.signal });
        // One that was done before it could be cancelled is still newer than what is shown, as a slider is moved.
        if (number < newest) return;
        newest = number;
        if (outcome.ok) set({ shown: { of: demonstration, room: outcome.value }, failed: null });
        else set({ shown: null, failed: outcome.error.message });
      } catch (error) {
        if (stop === mine) set({ failed: error instanceof Error ? error.message : String(error) });
      }
    };
    const use = (demonstration: Demonstration): void => {
      set({ demonstration });
      storage.setItem(slateRoomKey, formatDemonstration(demonstration));
      void look(demonstration);
    };

    return {
      demonstration: null,
      shown: null,
      failed: null,
      enter: (election) => {
        if (get().demonstration === null) use(readSaved(storage) ?? defaultDemonstration(election));
      },
      reread: () => {
        const saved = get().demonstration === null ? null : readSaved(storage);
        if (saved !== null) use(saved);
      },
      begin: (election) => use(defaultDemonstration(election)),
      set: (demonstration) => {
        const checked = checkDemonstration(demonstration);
        if (checked.ok) use(demonstration);
        return checked;
      },
    };
  });
}

export type SlateRoomStore = ReturnType<typeof createSlateRoomStore>;

/** What was saved; null where there is nothing, or it is put by because it cannot be used. */
function readSaved(storage: SafeStorage): Demonstration | null {
  const text = storage.getItem(slateRoomKey);
  if (text === null) return null;
  const read = parseDemonstration(text);
  if (read.ok) return read.value;
  storage.setAside(slateRoomKey, text, 'invalid');
  return null;
}

/**
 * Opens the demonstration of a link in the address bar, if there is one, and leaves the plain address there, so that a reload
 * does not open it again. One that is wrong changes nothing else, and a notice says what is wrong. Returns whether there
 * was a link to a demonstration.
 */
export function followSlateLink(
  {
    location,
    history,
  }: { readonly location: Pick<Location, 'hash'>; readonly history: Pick<History, 'state' | 'replaceState'> },
  { room, notices }: { readonly room: SlateRoomStore; readonly notices: NoticesStore },
): boolean {
  const { hash } = location;
  if (!isSlateLink(hash)) return false;
  history.replaceState(history.state, '', slatesHash);
  const read = parseSlateLink(hash);
  const [problem] = read.ok ? [] : read.error;
  notices.getState().noteLink(problem === undefined ? null : `The demonstration in it ${problemText(problem)}.`);
  if (read.ok) room.getState().set(read.value);
  return true;
}

const problemText = ({ path, message }: DemonstrationProblem): string =>
  path === '' ? message : `has ${path} that ${message}`;
