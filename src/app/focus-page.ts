/** Where what had the focus is taken away with no other in its place, the page gets it, where it is. */
export const focusPage = (): void => document.querySelector('main')?.focus({ preventScroll: true });
