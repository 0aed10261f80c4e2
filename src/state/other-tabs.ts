import type { SafeStorage } from './storage';

/**
 * Takes over what other tabs save under a name: the last writer wins, at once. A record written by a newer version of the
 * app is left to the newer tab, and this one stops saving under that name. Returns a function that stops it.
 */
export function followRecord({
  name,
  version,
  storage,
  window,
  reread,
}: {
  readonly name: string;
  /** The newest version of the record that this app can read. */
  readonly version: number;
  readonly storage: Pick<SafeStorage, 'yieldTo'>;
  readonly window: Window;
  /** Reads the record anew, without writing it back. */
  readonly reread: () => void;
}): () => void {
  const follow = ({ key, newValue }: StorageEvent): void => {
    if (key !== name || newValue === null) return;
    if (versionOf(newValue) > version)
      storage.yieldTo(name); // setting it aside from here would take it from the newer tab
    else reread();
  };
  window.addEventListener('storage', follow);
  return () => window.removeEventListener('storage', follow);
}

function versionOf(text: string): number {
  try {
    const stored = JSON.parse(text) as { version?: unknown } | null;
    return typeof stored?.version === 'number' ? stored.version : 0;
  } catch {
    return 0; // unreadable: reading it will set it aside
  }
}
