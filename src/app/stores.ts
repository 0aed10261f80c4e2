import { createCandidateNotesStore } from '../state/candidate-notes';
import { createChoiceStore } from '../state/choice';
import { createComparing } from '../state/comparing';
import { createCountingStore } from '../state/counting';
import { createElectionsStore } from '../state/elections';
import { createEnsembleStore } from '../state/ensemble';
import { createFileShelf } from '../state/file-shelf';
import { createFittingStore } from '../state/fitting';
import { createFollowingStore } from '../state/following';
import { createNoticesStore } from '../state/notices';
import { createOwnTurnoutsStore } from '../state/own-turnouts';
import { createPreviewStore } from '../state/preview';
import { createRankingStore, rereadDrafts } from '../state/ranking';
import { createSlateChallengeStore } from '../state/slate-challenge';
import { createSlateCurvesStore } from '../state/slate-curves';
import { createSlateRoomStore } from '../state/slate-room';
import { createSafeStorage } from '../state/storage';
import { createEngine, workerPort } from '../worker/client';
import { createCrew } from '../worker/crew';

/** Everything the app keeps or has worked out, one store a subject. Engines start their workers when first asked for something. */
export function createStores() {
  const notices = createNoticesStore();
  const storage = createSafeStorage({
    backend: () => localStorage,
    now: () => Date.now(),
    onProblem: (problem) => notices.getState().note(problem),
  });
  const newEngine = () => createEngine(workerPort);
  const engine = newEngine();
  const searching = newEngine(); // long work, beside which sliders answer at once
  const now = (): number => performance.now();
  // All cores but the one that keeps the page quick.
  const crew = createCrew(newEngine, Math.max(1, navigator.hardwareConcurrency - 1), now);
  return {
    notices,
    storage,
    choice: createChoiceStore(storage),
    ranking: createRankingStore(storage),
    notes: createCandidateNotesStore(storage),
    turnouts: createOwnTurnoutsStore(storage),
    elections: createElectionsStore(engine, createFileShelf()),
    counting: createCountingStore(engine),
    comparing: createComparing(storage, [newEngine(), newEngine()]),
    following: createFollowingStore(engine),
    preview: createPreviewStore(engine),
    fits: createFittingStore(newEngine()),
    slateRoom: createSlateRoomStore(storage, engine),
    slateCurves: createSlateCurvesStore(searching),
    slateChallenge: createSlateChallengeStore(searching),
    ensemble: createEnsembleStore(crew, now),
  };
}

export type Stores = ReturnType<typeof createStores>;

/** Has every store that is saved read what is saved now: one that did not would write over it at its next change. */
export function rereadSaved({
  choice,
  comparing,
  notes,
  ranking,
  slateRoom,
  turnouts,
}: Pick<Stores, 'choice' | 'notes' | 'ranking' | 'slateRoom' | 'turnouts'> & {
  readonly comparing: Pick<Stores['comparing'], 'compared'>;
}): void {
  for (const { persist } of [choice, comparing.compared, notes, turnouts]) void persist.rehydrate();
  rereadDrafts(ranking);
  slateRoom.getState().reread();
}
