import { createStore } from 'zustand/vanilla';
import type { LinkOpened } from './link-undo';
import type { SetAside, StorageProblem } from './storage';

/** Trouble with saving on this device. */
export type SavingProblem = Exclude<StorageProblem, { kind: 'set-aside' }>;

/** What the app has to tell its user that belongs to no one step. */
export interface NoticesState {
  /** Standing problems with saving, the newest of each kind and record. */
  readonly saving: readonly SavingProblem[];
  /** Records that were set aside, now or at an earlier visit, and not dealt with; oldest first. */
  readonly setAside: readonly SetAside[];
  /** Changes over to a newer version of the app that has arrived; null while there is none. */
  readonly changeOver: (() => void) | null;
  /** What was wrong with the link opened last, in words; null where nothing was. */
  readonly link: string | null;
  /** What the link opened last has replaced, as long as that can be undone. */
  readonly linkOpened: LinkOpened | null;
  readonly note: (problem: StorageProblem) => void;
  readonly dismiss: (problem: SavingProblem) => void;
  readonly listSetAside: (entries: readonly SetAside[]) => void;
  readonly noteLink: (problem: string | null) => void;
  readonly noteLinkOpened: (opened: LinkOpened | null) => void;
  readonly newVersion: (changeOver: () => void) => void;
}

export function createNoticesStore() {
  return createStore<NoticesState>()((set) => ({
    saving: [],
    setAside: [],
    changeOver: null,
    link: null,
    linkOpened: null,
    note: (problem) => {
      if (problem.kind === 'set-aside') {
        set(({ setAside }) => ({ setAside: [...setAside, problem.entry] }));
        return;
      }
      set(({ saving }) => {
        const others = saving.filter(({ name }) => name !== problem.name);
        return { saving: problem.kind === 'saved-again' ? others : [...others, problem] };
      });
    },
    dismiss: (problem) => set(({ saving }) => ({ saving: saving.filter((one) => one !== problem) })),
    listSetAside: (setAside) => set({ setAside }),
    noteLink: (link) => set({ link }),
    noteLinkOpened: (linkOpened) => set({ linkOpened }),
    newVersion: (changeOver) => set({ changeOver }),
  }));
}

export type NoticesStore = ReturnType<typeof createNoticesStore>;
