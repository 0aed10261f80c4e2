import { mount } from 'svelte';
import '../ui/style/tokens.css';
import '../ui/style/base.css';
import '../ui/style/fields.css';
import '../ui/style/tables.css';
import '../ui/style/print.css';
import { followNotes } from '../state/candidate-notes';
import { followLink } from '../state/open-link';
import { followOwnTurnouts } from '../state/own-turnouts';
import { followOtherTabs } from '../state/ranking';
import { followSlateLink } from '../state/slate-room';
import App from './App.svelte';
import { registerOffline } from './offline';
import { openAtSaved } from './one-file';
import { loadRest, nextTask } from './pages';
import { createStores } from './stores';

const stores = createStores();
const { choice, comparing, elections, ensemble, notes, notices, ranking, slateRoom, storage, turnouts } = stores;
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
  mount(App, { target, props: { stores } });
}
void loadRest().catch(() => undefined); // whoever wants a page that is missing is told then
