import { resolveCustomizable } from '@dnd-kit/abstract';
import { Cursor, DragDropManager, Droppable, PreventSelection, StyleInjector, defaultPreset } from '@dnd-kit/dom';
import { OptimisticSortingPlugin, Sortable, type SortableInput } from '@dnd-kit/dom/sortable';
import { batch, effect } from '@dnd-kit/state';
import { tick, untrack } from 'svelte';

/** dnd-kit's framework-free core with Svelte in charge of the DOM; knows nothing of ballots. */
export interface DragManager extends DragDropManager {
  readonly dispose: () => void;
}

type ManagerInput = NonNullable<ConstructorParameters<typeof DragDropManager>[0]>;

/** While `data-dragging` is on the root. dnd-kit's own rules for this are for `*`, which makes every element's style anew. */
const draggingRules = `
  [data-dragging] body { cursor: grabbing; user-select: none; -webkit-user-select: none; }
  [data-dragging] body :is(button, input, select, summary) { cursor: inherit !important; }
`;

/** As dnd-kit's own manager; `dispose` it when the component goes. */
export function createDragManager({ plugins, ...input }: ManagerInput): DragManager {
  const manager = new DragDropManager({ ...input, plugins: [] });
  manager.renderer = {
    // dnd-kit waits for the framework to have flushed the DOM before it measures.
    get rendering() {
      return tick();
    },
  };
  const sheets = constructedSheets(manager);
  manager.plugins = resolveCustomizable(plugins, defaultPreset.plugins).filter(
    (plugin) => plugin !== Cursor && plugin !== PreventSelection,
  );
  // There all the time: to put them in and take them out with each drag would have the whole page laid out again.
  const mine = [...sheets, sheetOf(draggingRules)];
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...mine];
  const stop = effect(() => {
    document.documentElement.toggleAttribute('data-dragging', manager.dragOperation.status.initialized);
  });
  return Object.assign(manager, {
    dispose: () => {
      stop();
      document.documentElement.removeAttribute('data-dragging');
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

/** Where an item is now; read again whenever it changes. */
export interface Place {
  readonly id: number;
  readonly index: number;
  readonly group: string;
}
export type SortableOptions = Omit<
  SortableInput<Record<string, unknown>>,
  'id' | 'index' | 'group' | 'element' | 'handle'
>;
export type DroppableOptions = Omit<ConstructorParameters<typeof Droppable>[0], 'element'>;

/** Makes an element an item that can be dragged by the `handle` inside it and be dropped upon; call it in an effect. */
export function sortable(
  manager: DragManager,
  element: HTMLElement,
  place: () => Place,
  { handle, ...options }: SortableOptions & { readonly handle: string },
): () => void {
  const grip = element.querySelector(handle);
  const item = untrack(
    () =>
      new Sortable(
        {
          ...options,
          ...place(),
          element,
          ...(grip === null ? {} : { handle: grip }),
          register: false,
          // The order of the DOM belongs to {#each}; this plugin would move nodes itself.
          plugins: (defaults) => defaults.filter((plugin) => plugin !== OptimisticSortingPlugin),
        },
        manager,
      ),
  );
  const unregister = item.register();
  $effect.pre(() => {
    const { index, group } = place();
    batch(() => {
      item.group = group;
      item.index = index;
    });
  });
  return () => {
    unregister();
    item.destroy();
  };
}

/** Makes an element a place to drop items on. */
export function droppable(manager: DragManager, element: HTMLElement, options: DroppableOptions): () => void {
  const place = untrack(() => new Droppable({ ...options, element, register: false }, manager));
  const unregister = place.register();
  return () => {
    unregister?.();
    place.destroy();
  };
}
