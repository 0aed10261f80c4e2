import { afterPaint } from '../controls/after-paint';
import type { Grid } from './sheet-grid';
import { inView, widened, type Span } from './window';

/**
 * How many cells are drawn at once, and up to how many are drawn at all. Between the two, the columns in view come first
 * and the others a few at a time after them; above, only cells in view are ever on the page.
 */
const [atOnce, mostCells] = [300, 2500];
/** Rem: a row where only some are drawn, and the room a number leaves beside it in its cell. */
const [rowSize, beside] = [3.5, 1.5];
/** Rem: the least that the head of a column needs, and a digit of any usual font at the size of the sheet. */
const [leastColumn, digitSize] = [7.5, 0.56];

/** What of a sheet is drawn: all of it, or, of a large one, the rows and columns in view. Sizes in rem. */
export class SheetView {
  readonly #sheet: () => { readonly grid: Grid; readonly digits: number };
  #frame: HTMLElement | null = null;
  #rem = 16;
  #place = $state.raw({ top: 0, left: 0, height: 600, width: 1000 });
  #reached = $state.raw<{ readonly grid: Grid; readonly columns: Span } | null>(null);

  /** `digits` is how long the longest number is. To be made where effects can be. */
  constructor(sheet: () => { readonly grid: Grid; readonly digits: number }) {
    this.#sheet = sheet;
    $effect(() => {
      const { grid } = this.#sheet();
      const { from, to } = this.columns;
      if (this.large || (from === 0 && to === grid.columns.length)) return;
      const few = Math.ceil(atOnce / 2 / grid.rows.length);
      const columns = widened({ from, to }, few, grid.columns.length);
      return afterPaint(() => (this.#reached = { grid, columns }));
    });
  }

  readonly rowSize = rowSize;
  readonly columnSize = $derived.by(() => Math.max(leastColumn, beside + digitSize * this.#sheet().digits));
  readonly #cells = $derived.by(() => this.#sheet().grid.rows.length * this.#sheet().grid.columns.length);
  readonly large = $derived.by(() => this.#cells > mostCells);

  readonly rows = $derived.by((): Span => {
    const count = this.#sheet().grid.rows.length;
    if (!this.large) return { from: 0, to: count };
    return inView(count, rowSize * this.#rem, this.#place.top, this.#place.height, 4);
  });
  readonly columns = $derived.by((): Span => {
    const { grid } = this.#sheet();
    const count = grid.columns.length;
    if (this.#cells <= atOnce) return { from: 0, to: count };
    if (!this.large && this.#reached?.grid === grid) return this.#reached.columns;
    return inView(count, this.columnSize * this.#rem, this.#place.left, this.#place.width, 2);
  });

  /** An attachment: the frame that scrolls. */
  readonly frame = (frame: HTMLElement): (() => void) => {
    this.#frame = frame;
    const observer = new ResizeObserver(this.look);
    observer.observe(frame);
    return () => observer.disconnect();
  };

  /** Brings a head into view sideways beside the names, whole: a browser leaves what has the focus as soon as a part shows. */
  readonly show = (head: Element): void => {
    const names = head.parentElement?.firstElementChild;
    if (this.#frame === null || names == null || names === head) return;
    const { left, right } = head.getBoundingClientRect();
    const from = names.getBoundingClientRect().right;
    const to = this.#frame.getBoundingClientRect().right;
    if (right > to) this.#frame.scrollLeft += right - to;
    else if (left < from) this.#frame.scrollLeft -= from - left;
  };

  readonly look = (): void => {
    if (this.#frame === null || this.#cells <= atOnce) return;
    const { scrollTop: top, scrollLeft: left, clientHeight: height, clientWidth: width } = this.#frame;
    this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.#place = { top, left, height, width };
  };
}
