import { createStore, del, get, keys, set } from 'idb-keyval';

/** A file the user opened, as it was. */
export interface ShelvedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Opened files by election id, so that they are there again after a reload. Rejects where nothing can be kept. */
export interface FileShelf {
  readonly put: (electionId: string, file: ShelvedFile) => Promise<void>;
  readonly take: (electionId: string) => Promise<ShelvedFile | null>;
}

/** Kept in IndexedDB, which has room for ballots where localStorage has not. Only the newest few stay. */
export function createFileShelf(most = 8): FileShelf {
  const store = createStore('ballotflow', 'opened-files');
  return {
    put: async (electionId, file) => {
      await set(electionId, { ...file, shelved: Date.now() }, store);
      const ids = (await keys<string>(store)).filter((id) => id !== electionId);
      const dated = await Promise.all(
        ids.map(async (id) => ({ id, at: (await get<{ shelved: number }>(id, store))?.shelved ?? 0 })),
      );
      const oldest = dated.sort((a, b) => b.at - a.at).slice(most - 1);
      await Promise.all(oldest.map(({ id }) => del(id, store)));
    },
    take: async (electionId) => (await get<ShelvedFile>(electionId, store)) ?? null,
  };
}
