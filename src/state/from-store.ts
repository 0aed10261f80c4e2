import { createSubscriber } from 'svelte/reactivity';
import type { StoreApi } from 'zustand/vanilla';

/**
 * A slice of a zustand store that Svelte can follow. Read `.current` in markup, `$derived` or an effect (taking it apart
 * loses the tracking); only readers of a slice that changed run again. A selector that builds a new object or array needs
 * `equal`. Outside effects `.current` is simply fresh.
 */
export function fromStore<S, T>(
  store: Pick<StoreApi<S>, 'getState' | 'subscribe'>,
  selector: (state: S) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): { readonly current: T } {
  let value = selector(store.getState());
  const refresh = (): boolean => {
    const next = selector(store.getState());
    if (equal(value, next)) return false;
    value = next;
    return true;
  };
  const track = createSubscriber((update) =>
    store.subscribe(() => {
      if (refresh()) update();
    }),
  );
  return {
    get current() {
      track();
      refresh(); // the selector may read runes (props) of its own, and the store may have moved while nobody listened
      return value;
    },
  };
}
