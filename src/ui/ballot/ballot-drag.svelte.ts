import { Accessibility, Feedback, KeyboardSensor, PointerActivationConstraints, PointerSensor } from '@dnd-kit/dom';
import { CollisionPriority } from '@dnd-kit/abstract';
import { move } from '@dnd-kit/helpers';
import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { CandidateId } from '../../election/candidate';
import { createDragArea } from './drag-area.svelte';
import { createDragManager, type DragManager } from './drag.svelte';

/** The lists a candidate can be dragged in and out of: on the ballot the ranking and those put last, off it the pool. */
export type ListName = 'ranking' | 'last' | 'pool';
export type BallotLists = Readonly<Record<ListName, readonly CandidateId[]>>;

/** Where a candidate is. */
export interface ListPlace {
  readonly list: ListName;
  /** From 0. */
  readonly index: number;
}

/** What a drag asks of its board. */
export interface BallotDragInput {
  /** Of the element that says how to drag by keyboard. */
  readonly instructionsId: string;
  /** The lists as they are when nothing is dragged. */
  readonly lists: () => BallotLists;
  readonly onpick: (candidate: CandidateId) => void;
  /** The drag has moved on: it would be dropped there. */
  readonly onhover: (candidate: CandidateId, place: ListPlace) => void;
  /** Dropped there. */
  readonly ondrop: (candidate: CandidateId, place: ListPlace) => void;
  /** Given up by Escape or by the browser; all is as before. */
  readonly oncancel: (candidate: CandidateId) => void;
}

/** The list a candidate is in, and where. */
export function placeIn(lists: BallotLists, candidate: CandidateId): ListPlace {
  const list = (['ranking', 'last'] as const).find((name) => lists[name].includes(candidate)) ?? 'pool';
  return { list, index: lists[list].indexOf(candidate) };
}

/** The number on the ballot that goes with a place; null in the pool. */
export const numberAt = ({ ranking }: BallotLists, { list, index }: ListPlace): number | null =>
  list === 'pool' ? null : index + 1 + (list === 'last' ? ranking.length : 0);

/**
 * Dragging within and between the lists. While a drag is on, `lists` is a draft that shows where things would go; the
 * ranking itself changes once, on drop.
 */
export function createBallotDrag({ instructionsId, lists, onpick, onhover, ondrop, oncancel }: BallotDragInput) {
  let draft = $state.raw<BallotLists | null>(null);
  let dragged = $state.raw<CandidateId | null>(null);

  const focusHandle = (id: string | number): void => {
    const handle = area.manager?.registry.draggables.get(id)?.handle;
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
      const next = move({ ranking: [...draft.ranking], last: [...draft.last], pool: [...draft.pool] }, event);
      const [from, to] = [placeIn(draft, dragged), placeIn(next, dragged)];
      if (from.list === to.list && from.index === to.index) return;
      draft = next;
      onhover(dragged, to);
      // A node that Svelte puts elsewhere loses focus: give keyboard users theirs back.
      if (activatorEvent instanceof KeyboardEvent) void tick().then(() => focusHandle(source.id));
    });
    made.monitor.addEventListener('dragend', ({ canceled }) => {
      const candidate = dragged;
      const dropped = draft;
      draft = null;
      dragged = null;
      if (candidate === null || dropped === null) return;
      if (canceled) oncancel(candidate);
      else ondrop(candidate, placeIn(dropped, candidate));
    });
    return made;
  };

  const area = createDragArea('[data-control="handle"]', createManager);
  // The names can be read and tapped at once; dragging is made ready in a task of its own.
  const later = setTimeout(area.prepare, 300);

  return {
    /** For `aria-describedby` of every handle. */
    instructionsId,
    get lists(): BallotLists {
      return draft ?? lists();
    },
    /** The lists as they are but for the drag. */
    get atRest(): BallotLists {
      return lists();
    },
    /** The candidate being dragged, or null. */
    get dragged(): CandidateId | null {
      return dragged;
    },
    /** For a row; `index` is read live. The row has one `[data-control=handle]`. */
    row: (candidate: CandidateId, list: ListName, index: () => number): Attachment<HTMLElement> =>
      area.row(() => ({ id: candidate, index: index(), group: list }), {
        held: () => dragged === candidate,
        type: 'candidate',
        accept: 'candidate',
      }),
    /** For the panel around a list, so that an empty one can be dropped on; those put last are inside that of the ranking. */
    panel: (list: ListName): Attachment<HTMLElement> =>
      area.panel({
        id: list,
        accept: 'candidate',
        collisionPriority: list === 'last' ? CollisionPriority.Low : CollisionPriority.Lowest,
      }),
    dispose: () => {
      clearTimeout(later);
      area.dispose();
    },
  };
}

export type BallotDrag = ReturnType<typeof createBallotDrag>;
