import {
  DragDropManager,
  Draggable,
  Feedback,
  KeyboardSensor,
  PointerActivationConstraints,
  PointerSensor,
  StyleInjector,
} from '@dnd-kit/dom';
import { effect } from '@dnd-kit/state';
import { tick, untrack } from 'svelte';

/** dnd-kit's framework-free core with Svelte in charge of the DOM; knows nothing of ballots. */
export interface DragManager extends DragDropManager {
  readonly dispose: () => void;
}

const sensors = [
  PointerSensor.configure({
    // The handle does nothing else, so a mouse or pen drags at once; the short hold keeps a stray swipe from moving a row.
    activationConstraints: (event) =>
      event.pointerType === 'touch'
        ? [new PointerActivationConstraints.Delay({ value: 130, tolerance: 10 })]
        : undefined,
  }),
  KeyboardSensor,
];

const feedback = Feedback.configure({
  dropAnimation: { duration: 120 }, // until it ends the next drag cannot start
  // By keyboard the row itself goes from place to place: nothing has to be carried over the page.
  feedback: (_, { dragOperation }) => (dragOperation.activatorEvent instanceof KeyboardEvent ? 'none' : 'default'),
});

/**
 * While `data-dragging` is on the root a pane lies over the page: whatever the pointer passes, nothing of it lights up, is
 * selected or changes the cursor. To say so of every element, as dnd-kit's own rules do, makes every style anew.
 */
const draggingRules = `
  [data-dragging]::after { content: ''; position: fixed; inset: 0; z-index: 2147483647; cursor: grabbing; }
`;

/**
 * Senses a drag and carries the row; where it goes is for others to find, to say and to scroll to, so dnd-kit's plugins for
 * that are left out. `dispose` it when the component goes.
 */
export function createDragManager(): DragManager {
  const manager = new DragDropManager({ sensors, plugins: [] });
  manager.renderer = {
    // dnd-kit waits for the framework to have flushed the DOM before it measures.
    get rendering() {
      return tick();
    },
  };
  const sheets = constructedSheets(manager);
  manager.plugins = [feedback];
  // There all the time: to put them in and take them out with each drag would have the whole page laid out again.
  const mine = [...sheets, sheetOf(draggingRules)];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...mine];
  const { documentElement } = document;
  const stop = effect(() => {
    documentElement.toggleAttribute('data-dragging', manager.dragOperation.status.initialized);
  });
  // A press while the row still settles meets the pane, and would select from there on.
  const listening = new AbortController();
  const refuse = (event: Event): void => {
    if (documentElement.hasAttribute('data-dragging')) event.preventDefault();
  };
  document.addEventListener('selectstart', refuse, { signal: listening.signal });
  return Object.assign(manager, {
    dispose: () => {
      stop();
      listening.abort();
      documentElement.removeAttribute('data-dragging');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !mine.includes(sheet));
      manager.destroy();
    },
  });
}

/** dnd-kit adds <style> elements, which the content security policy blocks; constructed sheets are exempt. */
function constructedSheets(manager: DragDropManager): readonly CSSStyleSheet[] {
  const sheets: CSSStyleSheet[] = [];
  for (const plugin of manager.plugins) {
    if (!(plugin instanceof StyleInjector)) continue;
    plugin.register = (css) => {
      const sheet = sheetOf(css);
      sheets.push(sheet);
      return () => sheets.splice(sheets.indexOf(sheet), 1);
    };
  }
  return sheets;
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Makes an element one that can be dragged by the handle inside it; call it in an effect. Returns what takes that back. */
export function draggable(manager: DragManager, element: HTMLElement, id: number, handle: string): () => void {
  const grip = element.querySelector(handle);
  const item = untrack(
    () => new Draggable({ id, element, ...(grip === null ? {} : { handle: grip }), register: false }, manager),
  );
  const unregister = item.register();
  return () => {
    unregister?.();
    item.destroy();
  };
}
