/** How many more in each frame after that: few enough for it to stay a short one. */
const slice = 20;

/**
 * How many rows of a long list to have: some at first, which should be more than a screenful, so that it is there at once,
 * then more from frame to frame until all are. Call it while a component is made.
 */
export function createSlices(total: () => number, atOnce = 30) {
  let made = $state.raw(atOnce);

  const more = (): void => {
    made += slice;
  };
  $effect(() => {
    const length = total();
    if (length < made - slice) made = Math.max(length, atOnce); // or a list that comes back would come all at once
    if (length <= made) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(more))); // past the paint
    const unpainted = setTimeout(more, 100); // a tab in the background has no frames
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(unpainted);
    };
  });

  return {
    get count(): number {
      return Math.min(made, total());
    },
    /** How many are still to come. */
    get left(): number {
      return Math.max(0, total() - made);
    },
    /** For a list that is made anew. */
    restart: (): void => {
      made = atOnce;
    },
  };
}
