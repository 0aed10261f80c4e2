import { describe, expect, it } from 'vitest';
import { createRankingStore, followOtherTabs, rankingsKey, rankingsOf } from '../../src/state/ranking';
import { fakeStorage } from './fake-storage';

const people = (...names: string[]) => names.map((name) => ({ name, slate: null, withdrawn: false }));
const nec = { id: 'nec', candidates: people('Ann Black', 'Bo Li', 'Cy Dow', 'Di Ek') };
const ward = { id: 'ward', candidates: people('Eve', 'Fay') };
const names = nec.candidates.map(({ name }) => name);

function open(fake = fakeStorage()) {
  const store = createRankingStore(fake.storage);
  store.getState().open(nec);
  const stored = (): unknown => JSON.parse(fake.backend.items.get(rankingsKey) ?? 'null');
  return { ...fake, store, stored, act: store.getState(), history: () => store.temporal.getState() };
}
const document = (rankings: object, version = 1): string => JSON.stringify({ state: { rankings }, version });

describe('actions', () => {
  it('rank, move, take out, replace and clear', () => {
    const { store, act } = open();
    const ranking = () => store.getState().ranking;
    act.rank(2);
    act.rank(0);
    act.rank(1, 1);
    expect(ranking()).toEqual([1, 2, 0]);
    act.moveTo(0, 1);
    expect(ranking()).toEqual([0, 1, 2]);
    act.moveTo(0, 99);
    expect(ranking()).toEqual([1, 2, 0]);
    act.moveTo(0, -3);
    expect(ranking()).toEqual([0, 1, 2]);
    act.rank(0, 2);
    expect(ranking()).toEqual([1, 0, 2]);
    act.unrank(0);
    expect(ranking()).toEqual([1, 2]);
    act.replace([3, 3, 0], 'start from an order');
    expect(ranking()).toEqual([3, 0]);
    act.clear();
    expect(ranking()).toEqual([]);
  });

  it('each is one write and one step, and names itself', () => {
    const { backend, store, act, history } = open();
    backend.writes.mockClear();
    const said: string[] = [];
    const note = () => said.push(store.getState().lastChange);
    [() => act.rank(0), () => act.rank(1, 1), () => act.unrank(0), () => act.replace([3], 'x'), act.clear].forEach(
      (action, i) => {
        action();
        note();
        expect(backend.writes).toHaveBeenCalledTimes(i + 1);
        expect(history().pastStates).toHaveLength(i + 1);
      },
    );
    expect(said).toEqual(['Ann Black to 1', 'Bo Li to 1', 'Ann Black taken out', 'x', 'clear all']);
  });

  it('that change nothing are no step and no write', () => {
    const { backend, act, history } = open();
    act.rank(0);
    backend.writes.mockClear();
    act.moveTo(0, 1);
    act.unrank(2);
    act.replace([0], 'x');
    expect(backend.writes).not.toHaveBeenCalled();
    expect(history().pastStates).toHaveLength(1);
  });

  it('throw at a candidate who does not stand', () => {
    const { act } = open();
    expect(() => act.rank(4)).toThrow('candidate 4 is not one of the 4 of the open election');
    expect(() => act.replace([0, 9], 'x')).toThrow('candidate 9');
  });
});

describe('undo and redo', () => {
  it('are written, and keep the name of the change', () => {
    const { store, act, stored, history } = open();
    act.rank(0);
    act.rank(1);
    history().undo();
    expect(store.getState()).toMatchObject({ ranking: [0], lastChange: 'Ann Black to 1' });
    expect(stored()).toEqual({ state: { rankings: { nec: { candidates: names, ranking: [0] } } }, version: 1 });
    expect(history().futureStates.at(-1)?.lastChange).toBe('Bo Li to 2');
    history().redo();
    expect(store.getState()).toMatchObject({ ranking: [0, 1], lastChange: 'Bo Li to 2' });
    expect(stored()).toMatchObject({ state: { rankings: { nec: { ranking: [0, 1] } } } });
  });

  it('belong to one election', () => {
    const { store, act, history } = open();
    act.rank(0);
    act.open(ward);
    expect(history()).toMatchObject({ pastStates: [], futureStates: [] });
    expect(store.getState()).toMatchObject({ electionId: 'ward', ranking: [], lastChange: '' });
    act.rank(1);
    history().undo();
    expect(rankingsOf(store.getState())).toEqual({ nec: { candidates: names, ranking: [0] } });
    act.open(nec);
    expect(store.getState().ranking).toEqual([0]);
    expect(history().pastStates).toHaveLength(0);
  });

  it('outlast opening the same election again', () => {
    const { act, history } = open();
    act.rank(0);
    act.open({ ...nec, candidates: [...nec.candidates] });
    expect(history().pastStates).toHaveLength(1);
  });
});

describe('opening', () => {
  const saved = (candidates: string[], ranking: number[]) => {
    const fake = fakeStorage();
    fake.backend.items.set(rankingsKey, document({ nec: { candidates, ranking } }));
    return open(fake);
  };

  it('finds the ranking kept on the device', () => {
    const { store, history, problems } = saved(names, [3, 1]);
    expect(store.getState().ranking).toEqual([3, 1]);
    expect(history().pastStates).toHaveLength(0);
    expect(problems).toEqual([]);
  });

  it('follows names to new places, past a missing one who was not ranked', () => {
    const { store, stored } = saved(['Gone', 'Di Ek', 'Ann Black'], [2, 1]);
    expect(store.getState().ranking).toEqual([0, 3]);
    expect(stored()).toMatchObject({ state: { rankings: { nec: { candidates: names, ranking: [0, 3] } } } });
  });

  it('sets aside a ranking of somebody who no longer stands', () => {
    const { store, problems } = saved(['Gone', 'Di Ek'], [0, 1]);
    expect(store.getState().ranking).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'set-aside', entry: { reason: 'other-candidates', part: 'nec' } }]);
  });

  it('sets aside a ranking where a name is borne by two', () => {
    const { store, problems } = saved(['Ann Black', 'Ann Black'], [1]);
    expect(store.getState().ranking).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});

