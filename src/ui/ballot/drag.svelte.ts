import { resolveCustomizable } from '@dnd-kit/abstract';
import { DragDropManager, Droppable, StyleInjector, defaultPreset } from '@dnd-kit/dom';
import { OptimisticSortingPlugin, Sortable, type SortableInput } from '@dnd-kit/dom/sortable';
import { batch, effect } from '@dnd-kit/state';
import { tick, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** dnd-kit's framework-free core with Svelte in charge of the DOM; knows nothing of ballots. */
export interface DragManager extends DragDropManager {
  readonly dispose: () => void;
}

type ManagerInput = NonNullable<ConstructorParameters<typeof DragDropManager>[0]>;

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
  manager.plugins = resolveCustomizable(plugins, defaultPreset.plugins);
  const stop = effect(() => {
    const { status } = manager.dragOperation;
    if (!status.initializing && !status.initialized) return;
    const mine = [...sheets];
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...mine];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !mine.includes(sheet));
    };
  });
  return Object.assign(manager, {
    dispose: () => {
      stop();
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
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.push(sheet);
      return () => sheets.splice(sheets.indexOf(sheet), 1);
    };
  }
  return sheets;
}

/** Where an item is now; read again whenever it changes. */
interface Place {
  readonly id: number;
  readonly index: number;
  readonly group: string;
}
type SortableOptions = Omit<SortableInput<Record<string, unknown>>, 'id' | 'index' | 'group' | 'element' | 'handle'>;

/** Makes an element an item that can be dragged by the `handle` inside it and be dropped upon. */
export function sortable(
  manager: DragDropManager,
  place: () => Place,
  { handle, ...options }: SortableOptions & { readonly handle: string },
): Attachment<HTMLElement> {
  return (element) => {
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
  };
}

/** Makes an element a place to drop items on. */
export function droppable(
  manager: DragDropManager,
  input: Omit<ConstructorParameters<typeof Droppable>[0], 'element'>,
): Attachment<HTMLElement> {
  return (element) => {
    const place = untrack(() => new Droppable({ ...input, element, register: false }, manager));
    const unregister = place.register();
    return () => {
      unregister?.();
      place.destroy();
    };
  };
}
