import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { CandidateId } from '../../election/candidate';
import { placeIn, samePlace, withCandidateAt, type BallotLists, type ListName, type ListPlace } from './ballot-lists';
import { createDragArea } from './drag-area.svelte';
import { createDragManager, type DragManager } from './drag.svelte';
import type { Point } from './drop-place';
import { followKeys } from './key-drag';
import { followPointer } from './pointer-drag';

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

const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });

/**
 * Dragging within and between the lists. While a drag is on, `lists` is a draft that shows where things would go; the
 * ranking itself changes once, on drop.
 */
export function createBallotDrag({ instructionsId, lists, onpick, onhover, ondrop, oncancel }: BallotDragInput) {
  let draft = $state.raw<BallotLists | null>(null);
  let dragged = $state.raw<CandidateId | null>(null);
  const panels: Record<ListName, HTMLElement | undefined> = { ranking: undefined, last: undefined, pool: undefined };
  let endFollowing: ((at: Point | null) => void) | null = null;

  /** A node that is put elsewhere loses focus, and one that keeps it is not scrolled to. */
  const focusHandle = async (candidate: CandidateId): Promise<void> => {
    await tick();
    const handle = document.querySelector<HTMLElement>(`[data-candidate="${candidate}"] > [data-control="handle"]`);
    handle?.focus({ preventScroll: true });
    handle?.scrollIntoView({ block: 'nearest' });
  };

  const goTo = (next: BallotLists): void => {
    if (draft === null || dragged === null) return;
    const [from, to] = [placeIn(draft, dragged), placeIn(next, dragged)];
    // The pool's order is the reader's choice of sorting, so a drag inside it has nothing to change.
    if (samePlace(from, to) || (from.list === 'pool' && to.list === 'pool')) return;
    draft = next;
    onhover(dragged, to);
  };

  /** Follows what drags the candidate until the drag ends. */
  const follow = (candidate: CandidateId, start: BallotLists, activator: Event | null): typeof endFollowing => {
    const now = (): BallotLists => draft ?? start;
    const onplace = (place: ListPlace): void => goTo(withCandidateAt(now(), candidate, place));
    if (activator instanceof PointerEvent) {
      const place = (): ListPlace => placeIn(now(), candidate);
      return followPointer({ panels, dragged: candidate, from: pointOf(activator), place, onplace });
    }
    const byKey = (place: ListPlace): void => {
      onplace(place);
      void focusHandle(candidate);
    };
    return followKeys({ panels, dragged: candidate, lists: now, onplace: byKey });
  };

  const createManager = (): DragManager => {
    const made = createDragManager();
    made.monitor.addEventListener('dragstart', ({ operation: { source, activatorEvent } }) => {
      dragged = Number(source?.id);
      draft = lists();
      onpick(dragged);
      endFollowing = follow(dragged, draft, activatorEvent);
    });
    made.monitor.addEventListener('dragend', ({ canceled, nativeEvent, operation }) => {
      endFollowing?.(nativeEvent instanceof PointerEvent && !canceled ? pointOf(nativeEvent) : null);
      endFollowing = null;
      const candidate = dragged;
      const dropped = draft;
      draft = null;
      dragged = null;
      if (candidate === null || dropped === null) return;
      if (canceled) oncancel(candidate);
      else ondrop(candidate, placeIn(dropped, candidate));
      if (operation.activatorEvent instanceof KeyboardEvent) void focusHandle(candidate);
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
    /** For a row, which has one `[data-control=handle]`. */
    row: (candidate: CandidateId): Attachment<HTMLElement> => area.row(candidate, () => dragged === candidate),
    /** For the panel around a list; that around those put last is inside that of the ranking. */
    panel: (list: ListName): Attachment<HTMLElement> => {
      const attach = area.rows();
      return (element) => {
        panels[list] = element;
        const detach = attach(element);
        return () => {
          panels[list] = undefined;
          detach?.();
        };
      };
    },
    dispose: () => {
      clearTimeout(later);
      area.dispose();
    },
  };
}

export type BallotDrag = ReturnType<typeof createBallotDrag>;
