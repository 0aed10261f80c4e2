import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { draggable, type DragManager } from './drag.svelte';

/** What comes before a drag: over a handle with a mouse, on it with a finger, on it by keyboard. */
const presses = ['pointerover', 'pointerdown', 'keydown'];

/**
 * Rows to be dragged by their handles. Long lists would be slow if every row were an item of dnd-kit: a row becomes one when
 * its handle is pointed at or a key is pressed on it, before the sensors hear of it, and stays one while it is dragged. The
 * manager is made then too, or by `prepare` when there is time.
 */
export function createDragArea(handle: string, create: () => DragManager) {
  let made: DragManager | null = null;
  let pointed = $state.raw<Element | null>(null);
  const prepare = (): DragManager => (made ??= create());
  const arm = ({ target }: Event): void => {
    const grip = target instanceof Element ? target.closest(handle) : null;
    if (grip === null || made?.dragOperation.status.idle === false) return;
    prepare();
    pointed = grip;
    flushSync(); // the sensors listen by the time this very event comes to the handle
  };

  return {
    /** Makes what the first drag needs ahead of it. */
    prepare: (): void => void prepare(),
    /** For a row; `held` says whether it is the one being dragged, wherever it goes, and is read live. */
    row:
      (id: number, held: () => boolean): Attachment<HTMLElement> =>
      (element) => {
        const wanted = $derived(held() || (pointed !== null && element.contains(pointed)));
        $effect(() => {
          if (wanted && made !== null) return draggable(made, element, id, handle);
        });
      },
    /** For what is around the rows. */
    rows: (): Attachment<HTMLElement> => (element) => {
      for (const event of presses) element.addEventListener(event, arm, { capture: true });
      return () => {
        for (const event of presses) element.removeEventListener(event, arm, { capture: true });
      };
    },
    dispose: (): void => made?.dispose(),
  };
}
