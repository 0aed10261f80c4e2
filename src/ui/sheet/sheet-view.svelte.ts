import { afterPaint } from '../controls/after-paint';
import type { Grid } from './sheet-grid';
import { inView, lengthOf, widened, type Span } from './window';

/**
 * How many cells are drawn at once, and up to how many are drawn at all. Between the two, the rows and columns in view come
 * first and the others a few at a time after them; above, only cells in view are ever on the page.
 */
const [atOnce, mostCells] = [300, 2500];
/** Rem: a row where only some are drawn, what one takes elsewhere, a name and a note, and the room a number leaves beside it. */
const [rowSize, usualRow, beside] = [3.5, 3.25, 1.5];
/** Rem: the least of the heads and the names, which stay in sight. */
const [headRow, nameColumn] = [5.5, 8.5];
/** Rem: the least that the head of a column needs, and a digit of any usual font at the size of the sheet. */
const [leastColumn, digitSize] = [7.5, 0.56];

/** What of a sheet is drawn: all of it, or, of a large one, the rows and columns in view. Sizes in rem. */
export class SheetView {
  readonly #sheet: () => { readonly grid: Grid; readonly digits: number };
  #frame: HTMLElement | null = null;
  #rem = 16;
  #place = $state.raw({ top: 0, left: 0, height: 600, width: 1000 });
  #reached = $state.raw<{ readonly grid: Grid; readonly rows: Span; readonly columns: Span } | null>(null);

  /** `digits` is how long the longest number is. To be made where effects can be. */
  constructor(sheet: () => { readonly grid: Grid; readonly digits: number }) {
    this.#sheet = sheet;
    $effect(() => {
      const { grid } = this.#sheet();
      const { rows, columns } = this;
      if (this.large || (lengthOf(rows) === grid.rows.length && lengthOf(columns) === grid.columns.length)) return;
      return afterPaint(() => (this.#reached = { grid, ...wider(grid, rows, columns) }));
    });
    // The other way round it is another table: a place in the one means nothing in the other.
    const turned = $derived(this.#sheet().grid.corner);
    $effect(() => {
      if (turned !== '') this.#frame?.scrollTo(0, 0);
    });
  }

  readonly rowSize = rowSize;
  readonly columnSize = $derived.by(() => Math.max(leastColumn, beside + digitSize * this.#sheet().digits));
  readonly #cells = $derived.by(() => this.#sheet().grid.rows.length * this.#sheet().grid.columns.length);
  readonly large = $derived.by(() => this.#cells > mostCells);

  readonly rows = $derived.by((): Span => {
    const { grid } = this.#sheet();
    const count = grid.rows.length;
    const { top, height } = this.#place;
    if (this.large) return inView(count, rowSize * this.#rem, top, height, 4);
    if (this.#cells <= atOnce) return { from: 0, to: count };
    if (this.#reached?.grid === grid) return this.#reached.rows;
    // From the first one on: how high those above are is known once they are there.
    return { from: 0, to: inView(count, usualRow * this.#rem, top, height - headRow * this.#rem, 0).to };
  });
  readonly columns = $derived.by((): Span => {
    const { grid } = this.#sheet();
    const count = grid.columns.length;
    const { left, width } = this.#place;
    if (this.large) return inView(count, this.columnSize * this.#rem, left, width, 2);
    if (this.#cells <= atOnce) return { from: 0, to: count };
    if (this.#reached?.grid === grid) return this.#reached.columns;
    return inView(count, this.columnSize * this.#rem, left, width - nameColumn * this.#rem, 0);
  });

  /** An attachment: the frame that scrolls. */
  readonly frame = (frame: HTMLElement): (() => void) => {
    this.#frame = frame;
    const observer = new ResizeObserver(this.look);
    observer.observe(frame);
    return () => observer.disconnect();
  };

  /**
   * Brings the head of a column or a row into view, whole and clear of what stays in sight: a browser leaves what has the
   * focus as soon as a part of it shows. What is drawn next has it, wherever the sheet was scrolled to since.
   */
  readonly show = (head: Element): void => {
    const corner = this.#frame?.querySelector('thead th');
    if (this.#frame === null || corner == null || head === corner) return;
    const [box, frame, fixed] = [head, this.#frame, corner].map((element) => element.getBoundingClientRect());
    if (box === undefined || frame === undefined || fixed === undefined) return;
    if (head.matches('thead *')) this.#frame.scrollLeft += outBy(box.left, box.right, fixed.right, frame.right);
    else this.#frame.scrollTop += outBy(box.top, box.bottom, fixed.bottom, frame.bottom);
    this.look();
  };

  readonly look = (): void => {
    if (this.#frame === null || this.#cells <= atOnce) return;
    const { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth: width } = this.#frame;
    this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#place = { top, left, height, width };
  };
}

/** How far what lies from `start` to `end` is beyond the last place in view, or, less than 0, before the first. */
function outBy(start: number, end: number, first: number, last: number): number {
  if (end > last) return end - last;
  return Math.min(0, start - first);
}

/** All rows first, then a few columns more on either side. */
function wider(grid: Grid, rows: Span, columns: Span): { readonly rows: Span; readonly columns: Span } {
  const all = { from: 0, to: grid.rows.length };
  if (lengthOf(rows) < all.to) return { rows: all, columns };
  return { rows, columns: widened(columns, Math.ceil(atOnce / 2 / all.to), grid.columns.length) };
}
