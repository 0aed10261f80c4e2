import { expect, it } from 'vitest';
import { rereadSaved } from '../../src/app/stores';
import { nec2020 } from '../../src/election/built-in-nec-2020';
import { createCandidateNotesStore, notesKey } from '../../src/state/candidate-notes';
import { choiceKey, createChoiceStore } from '../../src/state/choice';
import { comparedKey, createComparedStore } from '../../src/state/comparing';
import { createOwnTurnoutsStore } from '../../src/state/own-turnouts';
import { createRankingStore } from '../../src/state/ranking';
import { rankingsKey } from '../../src/state/ranking-record';
import { createSlateRoomStore, slateRoomKey } from '../../src/state/slate-room';
import { defaultDemonstration } from '../../src/slate/default-demonstration';
import { formatDemonstration } from '../../src/slate/demonstration-file';
import { fakeStorage } from '../state/fake-storage';

it('has every store read what was brought back, which the next change would write over', () => {
  const { backend, storage } = fakeStorage();
  const stores = {
    choice: createChoiceStore(storage),
    comparing: { compared: createComparedStore(storage) },
    notes: createCandidateNotesStore(storage),
    ranking: createRankingStore(storage),
    slateRoom: createSlateRoomStore(storage, { slateRoom: () => new Promise(() => undefined) }),
    turnouts: createOwnTurnoutsStore(storage),
  };
  stores.slateRoom.getState().enter(nec2020);
  stores.notes.getState().open(nec2020);
  stores.ranking.getState().open(nec2020);
  stores.ranking.getState().rank(5);
  const names = nec2020.candidates.map(({ name }) => name);
  const demonstration = { ...defaultDemonstration(nec2020), seed: 'brought back' };
  const record = (state: unknown, version: number): string => JSON.stringify({ state, version });
  const broughtBack = {
    [choiceKey]: record({ seed: 'brought back' }, 1),
    [comparedKey]: record({ compared: { 'nec-2020': { kind: 'ballot' } } }, 1),
    [notesKey]: record({ elections: { 'nec-2020': { candidates: names, notes: { 3: 'yes' }, stars: [] } } }, 1),
    [rankingsKey]: record(
      {
        rankings: {
          'nec-2020': {
            candidates: names,
            drafts: [{ name: 'Mine', ranking: [3], last: [], parked: [] }],
            current: 0,
          },
        },
      },
      2,
    ),
    [slateRoomKey]: formatDemonstration(demonstration),
  };
  for (const [key, text] of Object.entries(broughtBack)) backend.items.set(key, text);

  rereadSaved(stores);
  expect(stores.choice.getState().seed).toBe('brought back');
  expect(stores.comparing.compared.getState().compared).toEqual({ 'nec-2020': { kind: 'ballot' } });
  expect(stores.notes.getState().notes).toEqual({ 3: 'yes' });
  expect(stores.ranking.getState().drafts).toMatchObject([{ name: 'Mine', ranking: [3] }]);
  expect(stores.ranking.temporal.getState().pastStates).toEqual([]); // they led to what was replaced
  expect(stores.slateRoom.getState().demonstration).toEqual(demonstration);
});
