import { mount } from 'svelte';
import '../ui/style/tokens.css';
import '../ui/style/base.css';
import '../ui/style/print.css';
import { createCandidateNotesStore, followNotes } from '../state/candidate-notes';
import { createChoiceStore } from '../state/choice';
import { createComparing } from '../state/comparing';
import { createCountingStore } from '../state/counting';
import { createElectionsStore } from '../state/elections';
import { createEnsembleStore } from '../state/ensemble';
import { createFittingStore } from '../state/fitting';
import { createFollowingStore } from '../state/following';
import { createFileShelf } from '../state/file-shelf';
import { createNoticesStore } from '../state/notices';
import { createOwnTurnoutsStore, followOwnTurnouts } from '../state/own-turnouts';
import { followLink } from '../state/open-link';
import { createPreviewStore } from '../state/preview';
import { createRankingStore, followOtherTabs } from '../state/ranking';
import { createSlateRoomStore, followSlateLink } from '../state/slate-room';
import { createSlateSearchStore } from '../state/slate-search';
import { createSafeStorage } from '../state/storage';
import { createEngine, workerPort } from '../worker/client';
import { createCrew } from '../worker/crew';
import App from './App.svelte';

import { registerOffline } from './offline';
import { openAtSaved } from './one-file';
import { loadRest, nextTask } from './pages';

const notices = createNoticesStore();
const storage = createSafeStorage({
  backend: () => localStorage,
  now: () => Date.now(),
  onProblem: (problem) => notices.getState().note(problem),
});
const choice = createChoiceStore(storage);
const ranking = createRankingStore(storage);
const notes = createCandidateNotesStore(storage);
const turnouts = createOwnTurnoutsStore(storage);
const engine = createEngine(workerPort);
const now = (): number => performance.now();
const elections = createElectionsStore(engine, createFileShelf());
const counting = createCountingStore(engine);
// Engines start their workers when they are first asked for something.
const comparing = createComparing(storage, [createEngine(workerPort), createEngine(workerPort)]);
const following = createFollowingStore(engine);
const preview = createPreviewStore(engine);
const fits = createFittingStore(createEngine(workerPort));
const slateRoom = createSlateRoomStore(storage, engine);
const slateSearch = createSlateSearchStore(createEngine(workerPort)); // long work, beside which sliders answer at once
// All cores but the one that keeps the page quick.
const crew = createCrew(() => createEngine(workerPort), Math.max(1, navigator.hardwareConcurrency - 1), now);
const ensemble = createEnsembleStore(crew, now);
document.addEventListener('visibilitychange', () => ensemble.getState().hold(document.hidden));

elections.subscribe(({ current }, before) => {
  if (current === null || current === before.current) return;
  choice.getState().pickElection(current.election.id);
  ranking.getState().open(current.election);
  notes.getState().open(current.election);
  turnouts.getState().open(current.election);
});
notices.getState().listSetAside(storage.listSetAside());
followOtherTabs(ranking, storage, window);
followNotes(notes, storage, window);
followOwnTurnouts(turnouts, storage, window);
registerOffline((changeOver) => notices.getState().newVersion(changeOver));

openAtSaved(window);
// Before the page listens, which then finds the plain address.
const follow = (): boolean =>
  !followSlateLink(window, { room: slateRoom, notices }) &&
  followLink(window, { choice, compared: comparing.compared, elections, notices, ranking });
const openedLink = follow();
addEventListener('hashchange', () => void follow());
const { electionId } = choice.getState();
if (!openedLink && electionId !== null) void elections.getState().restore(electionId);

const target = document.getElementById('app');
if (target === null) throw new Error('the page has no #app to put the app in');
await nextTask();
// Only where the pictures are worked on and tested: in the app as it is served this whole branch falls away.
if ((import.meta.env.DEV || import.meta.env.MODE === 'gallery') && location.hash === '#/gallery') {
  const gallery = await import('./gallery/GalleryPage.svelte');
  mount(gallery.default, { target });
} else {
  mount(App, {
    target,
    props: {
      choice,
      comparing,
      counting,
      elections,
      ensemble,
      fits,
      following,
      notes,
      notices,
      preview,
      ranking,
      slateRoom,
      slateSearch,
      storage,
      turnouts,
    },
  });
}
void loadRest().catch(() => undefined); // whoever wants a page that is missing is told then
