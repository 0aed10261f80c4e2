import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import {
  droppable,
  sortable,
  type DragManager,
  type DroppableOptions,
  type Place,
  type SortableOptions,
} from './drag.svelte';
import { createNearRows } from './near-rows';

/** What comes before a drag: over a handle with a mouse, on it with a finger, to it and on it by keyboard. */
const presses = ['pointerover', 'pointerdown', 'focusin', 'keydown'];

interface RowOptions extends SortableOptions {
  /** Finds the handle in the row. */
  readonly handle: string;
  /** Whether it is the one being dragged, which stays an item wherever it goes; read live. */
  readonly held: () => boolean;
}

/**
 * Rows and panels between which to drag. Long lists would be slow if every row were an item of dnd-kit all the time: items
 * are made when a handle is first pointed at or focused, before the sensors hear of it, and only of the rows near the window.
 * The manager is made then too, or by `prepare` when there is time.
 */
export function createDragArea(handle: string, create: () => DragManager) {
  let made: DragManager | null = null;
  let manager = $state.raw<DragManager | null>(null);
  const nearRows = createNearRows();
  const prepare = (): DragManager => (made ??= create());
  const arm = ({ target }: Event): void => {
    if (!(target instanceof Element) || target.closest(handle) === null) return;
    if (manager === null) {
      manager = prepare();
      nearRows.follow();
    }
    nearRows.measure(); // a search or another order may have put other rows there since
    flushSync(); // the sensors listen by the time this very event comes to the handle
  };

  return {
    /** Makes what the first drag needs ahead of it. */
    prepare: (): void => void prepare(),
    get manager(): DragManager | null {
      return manager;
    },
    /** For a row; `place` is read live. */
    row:
      (place: () => Place, { held, ...options }: Omit<RowOptions, 'handle'>): Attachment<HTMLElement> =>
      (element) => {
        let near = $state.raw(false);
        const wanted = $derived(manager !== null && (near || held()));
        const forget = nearRows.add(element, (now) => (near = now));
        $effect(() => {
          if (wanted && manager !== null) return sortable(manager, element, place, { ...options, handle });
        });
        $effect(() => {
          if (manager !== null) nearRows.measureSoon();
        });
        return forget;
      },
    /** For the panel around a list, which can be dropped on where the list is empty. */
    panel:
      (options: DroppableOptions): Attachment<HTMLElement> =>
      (element) => {
        for (const event of presses) element.addEventListener(event, arm, { capture: true });
        $effect(() => {
          if (manager !== null) return droppable(manager, element, options);
        });
        return () => {
          for (const event of presses) element.removeEventListener(event, arm, { capture: true });
        };
      },
    dispose: (): void => {
      nearRows.dispose();
      made?.dispose();
    },
  };
}
