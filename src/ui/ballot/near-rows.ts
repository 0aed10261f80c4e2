/** How far beyond the window a row is near it, in heights of the window: what a drag scrolls past in a frame, and more. */
const margin = 0.25;

/** Tells each of many rows whether it is in or near the window, whenever they are measured. */
export function createNearRows() {
  const rows = new Map<HTMLElement, (near: boolean) => void>();
  let frame = 0;

  const measure = (): void => {
    const [top, bottom] = [-margin * window.innerHeight, (1 + margin) * window.innerHeight];
    const told = [...rows].map(([row, tell]) => {
      const box = row.getBoundingClientRect();
      return { tell, near: box.height > 0 && box.bottom > top && box.top < bottom };
    });
    for (const { tell, near } of told) tell(near); // after the last was measured, since telling may change the page
  };
  const measureSoon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(measure);
  };
  const listener = { capture: true, passive: true };

  return {
    /** Returns a function that forgets the row. */
    add: (row: HTMLElement, tell: (near: boolean) => void): (() => void) => {
      rows.set(row, tell);
      return () => rows.delete(row);
    },
    measure,
    /** In the next frame, once for all who ask. */
    measureSoon,
    /** Measures with every scroll from now on. */
    follow: (): void => window.addEventListener('scroll', measureSoon, listener),
    dispose: (): void => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', measureSoon, listener);
    },
  };
}
