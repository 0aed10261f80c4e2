import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import RankPage from '../../src/app/RankPage.svelte';
import type { Election } from '../../src/election/election';
import { createCandidateNotesStore } from '../../src/state/candidate-notes';
import { createNoticesStore } from '../../src/state/notices';
import { createRankingStore, currentBallot, currentDraft } from '../../src/state/ranking';
import { createSafeStorage } from '../../src/state/storage';
import { election as parish } from './election';

/** The *Rank* step with this ranking, and nothing to undo. Start from an empty localStorage. */
export function openRankPage(ranking: readonly number[] = [], election: Election = parish) {
  const storage = createSafeStorage({ backend: () => localStorage, now: () => 0, onProblem: () => undefined });
  const store = createRankingStore(storage);
  store.getState().open(election);
  if (ranking.length > 0) store.getState().replace(ranking, 'start');
  store.temporal.getState().clear();
  const user = userEvent.setup();
  render(RankPage, { election, store, notes: createCandidateNotesStore(storage), notices: createNoticesStore() });
  return {
    store,
    user,
    act: store.getState(),
    ballot: () => currentBallot(store.getState()),
    draft: () => currentDraft(store.getState()),
  };
}

/** Names in a list of rows, in order. */
export const namesIn = (name: string) =>
  within(screen.getByRole('list', { name }))
    .queryAllByRole('button', { name: /^Drag / })
    .map((handle) => handle.getAttribute('aria-label')?.replace('Drag ', ''));
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const poolRow = (name: string) => button(new RegExp(`^${name}.*make it number`));
/** What was said last. */
export const said = () => screen.getByRole('status').textContent;
