/** Lets rows that have just come to another place be seen to get there from `by` px below (or above: negative). */
export function glide(rows: readonly HTMLElement[], by: number): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  for (const row of rows) {
    const keyframes = [{ translate: `0 ${by}px` }, { translate: '0 0' }];
    row.animate(keyframes, { duration: 160, easing: 'ease-out', composite: 'add' }); // one may still be on its way
  }
}
