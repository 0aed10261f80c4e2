/** How near its edge a list begins to scroll, in px, and the part of its height that this never exceeds. */
const zone = 96;
const zoneOfHeight = 0.25;
/** At the edge and beyond it, in px a second: some thirty rows. */
const fastest = 1800;
/** So long it takes to come to full speed, in ms: to pass over an edge on the way elsewhere does not throw the list. */
const runUp = 300;

/** From top to bottom of the window, in px. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** How fast to scroll with the pointer at `y`, in px a second: negative is up, 0 away from both edges. */
export function speedAt(y: number, { top, bottom }: Span): number {
  const reach = Math.min(zone, zoneOfHeight * (bottom - top));
  if (reach <= 0) return 0;
  const up = Math.min(1, Math.max(0, (top + reach - y) / reach));
  const down = Math.min(1, Math.max(0, (y - bottom + reach) / reach));
  return fastest * (down ** 2 - up ** 2);
}

/** The part of the window that nothing sticks over. What sticks says so: `data-sticks` is `start` or `end`. */
export function clearWindow(): Span {
  const start = document.querySelector('[data-sticks="start"]')?.getBoundingClientRect().bottom ?? 0;
  const end = document.querySelector('[data-sticks="end"]')?.getBoundingClientRect().top ?? window.innerHeight;
  // Enlarged by pinching, the window shows less than it holds.
  const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight };
  return { top: Math.max(offsetTop, start), bottom: Math.min(offsetTop + height, end) };
}

/** What of an element is in a span. */
export function seenOf(element: Element, within: Span): Span {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: Math.max(top, within.top), bottom: Math.min(bottom, within.bottom) };
}

/** Whether an element can be scrolled on, up (`by` is negative) or down. */
export const canScroll = ({ scrollTop, scrollHeight, clientHeight }: Element, by: number): boolean =>
  by < 0 ? scrollTop >= 1 : scrollTop + clientHeight <= scrollHeight - 1;

/** Whatever scrolls around an element, from the innermost to the page. */
export function scrollersOf(element: Element): readonly Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at !== null && at !== document.documentElement; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) all.push(at);
  }
  return [...all, document.scrollingElement ?? document.documentElement];
}

/** Whether something can still be scrolled on. */
export interface Further {
  readonly up: boolean;
  readonly down: boolean;
}
export const furtherOf = (scrollers: readonly Element[]): Further => ({
  up: scrollers.some((one) => canScroll(one, -1)),
  down: scrollers.some((one) => canScroll(one, 1)),
});

/** Scrolls what a pointer held at an edge should scroll, frame after frame. */
export function createEdgeScroll() {
  let highest = Infinity;
  let lowest = -Infinity;
  let since: number | null = null;
  let before = 0;
  let owed = 0; // less than a pixel, which does not move anything by itself

  /** Of these, from the innermost, the first that should and can go on. Picked up near an edge, nothing does at once. */
  const findMoving = (scrollers: readonly Element[], clear: Span, y: number) =>
    scrollers
      .map((one, at) => ({ one, speed: speedAt(y, at === scrollers.length - 1 ? clear : seenOf(one, clear)) }))
      .find(({ one, speed }) => speed !== 0 && (speed < 0 ? lowest - y : y - highest) > 4 && canScroll(one, speed));

  /** Moves one of these a frame's worth, with the pointer at `y` at the time `now`, in ms; says whether it did. */
  return (scrollers: readonly Element[], clear: Span, y: number, now: number): boolean => {
    highest = Math.min(highest, y);
    lowest = Math.max(lowest, y);
    const frame = Math.min(50, now - before); // it does not leap after one that took long
    before = now;
    const moving = findMoving(scrollers, clear, y);
    if (moving === undefined) {
      since = null;
      return false;
    }
    since ??= now - frame;
    owed += (moving.speed * Math.min(1, (now - since) / runUp) * frame) / 1000;
    moving.one.scrollTop += Math.trunc(owed);
    owed -= Math.trunc(owed);
    return true;
  };
}
