/**
 * Keeps an element as tall as its only child has ever been at this width, so that what comes below it stays where it is
 * while the child says more and less.
 */
export function steady(outer: HTMLElement): () => void {
  const inner = outer.firstElementChild;
  if (inner === null) throw new Error('there is nothing in it to keep steady');
  let width = 0;
  let tallest = 0;
  const observer = new ResizeObserver(() => {
    const size = inner.getBoundingClientRect();
    if (size.width !== width) [width, tallest] = [size.width, 0];
    if (size.height <= tallest) return;
    tallest = size.height;
    outer.style.minBlockSize = `${tallest}px`;
  });
  observer.observe(inner);
  return () => observer.disconnect();
}
