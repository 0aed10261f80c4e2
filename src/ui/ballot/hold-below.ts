import type { Attachment } from 'svelte/attachments';

/**
 * For what may take a line more or less by itself: while the focus is in a list under it, that list stays where it is in the
 * window, so that the name about to be tapped does not move away. Shown or hidden as a whole it is left to those who do that.
 */
export const holdBelow =
  (list: () => Element | null): Attachment<HTMLElement> =>
  (node) => {
    let height = node.offsetHeight;
    const observer = new ResizeObserver(() => {
      const before = height;
      height = node.offsetHeight;
      const held = list();
      if (before === 0 || height === 0 || before === height || !held?.contains(document.activeElement)) return;
      if (held.getBoundingClientRect().top < node.getBoundingClientRect().bottom) return; // beside it
      window.scrollBy({ top: height - before, behavior: 'instant' });
    });
    observer.observe(node);
    return () => observer.disconnect();
  };