describe('what is stored', () => {
  const load = (text: string) => {
    const fake = fakeStorage();
    fake.backend.items.set(rankingsKey, text);
    return open(fake);
  };

  it.each([
    ['unreadable', '{nope'],
    ['newer', document({ nec: { candidates: names, ranking: [1], notes: 'new in version 9' } }, 9)],
    ['invalid', '{"state":{"rankings":[1]},"version":1}'],
    ['invalid', '{"state":7,"version":1}'],
  ])('%s: set aside whole before anything is written over it', (reason, text) => {
    const { storage, store, act, stored } = load(text);
    expect(store.getState().ranking).toEqual([]);
    act.rank(0);
    expect(stored()).toMatchObject({ state: { rankings: { nec: { ranking: [0] } } } });
    const [entry, ...more] = storage.listSetAside();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ reason, part: null });
    expect(reason === 'unreadable' ? entry?.text : JSON.parse(entry?.text ?? '')).toEqual(
      reason === 'unreadable' ? text : JSON.parse(text),
    );
  });

  it.each([
    ['ids out of range', { candidates: ['A'], ranking: [1] }],
    ['an id twice', { candidates: ['A', 'B'], ranking: [1, 1] }],
    ['names that are not text', { candidates: [1], ranking: [0] }],
    ['null', null],
  ])('one broken ranking (%s) is set aside, the sound ones stay', (_, broken) => {
    const { store, storage } = load(document({ broken, nec: { candidates: names, ranking: [2] } }));
    expect(store.getState().ranking).toEqual([2]);
    expect(storage.listSetAside()).toMatchObject([{ reason: 'invalid', part: 'broken' }]);
    expect(JSON.parse(storage.listSetAside()[0]?.text ?? '')).toMatchObject({ state: { rankings: { broken } } });
  });

  it('comes back after restoring what was set aside', () => {
    const { storage, store, act } = load(document({ nec: { candidates: names, ranking: [1] } }, 9));
    act.rank(0);
    const [entry] = storage.listSetAside();
    expect(storage.restoreSetAside(entry?.key ?? '')).toBe(true);
    void store.persist.rehydrate(); // still newer: set aside again, and what was replaced is there too
    expect(storage.listSetAside().map(({ reason }) => reason)).toEqual(['replaced', 'newer']);
  });

  it('failing storage is reported and the ranking goes on in memory', () => {
    const { backend, problems, store, act } = open();
    backend.full = true;
    act.rank(0);
    act.rank(1);
    expect(store.getState().ranking).toEqual([0, 1]);
    expect(problems).toMatchObject([{ kind: 'not-saved', name: rankingsKey }]);
  });
});

describe('another tab', () => {
  const tabs = () => {
    const tab = open();
    const stop = followOtherTabs(tab.store, tab.storage, window);
    const elsewhere = (newValue: string | null) => {
      if (newValue !== null) tab.backend.items.set(rankingsKey, newValue);
      window.dispatchEvent(new StorageEvent('storage', { key: rankingsKey, newValue }));
    };
    tab.backend.writes.mockClear();
    return { ...tab, stop, elsewhere };
  };

  it('is followed at once, without a step and without writing back', () => {
    const { store, backend, history, elsewhere, stop } = tabs();
    elsewhere(document({ nec: { candidates: names, ranking: [2, 3] } }));
    expect(store.getState().ranking).toEqual([2, 3]);
    expect(history().pastStates).toHaveLength(0);
    expect(backend.writes).not.toHaveBeenCalled();
    stop();
    elsewhere(document({ nec: { candidates: names, ranking: [] } }));
    expect(store.getState().ranking).toEqual([2, 3]);
  });

  it('ends the undo history when it changed this election, not when it changed another', () => {
    const { act, store, history, elsewhere, stop } = tabs();
    act.rank(0);
    const mine = { candidates: names, ranking: [0] };
    elsewhere(document({ nec: mine, ward: { candidates: ['Eve', 'Fay'], ranking: [1] } }));
    expect(history().pastStates).toHaveLength(1);
    history().undo();
    expect(rankingsOf(store.getState())).toEqual({ ward: { candidates: ['Eve', 'Fay'], ranking: [1] } });
    history().redo();
    elsewhere(document({ nec: { candidates: names, ranking: [3] } }));
    expect(store.getState().lastChange).toBe('');
    expect(history().pastStates).toHaveLength(0);
    stop();
  });

  it('of a newer version is left in peace: this one stops saving and says so', () => {
    const { act, backend, problems, elsewhere, stop } = tabs();
    const newer = document({}, 9);
    elsewhere(newer);
    act.rank(0);
    expect(backend.items.get(rankingsKey)).toBe(newer);
    expect(problems).toEqual([{ kind: 'newer-elsewhere', name: rankingsKey }]);
    stop();
  });

  it('that clears the storage takes nothing from this one', () => {
    const { act, store, elsewhere, stop } = tabs();
    act.rank(0);
    elsewhere(null);
    expect(store.getState().ranking).toEqual([0]);
    stop();
  });
});
