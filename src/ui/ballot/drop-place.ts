import type { CandidateId } from '../../election/candidate';
import type { ListName, ListPlace } from './ballot-lists';
import { scrollersOf, seenOf, type Further, type Span } from './edge-scroll';

/** A point of the window, in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The panels around the lists; those put last are inside that of the ranking, and are not always there. */
export type Panels = Readonly<Record<ListName, HTMLElement | undefined>>;

/** What holds the rows of a list. */
export function rowsOf(panels: Panels, list: ListName): HTMLElement {
  const rows = panels[list]?.querySelector<HTMLElement>(`[data-list="${list}"]`);
  if (!rows) throw new Error(`nothing on the page is the list "${list}"`);
  return rows;
}

/** The rows shown in a list, from top to bottom, but for the one dragged and the gap that waits for it. */
export function otherRows(panels: Panels, list: ListName, dragged: CandidateId): HTMLElement[] {
  const rows = rowsOf(panels, list).querySelectorAll<HTMLElement>('[data-candidate]:not([hidden])');
  return [...rows].filter((row) => row.dataset['candidate'] !== String(dragged));
}

/** The list whose panel is under a point, the one inside another first; outside all of them the list it was over. */
function listAt(panels: Panels, { x, y }: Point, before: ListName): ListName {
  const holds = (list: ListName): boolean => {
    const box = panels[list]?.getBoundingClientRect();
    return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  };
  return (['last', 'ranking', 'pool'] as const).find(holds) ?? before;
}

/**
 * How many of these rows a point at `y` of the window is past: those whose middle is above it. Those below a gap of a list are
 * passed a little sooner, those above it a little later, so that over the middle of a row it takes the row's place, from
 * wherever it comes. A row that glides counts as arrived.
 */
export function rowsPast(rows: readonly HTMLElement[], y: number, gap?: { index: number; height: number }): number {
  const list = rows[0]?.closest<HTMLElement>('[data-list]');
  if (!list) return 0;
  const origin = list.getBoundingClientRect().top - list.offsetTop;
  const isPast = (at: number): boolean => {
    const { offsetTop = 0, offsetHeight = 0 } = rows[at] ?? {};
    const sooner = gap === undefined ? 0 : (Math.min(gap.height, offsetHeight) / 4) * (at < gap.index ? -1 : 1);
    return origin + offsetTop + offsetHeight / 2 - sooner < y;
  };
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isPast(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** What a place is found by. */
export interface DropInput {
  readonly panels: Panels;
  readonly dragged: CandidateId;
  readonly point: Point;
  /** Where they would have gone so far. */
  readonly before: ListPlace;
  readonly clear: Span;
  /** Whether the list it was over can be scrolled on. */
  readonly further: Further;
  /** Of the gap left for the candidate, in px. */
  readonly height: number;
}

/**
 * Where a candidate dragged to a point would go. The gap is always seen: beyond the end of a list that can be scrolled on, it
 * stays inside what is seen of it.
 */
export function placeAt({ panels, dragged, point: { x, y }, before, clear, further, height }: DropInput): ListPlace {
  const list = listAt(panels, { x, y: Math.min(clear.bottom, Math.max(clear.top, y)) }, before.list);
  const seen = scrollersOf(rowsOf(panels, list))
    .slice(0, -1)
    .reduce((span, one) => seenOf(one, span), clear);
  const least = 0.75 * height; // so far from an edge, at least half of the gap is seen, and a row seen whole can be passed
  const [top, bottom] = [further.up ? seen.top + least : -Infinity, further.down ? seen.bottom - least : Infinity];
  const gap = list === before.list ? { index: before.index, height } : undefined;
  return { list, index: rowsPast(otherRows(panels, list, dragged), Math.min(bottom, Math.max(top, y)), gap) };
}
