import { untrack } from 'svelte';
import { afterPaint } from './after-paint';

/**
 * Follows a value one paint behind it: what is drawn from `now` is drawn once all else that changed with the value is on the
 * screen. What belongs together goes in as one value, so that nothing is drawn from the new half of it and the old.
 */
export class BehindPaint<T> {
  #now = $state.raw() as T;
  #coming: (() => void) | null = null;

  /** To be made where effects can be. */
  constructor(value: () => T) {
    const wanted = $derived.by(value); // the same object until something in it changes
    this.#now = untrack(() => wanted);
    $effect(() => {
      if (wanted === untrack(() => this.#now)) return;
      // Not put off again by what changes meanwhile: under a key that is held down it would never be drawn.
      this.#coming ??= afterPaint(() => {
        this.#coming = null;
        this.#now = untrack(() => wanted);
      });
    });
    $effect(() => () => this.#coming?.());
  }

  get now(): T {
    return this.#now;
  }
}
