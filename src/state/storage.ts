/**
 * Storage that never loses what it cannot use: a record that cannot be read is copied to a set-aside key before anything
 * may be written over it, and every failure is reported rather than swallowed.
 */

/** Why a record was put by. */
type SetAsideReason =
  /** Not JSON: damaged, or written by something else. */
  | 'unreadable'
  /** Written by a newer version of the app. */
  | 'newer'
  /** JSON, but not of the shape it should have. */
  | 'invalid'
  /** A ranking of candidates the election of that name no longer has. */
  | 'other-candidates'
  /** In use until another record was restored in its place. */
  | 'replaced';

/** A record that was put by, as it can be offered back. */
export interface SetAside {
  /** Where it is kept; give this to `forget` and `restore`. */
  readonly key: string;
  /** The record it was, or was a part of: "ballotflow/rankings". */
  readonly name: string;
  /** Which part of the record, such as an election's id; null when it is the whole record. */
  readonly part: string | null;
  readonly reason: SetAsideReason;
  /** Milliseconds since 1970, by the clock given to createSafeStorage. */
  readonly time: number;
  /** The record itself, letter by letter. */
  readonly text: string;
}

export type StorageProblem =
  | { readonly kind: 'set-aside'; readonly entry: SetAside }
  /** Nothing more is saved under this name, because what is there could neither be used nor be put by. */
  | { readonly kind: 'held'; readonly name: string; readonly message: string }
  /** Another tab runs a newer version of the app; this one stops saving until it is loaded again. */
  | { readonly kind: 'newer-elsewhere'; readonly name: string }
  | { readonly kind: 'not-saved'; readonly name: string; readonly message: string }
  /** Saving works again after 'not-saved'. */
  | { readonly kind: 'saved-again'; readonly name: string };

/** The part of the browser's Storage that is used. */
export type StorageBackend = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface SafeStorage {
  /** The record, or null when there is none that is at least JSON. */
  readonly getItem: (name: string) => string | null;
  readonly setItem: (name: string, text: string) => void;
  readonly removeItem: (name: string) => void;
  /**
   * Puts a record by before it may be overwritten; a whole record leaves its own key. The same text is kept once. If there is
   * no room, the name is held: what is there stays, and nothing is saved over it.
   */
  readonly setAside: (name: string, text: string, reason: SetAsideReason, part?: string) => void;
  /** Stops saving under this name: a newer app in another tab owns it now. */
  readonly yieldTo: (name: string) => void;
  /** All that was put by, oldest first. */
  readonly listSetAside: () => readonly SetAside[];
  readonly forgetSetAside: (key: string) => void;
  /**
   * Makes a whole record current again, putting by what it replaces; then have the store read anew. False if it is only a
   * part, is gone, or did not fit.
   */
  readonly restoreSetAside: (key: string) => boolean;
}

const prefix = 'ballotflow/set-aside/';

/** `backend` is a function because merely naming localStorage throws where storage is switched off. */
export function createSafeStorage({
  backend,
  now,
  onProblem,
}: {
  readonly backend: () => StorageBackend;
  readonly now: () => number;
  readonly onProblem: (problem: StorageProblem) => void;
}): SafeStorage {
  const held = new Set<string>();
  const failing = new Set<string>();

  const hold = (name: string, error: unknown): void => {
    held.add(name);
    onProblem({ kind: 'held', name, message: messageOf(error) });
  };

  const listSetAside = (): readonly SetAside[] => {
    try {
      const storage = backend();
      return Array.from({ length: storage.length }, (_, i) => storage.key(i))
        .flatMap((key) => (key?.startsWith(prefix) ? parseSetAside(key, storage.getItem(key)) : []))
        .sort((a, b) => a.time - b.time);
    } catch {
      return []; // no storage, nothing put by in it; reading and saving have said so
    }
  };

  const setAside: SafeStorage['setAside'] = (name, text, reason, part) => {
    try {
      const known = listSetAside().some((e) => e.name === name && e.part === (part ?? null) && e.text === text);
      if (!known) {
        const entry = { name, part: part ?? null, reason, time: now(), text };
        const key = freeKey(backend(), `${prefix}${new Date(entry.time).toISOString()}/${name}`);
        backend().setItem(key, JSON.stringify(entry));
        onProblem({ kind: 'set-aside', entry: { key, ...entry } });
      }
      if (part === undefined) backend().removeItem(name);
    } catch (error) {
      hold(name, error);
    }
  };

  const getItem = (name: string): string | null => {
    let text: string | null;
    try {
      text = backend().getItem(name);
    } catch (error) {
      hold(name, error); // unseen, so it must not be written over
      return null;
    }
    if (text === null || isJson(text)) return text;
    setAside(name, text, 'unreadable');
    return null;
  };

  const setItem = (name: string, text: string): void => {
    if (held.has(name)) return; // reported when it was held
    try {
      backend().setItem(name, text);
      if (failing.delete(name)) onProblem({ kind: 'saved-again', name });
    } catch (error) {
      if (failing.has(name)) return; // once is enough until it works again
      failing.add(name);
      onProblem({ kind: 'not-saved', name, message: messageOf(error) });
    }
  };

  const removeItem = (name: string): void => {
    if (!held.has(name)) backend().removeItem(name);
  };

  const forgetSetAside = (key: string): void => {
    if (key.startsWith(prefix)) backend().removeItem(key);
  };

  const restoreSetAside = (key: string): boolean => {
    const entry = listSetAside().find((e) => e.key === key);
    if (entry === undefined || entry.part !== null) return false;
    try {
      const current = backend().getItem(entry.name);
      if (current !== null) setAside(entry.name, current, 'replaced');
      if (held.has(entry.name)) return false;
      backend().setItem(entry.name, entry.text);
      backend().removeItem(key);
      return true;
    } catch (error) {
      onProblem({ kind: 'not-saved', name: entry.name, message: messageOf(error) });
      return false;
    }
  };

  const yieldTo = (name: string): void => {
    if (held.has(name)) return;
    held.add(name);
    onProblem({ kind: 'newer-elsewhere', name });
  };

  return { getItem, setItem, removeItem, setAside, yieldTo, listSetAside, forgetSetAside, restoreSetAside };
}

function freeKey(storage: StorageBackend, wanted: string): string {
  let key = wanted;
  for (let n = 2; storage.getItem(key) !== null; n++) key = `${wanted}/${n}`;
  return key;
}

/** The entry under a key, as a list of one; whatever else may be there is shown whole rather than left out. */
function parseSetAside(key: string, text: string | null): SetAside[] {
  if (text === null) return [];
  const whole: SetAside = { key, name: '', part: key, reason: 'unreadable', time: 0, text };
  if (!isJson(text)) return [whole];
  const entry = JSON.parse(text) as Partial<SetAside> | null;
  return typeof entry?.name === 'string' && typeof entry.text === 'string' ? [{ ...whole, ...entry, key }] : [whole];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
