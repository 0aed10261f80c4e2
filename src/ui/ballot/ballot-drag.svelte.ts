import { Accessibility, Feedback, KeyboardSensor, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom';
import { CollisionPriority } from '@dnd-kit/abstract';
import { move } from '@dnd-kit/helpers';
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { CandidateId } from '../../election/candidate';
import { createDragManager, droppable, sortable, type DragManager } from './drag.svelte';

/** The two lists a candidate can be in. */
export type ListName = 'ranking' | 'pool';
export type BallotLists = Readonly<Record<ListName, readonly CandidateId[]>>;

/** What a drag asks of its board. */
export interface BallotDragInput {
  /** Of the element that says how to drag by keyboard. */
  readonly instructionsId: string;
  /** The lists as they are when nothing is dragged. */
  readonly lists: () => BallotLists;
  readonly onpick: (candidate: CandidateId) => void;
  /** The drag has moved on; `position` is the number it would get, null in the pool. */
  readonly onhover: (candidate: CandidateId, position: number | null) => void;
  /** Dropped there. */
  readonly ondrop: (candidate: CandidateId, position: number | null) => void;
  /** Given up by Escape or by the browser; all is as before. */
  readonly oncancel: (candidate: CandidateId) => void;
}

/**
 * Dragging within and between the two lists. While a drag is on, `lists` is a draft that shows where things would go; the
 * ranking itself changes once, on drop.
 */
export function createBallotDrag({ instructionsId, lists, onpick, onhover, ondrop, oncancel }: BallotDragInput) {
  let draft = $state.raw<BallotLists | null>(null);
  let dragged = $state.raw<CandidateId | null>(null);

  const positionOf = (candidate: CandidateId): number | null => {
    const index = (draft ?? lists()).ranking.indexOf(candidate);
    return index < 0 ? null : index + 1;
  };

  let manager = $state.raw<DragManager | null>(null);
  const focusHandle = (id: string | number): void => {
    const handle = manager?.registry.draggables.get(id)?.handle;
    if (handle instanceof HTMLElement && handle.isConnected) handle.focus({ preventScroll: true });
  };

  const createManager = (): DragManager => {
    const made = createDragManager({
      sensors: [
        PointerSensor.configure({
          // The handle does nothing else, so a mouse or pen drags at once; the short hold keeps a stray swipe from moving a row.
          activationConstraints: (event) =>
            event.pointerType === 'touch'
              ? [new PointerActivationConstraints.Delay({ value: 130, tolerance: 10 })]
              : undefined,
        }),
        KeyboardSensor,
      ],
      // It would announce from listeners that run before ours, and from a region of its own; the board speaks for itself.
      plugins: (defaults) => [
        ...defaults.filter((plugin) => plugin !== Accessibility && plugin !== Feedback),
        Feedback.configure({ dropAnimation: { duration: 120 } }), // until it ends the next drag cannot start
      ],
    });

    made.monitor.addEventListener('dragstart', ({ operation }) => {
      dragged = Number(operation.source?.id);
      draft = lists();
      onpick(dragged);
    });
    made.monitor.addEventListener('dragover', (event) => {
      const { source, target, activatorEvent } = event.operation;
      if (draft === null || dragged === null || source === null || target === null) return;
      // The pool's order is the reader's choice of sorting, so a drag inside it has nothing to change.
      const overPool = target.id === 'pool' || draft.pool.includes(Number(target.id));
      if (overPool && draft.pool.includes(dragged)) return;
      const next = move({ ranking: [...draft.ranking], pool: [...draft.pool] }, event);
      if (next.ranking.join() === draft.ranking.join() && next.pool.join() === draft.pool.join()) return;
      draft = next;
      onhover(dragged, positionOf(dragged));
      // A node that Svelte puts elsewhere loses focus: give keyboard users theirs back.
      if (activatorEvent instanceof KeyboardEvent) void tick().then(() => focusHandle(source.id));
    });
    made.monitor.addEventListener('dragend', ({ canceled }) => {
      const candidate = dragged;
      const position = candidate === null ? null : positionOf(candidate);
      draft = null;
      dragged = null;
      if (candidate === null) return;
      if (canceled) oncancel(candidate);
      else ondrop(candidate, position);
    });
    return made;
  };

  const whenReady =
    (attach: (ready: DragManager) => Attachment<HTMLElement>): Attachment<HTMLElement> =>
    (element) =>
      manager === null ? undefined : attach(manager)(element);

  // The names can be read and tapped at once; dragging is made ready in a task of its own.
  const later = setTimeout(() => (manager = createManager()));

  return {
    /** For `aria-describedby` of every handle. */
    instructionsId,
    get lists(): BallotLists {
      return draft ?? lists();
    },
    /** The candidate being dragged, or null. */
    get dragged(): CandidateId | null {
      return dragged;
    },
    /** For a row; `index` is read live. The row has one `[data-control=handle]`. */
    row: (candidate: CandidateId, list: ListName, index: () => number): Attachment<HTMLElement> =>
      whenReady((ready) =>
        sortable(ready, () => ({ id: candidate, index: index(), group: list }), {
          handle: '[data-control="handle"]',
          type: 'candidate',
          accept: 'candidate',
        }),
      ),
    /** For the panel around a list, so that an empty one can be dropped on. */
    panel: (list: ListName): Attachment<HTMLElement> =>
      whenReady((ready) =>
        droppable(ready, { id: list, accept: 'candidate', collisionPriority: CollisionPriority.Low }),
      ),
    dispose: () => {
      clearTimeout(later);
      manager?.dispose();
    },
  };
}

export type BallotDrag = ReturnType<typeof createBallotDrag>;
