import type { CandidateId } from '../../election/candidate';
import { samePlace, type ListPlace } from './ballot-lists';
import { otherRows, placeAt, rowsOf, type Panels, type Point } from './drop-place';
import { canScroll, clearWindow, createEdgeScroll, furtherOf, scrollersOf } from './edge-scroll';
import { glide } from './glide';

/** What is dragged, and what its board hears of it. */
interface PointerDragInput {
  readonly panels: Panels;
  readonly dragged: CandidateId;
  /** Where it was picked up. */
  readonly from: Point;
  /** Where it would go so far. */
  readonly place: () => ListPlace;
  /** It would go elsewhere. */
  readonly onplace: (place: ListPlace) => void;
}

/** Over more rows than this the gap jumps. */
const mostGliding = 6;

/**
 * Follows the pointer with a candidate: at the edges scrolls the list, and finds the place they would go to, both in one frame,
 * so that the gap is always where the pointer is and always seen. Returns what ends it, with a last look where it is let go.
 */
export function followPointer({ panels, dragged, from, place, onplace }: PointerDragInput): (at: Point | null) => void {
  let point = from;
  let moved = false; // only to press and let go changes nothing
  let frame = 0;
  const scroll = createEdgeScroll();
  const goTo = ({ x, y }: Point): void => {
    point = { x, y };
    moved ||= Math.hypot(x - from.x, y - from.y) > 3;
  };

  /** The pane over the page (see the manager) would have the wheel scroll the page only. */
  const wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return;
    const scrollers = scrollersOf(rowsOf(panels, place().list));
    scrollers.find((one) => canScroll(one, event.deltaY))?.scrollBy({ top: event.deltaY, behavior: 'instant' });
    event.preventDefault();
    moved = true;
  };

  const look = (now: number | null): void => {
    const before = place();
    const clear = clearWindow();
    const scrollers = scrollersOf(rowsOf(panels, before.list));
    const scrolled = now !== null && scroll(scrollers, clear, point.y, now);
    const height = document.querySelector<HTMLElement>('[data-dnd-placeholder]')?.offsetHeight ?? 0;
    const further = furtherOf(scrollers);
    const after = placeAt({ panels, dragged, point, before, clear, further, height });
    if (samePlace(before, after)) return;
    const [first, end] = [Math.min(before.index, after.index), Math.max(before.index, after.index)];
    if (before.list === after.list && !scrolled && end - first <= mostGliding) {
      const passed = otherRows(panels, after.list, dragged).slice(first, end);
      glide(passed, before.index < after.index ? height : -height);
    }
    onplace(after);
  };
  const step = (now: number): void => {
    if (moved) look(now);
    frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('pointermove', goTo, { capture: true, signal });
  window.addEventListener('wheel', wheel, { passive: false, signal });

  return (at) => {
    cancelAnimationFrame(frame);
    listening.abort();
    if (at === null) return;
    goTo(at);
    if (moved) look(null);
  };
}
